package report

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// shortest writes x as the shortest decimal that reads back as x, with an
// exponent only where it saves many zeros.
func shortest(x float64) string {
	if size := math.Abs(x); size != 0 && (size < 1e-6 || size >= 1e21) {
		return plain(strconv.FormatFloat(x, 'g', -1, 64))
	}
	return plain(strconv.FormatFloat(x, 'f', -1, 64))
}

// plain writes NaN and infinities as nan, inf and -inf.
func plain(s string) string { return strings.TrimPrefix(strings.ToLower(s), "+") }

// number writes x with so many significant digits, or in the shortest exact
// form.
func number(x float64, digits int) string {
	if digits == exact {
		return shortest(x)
	}
	return plain(strconv.FormatFloat(x, 'g', digits, 64))
}

// short writes a difference: two digits are enough.
func short(x float64) string {
	if x == math.Trunc(x) && math.Abs(x) < 1e6 {
		return fmt.Sprint(x)
	}
	return number(x, 2)
}

// withBar writes an estimate with its error bar, to the digits that the bar
// leaves. Of these only the first so many are shown, followed by "…", unless
// digits is exact.
func withBar(x, bar float64, digits int) string {
	if math.IsInf(bar, 1) || math.IsNaN(x) {
		return "none"
	}
	known, margin := 15, "0"
	if bar > 0 {
		margin = fmt.Sprintf("%.0e", bar)
		if x != 0 {
			known = min(max(int(math.Ceil(math.Log10(math.Abs(x)/bar)))+1, 1), 15)
		}
	}
	return cut(number(x, known), digits) + " ± " + margin
}

// cut shortens a number to its first significant digits, whole numbers apart.
func cut(s string, digits int) string {
	if digits == exact {
		return s
	}
	mantissa, exponent := s, ""
	if i := strings.IndexByte(s, 'e'); i >= 0 {
		mantissa, exponent = s[:i], s[i:]
	}
	point, seen := strings.IndexByte(mantissa, '.'), 0
	for i, c := range mantissa {
		if '1' <= c && c <= '9' || c == '0' && seen > 0 {
			seen++
		}
		if point >= 0 && seen >= digits && i > point && i+1 < len(mantissa) {
			return mantissa[:i+1] + "…" + exponent
		}
	}
	return s
}
