package ball

import (
	"math/big"
	"testing"
)

// ballOf returns the ball about mid.
func ballOf(mid, rad float64) Ball {
	b := FromFloat64(mid)
	b.rad = magnitude(big.NewFloat(rad))
	return b
}

func TestGammaStates(t *testing.T) {
	c := Context{Bits: 60}
	at := func(x float64) Ball { return FromFloat64(x) }
	huge := Exact(new(big.Float).SetMantExp(big.NewFloat(0.75), 1<<30))
	vast := Exact(new(big.Float).SetMantExp(big.NewFloat(0.75), big.MaxExp))
	least := Exact(new(big.Float).SetMantExp(big.NewFloat(0.5), big.MinExp))
	for _, test := range []struct {
		name string
		got  Ball
		want State
	}{
		{"gamma(0)", c.Gamma(at(0)), Undefined},
		{"gamma(-3)", c.Gamma(at(-3)), Undefined},
		{"gamma(-1e300)", c.Gamma(at(-1e300)), Undefined},
		{"gamma(-3±)", c.Gamma(ballOf(-3, 1e-9)), Unknown},
		{"gamma(1e-9±1)", c.Gamma(ballOf(1e-9, 1)), Unknown},
		{"gamma(-1e20±1)", c.Gamma(ballOf(-1e20, 1)), Unknown},
		{"gamma(-2.5±0.4)", c.Gamma(ballOf(-2.5, 0.4)), Known},
		{"gamma(5±4)", c.Gamma(ballOf(5, 4)), Known},
		{"gamma(1e12)", c.Gamma(at(1e12)), Beyond},
		{"gamma(1e8)", c.Gamma(at(1e8)), Beyond},
		{"gamma(1e6)", c.Gamma(at(1e6)), Known},
		{"gamma(2^2^30)", c.Gamma(huge), Beyond},
		{"gamma(-1e12-0.5)", c.Gamma(at(-1e12 - 0.5)), Known},
		{"gamma(undefined)", c.Gamma(None(Undefined)), Undefined},
		{"factorial(-1)", c.Factorial(at(-1)), Undefined},
		{"lgamma(0)", c.LGamma(at(0)), Undefined},
		{"lgamma(-2±)", c.LGamma(ballOf(-2, 1e-9)), Unknown},
		{"lgamma(2^2^30)", c.LGamma(huge), Known},
		{"lgamma(vast)", c.LGamma(vast), Beyond},
		{"lgamma(least)", c.LGamma(least), Known},
		{"gamma(least)", c.Gamma(least), Beyond},
		{"digamma(0)", c.Digamma(at(0)), Undefined},
		{"digamma(vast)", c.Digamma(vast), Known},
		{"digamma(-1±)", c.Digamma(ballOf(-1, 1e-9)), Unknown},
		{"trigamma(-1)", c.Trigamma(at(-1)), Undefined},
		{"polygamma(0.5, 1)", c.Polygamma(at(0.5), at(1)), Undefined},
		{"polygamma(-1, 1)", c.Polygamma(at(-1), at(1)), Undefined},
		{"polygamma(2^20+1, 1)", c.Polygamma(at(1<<20+1), at(1)), Undefined},
		{"polygamma(2^20, 1)", c.Polygamma(at(1<<20), at(1)), Known},
		{"polygamma(2^20, -1000.25)", c.Polygamma(at(1<<20), at(-1000.25)), Known},
		{"polygamma(1±, 1)", c.Polygamma(ballOf(1, 1e-9), at(1)), Unknown},
		{"polygamma(3, 1e-300)", c.Polygamma(at(3), at(1e-300)), Known},
		{"polygamma(2^20, least)", c.Polygamma(at(1<<20), least), Beyond},
		{"polygamma(2^20, huge)", c.Polygamma(at(1<<20), huge), Known},
		{"beta(0, 1)", c.Beta(at(0), at(1)), Undefined},
		{"beta(-3, 5)", c.Beta(at(-3), at(5)), Undefined},
		{"beta(-3, 2)", c.Beta(at(-3), at(2)), Known},
		{"beta(-3, 2.5)", c.Beta(at(-3), at(2.5)), Undefined},
		{"beta(-3, -0.5)", c.Beta(at(-3), at(-0.5)), Undefined},
		{"beta(-3±, 2)", c.Beta(ballOf(-3, 1e-9), at(2)), Unknown},
		{"beta(1e300, 1e300)", c.Beta(at(1e300), at(1e300)), Known},
		{"beta(1e300, 0.5)", c.Beta(at(1e300), at(0.5)), Known},
		{"beta(huge, 0.5)", c.Beta(huge, at(0.5)), Known},
		{"binomial(-2, 0.5)", c.Binomial(at(-2), at(0.5)), Undefined},
		{"binomial(-2±, 0.5)", c.Binomial(ballOf(-2, 1e-9), at(0.5)), Unknown},
		{"binomial(-2±, 3)", c.Binomial(ballOf(-2, 1e-9), at(3)), Known},
		{"binomial(1e15, 5e14)", c.Binomial(at(1e15), at(5e14)), Beyond},
		{"binomial(1e300, 1000)", c.Binomial(at(1e300), at(1000)), Known},
		{"erf(1e300)", c.Erf(at(1e300)), Known},
		{"erfc(1e300)", c.Erfc(at(1e300)), Known},
		{"erfc(vast)", c.Erfc(vast), Known},
		{"erf(least)", c.Erf(least), Known},
		{"erfi(1e5)", c.Erfi(at(1e5)), Beyond},
		{"erfi(vast)", c.Erfi(vast), Beyond},
		{"erfi(30000)", c.Erfi(at(30000)), Known},
		{"erfinv(1)", c.Erfinv(at(1)), Undefined},
		{"erfinv(-2)", c.Erfinv(at(-2)), Undefined},
		{"erfinv(1±)", c.Erfinv(ballOf(1, 1e-9)), Unknown},
		{"erfinv(0±2)", c.Erfinv(ballOf(0, 2)), Unknown},
		{"erfinv(least)", c.Erfinv(least), Known},
		{"normcdf(vast)", c.NormCDF(vast), Known},
		{"normpdf(vast)", c.NormPDF(vast), Known},
		{"normpdf(1e6)", c.NormPDF(at(1e6)), Known},
	} {
		if test.got.state != test.want {
			t.Errorf("%s is %s, want %s", test.name, test.got.describe(), test.want)
		}
	}
}

func TestGammaExact(t *testing.T) {
	c := Context{Bits: 100}
	at := func(x float64) Ball { return FromFloat64(x) }
	for _, test := range []struct {
		name string
		got  Ball
		want float64
	}{
		{"gamma(1)", c.Gamma(at(1)), 1},
		{"gamma(5)", c.Gamma(at(5)), 24},
		{"factorial(0)", c.Factorial(at(0)), 1},
		{"factorial(20)", c.Factorial(at(20)), 2432902008176640000},
		{"lgamma(1)", c.LGamma(at(1)), 0},
		{"lgamma(2)", c.LGamma(at(2)), 0},
		{"beta(1, 2)", c.Beta(at(1), at(2)), 0.5},
		{"beta(-2.5, 0.5)", c.Beta(at(-2.5), at(0.5)), 0},
		{"beta(0.5, -2.5)", c.Beta(at(0.5), at(-2.5)), 0},
		{"binomial(5, 2)", c.Binomial(at(5), at(2)), 10},
		{"binomial(5, 7)", c.Binomial(at(5), at(7)), 0},
		{"binomial(-7, 4)", c.Binomial(at(-7), at(4)), 210},
		{"binomial(-7, -8)", c.Binomial(at(-7), at(-8)), 0},
		{"binomial(2.5, 4.5)", c.Binomial(at(2.5), at(4.5)), 0},
		{"binomial(0.5, 2)", c.Binomial(at(0.5), at(2)), -0.125},
		{"binomial(2^40, 2)", c.Binomial(at(1<<40), at(2)), 1<<79 - 1<<39},
		{"erf(0)", c.Erf(at(0)), 0},
		{"erfc(0)", c.Erfc(at(0)), 1},
		{"erfi(0)", c.Erfi(at(0)), 0},
		{"erfinv(0)", c.Erfinv(at(0)), 0},
		{"normcdf(0)", c.NormCDF(at(0)), 0.5},
	} {
		if !test.got.IsExact() || test.got.Mid().Cmp(big.NewFloat(test.want)) != 0 {
			t.Errorf("%s is %s, want %v exactly", test.name, test.got.describe(), test.want)
		}
	}
}

// TestGammaTight asks for nearly all bits of a result at awkward arguments and
// odd precisions.
func TestGammaTight(t *testing.T) {
	arguments := []float64{1.5, 1 + 0x1p-52, 2 - 0x1p-52, 1e-300, -1e-300, -0.5, -2.4570247382208006, -3.0000000000000004, 1.4616321449683622, 1000.25, -1000.25, 0.999, -0.999, 5e-324}
	for _, bits := range []uint{2, 3, 8, 20, 53, 173, 1000, 5000} {
		c := Context{Bits: bits}
		for _, r := range gammaRows {
			if r.name == "polygamma" || r.name == "beta" || r.name == "binomial" {
				continue
			}
			for _, x := range arguments {
				if bits > 1000 && x != 1.5 && x != 0.999 {
					continue
				}
				y := r.call(c, []Ball{FromFloat64(x)})
				switch {
				case y.state != Known:
					if r.name != "erfinv" {
						t.Errorf("%s(%v) at %d bits is %s", r.name, x, bits, y.describe())
					}
				case y.accuracy() < int64(bits)-2 && y.rad.Exponent() > big.MinExp+64:
					t.Errorf("%s(%v) at %d bits is %s", r.name, x, bits, y.describe())
				}
			}
		}
	}
}
