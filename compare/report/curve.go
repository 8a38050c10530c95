package report

import (
	"fmt"
	"math"
	"strings"

	"github.com/gradcmp/gradcmp/compare"
)

// curves plots the errors of finite differences over their steps.
func (p *page) curves(r *compare.Report) {
	for _, q := range shown(r) {
		if len(q.Curve) == 0 {
			continue
		}
		p.line("")
		p.line("error of the central difference for " + name(r, q) + " by step")
		p.plot(q.Curve)
	}
}

// plot draws one bar for each step, as long as the logarithm of the error.
func (p *page) plot(curve []compare.CurvePoint) {
	const columns = 40
	low, high := math.Inf(1), math.Inf(-1)
	for _, c := range curve {
		if c.Error > 0 {
			low, high = math.Min(low, math.Log10(c.Error)), math.Max(high, math.Log10(c.Error))
		}
	}
	for _, c := range curve {
		length := 0
		if c.Error > 0 && high > low {
			length = 1 + int(columns*(math.Log10(c.Error)-low)/(high-low))
		}
		p.line(fmt.Sprintf("  %-8s %-8s %s", short(c.Step), short(c.Error), strings.Repeat("#", length)))
	}
}

// taylor writes the Taylor test in a sentence, "" if it was not made.
func taylor(r *compare.Report) string {
	var parts []string
	for _, route := range r.Routes {
		if slope, ok := r.Taylor[route]; ok {
			parts = append(parts, route.String()+" "+power(slope))
		}
	}
	if parts == nil {
		return ""
	}
	return "Taylor test, the power of the step with which the remainder falls (2 if the gradient is right): " + strings.Join(parts, ", ")
}

func power(slope float64) string {
	if math.IsInf(slope, 1) {
		return "no remainder"
	}
	const digits = 100 // and a sum with 0, so that nothing is -0.00
	return fmt.Sprintf("%.2f", math.Round(slope*digits)/digits+0)
}
