package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/gradcmp/gradcmp/compare/claim"
	"github.com/gradcmp/gradcmp/compare/report"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// claim answers with the verdicts on claims. The numbers of a point are taken
// as they are written; a value in JSON is one in gradcmp's language, too.
func (q *request) claim(convention expr.Convention) (report.Object, error) {
	if len(q.Claims) == 0 {
		return nil, errors.New(`the request has no "claims"`)
	}
	shapes := map[string]expr.Shape{}
	var coordinates []string
	for _, name := range slices.Sorted(maps.Keys(q.At)) {
		a, err := readJSONArray(q.At[name])
		if err != nil {
			return nil, &requestError{"point", fmt.Errorf("the value of %s: %w", name, err)}
		}
		shapes[name] = a.shape
		coordinates = append(coordinates, name+" = "+string(q.At[name]))
	}
	program, vars, err := q.parse(shapes, convention)
	if err != nil {
		return nil, err
	}
	program.Vars = vars
	var at *claimPoint
	if q.At != nil {
		at = &claimPoint{"at", strings.Join(coordinates, "; ")}
		if _, err := at.read(program); err != nil {
			return nil, &requestError{"point", err}
		}
	}
	verdicts, err := judgeClaims(program, q.Claims, parser.Options{Convention: convention}, at, claim.Options{})
	var where *parser.Error
	if errors.As(err, &where) {
		where.Message = where.File + ": " + where.Message
	}
	if err != nil {
		return nil, err
	}
	return report.Object{{Name: "claims", Value: claimObjects(verdicts)}}, nil
}
