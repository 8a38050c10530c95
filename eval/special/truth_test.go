package special

import (
	"bufio"
	"flag"
	"fmt"
	"hash/fnv"
	"math"
	"math/big"
	"os"
	"strconv"
	"strings"
	"testing"
)

// A larger file of truth: python3 testdata/truth.py 20000 > FILE.
var truthFile = flag.String("truth", "testdata/truth.tsv", "the `file` of recorded values")

// row is a function under test, whose error is at most limit ulp, or, beside
// zeros, at most floor in absolute value.
type row struct {
	name  string
	f     any // func of one or two doubles
	limit float64
	floor func(args []float64) float64 // nil for 0
}

// amplitude is the floor of a Bessel function of order n beyond a: beside its
// zeros 2^-59 of the amplitude.
func amplitude(n, a, x float64) float64 {
	if math.Abs(x) <= max(a, n) {
		return 0
	}
	return 0x1p-59 * math.Sqrt(2/(math.Pi*math.Abs(x)))
}

func besselFloor(args []float64) float64 { return amplitude(0, 25, args[0]) }

func besselJnFloor(args []float64) float64 { return 64 * amplitude(args[0], 0, args[1]) }

func lgammaFloor([]float64) float64 { return 0x1p-58 }

func digammaFloor(args []float64) float64 { return 0x1p-58 * max(1, math.Log(-args[0])) }

func polygammaFloor(args []float64) float64 {
	return 0x1p-60 * math.Gamma(args[0]+1) * math.Pow(2, args[0]+1)
}

func logAddExpFloor(args []float64) float64 {
	return 0x1p-66 * max(math.Abs(args[0]), math.Abs(args[1]))
}

func polygamma(n, x float64) float64 { return Polygamma(int(n), x) }
func besselJn(n, x float64) float64  { return BesselJn(int(n), x) }

// The functions and their limits, as the doc comments have them.
var rows = []row{
	{"exp", Exp, 1, nil},
	{"exp2", Exp2, 1, nil},
	{"expm1", Expm1, 1, nil},
	{"log", Log, 1, nil},
	{"log2", Log2, 1, nil},
	{"log10", Log10, 1, nil},
	{"log1p", Log1p, 1, nil},
	{"pow", Pow, 1, nil},
	{"cbrt", Cbrt, 1, nil},
	{"hypot", Hypot, 1, nil},
	{"sin", Sin, 1, nil},
	{"cos", Cos, 1, nil},
	{"tan", Tan, 1, nil},
	{"sec", Sec, 1, nil},
	{"csc", Csc, 1, nil},
	{"cot", Cot, 1, nil},
	{"sinc", Sinc, 1, nil},
	{"asin", Asin, 1, nil},
	{"acos", Acos, 1, nil},
	{"atan", Atan, 1, nil},
	{"atan2", Atan2, 1, nil},
	{"asec", Asec, 1, nil},
	{"acsc", Acsc, 1, nil},
	{"acot", Acot, 1, nil},
	{"sinh", Sinh, 1, nil},
	{"cosh", Cosh, 1, nil},
	{"tanh", Tanh, 1, nil},
	{"sech", Sech, 1, nil},
	{"csch", Csch, 1, nil},
	{"coth", Coth, 1, nil},
	{"asinh", Asinh, 1, nil},
	{"acosh", Acosh, 1, nil},
	{"atanh", Atanh, 1, nil},
	{"asech", Asech, 1, nil},
	{"acsch", Acsch, 1, nil},
	{"acoth", Acoth, 1, nil},
	{"sigmoid", Sigmoid, 1, nil},
	{"logsigmoid", LogSigmoid, 1, nil},
	{"softplus", Softplus, 1, nil},
	{"logit", Logit, 1, nil},
	{"tanhshrink", Tanhshrink, 1, nil},
	{"xlogy", XLogY, 1, nil},
	{"logaddexp", LogAddExp, 1, logAddExpFloor},
	{"erf", Erf, 1, nil},
	{"erfc", Erfc, 1, nil},
	{"erfi", Erfi, 1, nil},
	{"erfinv", Erfinv, 1, nil},
	{"normpdf", NormPDF, 1, nil},
	{"normcdf", NormCDF, 1, nil},
	{"gamma", Gamma, 2, nil},
	{"lgamma", LGamma, 2, nil},
	{"lgamma-", LGamma, 2, lgammaFloor},
	{"digamma", Digamma, 2, nil},
	{"digamma-", Digamma, 2, digammaFloor},
	{"trigamma", Trigamma, 2, nil},
	{"polygamma", polygamma, 2, nil},
	{"polygamma-", polygamma, 2, polygammaFloor},
	{"beta", Beta, 2, nil},
	{"beta-", Beta, 2, nil},
	{"factorial", Factorial, 2, nil},
	{"binomial", Binomial, 2, nil},
	{"binomial-", Binomial, 2, nil},
	{"j0", BesselJ0, 2, besselFloor},
	{"j1", BesselJ1, 2, besselFloor},
	{"jn", besselJn, 2, besselJnFloor},
	{"y0", BesselY0, 2, besselFloor},
	{"y1", BesselY1, 2, besselFloor},
	{"lambertw", LambertW, 1, nil},
	{"mod", Mod, 0.6, nil},
	{"fmod", Fmod, 1e-8, nil}, // exact; the truth has 25 digits,
}

// call returns f at the arguments.
func (r row) call(args []float64) float64 {
	if f, ok := r.f.(func(float64) float64); ok {
		return f(args[0])
	}
	return r.f.(func(float64, float64) float64)(args[0], args[1])
}

// unit returns the distance of doubles about x.
func unit(x float64) float64 {
	_, e := math.Frexp(x)
	return math.Ldexp(1, max(e-53, -1074))
}

// ulps returns the distance of got from the truth, in units of the truth's
// last place.
func ulps(got float64, truth *big.Float) float64 {
	want, _ := truth.Float64()
	if math.IsNaN(got) || math.IsInf(got, 0) {
		return math.Inf(1)
	}
	d := new(big.Float).SetPrec(200).SetFloat64(got)
	d.Sub(d, truth).Quo(d, big.NewFloat(unit(want)))
	u, _ := d.Abs(d).Float64()
	return u
}

// record is a line of the file of truth.
type record struct {
	row
	args  []float64
	text  string // the value, with 25 digits
	truth *big.Float
}

// records reads a file of truth.
func records(t *testing.T, name string) []record {
	byName := map[string]row{}
	for _, r := range rows {
		byName[r.name] = r
	}
	file, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var all []record
	for lines := bufio.NewScanner(file); lines.Scan(); {
		fields := strings.Split(lines.Text(), "\t")
		if strings.HasPrefix(fields[0], "#") {
			continue
		}
		last := len(fields) - 1
		r := record{row: byName[fields[0]], text: fields[last]}
		if r.f == nil {
			t.Fatalf("no function %q", fields[0])
		}
		for _, field := range fields[1:last] {
			x, err := strconv.ParseFloat(field, 64)
			if err != nil {
				t.Fatal(err)
			}
			r.args = append(r.args, x)
		}
		if r.truth, _, err = big.ParseFloat(r.text, 10, 200, big.ToNearestEven); err != nil {
			t.Fatal(err)
		}
		all = append(all, r)
	}
	return all
}

func TestTruth(t *testing.T) {
	type tally struct {
		points    int
		worst     float64
		worstAt   []float64
		untouched float64 // the worst where the floor excused nothing
	}
	tallies := map[string]*tally{}
	for _, r := range rows {
		tallies[r.name] = &tally{}
	}
	for _, r := range records(t, *truthFile) {
		got := r.call(r.args)
		u := ulps(got, r.truth)
		want, _ := r.truth.Float64()
		count := tallies[r.name]
		count.points++
		if u > count.worst {
			count.worst, count.worstAt = u, r.args
		}
		excused := r.floor != nil && float64(u*unit(want)) <= r.floor(r.args)
		if !excused {
			count.untouched = max(count.untouched, u)
		}
		if u > r.limit && !excused {
			t.Errorf("%s%v = %v, want %s: %.3g ulp, limit %v", r.name, r.args, got, r.text, u, r.limit)
		}
	}
	for _, r := range rows {
		c := tallies[r.name]
		if c.points < 100 {
			t.Errorf("%s: only %d points", r.name, c.points)
		}
		t.Logf("%-11s limit %v  worst %.4f ulp at %v; %.4f beyond the floor, %d points",
			r.name, r.limit, c.worst, c.worstAt, c.untouched, c.points)
	}
}

// TestSameBits holds the results to the same bits on every platform: one hash
// of them all.
func TestSameBits(t *testing.T) {
	const want uint64 = 0x72c482f44275369d
	hash := fnv.New64a()
	for _, r := range records(t, "testdata/truth.tsv") {
		fmt.Fprintln(hash, r.name, math.Float64bits(r.call(r.args)))
	}
	if got := hash.Sum64(); got != want {
		t.Errorf("hash %#x, want %#x: some result has changed, or is not the same on this platform", got, want)
	}
}
