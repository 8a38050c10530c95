package report

import (
	"strings"

	"github.com/gradcmp/gradcmp/compare"
)

// name writes what a number of the report is: df/dx1 or df[2]/dx[0], of a
// Hessian d^2f/dx^2 or d^2f/(dx dy), of products df*v, d(u*f)/dx or d(df*v)/dx.
func name(r *compare.Report, p *compare.Partial) string {
	f := "f" + p.Of
	switch r.Kind {
	case compare.Hessian:
		return "d^2" + f + "/" + second(p.Wrt)
	case compare.JVP:
		return "d" + f + "*v"
	case compare.VJP:
		return "d(u*f)/d" + p.Wrt
	case compare.HVP:
		return "d(d" + f + "*v)/d" + p.Wrt
	}
	return "d" + f + "/d" + p.Wrt
}

// second writes two variables, such as x,y or W[0,1],x, as dx^2 or (dx dy).
func second(wrt string) string {
	for i := range wrt {
		if x, y := wrt[:i], strings.TrimPrefix(wrt[i:], ","); wrt[i] == ',' && balanced(x) {
			if x == y {
				return "d" + x + "^2"
			}
			return "(d" + x + " d" + y + ")"
		}
	}
	return "d" + wrt
}

// balanced reports whether a text closes the brackets that it opens.
func balanced(s string) bool { return strings.Count(s, "[") == strings.Count(s, "]") }

// vectorName is what the vector of a product is called.
func vectorName(k compare.Kind) string {
	if k == compare.VJP {
		return "u"
	}
	return "v"
}

// things are what the numbers of a report are called, one and many.
var things = map[compare.Kind][2]string{
	compare.Gradient: {"partial derivative", "partial derivatives"},
	compare.Hessian:  {"second derivative", "second derivatives"},
	compare.JVP:      {"directional derivative", "directional derivatives"},
	compare.VJP:      {"component of u*J", "components of u*J"},
	compare.HVP:      {"component of H*v", "components of H*v"},
}

// shown returns the numbers that are shown to a person: of a Hessian one of each
// two that mirror each other.
func shown(r *compare.Report) []*compare.Partial {
	var list []*compare.Partial
	for i := range r.Partials {
		if !r.Partials[i].Mirror {
			list = append(list, &r.Partials[i])
		}
	}
	return list
}
