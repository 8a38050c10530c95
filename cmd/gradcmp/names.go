package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// variableNames lists the names of the formula's variables.
func variableNames(vars []expr.Variable) []string {
	names := make([]string, len(vars))
	for i, v := range vars {
		names[i] = v.Name
	}
	return names
}

func lookupVariable(vars []expr.Variable, name string) (expr.Variable, bool) {
	for _, v := range vars {
		if v.Name == name {
			return v, true
		}
	}
	return expr.Variable{}, false
}

// wrt returns the variables' elements that a --wrt list names, in the order
// of the list; all of them for an empty list.
func wrt(list string, vars []expr.Variable) ([]expr.Expr, error) {
	var elems []expr.Expr
	if strings.TrimSpace(list) == "" {
		for _, v := range vars {
			elems = append(elems, v.Elems...)
		}
		return elems, nil
	}
	refs, err := parser.ParseNames(list, parser.Options{File: "--wrt"})
	if err != nil {
		return nil, err
	}
	for _, ref := range refs {
		named, err := element(list, "--wrt", ref, vars)
		if err != nil {
			return nil, err
		}
		elems = append(elems, named...)
	}
	return elems, nil
}

// element returns the elements of a variable that a reference names.
func element(list, flag string, ref parser.Ref, vars []expr.Variable) ([]expr.Expr, error) {
	v, ok := lookupVariable(vars, ref.Name)
	if !ok {
		return nil, unknownVariable(flag, list, ref.Span, ref.Name, vars)
	}
	if ref.Indices == nil {
		return v.Elems, nil
	}
	for _, x := range v.Elems {
		if x.Name() == ref.String() {
			return []expr.Expr{x}, nil
		}
	}
	return nil, parser.NewError(flag, list, ref.Span, ref.String()+" is no element of "+v.Name+", which is a "+v.Shape.String(), "")
}

// unknownVariable is the error for a name that the formula does not contain.
func unknownVariable(flag, text string, at parser.Span, name string, vars []expr.Variable) error {
	known := variableNames(vars)
	message := "the formula has no variable " + name
	if len(known) == 0 {
		message = "the formula has no variables"
	}
	suggestion := parser.Suggest(name, known)
	if suggestion == "" && len(known) == 1 {
		suggestion = known[0]
	}
	return parser.NewError(flag, text, at, message, suggestion)
}

// placesIn returns a function that says where a node stands in a program's
// source, as line and column.
func placesIn(program *parser.Result) func(expr.ID) string {
	return func(id expr.ID) string {
		if at, ok := placeOf(program, id); ok {
			return fmt.Sprintf("%d:%d", at.Line, at.Col)
		}
		return ""
	}
}

// excerptsOf returns a function that shows the line of a program's source in
// which a node stands, and carets below it.
func excerptsOf(program *parser.Result) func(expr.ID) (line, marks string) {
	return func(id expr.ID) (line, marks string) {
		if at, ok := placeOf(program, id); ok {
			return at.Excerpt()
		}
		return "", ""
	}
}

// placeOf returns the first place of a node in the source.
func placeOf(program *parser.Result, id expr.ID) (*parser.Error, bool) {
	places := program.Places(id)
	if len(places) == 0 {
		return nil, false
	}
	var at *parser.Error
	return at, errors.As(program.Errorf(places[0], ""), &at)
}
