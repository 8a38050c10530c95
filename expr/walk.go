package expr

import "slices"

// Reach returns the ids of all nodes that the roots depend on, the roots
// included, in increasing and therefore topological order: arguments stand
// before the nodes that use them. All roots must belong to one graph.
func Reach(roots ...Expr) []ID {
	var top ID
	for _, r := range roots {
		top = max(top, r.id)
	}
	if len(roots) == 0 {
		return nil
	}
	g := roots[0].g
	marked := make([]bool, top+1)
	for _, r := range roots {
		marked[g.own(r)] = true
	}
	count := 0
	for id := int(top); id >= 0; id-- {
		if !marked[id] {
			continue
		}
		count++
		for _, a := range g.At(ID(id)).ArgIDs() {
			marked[a] = true
		}
	}
	ids := make([]ID, 0, count)
	for id, m := range marked {
		if m {
			ids = append(ids, ID(id))
		}
	}
	return ids
}

// Memo holds one value for each node of a graph up to some id.
type Memo[T any] struct{ values []T }

// NewMemo returns a memo for the given nodes, which are in increasing order.
func NewMemo[T any](ids []ID) Memo[T] {
	if len(ids) == 0 {
		return Memo[T]{}
	}
	return Memo[T]{make([]T, ids[len(ids)-1]+1)}
}

// At returns a pointer to the value for id.
func (m Memo[T]) At(id ID) *T { return &m.values[id] }

// Vars returns the variables that the roots depend on, in the order in which
// they first entered the graph.
func Vars(roots ...Expr) []Expr {
	var vars []Expr
	for _, id := range Reach(roots...) {
		if x := roots[0].g.At(id); x.Op() == OpVar {
			vars = append(vars, x)
		}
	}
	return vars
}

// Depends reports for each of the nodes ids, which must be closed under
// arguments and in increasing order, whether it depends on one of vars.
func Depends(g *Graph, ids []ID, vars []Expr) Memo[bool] {
	depends := NewMemo[bool](ids)
	for _, v := range vars {
		if int(v.id) < len(depends.values) {
			*depends.At(g.own(v)) = true
		}
	}
	for _, id := range ids {
		on := depends.At(id)
		*on = *on || slices.ContainsFunc(g.At(id).ArgIDs(), func(a ID) bool { return *depends.At(a) })
	}
	return depends
}

// Uses returns how often each of the nodes ids occurs as an argument of
// another of them.
func Uses(g *Graph, ids []ID) Memo[int32] {
	uses := NewMemo[int32](ids)
	for _, id := range ids {
		for _, a := range g.At(id).ArgIDs() {
			*uses.At(a)++
		}
	}
	return uses
}

// TreeSize returns how many nodes x has when written out as a tree, without
// sharing, and the limit if there are more.
func TreeSize(limit int64, roots ...Expr) int64 {
	ids := Reach(roots...)
	size := NewMemo[int64](ids)
	for _, id := range ids {
		n := int64(1)
		for _, a := range roots[0].g.At(id).ArgIDs() {
			n = addUpTo(limit, n, *size.At(a))
		}
		*size.At(id) = n
	}
	var total int64
	for _, r := range roots {
		total = addUpTo(limit, total, *size.At(r.id))
	}
	return total
}

// addUpTo returns a + b, which may overflow, or the limit if that is less.
func addUpTo(limit, a, b int64) int64 {
	if a > limit-b {
		return limit
	}
	return a + b
}

// Substitute returns the roots with every node that replace maps to another
// expression of graph g exchanged for it, rebuilt in g.
func Substitute(g *Graph, replace map[ID]Expr, roots ...Expr) []Expr {
	ids := Reach(roots...)
	image := NewMemo[Expr](ids)
	var args []Expr
	for _, id := range ids {
		if y, ok := replace[id]; ok {
			*image.At(id) = y
			continue
		}
		x := roots[0].g.At(id)
		args = args[:0]
		for _, a := range x.ArgIDs() {
			args = append(args, *image.At(a))
		}
		*image.At(id) = g.With(x, args...)
	}
	out := make([]Expr, len(roots))
	for i, r := range roots {
		out[i] = *image.At(r.id)
	}
	return out
}
