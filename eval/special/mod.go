package special

import "math"

// Fmod returns the remainder of x/y truncated towards zero, exactly; it has
// the sign of x. Fmod(±Inf, y) and Fmod(x, 0) are NaN, Fmod(x, ±Inf) is x.
func Fmod(x, y float64) float64 { return math.Mod(x, y) }

// Mod returns x - y*floor(x/y), with the sign of y, as Python's % does: the
// exact remainder of [Fmod], and y added, with one rounding, where the signs
// differ. Mod(±Inf, y) and Mod(x, 0) are NaN, Mod(-1, +Inf) is +Inf.
func Mod(x, y float64) float64 {
	r := math.Mod(x, y)
	switch {
	case r == 0:
		return math.Copysign(0, y)
	case (r < 0) != (y < 0):
		return r + y
	}
	return r
}
