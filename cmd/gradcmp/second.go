package main

import (
	"fmt"
	"math"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/eval/enclosure"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
	"github.com/gradcmp/gradcmp/simplify"
)

const secondHelp = `

--hessian prints the second derivatives, by the symbolic formula, forward over
reverse mode, hyperdual numbers and differences of the gradient; --order 2 does so
for every element of a vector. --hvp V prints the Hessian times a vector by the same
routes; --jvp V the Jacobian times a vector and --vjp U a vector times the Jacobian
by the routes to the gradient. V has a number for each variable, in the order of
--wrt, or names them, with 0 for the others; U has one for each element of the
formula.`

// secondFlags ask for something else than the gradient.
type secondFlags struct {
	order         int
	hessian       bool
	jvp, vjp, hvp string
}

func (f *secondFlags) addFlags(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.IntVar(&f.order, "order", 1, "order of the derivatives, 1 or 2")
	flags.BoolVar(&f.hessian, "hessian", false, "second derivatives of a scalar")
	flags.StringVar(&f.jvp, "jvp", "", "the Jacobian times this vector: 1,0,2 or x=1,y=0")
	flags.StringVar(&f.vjp, "vjp", "", "this vector times the Jacobian: 1,0,2")
	flags.StringVar(&f.hvp, "hvp", "", "the Hessian times this vector: 1,0,2 or x=1,y=0")
	cmd.MarkFlagsMutuallyExclusive("order", "hessian", "jvp", "vjp", "hvp")
}

// parseRoutes reads --routes; nil means all.
func (f *secondFlags) parseRoutes(list string) ([]compare.Route, error) {
	switch {
	case list == "":
		return nil, nil
	case f.isSecond():
		return compare.ParseSecondRoutes(list)
	}
	return compare.ParseRoutes(list)
}

// isSecond reports whether second derivatives are asked for.
func (f *secondFlags) isSecond() bool { return f.order == 2 || f.hessian || f.hvp != "" }

// allRoutes lists the routes that there are to what the flags ask for.
func (f *secondFlags) allRoutes() []compare.Route {
	if f.isSecond() {
		return compare.SecondRoutes()
	}
	return compare.AllRoutes()
}

// compare computes what the flags ask for.
func (f *secondFlags) compare(cmd *cobra.Command, g *expr.Graph, p compare.Problem) (*compare.Report, error) {
	given := func(flag string) bool { return cmd.Flags().Changed(flag) }
	switch {
	case f.order != 1 && f.order != 2:
		return nil, fmt.Errorf("--order must be 1 or 2, not %d; gradcmp diff --order has formulas of any order", f.order)
	case f.hessian && len(p.F.Shape) > 0:
		return nil, fmt.Errorf("--hessian needs a scalar; the formula is a %s; --order 2 takes each element", p.F.Shape)
	case f.hessian, f.order == 2:
		return compare.RunSecond(p)
	case given("jvp"):
		v, err := readDirection(g, "--jvp", f.jvp, p)
		if err != nil {
			return nil, err
		}
		return compare.RunJVP(p, v)
	case given("vjp"):
		u, err := readVector(g, "--vjp", f.vjp)
		if err != nil {
			return nil, err
		}
		if len(u) != len(p.F.Elems) {
			return nil, fmt.Errorf("--vjp has %s, the formula %s", elements(len(u)), elements(len(p.F.Elems)))
		}
		return compare.RunVJP(p, u)
	case given("hvp"):
		v, err := readDirection(g, "--hvp", f.hvp, p)
		if err != nil {
			return nil, err
		}
		return compare.RunHVP(p, v)
	}
	return compare.Run(p)
}

// readDirection reads a vector over the variables to differentiate by: all its
// elements in order, or some by name.
func readDirection(g *expr.Graph, flag, text string, p compare.Problem) ([]float64, error) {
	if !strings.Contains(text, "=") {
		v, err := readVector(g, flag, text)
		if err == nil && len(v) != len(p.Wrt) {
			err = fmt.Errorf("%s has %s, and there are %d variables", flag, elements(len(v)), len(p.Wrt))
		}
		return v, err
	}
	assignments, err := parser.ParsePoint(g, text, parser.Options{File: flag})
	if err != nil {
		return nil, err
	}
	var vars []expr.Variable
	for _, in := range p.Point {
		vars = append(vars, in.Variable)
	}
	steps := map[expr.Expr]float64{}
	for _, a := range assignments {
		if err := readSteps(steps, flag, text, a, vars); err != nil {
			return nil, err
		}
	}
	v := make([]float64, len(p.Wrt))
	for j, x := range p.Wrt {
		v[j] = steps[x]
		delete(steps, x)
	}
	for _, a := range assignments {
		variable, _ := lookupVariable(vars, a.Name)
		for _, x := range variable.Elems {
			if steps[x] != 0 {
				return nil, parser.NewError(flag, text, a.Span, x.Name()+" is not among --wrt", "")
			}
		}
	}
	return v, nil
}

// readSteps adds the elements of one assignment of a vector.
func readSteps(steps map[expr.Expr]float64, flag, text string, a parser.Assignment, vars []expr.Variable) error {
	variable, ok := lookupVariable(vars, a.Name)
	if !ok {
		return unknownVariable(flag, text, a.Span, a.Name, vars)
	}
	if a.Value.Shape.String() != variable.Shape.String() {
		return parser.NewError(flag, text, a.Span,
			fmt.Sprintf("%s is a %s, its value a %s", a.Name, variable.Shape, a.Value.Shape), "")
	}
	values, err := constants(flag, a.Value.Elems)
	for i, x := range values {
		steps[variable.Elems[i]] = x
	}
	return err
}

// readVector reads constant expressions separated by commas, with or without
// brackets around them.
func readVector(g *expr.Graph, flag, text string) ([]float64, error) {
	program, err := parser.ParseInto(g, "["+text+"]", parser.Options{File: flag})
	if err != nil {
		return nil, err
	}
	if len(program.Vars) > 0 {
		return nil, program.Errorf(firstPlace(program, program.Vars[0]), "%s is no number", program.Vars[0].Name)
	}
	return constants(flag, program.Value.Elems)
}

// constants rounds constant expressions to the nearest doubles.
func constants(flag string, elems []expr.Expr) ([]float64, error) {
	values := make([]float64, len(elems))
	for i, x := range simplify.Simplify(simplify.Options{KeepShared: simplify.Unbounded}, elems...) {
		values[i] = enclosure.Constant(x)
		if math.IsNaN(values[i]) || math.IsInf(values[i], 0) {
			return nil, fmt.Errorf("%s: element %d is not a finite number", flag, i)
		}
	}
	return values, nil
}

func elements(n int) string {
	if n == 1 {
		return "1 element"
	}
	return fmt.Sprintf("%d elements", n)
}
