// Package expr holds mathematical expressions as one interned graph.
//
// A [Graph] is an arena of immutable nodes. Building the same node twice
// gives the same node (hash-consing), so equality of expressions is equality
// of their ids, and common subexpressions are shared without being looked
// for. A node's id is always larger than the ids of its arguments, so every
// pass over an expression is a loop over increasing ids with a slice as its
// memo, never a recursion: no depth of nesting can overflow the stack.
//
// The package knows what expressions are: operations ([Op]), exact numbers
// ([Number]), variables and functions ([Func]), of which it knows what they
// are called, where they are defined and where they are smooth, and how
// accurate their values have to be, but not how to compute them. It knows no
// algebra: nothing here folds, reorders or cancels, so a graph built by a
// parser is the formula as written. It may not know any other package of this
// module.
//
// A graph lives as long as the request it serves and belongs to one
// goroutine.
package expr
