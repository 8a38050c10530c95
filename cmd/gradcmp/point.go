package main

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/eval/enclosure"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
	"github.com/gradcmp/gradcmp/parser"
	"github.com/gradcmp/gradcmp/simplify"
)

// pointFlags are the flags that say where to evaluate.
type pointFlags struct {
	at        string
	exact     bool
	nonFinite bool
	strict    bool
}

func (f *pointFlags) addFlags(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.at, "at", "", "the point: x1=2,x2=3 or x=[1,2,3]; W=[[1,2],[3,4]], or @FILE with a JSON object")
	flags.BoolVar(&f.exact, "exact-at", false, "take coordinates as written, not rounded to doubles")
	flags.BoolVar(&f.nonFinite, "allow-nonfinite", false, "let coordinates be inf, -inf and nan")
	flags.BoolVar(&f.strict, "strict", false, "refuse keys of --at @FILE that the formula does not need")
}

// point is what --at says.
type point struct {
	name, text  string // of the source, for messages
	assignments []parser.Assignment
	values      [][]float64
	exact       bool
	spare       bool // whether it may have values that the formula does not need
}

// read reads the point and rounds each coordinate to the nearest double.
func (f *pointFlags) read(g *expr.Graph) (*point, error) {
	p := &point{name: "--at", text: f.at, exact: f.exact}
	var err error
	if file, ok := strings.CutPrefix(f.at, "@"); ok {
		p.name, p.spare = file, !f.strict
		err = p.readFile(g, file)
	} else {
		p.assignments, err = parser.ParsePoint(g, f.at, parser.Options{File: p.name, NonFinite: f.nonFinite})
	}
	if err != nil {
		return nil, err
	}
	for _, a := range p.assignments {
		values := make([]float64, len(a.Value.Elems))
		for i, x := range simplify.Simplify(simplify.Options{KeepShared: simplify.Unbounded}, a.Value.Elems...) {
			values[i] = enclosure.Constant(x)
			if (math.IsNaN(values[i]) || math.IsInf(values[i], 0)) && !f.nonFinite {
				return nil, parser.NewError(p.name, p.text, a.Span,
					a.Name+a.Value.Shape.Index(i)+" is not a finite number; --allow-nonfinite lets it pass", "")
			}
		}
		p.values = append(p.values, values)
	}
	return p, nil
}

// readFile reads a JSON object of numbers and arrays.
func (p *point) readFile(g *expr.Graph, file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	p.text = string(text)
	var object map[string]json.RawMessage
	if err := json.Unmarshal(text, &object); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	for _, name := range slices.Sorted(maps.Keys(object)) {
		array, err := readJSONArray(object[name])
		if err != nil {
			return fmt.Errorf("%s: the value of %s: %w", file, name, err)
		}
		value := expr.Array{Shape: array.shape}
		for _, x := range array.values {
			value.Elems = append(value.Elems, constantOf(g, x))
		}
		start := max(strings.Index(p.text, strconv.Quote(name)), 0)
		p.assignments = append(p.assignments, parser.Assignment{
			Name: name, Value: value, Span: parser.Span{Start: start, End: start + len(strconv.Quote(name))},
		})
	}
	return nil
}

// constantOf returns a double as an expression.
func constantOf(g *expr.Graph, x float64) expr.Expr {
	if n, ok := expr.FromFloat(x); ok {
		return g.Num(n)
	}
	numerator := int64(0)
	switch {
	case math.IsInf(x, 1):
		numerator = 1
	case math.IsInf(x, -1):
		numerator = -1
	}
	return g.Div(g.Int(numerator), g.Int(0))
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
		if _, ok := lookupVariable(program.Vars, a.Name); !ok && !p.spare {
			return nil, unknownVariable(p.name, p.text, a.Span, a.Name, program.Vars)
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

// unneeded lists the names in a point's file that the formula does not need.
func (p *point) unneeded(vars []expr.Variable) []string {
	var names []string
	for _, a := range p.assignments {
		if _, ok := lookupVariable(vars, a.Name); !ok {
			names = append(names, a.Name)
		}
	}
	return names
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
