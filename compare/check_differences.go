package compare

import (
	"math"
	"slices"
)

// byDifferences estimates derivatives of a function of which nothing is known but
// its values, with error bars.
func (c *Check) byDifferences(f func([]float64) float64, order int, x []float64) known {
	if order == 1 {
		return c.gradientByDifferences(f, x)
	}
	return c.hessianByDifferences(f, x)
}

// gradientByDifferences takes the differences with error bars that the
// comparison of formulas takes; each value is supposed to be right to some ulp.
func (c *Check) gradientByDifferences(f func([]float64) float64, x []float64) known {
	values := func(dst, x []float64) []float64 { return append(dst[:0], f(slices.Clone(x))) }
	d := &differences{
		function: values,
		rounded:  func(x []float64) []float64 { return []float64{fewULPs * ulpOf(f(slices.Clone(x)))} },
		at:       slices.Clone(x),
		values:   values(nil, x),
	}
	d.scale = func(column int) (x, unit float64) { return math.Abs(d.at[column]), 1 }
	d.noise = d.rounded(d.at)
	k := known{how: "by differences of the function"}
	own := c.tolerance(differencesTolerance)
	for column := range x {
		e := d.partials(column)[0]
		k.values = append(k.values, e.value)
		k.allowed = append(k.allowed, far*e.bar+own.of(e.value))
	}
	return k
}

const (
	// fewULPs is how wrong a value of an unknown function may be.
	fewULPs = 8
	// far is how many error bars, which are estimates too, a derivative may be off.
	far = 30
	// differencesTolerance is the relative tolerance where differences judge.
	differencesTolerance = 1e-6
)

// hessianByDifferences takes second differences with two steps, whose difference
// bounds the truncation.
func (c *Check) hessianByDifferences(f func([]float64) float64, x []float64) known {
	k := known{how: "by second differences of the function"}
	own := c.tolerance(differencesTolerance)
	for i := range x {
		for j := range x {
			coarse, _ := secondDifference(f, x, i, j, 0x1p-10)
			fine, noise := secondDifference(f, x, i, j, 0x1p-11)
			better := fine + (fine-coarse)/3 // the error falls with the square of the step
			k.values = append(k.values, better)
			k.allowed = append(k.allowed, math.Abs(fine-coarse)+far*noise+own.of(better))
		}
	}
	return k
}

// secondDifference returns the central second difference in two coordinates with
// steps of a part of each, and a bound of its rounding error.
func secondDifference(f func([]float64) float64, x []float64, i, j int, part float64) (d, noise float64) {
	size := func(k int) float64 { return part * math.Max(math.Abs(x[k]), 1) }
	h, g := size(i), size(j)
	largest := 0.0
	at := func(a, b float64) float64 {
		y := slices.Clone(x)
		y[i] += a * h
		y[j] += b * g
		v := f(y)
		largest = math.Max(largest, math.Abs(v))
		return v
	}
	sum := (at(1, 1) - at(1, -1)) - (at(-1, 1) - at(-1, -1))
	return sum / (4 * h * g), fewULPs * ulpOf(largest) / (h * g)
}
