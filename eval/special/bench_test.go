package special

import "testing"

func BenchmarkFunctions(b *testing.B) {
	points := map[string][]float64{ // 0.7 for the others
		"pow": {1.7, 3.3}, "hypot": {3.1, 4.2}, "atan2": {1.3, -2}, "mod": {7, 3}, "fmod": {7, 3},
		"acosh": {2.5}, "asec": {2.5}, "acsc": {2.5}, "acoth": {2.5},
		"xlogy": {2, 3}, "logaddexp": {1, 2},
		"gamma": {7.3}, "lgamma": {7.3}, "lgamma-": {-3.3}, "digamma": {7.3}, "digamma-": {-3.3},
		"polygamma": {3, 2.5}, "polygamma-": {3, -2.5},
		"beta": {2.5, 3.5}, "beta-": {-2.5, 3.3}, "binomial": {10.5, 3.2}, "binomial-": {-2.5, 3.3},
		"jn": {10, 7},
	}
	for _, r := range rows {
		args, ok := points[r.name]
		if !ok {
			args = []float64{0.7}
		}
		b.Run(r.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				r.call(args)
			}
		})
	}
	b.Run("sin-huge", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			Sin(1e300)
		}
	})
}
