package stable

import "github.com/gradcmp/gradcmp/expr"

// expansion holds the power series of the nodes of an expression in y = x -
// center.
type expansion struct {
	g      *expr.Graph
	x      expr.Expr
	center coefficient
	terms  int // that the variable and constants are expanded to
	series expr.Memo[powerSeries]
	known  expr.Memo[bool] // whether a node has a series
}

// mostNodes bounds the expressions that are expanded.
const mostNodes = mostWindow

// newExpansion expands the nodes ids, which are closed under arguments. Nodes
// without a series, such as those of other variables, are left out.
func newExpansion(g *expr.Graph, ids []expr.ID, x expr.Expr, center expr.Number, terms int) *expansion {
	e := &expansion{
		g: g, x: x, center: scaledPi(center.Rat(), 0), terms: terms,
		series: expr.NewMemo[powerSeries](ids), known: expr.NewMemo[bool](ids),
	}
	if len(ids) > mostNodes {
		return e
	}
	for _, id := range ids {
		s, ok := e.node(g.At(id))
		*e.series.At(id), *e.known.At(id) = s, ok
	}
	return e
}

func (e *expansion) node(x expr.Expr) (powerSeries, bool) {
	if x.Op() == expr.OpPow && x.Arg(0).IsCall(expr.E) {
		if !*e.known.At(x.Arg(1).ID()) {
			return powerSeries{}, false
		}
		return e.series.At(x.Arg(1).ID()).exp()
	}
	args := make([]powerSeries, x.NumArgs())
	for i, id := range x.ArgIDs() {
		if !*e.known.At(id) {
			return powerSeries{}, false
		}
		args[i] = *e.series.At(id)
	}
	switch x.Op() {
	case expr.OpNum:
		n, _ := x.Number()
		return constantSeries(scaledPi(n.Rat(), 0), e.terms), true
	case expr.OpVar:
		c := make([]coefficient, e.terms)
		c[0], c[1] = e.center, rational(1, 1)
		return newSeries(0, c), x == e.x
	case expr.OpNeg:
		return args[0].scale(rational(-1, 1)), true
	case expr.OpAdd:
		return fold(args, powerSeries.add)
	case expr.OpSub:
		return args[0].sub(args[1])
	case expr.OpMul:
		return fold(args, powerSeries.mul)
	case expr.OpDiv:
		return args[0].div(args[1])
	case expr.OpPow:
		return e.power(x, args)
	case expr.OpCall:
		return e.call(x, args)
	}
	return powerSeries{}, false
}

func (e *expansion) power(x expr.Expr, args []powerSeries) (powerSeries, bool) {
	if m := monomialOf(x.Arg(1)); len(m.factors) == 0 {
		return args[0].power(m.coef)
	}
	log, ok := args[0].log()
	if !ok {
		return powerSeries{}, false
	}
	return then(powerSeries.exp)(args[1].mul(log))
}

func (e *expansion) call(x expr.Expr, args []powerSeries) (powerSeries, bool) {
	for _, a := range args {
		if a.low < 0 {
			return powerSeries{}, false
		}
	}
	switch x.Func() {
	case expr.Pi:
		return constantSeries(scaledPi(rational(1, 1).r, 2), e.terms), true
	case expr.Hypot, expr.Norm:
		squares := make([]powerSeries, len(args))
		for i, a := range args {
			var ok bool
			if squares[i], ok = a.mul(a); !ok {
				return powerSeries{}, false
			}
		}
		return raised(expr.Frac(1, 2))(fold(squares, powerSeries.add))
	case expr.XLogY:
		log, ok := args[1].log()
		if !ok {
			return powerSeries{}, false
		}
		return args[0].mul(log)
	}
	if len(args) != 1 {
		return powerSeries{}, false
	}
	return seriesOf(x.Func(), args[0])
}

func fold(args []powerSeries, op func(a, b powerSeries) (powerSeries, bool)) (powerSeries, bool) {
	sum := args[0]
	for _, a := range args[1:] {
		var ok bool
		if sum, ok = op(sum, a); !ok {
			return powerSeries{}, false
		}
	}
	return sum, true
}

// cancels reports whether x is a sum whose terms cancel at the center: it is of
// a higher order than its largest terms.
func (e *expansion) cancels(x expr.Expr) bool {
	if !isSum(x) || !*e.known.At(x.ID()) {
		return false
	}
	lowest := e.terms
	for _, a := range x.ArgIDs() {
		lowest = min(lowest, e.series.At(a).low)
	}
	sum := e.series.At(x.ID())
	return len(sum.c) > 0 && sum.low > lowest
}
