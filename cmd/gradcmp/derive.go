package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
	"github.com/gradcmp/gradcmp/parser"
	"github.com/gradcmp/gradcmp/simplify"
)

// maxDerivatives bounds how many mixed derivatives one command prints.
const maxDerivatives = 1_000_000

// derivatives are the formulas that gradcmp diff prints.
type derivatives struct {
	rules    *diff.Rules
	formulas []expr.Expr
	of       []string      // which output each belongs to
	wrt      [][]expr.Expr // the variables of each, one for each order
	matrix   int           // the size of a Hessian, 0 if they are no matrix
}

// derive computes what the flags ask for.
func (f *diffFlags) derive(program *parser.Result, rules *diff.Rules) (*derivatives, error) {
	if f.mixed != "" {
		if f.wrt != "" {
			return nil, errors.New("give --mixed or --wrt, not both")
		}
		return f.deriveMixed(program, rules)
	}
	vars, err := wrt(f.wrt, program.Vars)
	if err != nil {
		return nil, err
	}
	if f.order < 1 {
		return nil, errors.New("--order must be 1 or more")
	}
	d := &derivatives{rules: rules}
	order := f.order
	if f.hessian {
		if len(program.Value.Shape) > 0 {
			return nil, fmt.Errorf("--hessian needs a scalar; the formula is a %s", program.Value.Shape)
		}
		order, d.matrix = 2, len(vars)
	}
	for i, x := range program.Value.Elems {
		if err := d.tower(x, program.Value.Shape.Index(i), nil, vars, order, f.hessian); err != nil {
			return nil, err
		}
	}
	return d, nil
}

// deriveMixed computes one mixed derivative of each output. Unlike other lists
// of names, the list may repeat a variable.
func (f *diffFlags) deriveMixed(program *parser.Result, rules *diff.Rules) (*derivatives, error) {
	d := &derivatives{}
	var vars []expr.Expr
	for name := range strings.SplitSeq(f.mixed, ",") {
		x, err := wrt(name, program.Vars)
		if err != nil {
			return nil, err
		}
		if strings.TrimSpace(name) == "" || len(x) != 1 {
			return nil, fmt.Errorf("--mixed takes scalar variables such as x,x,y; %q is none", name)
		}
		vars = append(vars, x[0])
	}
	for i, x := range program.Value.Elems {
		y, err := diff.Mixed(x, vars, rules, simplify.Full)
		if err != nil {
			return nil, err
		}
		d.add(y, program.Value.Shape.Index(i), vars)
	}
	return d, nil
}

// tower adds all derivatives of x of the given order; of those that differ
// only in the order of their variables it adds the first, unless every one is
// asked for. done are the variables that led from the formula to x.
func (d *derivatives) tower(x expr.Expr, of string, done, vars []expr.Expr, order int, all bool) error {
	grad, err := diff.Gradient(x, vars, d.rules)
	if err != nil {
		return err
	}
	if order > 1 {
		grad = simplify.Simplify(simplify.Options{KeepShared: simplify.Shared}, grad...)
	}
	first := 0
	if len(done) > 0 && !all {
		first = slices.Index(vars, done[len(done)-1])
	}
	for i := first; i < len(vars); i++ {
		path := append(slices.Clone(done), vars[i])
		if order == 1 {
			if d.add(grad[i], of, path); len(d.formulas) > maxDerivatives {
				return fmt.Errorf("there are more than %d derivatives; choose fewer with --wrt", maxDerivatives)
			}
			continue
		}
		if err := d.tower(grad[i], of, path, vars, order-1, all); err != nil {
			return err
		}
	}
	return nil
}

func (d *derivatives) add(x expr.Expr, of string, wrt []expr.Expr) {
	d.formulas = append(d.formulas, x)
	d.of = append(d.of, of)
	d.wrt = append(d.wrt, wrt)
}

// readable simplifies the formulas for printing, with definitions of shared
// subexpressions if they are asked for.
func (d *derivatives) readable(f *diffFlags) ([]print.Definition, error) {
	if f.let {
		shared := simplify.Simplify(simplify.Options{KeepShared: simplify.Shared}, d.formulas...)
		definitions, bodies := print.Let(shared)
		d.formulas = bodies
		return definitions, nil
	}
	formulas, whole := simplify.Readable(f.maxNodes, f.maxNodes, d.formulas...)
	if !whole {
		return nil, fmt.Errorf("written out, the formulas have more than %d nodes; "+
			"--let prints shared subexpressions once, --max-nodes raises the limit", f.maxNodes)
	}
	d.formulas = formulas
	return nil, nil
}
