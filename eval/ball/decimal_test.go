package ball

import (
	"math/big"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	c := Context{Bits: 173}
	for _, tt := range []struct {
		text, want string
		exact      bool
	}{
		{"0", "0", true},
		{"-0.000e99999999999999999999", "0", true},
		{"1", "1", true},
		{"+.5", "0.5", true},
		{"-12.50", "-12.5", true},
		{"1e22", "1e22", true},
		{"3E-1", "0.3", false},
		{"1e50", "1e50", true},
		{"1e-5", "0.00001", false},
		{"100000000000000000000", "100000000000000000000", true},
	} {
		x, err := c.Parse(tt.text)
		if err != nil || x.IsExact() != tt.exact {
			t.Errorf("Parse(%q) is %s, %v", tt.text, x.describe(), err)
			continue
		}
		n := len(strings.Trim(strings.Split(tt.want, "e")[0], "-0."))
		if text, certain := x.Digits(max(n, 1)); text != tt.want || certain != max(n, 1) {
			t.Errorf("%q is written as %q with %d digits, want %q", tt.text, text, certain, tt.want)
		}
	}
	for _, text := range []string{"", ".", "-", "+-1", "--1", "1e", "e5", "1.2.3", "1_0", "0x10", "inf", "NaN", " 1", "1 ", "1e5.0", "١"} {
		if x, err := c.Parse(text); err == nil {
			t.Errorf("Parse(%q) is %s, want an error", text, x.describe())
		}
	}
	for text, state := range map[string]State{
		"1e646456992":                             Known,
		"1e646456993":                             Beyond,
		"9e646456992":                             Beyond,
		"1e-646456994":                            Known,
		"-7e-9999999999999999999999":              Known,
		"1e99999999999999999999":                  Beyond,
		strings.Repeat("7", 50000):                Beyond,
		strings.Repeat("7", 50000) + "e-50000000": Beyond,
	} {
		if x, err := c.Parse(text); err != nil || x.State() != state {
			t.Errorf("Parse(%.40q) is %v, %v, want %v", text, x.State(), err, state)
		}
	}
}

// TestParseTruth compares with rational numbers.
func TestParseTruth(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	for range *trials {
		text := drawDecimal(random, 1+random.IntN(40))
		want, ok := new(big.Rat).SetString(text)
		if !ok {
			t.Fatal(text)
		}
		c := Context{Bits: 2 + random.UintN(200)}
		near := c.FromRat(want)
		got, err := c.Parse(text)
		if err != nil || got.Mid().Cmp(near.Mid()) != 0 || got.rad != near.rad {
			t.Fatalf("Parse(%q) with %d bits is %s, %v, want %s", text, c.Bits, got.describe(), err, near.describe())
		}
	}
}

// drawDecimal returns a decimal number of n digits, the last not 0.
func drawDecimal(random *rand.Rand, n int) string {
	digits := make([]byte, n)
	for i := range digits {
		digits[i] = byte('0' + random.IntN(10))
	}
	digits[0] = byte('1' + random.IntN(9))
	digits[n-1] = byte('1' + random.IntN(9))
	sign := []string{"", "-"}[random.IntN(2)]
	return sign + string(digits) + "e" + strconv.Itoa(random.IntN(100)-60)
}

// TestDecimalRoundTrip reads decimal numbers of n digits with enough bits: n
// digits of the balls are theirs.
func TestDecimalRoundTrip(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	for range *trials {
		n := 1 + random.IntN(50)
		text := drawDecimal(random, n)
		c := Context{Bits: uint(n)*10/3 + 8}
		x, _ := c.Parse(text)
		back, certain := x.Digits(n)
		if certain != n {
			t.Fatalf("%s comes back as %s with %d digits of %d", text, back, certain, n)
		}
		want, _ := new(big.Rat).SetString(text)
		if got, ok := new(big.Rat).SetString(back); !ok || got.Cmp(want) != 0 {
			t.Fatalf("%s comes back as %s", text, back)
		}
	}
}

// TestDigitsCertain writes random balls: the numbers at both ends and one
// between are rounded to the same digits, and to no more of them.
func TestDigitsCertain(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 12))
	for range *trials {
		b, number := drawBall(random, drawSteps(random)[0])
		if !b.IsKnown() || b.Mid().Sign() == 0 {
			continue
		}
		n := 1 + random.IntN(30)
		text, certain := b.Digits(n)
		rad := b.rad.Float()
		exactly := new(big.Float).SetPrec(4000)
		lo := new(big.Float).Copy(exactly.Sub(b.Mid(), rad))
		hi := new(big.Float).Copy(exactly.Add(b.Mid(), rad))
		if b.mayBeZero() {
			if certain != 0 {
				t.Fatalf("%s is written as %s", b.describe(), text)
			}
			continue
		}
		if certain > 0 {
			for _, x := range []*big.Float{lo, number.Mid(), hi} {
				if got, _ := Exact(x).Digits(certain); ratOf(t, got).Cmp(ratOf(t, text)) != 0 {
					t.Fatalf("%s is written as %s, but its %s as %s", b.describe(), text, x.Text('g', 40), got)
				}
				want, ok := new(big.Rat).SetString(x.Text('e', certain-1)) // Text rounds as Digits should
				if !ok || want.Cmp(ratOf(t, text)) != 0 {
					t.Fatalf("%s is written as %s, but math/big has %s", b.describe(), text, x.Text('e', certain-1))
				}
			}
		}
		for k := certain + 1; k <= n; k++ {
			if lo.Text('e', k-1) == hi.Text('e', k-1) {
				t.Fatalf("%s is written as %s with %d digits, but %d are certain: %s", b.describe(), text, certain, k, lo.Text('e', k-1))
			}
		}
	}
}

func ratOf(t *testing.T, text string) *big.Rat {
	t.Helper()
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		t.Fatalf("%q is no number", text)
	}
	return r
}

func TestDigits(t *testing.T) {
	third := Context{Bits: 100}.QuoInt(FromInt(1), 3)
	c := Context{Bits: 30000}
	far := func(text string) Ball { x, _ := c.Parse(text); return x }
	for _, tt := range []struct {
		x       Ball
		n       int
		text    string
		certain int
	}{
		{Ball{}, 5, "0", 5},
		{FromFloat64(0.5), 50, "0.5", 50},
		{FromFloat64(-1e20), 50, "-100000000000000000000", 50},
		{FromFloat64(1e21), 50, "1e21", 50},
		{FromFloat64(1.5), 1, "2", 1},
		{FromFloat64(2.5), 1, "2", 1},
		{FromFloat64(9.5), 1, "1e1", 1},
		{FromFloat64(99.96875), 3, "100", 3},
		{FromInt(120000), 1, "1e5", 1},
		{FromInt(120000), 2, "120000", 2},
		{FromInt(123456), 2, "1.2e5", 2},
		{FromFloat64(0.000030517578125), 50, "0.000030517578125", 50},
		{FromFloat64(0.00000762939453125), 50, "7.62939453125e-6", 50},
		{third, 5, "0.33333", 5},
		{third, 60, "0.33333333333333333333333333333", 29},
		{around(2, 0x1p-70), 10, "2.000000000", 10},
		{around(2, 0x1p-4), 10, "2", 1},
		{around(120000, 900), 10, "1.2e5", 2},
		{around(0.15, 0.001), 1, "", 0},
		{around(0.15, 0.001), 2, "0.15", 2},
		{around(0.145, 0.001), 9, "0.1", 1},
		{around(10, 0.001), 9, "10.0", 3},
		{around(1, 2), 9, "", 0},
		{around(3, 2), 9, "", 0},
		{None(Unknown), 9, "", 0},
		{third, 0, "", 0},
		{far("1.25e8000"), 5, "1.25e8000", 5},
		{far("-1.25e-600000000"), 5, "-1.2500e-600000000", 5},
	} {
		if text, certain := tt.x.Digits(tt.n); text != tt.text || certain != tt.certain {
			t.Errorf("%d digits of %s are %q, %d; want %q, %d", tt.n, tt.x.Mid().Text('p', 10), text, certain, tt.text, tt.certain)
		}
	}
}

func TestString(t *testing.T) {
	for _, tt := range []struct {
		x    Ball
		want string
	}{
		{FromFloat64(0.5), "0.5"},
		{FromFloat64(0.1), "0.10000000000000000555…"},
		{FromInt(1 << 62), "4611686018427387904"},
		{around(2, 0.0625), "2…"},
		{Ball{rad: power(-100)}, "0 ± 1e-29"},
		{around(1, 2), "0 ± 1e1"},
		{Ball{rad: power(100)}, "0 ± 1e31"},
		{None(Undefined), "undefined"},
		{None(Unknown), "unknown"},
	} {
		if got := tt.x.String(); got != tt.want {
			t.Errorf("%s is written as %s", tt.want, got)
		}
	}
}

func TestDecimalExtremes(t *testing.T) {
	for _, x := range extremes() {
		for _, n := range []int{1, 50, 1000} {
			text, certain := x.Digits(n)
			if certain > n || (text == "") != (certain == 0) {
				t.Errorf("%q has %d of %d digits", text, certain, n)
			}
			if x.String() == "" {
				t.Errorf("%s is written as nothing", text)
			}
		}
	}
}

func BenchmarkParse(b *testing.B) {
	c := Context{Bits: 173}
	b.ReportAllocs()
	for b.Loop() {
		_, _ = c.Parse("0.12345678901234567890123456789")
	}
}

func BenchmarkDigits(b *testing.B) {
	x := Context{Bits: 173}.QuoInt(FromInt(5), 14)
	b.ReportAllocs()
	for b.Loop() {
		x.Digits(50)
	}
}
