package parser

import "github.com/gradcmp/gradcmp/expr"

// elements returns what a function of many values works on: its scalar
// arguments, or the elements of its one array.
func (l *lowering) elements(op operation) ([]expr.Expr, error) {
	if len(op.args) == 1 {
		return op.args[0].Elems, l.spend(op.span(), len(op.args[0].Elems), 1)
	}
	l.terms = l.terms[:0]
	for _, a := range op.args {
		if len(a.Shape) != 0 {
			hint := ""
			if name := l.tokenText(int(op.token)); len(op.args) == 2 && (name == "max" || name == "min") {
				hint = "; " + name + "imum(a, b) works element by element"
			}
			return nil, l.shapeError(op, "expected one array, or scalars only%s", hint)
		}
		l.terms = append(l.terms, a.Elems[0])
	}
	return l.terms, nil
}

// reduction returns the rule of a function that makes one scalar of many.
func reduction(build func(*lowering, []expr.Expr) expr.Expr) rule {
	return func(l *lowering, op operation) (expr.Array, error) {
		elems, err := l.elements(op)
		if err != nil {
			return expr.Array{}, err
		}
		return l.scalar(build(l, elems)), nil
	}
}

// normOf lowers the Euclidean norm of all elements, and that of another order
// of a vector.
func normOf(l *lowering, op operation) (expr.Array, error) {
	if len(op.args) != 2 || len(op.args[0].Shape) == 0 || len(op.args[1].Shape) != 0 {
		if last := op.args[len(op.args)-1]; len(last.Shape) == 0 && last.Elems[0].Name() == infinity {
			return expr.Array{}, l.shapeError(op, "a norm of an order is that of a vector")
		}
		return primitiveRules()[expr.Norm](l, op)
	}
	x, order := op.args[0], op.args[1].Elems[0]
	if len(x.Shape) != 1 {
		return expr.Array{}, l.shapeError(op, "norms of a matrix have several readings; write norm(A) for the root of "+
			"the sum of squares, sum(abs(A)) or max(abs(A)) for the others of its elements")
	}
	if err := l.spend(op.span(), len(x.Elems), 2); err != nil {
		return expr.Array{}, err
	}
	p, known := exact(order)
	isOrder := func(n int64) bool { return known && p.Cmp(expr.Int(n)) == 0 }
	switch {
	case isOrder(2):
		return l.scalar(l.g.Call(expr.Norm, x.Elems...)), nil
	case order.Name() != infinity && (!known || p.Sign() <= 0):
		return expr.Array{}, l.errorf(op.span(), "the order of a norm is a positive number or inf")
	}
	terms := make([]expr.Expr, len(x.Elems))
	for i, e := range x.Elems {
		terms[i] = l.g.Call(expr.Abs, e)
	}
	switch {
	case order.Name() == infinity:
		return l.scalar(l.g.Call(expr.Max, terms...)), nil
	case isOrder(1):
		return l.scalar(l.g.Add(terms...)), nil
	}
	for i, t := range terms {
		terms[i] = l.g.Pow(t, order)
	}
	return l.scalar(l.g.Pow(l.g.Add(terms...), l.g.Div(l.g.Int(1), order))), nil
}

// distribution returns the rule of a function of a vector that is built of
// each element and the logsumexp of all.
func distribution(build func(g *expr.Graph, x, total expr.Expr) expr.Expr) rule {
	return func(l *lowering, op operation) (expr.Array, error) {
		if len(op.args) == 1 && len(op.args[0].Shape) == 2 {
			return expr.Array{}, l.shapeError(op, "expected a vector; for a matrix say which row, as in softmax(W[0])")
		}
		x, err := l.elements(op)
		if err != nil {
			return expr.Array{}, err
		}
		total := l.g.Call(expr.LogSumExp, x...)
		elems := make([]expr.Expr, len(x))
		for i := range x {
			elems[i] = build(l.g, x[i], total)
		}
		return expr.Array{Shape: expr.Shape{len(x)}, Elems: elems}, nil
	}
}

// Both neither overflow nor cancel.
var (
	softmax = distribution(func(g *expr.Graph, x, total expr.Expr) expr.Expr {
		return g.Call(expr.Exp, g.Sub(x, total))
	})
	logSoftmax = distribution(func(g *expr.Graph, x, total expr.Expr) expr.Expr { return g.Sub(x, total) })
)

// cumulative returns the rule of the sums or products of the first elements of
// a vector.
func cumulative(join func(*expr.Graph, ...expr.Expr) expr.Expr) rule {
	return func(l *lowering, op operation) (expr.Array, error) {
		x := op.args[0]
		if len(x.Shape) != 1 {
			return expr.Array{}, l.shapeError(op, "expected a vector")
		}
		if err := l.spend(op.span(), len(x.Elems), 1); err != nil {
			return expr.Array{}, err
		}
		elems := append(make([]expr.Expr, 0, len(x.Elems)), x.Elems[0])
		for i, e := range x.Elems[1:] {
			elems = append(elems, join(l.g, elems[i], e))
		}
		return expr.Array{Shape: x.Shape, Elems: elems}, nil
	}
}
