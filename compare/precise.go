package compare

import (
	"fmt"
	"strings"

	"github.com/gradcmp/gradcmp/autodiff/certified"
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/ball"
	"github.com/gradcmp/gradcmp/eval/enclosure"
	"github.com/gradcmp/gradcmp/expr"
)

// Precise is a value and its gradient to many digits, every one of them
// certified: see [RunPrecise].
type Precise struct {
	Expr     string // the formula as written
	At       []Coordinate
	Shape    expr.Shape
	Digits   int       // that were asked for
	Value    []Decimal // the formula's elements, in row-major order
	Partials []PrecisePartial
}

// PrecisePartial is a partial derivative to many digits.
type PrecisePartial struct {
	Wrt string
	Of  string // which element of a vector or matrix, "" for a scalar
	Decimal
}

// Decimal is a number of which every digit is certain.
type Decimal struct {
	Text    string // "" if no digit is
	Certain int    // how many significant digits are
	Why     string // why they are fewer than were asked for, "" if they are not
	State   ball.State
}

// IsWhole reports whether the decimal has all the digits that were asked for.
func (d Decimal) IsWhole() bool { return d.Why == "" }

// IsWhole reports whether every number has all the digits that were asked for.
func (p *Precise) IsWhole() bool {
	for _, d := range p.Value {
		if !d.IsWhole() {
			return false
		}
	}
	for _, d := range p.Partials {
		if !d.IsWhole() {
			return false
		}
	}
	return true
}

// RunPrecise computes the value of the problem's formula and its partial
// derivatives by ball arithmetic, in reverse mode, to the digits of the goal.
// What is printed of the value is certain; what is printed of the derivatives is
// given the rules of [certified.Rules]. Coordinates are the doubles of the
// point, or exact where they are given so.
func RunPrecise(p Problem, g enclosure.Goal) (*Precise, error) {
	p = p.withDefaults()
	inputs, _ := p.coordinates()
	program, err := eval.Compile(inputs, enclosure.Fold(p.F.Elems...), eval.Keep())
	if err != nil {
		return nil, err
	}
	functions := enclosure.StandardFunctions()
	d, err := certified.New(program, functions, certified.StandardRules(p.Convention))
	if err != nil {
		return nil, err
	}
	at, err := exactPoint(p.Point, functions)
	if err != nil {
		return nil, err
	}
	values, jacobian := d.Jacobian(at, g)
	out := &Precise{Expr: p.text(), At: coordinatesOf(p.Point), Shape: p.F.Shape, Digits: g.Digits}
	columns := positions(p.Wrt, inputs)
	for i, y := range values {
		value := decimal(y, g)
		if !y.IsKnown() {
			value.Why = p.blame(inputs, functions, at, i, g, value.Why)
		}
		out.Value = append(out.Value, value)
		for j, column := range columns {
			partial := PrecisePartial{Wrt: p.Wrt[j].Name(), Of: p.F.Shape.Index(i), Decimal: decimal(jacobian[i*len(inputs)+column], g)}
			out.Partials = append(out.Partials, partial)
		}
	}
	return out, nil
}

// decimal writes a ball, with the reason where it has fewer digits than wanted.
func decimal(y ball.Ball, g enclosure.Goal) Decimal {
	d := Decimal{State: y.State()}
	d.Text, d.Certain = y.Digits(g.Digits)
	switch {
	case y.State() == ball.Unknown:
		d.Why = "unknown: the budget of bits does not decide it"
	case !y.IsKnown():
		d.Why = y.State().String()
	case d.Certain == 0:
		d.Why = "no digit is certain: the number is 0, or smaller than 1e" + fmt.Sprint(y.Magnitude().Exponent()*30103/100000+1)
	case d.Certain < g.Digits:
		d.Why = fmt.Sprintf("%d digits are certain within the budget of bits", d.Certain)
	}
	return d
}

// blame says which operation has no value, and what it received.
func (p Problem) blame(
	inputs []expr.Expr, functions enclosure.Functions, at enclosure.Point, output int, g enclosure.Goal, why string,
) string {
	program, err := eval.Compile(inputs, p.F.Elems, eval.Keep())
	if err != nil {
		return why
	}
	culprit, ok := enclosure.FindCulprit(program, functions, at, output, ball.Context{Bits: g.Bits()})
	if !ok {
		return why
	}
	const digits = 10
	received := make([]string, len(culprit.Args))
	for i, x := range culprit.Args {
		if received[i], _ = x.Digits(digits); received[i] == "" {
			received[i] = x.String()
		}
	}
	x := p.F.Elems[output].Graph().At(culprit.Node)
	place := ""
	if p.Place != nil {
		if at := p.Place(culprit.Node); at != "" {
			place = " at " + at
		}
	}
	return fmt.Sprintf("%s: %s%s received %s", why, subexpression(x), place, strings.Join(received, ", "))
}

// exactPoint returns the point of a problem: its doubles, or coordinates as
// they are written.
func exactPoint(point []Input, functions enclosure.Functions) (enclosure.Point, error) {
	var parts []enclosure.Point
	for _, in := range point {
		if in.Exact == nil {
			parts = append(parts, enclosure.At(in.Values...))
			continue
		}
		program, err := eval.Compile(nil, in.Exact)
		if err != nil {
			return nil, err
		}
		parts = append(parts, func(c ball.Context) []ball.Ball {
			return eval.NewInterpreter[ball.Ball](program, &enclosure.Arithmetic{Context: c, Functions: functions}).Run(nil, nil)
		})
	}
	return func(c ball.Context) []ball.Ball {
		var x []ball.Ball
		for _, part := range parts {
			x = append(x, part(c)...)
		}
		return x
	}, nil
}
