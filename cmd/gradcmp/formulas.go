package main

import (
	"bufio"
	"fmt"
	"strings"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/compare/report"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
	"github.com/gradcmp/gradcmp/parser"
)

// text writes a line for each definition and each derivative, or the matrix
// that they make up.
func (d *derivatives) text(w *bufio.Writer, style print.Style, definitions []print.Definition) error {
	for _, def := range definitions {
		name := def.Value.Graph().Var(def.Name)
		if err := equation(w, style, print.Sprint(style, name), def.Value); err != nil {
			return err
		}
	}
	if d.matrix > 0 {
		h := expr.Array{Shape: expr.Shape{d.matrix, d.matrix}, Elems: d.formulas}
		_, err := fmt.Fprintf(w, "H = %s\n", print.ArrayString(style, h))
		return err
	}
	for i, x := range d.formulas {
		if err := equation(w, style, derivativeName(style, d.of[i], d.wrt[i]), x); err != nil {
			return err
		}
	}
	return nil
}

// equation writes "name = x" on a line; x is never held in memory as a whole.
func equation(w *bufio.Writer, style print.Style, name string, x expr.Expr) error {
	w.WriteString(name + " = ") // a bufio.Writer keeps its first error for later
	if err := print.Fprint(w, style, x); err != nil {
		return err
	}
	return w.WriteByte('\n')
}

// notation is how a style writes a derivative.
type notation struct {
	d        string              // the sign of differentiation
	space    string              // between it and a function or variable
	fraction string              // with the parts above and below the line
	power    string              // with the order
	product  string              // between several variables
	brackets bool                // around several variables
	index    func(string) string // of an element such as [2]
}

func asIs(s string) string { return s }

var notations = map[print.Style]notation{
	print.Text:    {"d", "", "%s/%s", "^%d", " ", true, asIs},
	print.Unicode: {"∂", "", "%s/%s", "^%d", " ", true, asIs},
	print.LaTeX: {`\partial`, " ", `\frac{%s}{%s}`, "^{%d}", `\,`, false, func(s string) string {
		return strings.NewReplacer("[", "_{", "]", "}").Replace(s)
	}},
}

// derivativeName writes what is derived, such as df/dx1, df[2]/dx[0],
// d^2f/dx^2 or d^2f/(dx dy).
func derivativeName(style print.Style, of string, wrt []expr.Expr) string {
	n := notations[style]
	power := ""
	if len(wrt) > 1 {
		power = fmt.Sprintf(n.power, len(wrt))
	}
	above := n.d + power + n.space + "f" + n.index(of)
	var below []string
	for i := 0; i < len(wrt); {
		run := i
		for run < len(wrt) && wrt[run] == wrt[i] {
			run++
		}
		part := n.d + n.space + print.Sprint(style, wrt[i])
		if run-i > 1 {
			part += fmt.Sprintf(n.power, run-i)
		}
		below = append(below, part)
		i = run
	}
	under := strings.Join(below, n.product)
	if n.brackets && len(below) > 1 {
		under = "(" + under + ")"
	}
	return fmt.Sprintf(n.fraction, above, under)
}

// json writes the derivatives as one JSON object.
func (d *derivatives) json(w *bufio.Writer, program *parser.Result, definitions []print.Definition) error {
	var let []compare.Definition
	for _, def := range definitions {
		let = append(let, compare.Definition{Name: def.Name, Formula: print.String(def.Value)})
	}
	formulas := make([]report.Formula, len(d.formulas))
	for i, x := range d.formulas {
		names := make([]string, len(d.wrt[i]))
		for k, v := range d.wrt[i] {
			names[k] = v.Name()
		}
		formulas[i] = report.Formula{Wrt: strings.Join(names, ","), Of: d.of[i], Text: print.String(x)}
	}
	return report.FormulasJSON(w, print.ArrayString(print.Text, program.Value), let, formulas)
}
