package catalog

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// edgeEntry says what a function does where it is not smooth, at a point on
// the edge. Left and Right are the limits as the first argument comes from
// either side.
type edgeEntry struct {
	What       string     `json:"what"` // such as "has a kink at 0"
	Call       string     `json:"call"`
	Value      jsonNumber `json:"value"`
	LeftValue  jsonNumber `json:"left_value"`
	RightValue jsonNumber `json:"right_value"`
	Left       jsonNumber `json:"left_derivative"` // by one argument
	Right      jsonNumber `json:"right_derivative"`
	// Conventions are the derivatives at the point, none under "error".
	Conventions []conventional `json:"conventions"`

	isJump bool
}

// conventional is the gradient under a convention.
type conventional struct {
	Name     string       `json:"convention"`
	Gradient []derivative `json:"gradient"`
}

// edgePoints are points on each kind of edge.
var edgePoints = map[expr.Edge][]float64{
	expr.KinkAtZero:             {0},
	expr.JumpAtZero:             {0},
	expr.KinkAtTie:              {1, 1},
	expr.JumpAtTie:              {1, 1},
	expr.KinkAtOrigin:           {0, 0},
	expr.JumpAtIntegers:         {2},
	expr.JumpAtNonzeroIntegers:  {2},
	expr.JumpAtHalves:           {2.5},
	expr.JumpAtMultiples:        {4, 2},
	expr.JumpAtNonzeroMultiples: {4, 2},
	expr.JumpAtCut:              {0, -1},
}

// edge computes what a function does on its edge, nil if it is smooth.
func (t *tables) edge(fn expr.Func) (*edgeEntry, error) {
	info := fn.Info()
	if info.Edge == expr.Smooth {
		return nil, nil
	}
	at, ok := edgePoints[info.Edge]
	if !ok {
		return nil, fmt.Errorf("no point is known where %s %s", fn, info.Edge)
	}
	e := &edgeEntry{What: info.Edge.String(), isJump: info.Edge.IsJump(), Call: callWith(fn, at)}
	names := callNames(info, len(at))
	return e, t.describe(e, names, at, func(c expr.Convention, at []float64) (float64, []float64, error) {
		return t.differentiate(c, fn, at)
	})
}

// kink computes what a function that is defined in the language does at the
// kink that its row names, nil if it names none.
func (t *tables) kink(f parser.Function) (*edgeEntry, error) {
	if f.Kink == "" {
		return nil, nil
	}
	at := jsonNumber(f.KinkAt).String()
	e := &edgeEntry{What: "has a kink at " + at, Call: strings.Replace(f.Kink, "(x", "("+at, 1)}
	return e, t.describe(e, []string{"x"}, []float64{f.KinkAt}, func(c expr.Convention, at []float64) (float64, []float64, error) {
		program, err := parser.Parse(f.Kink, parser.Options{Convention: c})
		if err != nil {
			return 0, nil, err
		}
		return t.evaluate(c, program.Value.Elems[0], program.Vars[0].Elems, at)
	})
}

// describe fills in the values and derivatives at a point of an edge and beside
// it, by arguments of the given names.
func (t *tables) describe(
	e *edgeEntry, names []string, at []float64, differentiate func(expr.Convention, []float64) (float64, []float64, error),
) error {
	beside := append([]float64{}, at...)
	beside[0] = math.Nextafter(at[0], math.Inf(-1))
	left, slope, err := differentiate(t.convention, beside)
	if err != nil {
		return err
	}
	e.LeftValue, e.Left = limit(left), limit(slope[0])
	beside[0] = math.Nextafter(at[0], math.Inf(1))
	right, slope, err := differentiate(t.convention, beside)
	if err != nil {
		return err
	}
	e.RightValue, e.Right = limit(right), limit(slope[0])
	for _, c := range expr.Conventions() {
		value, grad, err := differentiate(c, at)
		if err != nil {
			return err
		}
		e.Value = jsonNumber(value)
		row := conventional{Name: c.String()}
		for i, name := range names {
			row.Gradient = append(row.Gradient, derivative{name, jsonNumber(grad[i])})
		}
		e.Conventions = append(e.Conventions, row)
	}
	return nil
}

// limit drops the digits in which a number beside the edge differs from the
// limit, and what is 0 but for them.
func limit(x float64) jsonNumber {
	const digits, negligible = 12, 1e-12
	if math.Abs(x) < negligible {
		return 0
	}
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'g', digits, 64), 64) // what Format writes is a number
	return jsonNumber(rounded)
}

// callWith writes a call with numbers.
func callWith(fn expr.Func, at []float64) string {
	args := make([]string, len(at))
	for i, x := range at {
		args[i] = jsonNumber(x).String()
	}
	return fn.Name() + "(" + strings.Join(args, ", ") + ")"
}

// label returns the kind of edge in one word.
func (e *edgeEntry) label() string {
	if e != nil && e.isJump {
		return "jump"
	}
	return "kink"
}

// sentences says in words what happens on the edge, nothing if there is none.
func (e *edgeEntry) sentences() []string {
	if e == nil {
		return nil
	}
	first := e.What + ": " + e.Call + " = " + e.Value.String()
	if e.isJump {
		first += fmt.Sprintf(", from the left %s and from the right %s", e.LeftValue, e.RightValue)
	}
	second := fmt.Sprintf("derivative %s from the left and %s from the right", e.Left, e.Right)
	if e.Left == e.Right {
		second = fmt.Sprintf("derivative %s from both sides", e.Left)
	}
	if len(e.Conventions[0].Gradient) > 1 {
		second += ", as the first argument moves"
	}
	return []string{first, second, "by convention: " + e.choices()}
}

// choices lists the gradients with the conventions that give them.
func (e *edgeEntry) choices() string {
	var texts []string
	by := map[string][]string{}
	for _, c := range e.Conventions {
		text := c.text()
		if by[text] == nil {
			texts = append(texts, text)
		}
		by[text] = append(by[text], c.Name)
	}
	for i, text := range texts {
		texts[i] = text + " (" + strings.Join(by[text], ", ") + ")"
	}
	return strings.Join(texts, ", ")
}

// text writes the derivatives by each argument, or the one that all have.
func (c *conventional) text() string {
	first := c.Gradient[0].Value.String()
	switch {
	case c.Name == expr.Error.String():
		return "none"
	case len(c.Gradient) == 1:
		return first
	}
	parts := make([]string, len(c.Gradient))
	same := true
	for i, d := range c.Gradient {
		parts[i] = d.Value.String() + " by " + d.Wrt
		same = same && d.Value.String() == first
	}
	if same {
		return first + " by each"
	}
	return strings.Join(parts, " and ")
}
