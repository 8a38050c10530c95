package claim

import (
	"fmt"
	"strings"

	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/simplify"
)

// Target is the derivative that a claim is about: of one element of a formula
// by one variable or two.
type Target struct {
	Output int         // which element of the formula
	Of     string      // its index as it is written, "" for a scalar
	Wrt    []expr.Expr // one variable, or two for an entry of the Hessian
}

// String writes the derivative as df/dx, df[2]/dx[0] or d^2f/(dx dy).
func (t Target) String() string {
	switch {
	case len(t.Wrt) == 1:
		return fmt.Sprintf("df%s/d%s", t.Of, t.Wrt[0].Name())
	case t.Wrt[0] == t.Wrt[1]:
		return fmt.Sprintf("d^2f%s/d%s^2", t.Of, t.Wrt[0].Name())
	}
	return fmt.Sprintf("d^2f%s/(d%s d%s)", t.Of, t.Wrt[0].Name(), t.Wrt[1].Name())
}

// Name names the target as a claim does: "x", "x,y" or "[2],x".
func (t Target) Name() string {
	var parts []string
	if t.Of != "" {
		parts = append(parts, t.Of)
	}
	for _, x := range t.Wrt {
		parts = append(parts, x.Name())
	}
	return strings.Join(parts, ",")
}

// subject is the formula of one differentiation: the target's element, or for
// a second derivative its first derivative.
type subject struct {
	f     expr.Expr // what is differentiated last
	by    expr.Expr // by what
	right expr.Expr // the derivative, simplified
}

// subjects returns the ways to the target's derivative: one, or for a mixed
// second derivative one for each order of the variables.
func (j *judge) subjects(t Target) ([]subject, error) {
	f := j.problem.F.Elems[t.Output]
	if len(t.Wrt) == 1 {
		right, err := j.derive(f, t.Wrt[0])
		return []subject{{f, t.Wrt[0], right}}, err
	}
	var ways []subject
	for i, first := range t.Wrt {
		if i > 0 && first == t.Wrt[0] {
			break
		}
		g, err := j.derive(f, first)
		if err != nil {
			return nil, err
		}
		right, err := j.derive(g, t.Wrt[1-i])
		if err != nil {
			return nil, err
		}
		ways = append(ways, subject{g, t.Wrt[1-i], right})
	}
	return ways, nil
}

// derive returns a simplified derivative.
func (j *judge) derive(f, by expr.Expr) (expr.Expr, error) {
	key := [2]expr.ID{f.ID(), by.ID()}
	if d, ok := j.derived[key]; ok {
		return d, nil
	}
	d, err := diff.Gradient(f, []expr.Expr{by}, j.problem.Rules)
	if err != nil {
		return expr.Expr{}, err
	}
	j.derived[key] = tidy(d[0])
	return j.derived[key], nil
}

// longest is the size, written out, up to which formulas are simplified in
// full.
const longest = 20_000

// tidy simplifies an expression, in full unless it is very long.
func tidy(x expr.Expr) expr.Expr {
	simplified, _ := simplify.Readable(longest, longest, x)
	return simplified[0]
}
