package parser

import (
	"github.com/alecthomas/participle/v2/lexer"

	"github.com/gradcmp/gradcmp/expr"
)

// syntax is a program as it was written. Its nodes stand in postfix order:
// the operands of a node are the nodes before it that no other node took.
type syntax struct {
	source
	tokens     []lexer.Token
	nodes      []node
	statements []statement
}

// node is an operand or an operation of the syntax, without pointers, as a
// formula may have millions.
type node struct {
	kind       kind
	count      uint32 // how many operands it takes
	token      uint32 // its number, name, operator or opening bracket
	start, end uint32 // its text, in bytes
}

func (n *node) span() Span { return Span{int(n.start), int(n.end)} }

// kind is what a node does.
type kind uint8

const (
	kindNumber kind = iota
	kindName
	kindNeg
	kindAdd // of two or more terms
	kindSub
	kindMul // of two or more factors
	kindDiv
	kindMatMul
	kindPow
	kindCompare
	kindVector // of its elements
	kindIndex  // of what is indexed and the indices
	kindCall   // of a function, which the token names
	kindSuperscript
	kindSlice   // of its two bounds
	kindNothing // a bound that a slice leaves out
	kindBound   // the name of an index, in its own sum or product
	kindLoop    // of an index and its bounds; its token is the node of the fold to which the body in between belongs
	kindFold    // of the values of the body
	kindNop     // what could have become a loop
	numKinds
)

// statement is a declaration, a definition of a value or function, an expression, or a name in a
// list of names.
type statement struct {
	form        form
	name        int        // token of the name that is declared or defined
	shape       expr.Shape // of a declaration
	indices     []int      // of a name in a list of names
	params      []int      // tokens of the parameters of a function
	first, last int        // the nodes from first up to but not including last
	span        Span
}

type form uint8

const (
	formExpression form = iota
	formDeclaration
	formDefinition
	formFunction
	formReference
)

// tokenText returns the text of a token.
func (s *syntax) tokenText(i int) string { return s.tokens[i].Value }

// tokenSpan returns where a token stands.
func (s *syntax) tokenSpan(i int) Span {
	t := &s.tokens[i]
	return Span{t.Pos.Offset, t.Pos.Offset + len(t.Value)}
}

// spanText returns the text of a span.
func (s *syntax) spanText(at Span) string { return s.text[at.Start:at.End] }
