package claim

import (
	"math/big"

	"github.com/gradcmp/gradcmp/eval/ball"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// integrated tells a claim whose derivative is the formula.
func (j *judge) integrated(c Claim, s subject) ([]candidate, error) {
	back, err := j.derive(c.Formula, s.by)
	if err != nil {
		return nil, nil // a claim that cannot be derived is no integral
	}
	d := Diagnosis{Kind: Integrated, Text: "it is integrated, not derived: its derivative is the function"}
	return []candidate{{diagnosis: d, formula: s.f, corrected: back}}, nil
}

// units are the numbers of which a constant may be a simple multiple.
var units = []string{
	"1", "pi", "1/pi", "e", "1/e", "log(2)", "1/log(2)", "log(10)", "1/log(10)", "sqrt(2)", "sqrt(pi)", "1/sqrt(pi)",
	"sqrt(2*pi)", "1/sqrt(2*pi)", "sqrt(3)", "pi^2", "1/pi^2", "log(3)",
}

// constants tells a claim that is off by a constant factor or a constant term.
// Of two constants one is a multiple of the other, so there a term is tried
// first.
func (j *judge) constants(_ Claim, s subject, found survey) ([]candidate, error) {
	context := ball.Context{Bits: j.problem.goal().Bits()}
	g := s.right.Graph()
	factor := func() (candidate, bool, error) {
		k, ok, err := j.recognize(g, found, context, context.Quo)
		d := Diagnosis{Kind: ConstantFactor}
		if ok {
			d.Factor, d.Text = show(k), "it is off by the constant factor "+show(k)
			return candidate{diagnosis: d, formula: g.Mul(k, s.right)}, true, nil
		}
		return candidate{}, false, err
	}
	term := func() (candidate, bool, error) {
		k, ok, err := j.recognize(g, found, context, context.Sub)
		d := Diagnosis{Kind: ConstantTerm}
		if ok {
			d.Term, d.Text = show(k), "it is off by the added constant "+show(k)
			return candidate{diagnosis: d, formula: g.Add(s.right, k)}, true, nil
		}
		return candidate{}, false, err
	}
	tries := []func() (candidate, bool, error){factor, term}
	if _, isNumber := s.right.Number(); isNumber {
		tries = []func() (candidate, bool, error){term, factor}
	}
	for _, try := range tries {
		if k, ok, err := try(); ok || err != nil {
			return []candidate{k}, err
		}
	}
	return nil, nil
}

// steady returns what an operation makes of the claimed and the right value,
// if that is the same at all points but those where it has no value.
func steady(s survey, operation func(claimed, right ball.Ball) ball.Ball) (ball.Ball, bool) {
	var constant ball.Ball
	count := 0
	for _, r := range s.readings {
		if r.relation == onlyRight || r.relation == onlyClaim {
			return ball.Ball{}, false
		}
		y := operation(r.claimed, r.right)
		if !y.IsKnown() {
			continue // 0/0
		}
		if count > 0 && !ball.Overlaps(y, constant) {
			return ball.Ball{}, false
		}
		if count == 0 || y.Radius().Cmp(constant.Radius()) < 0 {
			constant = y
		}
		count++
	}
	return constant, count >= 2
}

// recognize writes what an operation makes of the claimed and the right value as
// a simple multiple of one of the units; false if it is none or no constant.
func (j *judge) recognize(
	g *expr.Graph, found survey, c ball.Context, operation func(claimed, right ball.Ball) ball.Ball,
) (expr.Expr, bool, error) {
	y, ok := steady(found, operation)
	if !ok {
		return none, false, nil
	}
	for _, text := range units {
		result, err := parser.ParseInto(g, text, parser.Options{})
		if err != nil {
			return none, false, err
		}
		unit := result.Value.Elems[0]
		values, err := j.atPoint(unit)
		if err != nil {
			return none, false, err
		}
		if n, ok := rational(c.Quo(y, values[0].ball)); ok {
			return tidy(g.Mul(g.Num(n), unit)), true, nil
		}
	}
	return none, false, nil
}

// rational finds the simplest fraction in a ball by continued fractions. Its
// parts have to be small: in a ball of 64 bits or more there is one by chance
// with a probability below 2^-20.
func rational(y ball.Ball) (expr.Number, bool) {
	const largest = 1 << 20
	if !y.IsKnown() || y.Accuracy() < 64 {
		return expr.Number{}, false
	}
	x, _ := y.Mid().Rat(nil)
	if x == nil {
		return expr.Number{}, false
	}
	// p1/q1 is the convergent, p0/q0 the one before it.
	p0, q0, p1, q1 := big.NewInt(0), big.NewInt(1), big.NewInt(1), big.NewInt(0)
	for rest := new(big.Rat).Set(x); ; {
		whole := new(big.Int).Div(rest.Num(), rest.Denom()) // rounds down
		p0, p1 = p1, new(big.Int).Add(new(big.Int).Mul(whole, p1), p0)
		q0, q1 = q1, new(big.Int).Add(new(big.Int).Mul(whole, q1), q0)
		if q1.CmpAbs(big.NewInt(largest)) > 0 || p1.CmpAbs(big.NewInt(largest)) > 0 {
			return expr.Number{}, false
		}
		n := new(big.Rat).SetFrac(p1, q1)
		if y.Contains(new(big.Float).SetPrec(y.Mid().Prec()+64).SetRat(n)) || ball.Overlaps(y, ball.Context{Bits: y.Mid().Prec() + 64}.FromRat(n)) {
			return expr.FromRat(n), p1.Sign() != 0
		}
		rest.Sub(rest, new(big.Rat).SetInt(whole))
		if rest.Sign() == 0 {
			return expr.Number{}, false
		}
		rest.Inv(rest)
	}
}
