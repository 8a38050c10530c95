package parser

import (
	"errors"
	"slices"
	"strconv"

	"github.com/gradcmp/gradcmp/expr"
)

// lowering turns syntax into nodes of a graph. It runs over the syntax, which
// is in postfix order, with a stack of values.
type lowering struct {
	*syntax         // that is being lowered
	written *syntax // of the source
	Options
	g        *expr.Graph
	scope    map[string]binding
	constant bool // free variables are refused
	vars     []expr.Variable
	places   []place
	budget   int // elements that may still be read or produced

	functions map[string]*function // that the source defines
	prelude   map[string]*function // that were used so far
	active    []activation
	calls     int                // how many of them are calls of functions
	knees     map[expr.ID]string // the selects that choose at a kink, with the names of their functions

	stack    []expr.Array
	operands []uint32    // the syntax node that each value of the stack is of
	terms    []expr.Expr // scratch for the arguments of one node
	slab     []expr.Expr // from which scalars take their one element
}

func newLowering(g *expr.Graph, tree *syntax, opts Options) *lowering {
	return &lowering{
		syntax: tree, written: tree, Options: opts, g: g, scope: map[string]binding{}, budget: opts.MaxElements,
		places: make([]place, 0, len(tree.nodes)),
	}
}

// operation is a syntax node with the values of its operands.
type operation struct {
	*node
	args     []expr.Array
	operands []uint32 // the syntax nodes of the operands
	index    int      // of the node
}

// rule lowers one kind of operation.
type rule func(*lowering, operation) (expr.Array, error)

// rules holds the rule of each kind of node.
var rules = [numKinds]rule{
	kindNumber: (*lowering).number,
	kindName:   (*lowering).name,
	kindNeg:    elementwise(func(l *lowering, _ operation, x []expr.Expr) expr.Expr { return l.g.Neg(x[0]) }),
	kindAdd:    elementwise(func(l *lowering, _ operation, x []expr.Expr) expr.Expr { return l.g.Add(x...) }),
	kindSub:    elementwise(func(l *lowering, _ operation, x []expr.Expr) expr.Expr { return l.g.Sub(x[0], x[1]) }),
	kindMul:    elementwise(func(l *lowering, _ operation, x []expr.Expr) expr.Expr { return l.g.Mul(x...) }),
	kindDiv:    elementwise(func(l *lowering, _ operation, x []expr.Expr) expr.Expr { return l.g.Div(x[0], x[1]) }),
	kindPow:    elementwise(func(l *lowering, _ operation, x []expr.Expr) expr.Expr { return l.g.Pow(x[0], x[1]) }),
	kindCompare: elementwise(func(l *lowering, op operation, x []expr.Expr) expr.Expr {
		return l.g.Compare(relations[l.tokens[op.token].Type], x[0], x[1])
	}),
	kindMatMul: matmul,
	kindVector: (*lowering).vector,
	kindIndex:  (*lowering).index,

	kindSuperscript: (*lowering).superscript,
	kindSlice:       (*lowering).bounds,
	kindNothing:     func(*lowering, operation) (expr.Array, error) { return expr.Array{}, nil },
	kindBound:       func(*lowering, operation) (expr.Array, error) { return expr.Array{}, nil },
}

var relations = [numTokens]expr.Relation{
	tokLess: expr.Less, tokLessEqual: expr.LessEqual,
	tokGreater: expr.Greater, tokGreaterEqual: expr.GreaterEqual,
	tokEqual: expr.Equal, tokNotEqual: expr.NotEqual,
}

// reserve makes room on the stack for the values of the nodes.
func (l *lowering) reserve(nodes []node) {
	height, highest := 0, 0
	for i := range nodes {
		height += 1 - arity(&nodes[i])
		highest = max(highest, height)
	}
	l.stack, l.operands = slices.Grow(l.stack, highest), slices.Grow(l.operands, highest)
}

// arity returns how many operands a node takes from the stack.
func arity(n *node) int {
	switch n.kind {
	case kindNumber, kindName, kindSuperscript, kindNothing, kindBound:
		return 0
	}
	return int(n.count)
}

// mark notes which nodes a piece of the source made, or which it uses again.
// The body of a function counts as its call.
func (l *lowering) mark(n *node, before int, v expr.Array) {
	if l.calls > 0 || len(v.Elems) == 0 {
		return
	}
	p := place{expr.ID(before), expr.ID(l.g.Len()), n.start, n.end}
	if p.first == p.last && len(v.Shape) == 0 {
		p.first = v.Elems[0].ID()
		p.last = p.first + 1
	}
	if p.first < p.last {
		l.places = append(l.places, p)
	}
}

// scalar returns x as an array.
func (l *lowering) scalar(x expr.Expr) expr.Array {
	const slabSize = 64
	if len(l.slab) == 0 {
		l.slab = make([]expr.Expr, slabSize)
	}
	elems := l.slab[:1:1]
	l.slab = l.slab[1:]
	elems[0] = x
	return expr.Array{Elems: elems}
}

// spend takes elements, so many times, from the budget, or says that it does
// not suffice. It counts what work on arrays reads and produces; work on
// scalars is bounded by the source.
func (l *lowering) spend(at Span, elements, times int) error {
	if elements > l.budget/max(1, times) {
		return l.errorf(at, "the arrays of this formula have more elements in all than the limit of %d; --max-elements raises it",
			l.MaxElements)
	}
	l.budget -= elements * times
	return nil
}

// number lowers a number to its exact value.
func (l *lowering) number(op operation) (expr.Array, error) {
	const digitsPerElement = 4 // reading a long number takes as long as so many nodes
	text := l.tokenText(int(op.token))
	if n, err := strconv.ParseInt(text, 10, 64); err == nil && len(text) <= l.MaxDigits { // most numbers, and fast
		return l.scalar(l.g.Int(n)), nil
	}
	if hexadecimalLength(text) > 0 {
		return l.hexadecimal(text, op)
	}
	x, err := expr.ParseNumber(text, l.MaxDigits)
	if errors.Is(err, expr.ErrTooLong) {
		return expr.Array{}, l.errorf(op.span(), "the number has more digits than the limit of %d", l.MaxDigits)
	}
	if err != nil {
		return expr.Array{}, l.errorf(op.span(), "%v", err)
	}
	if !x.IsSmall() { // 1e9999 is short to write and long to keep
		err = l.spend(op.span(), x.Digits()/digitsPerElement, 1)
	}
	return l.scalar(l.g.Num(x)), err
}
