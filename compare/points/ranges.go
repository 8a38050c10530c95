package points

import (
	"errors"
	"fmt"
	"math"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// Range is an interval of values, both ends included.
type Range struct {
	Name      string // of a variable or of an element, such as "x" or "W[0,1]"
	Low, High float64
}

// Expand gives each element of the variables its range, in the order of the
// variables and of their elements in row-major order. The range of a vector or
// matrix holds for each of its elements that has no range of its own; the
// order of the ranges does not matter. It refuses a name that is unknown or
// that is given twice, ends that are not finite or in the wrong order, and an
// element without a range.
func Expand(ranges []Range, vars []expr.Variable) ([]Range, error) {
	expanded, fault := expand(ranges, vars)
	if fault == nil {
		return expanded, nil
	}
	if fault.suggestion != "" {
		return nil, fmt.Errorf("%s; did you mean %q?", fault.message, fault.suggestion)
	}
	return nil, errors.New(fault.message)
}

// rangeFault is what is wrong with a list of ranges.
type rangeFault struct {
	index               int // of the range at fault; the length of the list for one that is missing
	message, suggestion string
}

func expand(ranges []Range, vars []expr.Variable) ([]Range, *rangeFault) {
	known := newNames(vars)
	given := make(map[string]int, len(ranges))
	for i, r := range ranges {
		if _, twice := given[r.Name]; twice {
			return nil, &rangeFault{i, r.Name + " has a range already", ""}
		}
		given[r.Name] = i
		if _, ok := known.slots[r.Name]; !ok {
			message, suggestion := known.unknown(r.Name)
			return nil, &rangeFault{i, message, suggestion}
		}
		if message := r.fault(); message != "" {
			return nil, &rangeFault{i, message, ""}
		}
	}
	expanded := make([]Range, 0, len(known.elements))
	for _, v := range vars {
		for i := range v.Elems {
			name := v.Name + v.Shape.Index(i)
			k, ok := given[name]
			if !ok {
				k, ok = given[v.Name]
			}
			if !ok {
				return nil, &rangeFault{len(ranges), fmt.Sprintf("no range for %s: give it as %s=LOW..HIGH", name, v.Name), ""}
			}
			expanded = append(expanded, Range{Name: name, Low: unsigned(ranges[k].Low), High: unsigned(ranges[k].High)})
		}
	}
	return expanded, nil
}

// fault says what is wrong with the ends, "" if nothing is.
func (r Range) fault() string {
	switch {
	case math.IsNaN(r.Low-r.Low) || math.IsNaN(r.High-r.High):
		return fmt.Sprintf("the range of %s has an end that is not a finite number", r.Name)
	case r.Low > r.High:
		return fmt.Sprintf("the range of %s ends at %v, below its start at %v", r.Name, r.High, r.Low)
	}
	return ""
}

// contains reports whether x lies in the range.
func (r Range) contains(x float64) bool { return r.Low <= x && x <= r.High }

// at returns the value at a fraction of the way from the low to the high end.
// Each product is rounded before they are added, so that no compiler fuses
// them and the result is the same on every platform. The width of the range,
// which may be beyond what a double holds, is not computed.
func (r Range) at(fraction float64) float64 {
	x := float64(r.Low*(1-fraction)) + float64(r.High*fraction)
	return unsigned(min(max(x, r.Low), r.High))
}

// unsigned returns 0 for -0, which prints and divides otherwise, and any other
// number as it is.
func unsigned(x float64) float64 {
	if x == 0 {
		return 0
	}
	return x
}

// suggest returns the known name nearest to name, or the only one.
func suggest(name string, known []string) string {
	if s := parser.Suggest(name, known); s != "" || len(known) != 1 {
		return s
	}
	return known[0]
}
