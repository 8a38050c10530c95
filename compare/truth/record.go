package truth

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// Record is a line of a corpus: a formula with its values and derivatives at
// some points. Fields that a corpus does not have are empty.
type Record struct {
	ID   string
	Expr string // "" where the language has no formula for what is recorded
	Vars []string

	Points  []Coordinates
	Value   []Number
	Grad    []Coordinates
	Naive64 []Naive

	// One derivative, of any order, by the variables of Wrt.
	Wrt      Names
	Expected string   // its formula
	Deriv    []Number // its values, unless it is of first order: then they are in Grad
	Note     string

	// What PyTorch answers is in Value and Grad of its corpus, the mathematics in
	// these.
	Torch     Word // the function's name
	Kind      string
	MathValue []Number      `json:"math_value"`
	MathGrad  []Coordinates `json:"math_grad"`

	SympyDiff map[string]string `json:"sympy_diff"`
	Printed   []string          // by the PyTorch program

	digits gradientDigits
}

// gradientDigits are the gradients with all their digits, as recorded.
type gradientDigits struct {
	Grad     []map[string]json.RawMessage
	MathGrad []map[string]json.RawMessage `json:"math_grad"`
}

// Number is a recorded number: a JSON number, or a string for more digits than
// a double has or for inf and nan. null, which is undefined, is NaN.
type Number float64

// UnmarshalJSON reads a number; one beyond the range of doubles is infinite or
// 0.
func (n *Number) UnmarshalJSON(text []byte) error {
	if string(text) == "null" {
		*n = Number(math.NaN())
		return nil
	}
	digits := strings.TrimSuffix(strings.Trim(string(text), `"`), "(none)") // how PyTorch's 0 is marked where it has no gradient
	if digits == "error" {                                                  // what PyTorch refuses
		digits = "nan"
	}
	x, err := strconv.ParseFloat(digits, 64)
	if err != nil && !errors.Is(err, strconv.ErrRange) {
		return err
	}
	*n = Number(x)
	return nil
}

// Coordinates are numbers by variable.
type Coordinates map[string]Number

// At returns the number of a variable, NaN if there is none.
func (c Coordinates) At(name string) float64 {
	if x, ok := c[name]; ok {
		return float64(x)
	}
	return math.NaN()
}

// Naive is the relative errors that a plain evaluation in doubles makes, of
// the value and the largest of the gradient; NaN where it gives no number.
type Naive struct{ Value, Gradient float64 }

// UnmarshalJSON reads a pair [value, gradient] or null.
func (n *Naive) UnmarshalJSON(text []byte) error {
	*n = Naive{math.NaN(), math.NaN()}
	var pair []Number
	if err := json.Unmarshal(text, &pair); err != nil {
		return err
	}
	if len(pair) == 2 {
		*n = Naive{float64(pair[0]), float64(pair[1])}
	}
	return nil
}

// Names is a list of names; one alone need not be in a list.
type Names []string

// UnmarshalJSON reads a string or a list of strings.
func (n *Names) UnmarshalJSON(text []byte) error {
	if bytes.HasPrefix(text, []byte(`"`)) {
		*n = make(Names, 1)
		return json.Unmarshal(text, &(*n)[0])
	}
	return json.Unmarshal(text, (*[]string)(n))
}

// Word is a string; anything else in its place is ignored.
type Word string

// UnmarshalJSON reads a string.
func (w *Word) UnmarshalJSON(text []byte) error {
	if !bytes.HasPrefix(text, []byte(`"`)) {
		return nil
	}
	return json.Unmarshal(text, (*string)(w))
}

// Read reads the records of a corpus, one a line, and makes sure that each has
// as many values and gradients as points.
func Read(r io.Reader) ([]Record, error) {
	var all []Record
	for d := json.NewDecoder(r); ; {
		var line json.RawMessage
		var record Record
		err := d.Decode(&line)
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err == nil {
			err = errors.Join(json.Unmarshal(line, &record), json.Unmarshal(line, &record.digits))
		}
		if err == nil {
			err = record.check()
		}
		if err != nil {
			return nil, fmt.Errorf("record %d: %w", len(all)+1, err)
		}
		all = append(all, record)
	}
}

// check returns an error if a list does not go with the points.
func (r *Record) check() error {
	n := len(r.Points)
	for _, l := range []struct {
		name   string
		length int
		needed bool
	}{
		{"value", len(r.Value), true},
		{"grad", len(r.Grad), true},
		{"naive64", len(r.Naive64), false},
		{"deriv", len(r.Deriv), false},
		{"math_value", len(r.MathValue), false},
		{"math_grad", len(r.MathGrad), false},
	} {
		if l.length != n && (l.needed || l.length != 0) {
			return fmt.Errorf("%s: %s has %d entries for %d points", r.ID, l.name, l.length, n)
		}
	}
	return nil
}

// ReadFile reads the corpus in a file.
func ReadFile(name string) ([]Record, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	records, err := Read(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Base(name), err)
	}
	return records, nil
}
