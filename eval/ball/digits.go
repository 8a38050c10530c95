package ball

import (
	"math"
	"math/big"
	"strconv"
)

// Digits writes the ball as a decimal number of at most n significant digits,
// all of them certain: every number of the ball, rounded to as many digits,
// gives this text. (Rounding is to the nearest, and of two equally near to the
// one with an even last digit.) It returns how many digits are certain: n, or
// as many as can be if the ball is too wide, down to 0 with an empty text. An
// exact number that has no more digits than n is written without zeros after
// its last one, and they count as certain.
//
// From 1e-5 and up to 1e21 the text has no exponent, unless the digits do not
// reach the point: 0.00012, 1.2e-6, 120000 if it is exact and else 1.2e5.
//
// There may be fewer certain digits than the width of the ball promises, where
// it lies across a tie: no single digit is certain of 0.15 ± 0.001, but two
// are. Asking for more digits may then give more.
func (b Ball) Digits(n int) (text string, certain int) {
	switch {
	case b.state != Known || n <= 0:
		return "", 0
	case b.IsExact() && b.Mid().Sign() == 0:
		return "0", n
	case b.mayBeZero():
		return "", 0
	}
	if e := b.Mid().MantExp(nil); e < -mostShift || e > mostShift {
		return b.farDigits(n)
	}
	if b.IsExact() {
		d, all := toDecimal(b.Mid(), n)
		return d.text(all), n
	}
	d, ok := b.commonDecimal(n)
	if !ok {
		return "", 0
	}
	return d.text(false), len(d.digits)
}

// mostShift is the greatest exponent, of 2, of numbers that are written by
// exact integers.
const mostShift = 1 << 14

// commonDecimal returns the decimal number of most digits, up to n, to which
// every number of the ball is rounded. Rounding never decreases, so the ends
// decide. At k digits they cannot agree if they are more than a unit apart, and
// if they do not agree where they are closer than that, there is a tie
// between them, as there can hardly be for fewer digits again: a few steps do.
func (b Ball) commonDecimal(n int) (decimal, bool) {
	lo, hi := b.boundsTo(b.Mid().Prec() + uint(4*n) + 64)
	for k := int(min(float64(n), float64(b.Accuracy())*math.Log10(2)+3)); k > 0; k-- {
		d, _ := toDecimal(lo, k)
		if other, _ := toDecimal(hi, k); d == other {
			return d, true
		}
	}
	return decimal{}, false
}

// farDigits is Digits for numbers of great exponents. They are divided by a
// power of ten, with a rounding error that costs a digit only if they are
// within it of a tie.
func (b Ball) farDigits(n int) (string, int) {
	exp := int64(math.Floor(float64(b.Mid().MantExp(nil)) * math.Log10(2)))
	w := Context{Bits: b.Mid().Prec() + uint(4*n) + 64}
	near := w.tenfold(b, -exp) // exact if b is and 10^exp divides it
	if near.state != Known || near.mayBeZero() {
		return "", 0
	}
	d, all := decimal{}, near.IsExact()
	if all {
		d, all = toDecimal(near.Mid(), n)
	} else if common, ok := near.commonDecimal(n); ok {
		d = common
	} else {
		return "", 0
	}
	d.exp += int(exp)
	return d.text(all), len(d.digits)
}

// tenfold returns x*10^exp.
func (c Context) tenfold(x Ball, exp int64) Ball {
	five := c.with(64).PowInt(FromInt(5), max(exp, -exp))
	if exp < 0 {
		return c.Scale(c.Quo(x, five), int(exp))
	}
	return c.Scale(c.Mul(x, five), int(exp))
}

// String writes up to 20 certain digits, with "…" after them where more are
// not written or not known; "0 ± 1e-30" if none is certain, as a bound of the
// magnitude; or the state's name.
func (b Ball) String() string {
	if b.state != Known {
		return b.state.String()
	}
	text, certain := b.Digits(20)
	switch {
	case certain == 0:
		_, most := b.leastMagnitudes()
		return "0 ± 1e" + strconv.FormatInt(tenAbove(most), 10)
	case !b.IsExact() || b.Mid().Cmp(value(text)) != 0:
		return text + "…"
	}
	return text
}

// tenAbove returns an n with a <= 10^n, for a not 0.
func tenAbove(a Mag) int64 {
	e := a.Exponent()
	// 0.30103 is above log10(2) by 4.4e-9 and 0.30102999 below by 5.7e-9.
	share := int64(30103000)
	if e < 0 {
		share = 30102999
	}
	return new(big.Int).Div(new(big.Int).Mul(big.NewInt(e), big.NewInt(share)), big.NewInt(1e8)).Int64() + 1
}

// value reads a text that Digits wrote.
func value(text string) *big.Float {
	x, err := Context{Bits: 1 << 12}.Parse(text)
	if err != nil || !x.IsExact() {
		return new(big.Float).SetInf(true)
	}
	return x.Mid()
}
