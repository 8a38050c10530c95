package points

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"strconv"
)

// parseNumber reads a number in decimal or hexadecimal, rounded to the nearest
// double. The second result says what is wrong, "" if nothing is.
func parseNumber(text []byte, nonFinite bool) (float64, string) {
	text = bytes.TrimSpace(text)
	if len(text) == 0 {
		return 0, "the value is missing"
	}
	x, err := strconv.ParseFloat(string(text), 64)
	switch {
	case err == nil && bytes.IndexByte(text, '_') < 0: // strconv takes 0x_1p0
	case errors.Is(err, strconv.ErrRange):
		return 0, shortened(string(text), 40) + " is beyond the largest double"
	default:
		return 0, fmt.Sprintf("%q is no number", shortened(string(text), 40))
	}
	if !nonFinite && (math.IsNaN(x) || math.IsInf(x, 0)) {
		return 0, string(text) + " is not a finite number"
	}
	return x, ""
}
