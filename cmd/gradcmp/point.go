package main

import (
	"math"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
	"github.com/gradcmp/gradcmp/parser"
	"github.com/gradcmp/gradcmp/simplify"
)

// point is what --at says.
type point struct {
	text        string
	assignments []parser.Assignment
	values      [][]float64
	exact       bool
}

// readPoint reads --at and rounds each coordinate to the nearest double.
func readPoint(g *expr.Graph, text string, exact bool) (*point, error) {
	assignments, err := parser.ParsePoint(g, text, parser.Options{File: "--at"})
	if err != nil {
		return nil, err
	}
	p := &point{text: text, assignments: assignments, exact: exact}
	for _, a := range assignments {
		values := make([]float64, len(a.Value.Elems))
		for i, x := range simplify.Simplify(simplify.Options{KeepShared: simplify.Unbounded}, a.Value.Elems...) {
			values[i] = eval.Constant(x)
			if math.IsNaN(values[i]) || math.IsInf(values[i], 0) {
				return nil, parser.NewError("--at", text, a.Span, a.Name+a.Value.Shape.Index(i)+" is not a finite number", "")
			}
		}
		p.values = append(p.values, values)
	}
	return p, nil
}

func (p *point) shapes() map[string]expr.Shape {
	shapes := make(map[string]expr.Shape, len(p.assignments))
	for _, a := range p.assignments {
		shapes[a.Name] = a.Value.Shape
	}
	return shapes
}

// inputs pairs the variables of a program with their values. Every variable
// needs a value, and every value a variable.
func (p *point) inputs(program *parser.Result) ([]compare.Input, error) {
	for _, a := range p.assignments {
		if _, ok := lookupVariable(program.Vars, a.Name); !ok {
			return nil, unknownVariable("--at", p.text, a.Span, a.Name, program.Vars)
		}
	}
	var inputs []compare.Input
	for _, v := range program.Vars {
		input, ok := p.input(v)
		if !ok {
			return nil, program.Errorf(firstPlace(program, v), "no value for %s: give it with --at %s=…", v.Name, v.Name)
		}
		inputs = append(inputs, input)
	}
	return inputs, nil
}

func (p *point) input(v expr.Variable) (compare.Input, bool) {
	for i, a := range p.assignments {
		if a.Name != v.Name {
			continue
		}
		input := compare.Input{Variable: v, Values: p.values[i]}
		if p.exact {
			input.Exact = a.Value.Elems
			for _, x := range a.Value.Elems {
				input.Text = append(input.Text, print.String(x))
			}
		}
		return input, true
	}
	return compare.Input{}, false
}

// firstPlace returns where a variable first stands in the source.
func firstPlace(program *parser.Result, v expr.Variable) parser.Span {
	var first parser.Span
	found := false
	for _, x := range v.Elems {
		for _, at := range program.Places(x.ID()) {
			if !found || at.Start < first.Start {
				first, found = at, true
			}
		}
	}
	return first
}
