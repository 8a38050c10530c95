package main

import (
	"fmt"
	"strings"
)

// formula is a formula of a family that grows with n.
type formula struct {
	name string
	text string
}

// largeFormulas returns the formulas with which linearity is tried, each family by rising size.
func largeFormulas() []formula {
	families := []struct {
		name  string // with %d for the size
		text  func(n int) string
		sizes []int
	}{
		{"product of %d variables", product, []int{200, 2_000, 20_000}},
		{"Rosenbrock, %d variables", rosenbrock, []int{1_000, 10_000}},
		{"sin(x*cos(...)), %d deep", nested, []int{100, 1_000, 10_000}},
		{"Jacobian of softmax, %d", softmax, []int{30, 100}},
		{"sum of %d sines", sines, []int{100_000, 1_000_000}},
	}
	var formulas []formula
	for _, f := range families {
		for _, n := range f.sizes {
			formulas = append(formulas, formula{fmt.Sprintf(f.name, n), f.text(n)})
		}
	}
	return formulas
}

// product returns x1*x2*…*xn, Speelpenning's function.
func product(n int) string {
	return join(n, "*", func(b *strings.Builder, i int) { fmt.Fprintf(b, "x%d", i) })
}

// rosenbrock returns Rosenbrock's function of n variables, a sum of n-1 terms in overlapping pairs.
func rosenbrock(n int) string {
	return join(n-1, " + ", func(b *strings.Builder, i int) {
		fmt.Fprintf(b, "100*(x%d - x%d^2)^2 + (1 - x%d)^2", i+1, i, i)
	})
}

// nested returns h(x, h(x, … x)) with h(x, y) = sin(x*cos(y)), n times nested.
func nested(n int) string {
	return strings.Repeat("sin(x*cos(", n) + "x" + strings.Repeat("))", n)
}

// softmax returns the softmax function of n variables, with n values.
func softmax(n int) string {
	return fmt.Sprintf("x : vector(%d)\nsoftmax(x)", n)
}

// sines returns sin(1*x) + sin(2*x) + … with n terms.
func sines(n int) string {
	return join(n, " + ", func(b *strings.Builder, i int) { fmt.Fprintf(b, "sin(%d*x)", i) })
}

// join writes the parts 1 to n with the separator between them.
func join(n int, separator string, part func(b *strings.Builder, i int)) string {
	var b strings.Builder
	for i := 1; i <= n; i++ {
		if i > 1 {
			b.WriteString(separator)
		}
		part(&b, i)
	}
	return b.String()
}
