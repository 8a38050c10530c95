package ball

import (
	"bufio"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestTruth computes what mpmath recorded, at rising precision. No ball may
// miss the recorded value, and one must hold all its digits.
func TestTruth(t *testing.T) {
	files, err := filepath.Glob("testdata/*.tsv")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, file := range files {
		for _, rec := range readRecords(t, file) {
			r, ok := rowOf(rec.name)
			if !ok {
				t.Errorf("%s: %s has no row", rec.place, rec.name)
				continue
			}
			seen[rec.name] = true
			if complaint := rec.check(r); complaint != "" {
				t.Errorf("%s: %s(%s): %s", rec.place, rec.name, rec.text, complaint)
			}
		}
	}
	for _, r := range recorded {
		if !seen[r.name] {
			t.Errorf("%s has no recorded values", r.name)
		}
	}
}

// record is a line of a file of truth.
type record struct {
	place, name, text string
	digits            int
	args              []*big.Float
	value             *big.Float // nil if undefined
	err               Mag        // of the value
}

// check returns what is wrong with the row's answers, "" if nothing.
func (rec record) check(r row) string {
	need := uint(float64(rec.digits)*3.33) + 8
	for bits := need + 24; ; bits *= 2 {
		if bits > 64*need+4096 {
			return fmt.Sprintf("not known to %d digits with %d bits", rec.digits, bits/2)
		}
		y := r.call(Context{Bits: bits}, exactly(rec.args))
		switch {
		case rec.value == nil && y.state == Undefined:
			return ""
		case y.state == Unknown:
			continue
		case y.state != Known || rec.value == nil:
			return fmt.Sprintf("is %s with %d bits, want %s", y.describe(), bits, rec.wanted())
		case !y.widen(rec.err).Contains(rec.value):
			return fmt.Sprintf("is %s with %d bits, which does not hold %s", y.describe(), bits, rec.wanted())
		}
		if y.IsExact() || rec.value.Sign() != 0 && y.rad.Exponent() <= int64(rec.value.MantExp(nil))-int64(need) {
			return ""
		}
	}
}

func (rec record) wanted() string {
	if rec.value == nil {
		return "undefined"
	}
	return show(rec.value, 40)
}

// describe shows a ball in a message.
func (b Ball) describe() string {
	if b.state != Known {
		return b.state.String()
	}
	return show(b.Mid(), 40) + " ± " + show(b.rad.Float(), 4)
}

// show writes a number with so many digits, of base 16 if it would take long to
// find those of base 10.
func show(x *big.Float, digits int) string {
	if e := x.MantExp(nil); e > 1e5 || e < -1e5 {
		return x.Text('p', digits)
	}
	return x.Text('g', digits)
}

// readRecords reads a file that testdata/record.py wrote.
func readRecords(t *testing.T, file string) []record {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var records []record
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		if strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		rec, err := parseRecord(lines.Text())
		if err != nil {
			t.Fatalf("%s:%d: %v", file, n, err)
		}
		rec.place = fmt.Sprintf("%s:%d", file, n)
		records = append(records, rec)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return records
}

func parseRecord(line string) (record, error) {
	fields := strings.Split(line, "\t")
	if len(fields) != 4 {
		return record{}, fmt.Errorf("%d fields, want 4", len(fields))
	}
	digits, err := strconv.Atoi(fields[1])
	if err != nil {
		return record{}, err
	}
	rec := record{name: fields[0], digits: digits, text: fields[2]}
	for _, text := range strings.Fields(fields[2]) {
		x, err := parseDyadic(text)
		if err != nil {
			return record{}, err
		}
		rec.args = append(rec.args, x)
	}
	if fields[3] == "undefined" {
		return rec, nil
	}
	value, _, err := big.ParseFloat(fields[3], 10, uint(4*digits+32), big.ToNearestEven)
	if err != nil {
		return record{}, err
	}
	rec.value = value
	if value.Sign() != 0 {
		// Half a unit of the last decimal digit and the rounding to binary.
		rec.err = magnitude(value).Mul(tenTo(1 - digits))
	}
	return rec, nil
}

// tenTo returns a bound of 10^n for n <= 0.
func tenTo(n int) Mag {
	a := power(0)
	for ; n < 0; n++ {
		a = a.Quo(magOf(10, 0))
	}
	return a
}

// parseDyadic reads m*2^e.
func parseDyadic(text string) (*big.Float, error) {
	mantissa, exponent, ok := strings.Cut(text, "*2^")
	m, isInt := new(big.Int).SetString(mantissa, 10)
	e, err := strconv.Atoi(exponent)
	if !ok || !isInt || err != nil {
		return nil, fmt.Errorf("%q is not m*2^e", text)
	}
	x := new(big.Float).SetPrec(uint(max(m.BitLen(), 64))).SetInt(m)
	return x.SetMantExp(x, e), nil
}
