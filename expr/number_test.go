package expr_test

import (
	"errors"
	"math"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/gradcmp/gradcmp/expr"
)

// integers draws small integers, integers on both sides of the limits of the
// int64 representation, and large ones.
func integers() *rapid.Generator[*big.Int] {
	return rapid.Custom(func(t *rapid.T) *big.Int {
		near := rapid.SampledFrom([]uint{0, 0, 1, 15, 31, 32, 53, 62, 63, 64, 100, 300}).Draw(t, "bits")
		n := new(big.Int).Lsh(big.NewInt(1), near)
		n.Add(n, big.NewInt(rapid.Int64Range(-20, 20).Draw(t, "offset")))
		if rapid.Bool().Draw(t, "negative") {
			n.Neg(n)
		}
		return n
	})
}

func rationals() *rapid.Generator[*big.Rat] {
	return rapid.Custom(func(t *rapid.T) *big.Rat {
		num, den := integers().Draw(t, "num"), integers().Draw(t, "den")
		if den.Sign() == 0 {
			den.SetInt64(1)
		}
		return new(big.Rat).SetFrac(num, den)
	})
}

// decimals draws numbers as a user writes them.
func decimals() *rapid.Generator[string] {
	return rapid.StringMatching(`[0-9]{1,22}|[0-9]{0,20}\.[0-9]{1,20}|[0-9]{1,20}\.|[0-9]{1,3}(\.[0-9]{1,9})?[eE][+-]?[0-9]{1,2}`)
}

func sameValue(t *rapid.T, what string, got expr.Number, want *big.Rat) {
	t.Helper()
	if got.Rat().Cmp(want) != 0 {
		t.Fatalf("%s is %v, want %v", what, got.Rat(), want)
	}
	if got.Cmp(expr.FromRat(want)) != 0 || got.Sign() != want.Sign() || got.IsInt() != want.IsInt() {
		t.Fatalf("%s is %v, but Cmp, Sign or IsInt say otherwise", what, got)
	}
}

func TestArithmetic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rationals().Draw(t, "a"), rationals().Draw(t, "b")
		x, y := expr.FromRat(a), expr.FromRat(b)
		sameValue(t, "a + b", x.Add(y), new(big.Rat).Add(a, b))
		sameValue(t, "a - b", x.Sub(y), new(big.Rat).Sub(a, b))
		sameValue(t, "a*b", x.Mul(y), new(big.Rat).Mul(a, b))
		sameValue(t, "-a", x.Neg(), new(big.Rat).Neg(a))
		sameValue(t, "|a|", x.Abs(), new(big.Rat).Abs(a))
		if a.Sign() != 0 {
			sameValue(t, "1/a", x.Inv(), new(big.Rat).Inv(a))
		}
		if got, want := x.Cmp(y), a.Cmp(b); got != want {
			t.Fatalf("Cmp is %d, want %d", got, want)
		}
		if got, _ := a.Float64(); x.Float64() != got {
			t.Fatalf("Float64 is %v, want %v", x.Float64(), got)
		}
	})
}

// A value has one node, whichever way it was computed.
func TestNumbersIntern(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rationals().Draw(t, "a"), rationals().Draw(t, "b")
		x, y := expr.FromRat(a), expr.FromRat(b)
		g := expr.NewGraph()
		for _, z := range []expr.Number{x.Add(y).Sub(y), x.Neg().Neg(), y.Sub(y.Sub(x))} {
			if g.Num(z) != g.Num(x) || z.Hash() != x.Hash() {
				t.Fatalf("%v became %v", x, z)
			}
		}
	})
}

func TestPow(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, n := rationals().Draw(t, "a"), rapid.Int64Range(-8, 8).Draw(t, "n")
		got, ok := expr.FromRat(a).Pow(n)
		if a.Sign() == 0 && n < 0 {
			if ok {
				t.Fatalf("0^%d is %v", n, got)
			}
			return
		}
		want := big.NewRat(1, 1)
		for range max(n, -n) {
			want.Mul(want, a)
		}
		if n < 0 {
			want.Inv(want)
		}
		if !ok {
			t.Fatalf("%v^%d is refused", a, n)
		}
		sameValue(t, "a^n", got, want)
	})
}

func TestPowLimits(t *testing.T) {
	minusOne, third := expr.Int(-1), expr.Frac(1, 3)
	for _, tt := range []struct {
		x    expr.Number
		n    int64
		want string // "" if it must be refused
	}{
		{expr.Int(0), 0, "1"},
		{expr.Int(0), 5, "0"},
		{expr.Int(0), -1, ""},
		{expr.Int(2), 62, "4611686018427387904"},
		{expr.Int(2), -2, "1/4"},
		{third, 2, "1/9"},
		{third, -2, "9"},
		{expr.Int(1), math.MaxInt64, "1"},
		{minusOne, math.MaxInt64, "-1"},
		{minusOne, math.MaxInt64 - 1, "1"},
		{minusOne, -3, "-1"},
		{expr.Int(10), 9_000, "1" + strings.Repeat("0", 9_000)},
		{expr.Int(10), 11_000, ""},
		{expr.Int(2), math.MaxInt64, ""},
		{expr.Int(2), math.MinInt64, ""},
		{expr.Frac(1, 2), 1 << 40, ""},
		{third, -(1 << 40), ""},
	} {
		got, ok := tt.x.Pow(tt.n)
		if ok != (tt.want != "") || ok && got.String() != tt.want {
			t.Errorf("%v^%d = %v, %v, want %q", tt.x, tt.n, got, ok, tt.want)
		}
	}
}

func TestRoot(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, n := rationals().Draw(t, "a"), rapid.Int64Range(2, 7).Draw(t, "n")
		a.Abs(a)
		power, _ := expr.FromRat(a).Pow(n)
		got, ok := power.Root(n)
		if !ok {
			t.Fatalf("root %d of %v^%d was not found", n, a, n)
		}
		sameValue(t, "root", got, a)
		if a.Sign() > 0 {
			if got, ok := power.Add(expr.Frac(1, 7)).Root(n); ok {
				back, _ := got.Pow(n)
				sameValue(t, "power of a root", back, power.Add(expr.Frac(1, 7)).Rat())
			}
		}
	})
	for _, tt := range []struct {
		x expr.Number
		n int64
	}{
		{expr.Int(2), 2},
		{expr.Int(-8), 3},
		{expr.Int(8), 2},
		{expr.Int(4), 1},
		{expr.Frac(4, 3), 2},
		{expr.Int(3), math.MaxInt64},
	} {
		if got, ok := tt.x.Root(tt.n); ok {
			t.Errorf("root %d of %v is %v", tt.n, tt.x, got)
		}
	}
	if got, ok := expr.Int(1).Root(math.MaxInt64); !ok || !got.IsOne() {
		t.Errorf("a root of 1 is %v, %v", got, ok)
	}
}

func TestExtremeIntegers(t *testing.T) {
	least := expr.Int(math.MinInt64)
	if got := least.Neg().String(); got != "9223372036854775808" {
		t.Errorf("-(-2^63) is %s", got)
	}
	if got := least.Abs().Sign(); got != 1 {
		t.Errorf("|-2^63| has sign %d", got)
	}
	g := expr.NewGraph()
	if g.Num(least) != g.Num(expr.Int(math.MinInt64+1).Sub(expr.Int(1))) {
		t.Error("-2^63 has two nodes")
	}
}

func TestParseNumberProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := decimals().Draw(t, "text")
		x, err := expr.ParseNumber(text, expr.MaxDigits)
		if err != nil {
			t.Fatal(err)
		}
		want, ok := new(big.Rat).SetString(text)
		if !ok {
			t.Fatalf("big.Rat cannot read %q", text)
		}
		sameValue(t, text, x, want)
		if x.IsDecimal() != strings.ContainsAny(text, ".eE") {
			t.Fatalf("%s is marked as a decimal: %v", text, x.IsDecimal())
		}
		back, err := expr.ParseNumber(x.String(), expr.MaxDigits)
		g := expr.NewGraph()
		if err != nil || g.Num(back) != g.Num(x) {
			t.Fatalf("%s is written %s and read as %v, %v", text, x, back, err)
		}
	})
}

func TestParseNumberErrors(t *testing.T) {
	for text, tooLong := range map[string]bool{
		"": false, ".": false, "e5": false, "1e": false, "1e+": false, "1e1.5": false, "1.2.3": false, "-1": false, "+1": false,
		"1_000": false, "0x10": false, "1/2": false, "٣": false, "inf": false, "nan": false,
		"12345678901": true, "1e10": true, "1e99999999999999999999": true, "1e-11": true, "0.00000000001": true, "1e-999999999": true,
	} {
		got, err := expr.ParseNumber(text, 10)
		if err == nil || errors.Is(err, expr.ErrTooLong) != tooLong {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
	for _, text := range []string{"1234567890", "0000000000000000001", "1e9", "1e-10", "0.0000000001"} {
		if _, err := expr.ParseNumber(text, 10); err != nil {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestNumberString(t *testing.T) {
	for text, want := range map[string]string{
		"0":                                    "0",
		"007":                                  "7",
		"0.0":                                  "0.0",
		"0e5":                                  "0.0",
		".5":                                   "0.5",
		"2.":                                   "2.0",
		"2.50":                                 "2.5",
		"1e2":                                  "100.0",
		"1e-5":                                 "0.00001",
		"1e-6":                                 "1e-6",
		"0.00000015":                           "1.5e-7",
		"123456789.5":                          "123456789.5",
		"1e14":                                 "100000000000000.0",
		"1e15":                                 "1e15",
		"1.5e20":                               "1.5e20",
		"12345678901234567.0":                  "12345678901234567.0",
		"123456789012345678901":                "123456789012345678901",
		"6.02214076e23":                        "6.02214076e23",
		"0.1000000000000000055511151231257827": "0.1000000000000000055511151231257827",
	} {
		x, err := expr.ParseNumber(text, expr.MaxDigits)
		if err != nil || x.String() != want {
			t.Errorf("%s is written %v, want %s (%v)", text, x, want, err)
		}
		if negative := x.Neg().String(); x.Sign() > 0 && negative != "-"+want {
			t.Errorf("-%s is written %s", text, negative)
		}
	}
	if got := expr.Frac(-2, 6).String(); got != "-1/3" {
		t.Errorf("-2/6 is written %s", got)
	}
}

// Arithmetic keeps decimals as long as that reads well.
func TestDecimalMark(t *testing.T) {
	read := func(text string) expr.Number {
		x, err := expr.ParseNumber(text, expr.MaxDigits)
		if err != nil {
			t.Fatal(err)
		}
		return x
	}
	half, three := read("0.5"), expr.Int(3)
	fourth, _ := half.Pow(2)
	root, _ := read("0.25").Root(2)
	for _, tt := range []struct {
		what string
		x    expr.Number
		want string
	}{
		{"0.5*3", half.Mul(three), "1.5"},
		{"0.5 + 0.5", half.Add(half), "1"},
		{"0.5 + 1/3", half.Add(expr.Frac(1, 3)), "5/6"},
		{"1/0.5", half.Inv(), "2"},
		{"1/0.3", read("0.3").Inv(), "10/3"},
		{"0.5^2", fourth, "0.25"},
		{"sqrt(0.25)", root, "0.5"},
		{"-0.5", half.Neg(), "-0.5"},
		{"2.0 tidied", read("2.0").Tidy(), "2"},
		{"1e20 tidied", read("1e20").Tidy(), "1e20"},
		{"1e20 + 1", read("1e20").Add(expr.Int(1)), "100000000000000000001.0"},
	} {
		if got := tt.x.String(); got != tt.want {
			t.Errorf("%s is %s, want %s", tt.what, got, tt.want)
		}
	}
	g := expr.NewGraph()
	if g.Num(half) == g.Num(expr.Frac(1, 2)) || half.Cmp(expr.Frac(1, 2)) != 0 {
		t.Error("0.5 and 1/2 are to be two nodes of one value")
	}
}

func TestFromFloat(t *testing.T) {
	for x, want := range map[float64]string{0.5: "0.5", 3: "3", -0.75: "-0.75", math.Copysign(0, -1): "0"} {
		if got, ok := expr.FromFloat(x); !ok || got.String() != want {
			t.Errorf("%v is %v, %v, want %s", x, got, ok, want)
		}
	}
	for _, x := range []float64{math.Inf(1), math.NaN()} {
		if got, ok := expr.FromFloat(x); ok {
			t.Errorf("%v is %v", x, got)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float64().Draw(t, "x")
		if n, ok := expr.FromFloat(x); !ok || n.Float64() != x {
			t.Fatalf("%v became %v", x, n.Float64())
		}
	})
}

func FuzzParseNumber(f *testing.F) {
	for _, seed := range []string{"12", "1.5e-7", ".5", "2.", "1e", "0x1p-2", "1e999"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		x, err := expr.ParseNumber(text, 100)
		if err != nil {
			return
		}
		if back, err := expr.ParseNumber(x.String(), 100); err != nil || back.Cmp(x) != 0 || back.IsDecimal() != x.IsDecimal() {
			t.Errorf("%q is written %s and read as %v, %v", text, x, back, err)
		}
	})
}

func BenchmarkNumber(b *testing.B) {
	x, y := expr.Frac(22, 7), expr.Frac(355, 113)
	b.Run("Add", func(b *testing.B) {
		b.ReportAllocs()
		for range b.N {
			_ = x.Add(y)
		}
	})
	b.Run("Parse", func(b *testing.B) {
		b.ReportAllocs()
		for range b.N {
			_, _ = expr.ParseNumber("12", expr.MaxDigits)
		}
	})
}
