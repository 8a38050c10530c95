package catalog

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/eval/enclosure"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
	"github.com/gradcmp/gradcmp/parser"
	"github.com/gradcmp/gradcmp/simplify"
)

// further returns the entries of the functions that package expr does not
// have. Their derivatives are those of the example's formula.
func (t *tables) further() ([]Entry, error) {
	var entries []Entry
	for _, f := range parser.Functions() {
		shown := shownCalls()[f.Name]
		e := Entry{
			Name: f.Name, Aliases: f.Aliases, Usage: f.Usage, Family: arraysTitle,
			Meaning: shown.meaning, Definition: f.Body, Note: f.Note,
			Torch: shown.peers.Torch, JAX: shown.peers.JAX, NumPy: shown.peers.NumPy, SymPy: shown.peers.SymPy,
		}
		if f.Body != "" {
			e.Family = preludeTitle
		}
		if shown.meaning == "" {
			e.Meaning, e.Note = f.Note, ""
		}
		if err := t.work(&e, shown.call, shown.at); err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
		var err error
		if e.Edge, err = t.kink(f); err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
		entries = append(entries, e)
	}
	return entries, nil
}

// work computes an example and, if its variables are scalars, the formulas of
// its derivatives.
func (t *tables) work(e *Entry, call, point string) error {
	g := expr.NewGraph()
	assignments, err := parser.ParsePoint(g, point, parser.Options{})
	if err != nil {
		return err
	}
	shapes := map[string]expr.Shape{}
	for _, a := range assignments {
		shapes[a.Name] = a.Value.Shape
	}
	program, err := parser.ParseInto(g, call, parser.Options{Shapes: shapes, Convention: t.convention})
	if err != nil {
		return err
	}
	var vars []expr.Expr
	var at []float64
	scalars := true
	for _, a := range assignments {
		i := slices.IndexFunc(program.Vars, func(v expr.Variable) bool { return v.Name == a.Name })
		if i < 0 {
			return fmt.Errorf("%s has no variable %s", call, a.Name)
		}
		v := program.Vars[i]
		vars = append(vars, v.Elems...)
		for _, x := range a.Value.Elems {
			at = append(at, enclosure.Constant(x))
		}
		scalars = scalars && len(v.Shape) == 0
	}
	y := program.Value.Elems[0]
	value, grad, err := t.evaluate(t.convention, y, vars, at)
	if err != nil {
		return err
	}
	e.Example = worked{Call: call, At: strings.ReplaceAll(point, ",", ", "), Value: jsonNumber(value)}
	for i, v := range vars {
		e.Example.Gradient = append(e.Example.Gradient, derivative{v.Name(), jsonNumber(grad[i])})
	}
	if !scalars {
		return nil
	}
	formulas, err := diff.Gradient(y, vars, t.symbolic)
	if err != nil {
		return err
	}
	formulas, _ = simplify.Readable(longestFormula, longestFormula, formulas...)
	for i, formula := range formulas {
		e.Derivative = append(e.Derivative, partialRule{Wrt: vars[i].Name(), Rule: print.String(formula)})
	}
	return nil
}

// longestFormula bounds, in nodes, the formulas of the examples, which are far
// shorter.
const longestFormula = 1000
