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
	*syntax
	Options
	g        *expr.Graph
	scope    map[string]binding
	constant bool // free variables are refused
	vars     []expr.Variable
	places   []place
	budget   int // elements that may still be read or produced

	stack    []expr.Array
	operands []uint32    // the syntax node that each value of the stack is of
	terms    []expr.Expr // scratch for the arguments of one node
	slab     []expr.Expr // from which scalars take their one element
}

func newLowering(g *expr.Graph, tree *syntax, opts Options) *lowering {
	return &lowering{
		syntax: tree, Options: opts, g: g, scope: map[string]binding{}, budget: opts.MaxElements,
		places: make([]place, 0, len(tree.nodes)),
	}
}

// operation is a syntax node with the values of its operands.
type operation struct {
	*node
	args     []expr.Array
	operands []uint32 // the syntax nodes of the operands
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
	kindCall:   (*lowering).call,
}

var relations = [numTokens]expr.Relation{
	tokLess: expr.Less, tokLessEqual: expr.LessEqual,
	tokGreater: expr.Greater, tokGreaterEqual: expr.GreaterEqual,
	tokEqual: expr.Equal, tokNotEqual: expr.NotEqual,
}

// value lowers the expression of a statement.
func (l *lowering) value(s *statement) (expr.Array, error) {
	height := stackHeight(l.nodes[s.first:s.last])
	l.stack, l.operands = slices.Grow(l.stack[:0], height), slices.Grow(l.operands[:0], height)
	for i := s.first; i < s.last; i++ {
		n := &l.nodes[i]
		rest := len(l.stack) - arity(n)
		before := l.g.Len()
		v, err := rules[n.kind](l, operation{n, l.stack[rest:], l.operands[rest:]})
		if err != nil {
			return expr.Array{}, err
		}
		l.mark(n, before, v)
		l.stack = append(l.stack[:rest], v)
		l.operands = append(l.operands[:rest], uint32(i))
	}
	return l.stack[0], nil
}

// stackHeight returns how many values the stack holds at most while nodes are
// lowered.
func stackHeight(nodes []node) int {
	height, highest := 0, 0
	for i := range nodes {
		height += 1 - arity(&nodes[i])
		highest = max(highest, height)
	}
	return highest
}

// arity returns how many operands a node takes from the stack.
func arity(n *node) int {
	switch n.kind {
	case kindNumber, kindName:
		return 0
	}
	return int(n.count)
}

// mark notes which nodes a piece of syntax made, or which it uses again.
func (l *lowering) mark(n *node, before int, v expr.Array) {
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
