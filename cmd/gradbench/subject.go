package main

import (
	"fmt"

	"github.com/gradcmp/gradcmp/autodiff/reverse"
	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
	"github.com/gradcmp/gradcmp/simplify"
)

// task is what is measured on a workload.
type task string

// The tasks. What peers call them in peers.py is the same.
const (
	parse         task = "parse"
	differentiate task = "differentiate"
	evaluate      task = "evaluate"
)

// maxFormula is how many nodes a gradient may have, written out, that is simplified in full.
const maxFormula = 100_000

// subject is a workload made ready for gradcmp.
type subject struct {
	name     string
	source   string
	rules    *diff.Rules
	sweeper  *reverse.Sweeper
	point    []float64
	value    float64   // at the point
	gradient []float64 // at the point
}

// newSubject parses and compiles the workload and computes its value and gradient.
func newSubject(w workload) (subject, error) {
	fail := func(err error) (subject, error) { return subject{}, fmt.Errorf("%s: %w", w.Name, err) }
	r, err := parser.Parse(w.Gradcmp, parser.Options{})
	if err != nil {
		return fail(err)
	}
	variables := coordinates(r)
	program, err := eval.Compile(variables, r.Value.Elems, eval.Keep())
	if err != nil {
		return fail(err)
	}
	sweeper, err := reverse.New(program, eval.StandardKernels(), reverse.StandardRules(expr.Torch))
	if err != nil {
		return fail(err)
	}
	s := subject{name: w.Name, source: w.Gradcmp, rules: diff.StandardRules(expr.Torch), sweeper: sweeper}
	for _, in := range w.Inputs {
		s.point = append(s.point, in.Values...)
	}
	s.gradient = make([]float64, len(variables))
	return s, s.do(evaluate)
}

// do performs the task once.
func (s *subject) do(t task) error {
	if t == evaluate {
		s.value = s.sweeper.Gradient(s.point, 0, s.gradient)
		return nil
	}
	r, err := parser.Parse(s.source, parser.Options{})
	if err != nil || t == parse {
		return err
	}
	partials, err := diff.Gradient(r.Value.Elems[0], coordinates(r), s.rules)
	if err != nil {
		return err
	}
	simplify.Readable(maxFormula, maxFormula, partials...)
	return nil
}

// coordinates returns the elements of all variables of a program, in their order.
func coordinates(r *parser.Result) []expr.Expr {
	var elems []expr.Expr
	for _, v := range r.Vars {
		elems = append(elems, v.Elems...)
	}
	return elems
}
