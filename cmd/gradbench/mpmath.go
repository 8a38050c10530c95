package main

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"os"
	"os/exec"

	"github.com/gradcmp/gradcmp/eval/ball"
)

// mpmathScript times mpmath, a batch at a time. It says itself how it is spoken to.
//
//go:embed precision.py
var mpmathScript string

// number is a number of many bits on its way to Python or back.
type number struct {
	Mantissa string `json:"mantissa"` // an integer, hexadecimal
	Exponent int    `json:"exponent"` // of 2
}

// newNumber returns the midpoint of a ball.
func newNumber(b ball.Ball) number {
	x := b.Mid()
	bits := int(x.MinPrec())
	mantissa, _ := new(big.Float).SetMantExp(x, bits-x.MantExp(nil)).Int(nil)
	return number{mantissa.Text(16), x.MantExp(nil) - bits}
}

// ball returns the number.
func (n number) ball() (ball.Ball, error) {
	mantissa, ok := new(big.Int).SetString(n.Mantissa, 16)
	if !ok {
		return ball.Ball{}, fmt.Errorf("%q is no hexadecimal integer", n.Mantissa)
	}
	return ball.Exact(new(big.Float).SetMantExp(new(big.Float).SetInt(mantissa), n.Exponent)), nil
}

// expression is what mpmath computes.
type expression struct {
	Text      string   `json:"text"` // in Python, of x and y
	Arguments []number `json:"arguments"`
}

// mpmath is a running Python that has expressions ready.
type mpmath struct {
	system
	Backend string   `json:"backend"` // whose integers it computes with
	Values  []number `json:"values"`  // of the expressions

	cmd    *exec.Cmd
	ask    io.WriteCloser
	asking *json.Encoder
	reply  *json.Decoder
	stderr bytes.Buffer
}

// startMpmath starts the given Python and has it compute the expressions with so many digits, on the integers of Python itself.
// Without Python, "", or without mpmath in it, mpmath is missing. The caller is to stop it.
func startMpmath(python string, digits int, expressions []expression) (*mpmath, error) {
	m := &mpmath{}
	if python == "" {
		m.system = system{Name: "mpmath", Missing: "not installed (there is no python3)"}
		return m, nil
	}
	m.cmd = exec.Command(python, "-c", mpmathScript)
	m.cmd.Env = append(os.Environ(), "MPMATH_NOGMPY=1")
	m.cmd.Stderr = &m.stderr
	ask, err := m.cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	reply, err := m.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := m.cmd.Start(); err != nil {
		return nil, err
	}
	m.ask, m.asking, m.reply = ask, json.NewEncoder(ask), json.NewDecoder(reply)
	if err := m.exchange(map[string]any{"digits": digits, "expressions": expressions}, m); err != nil {
		return nil, err
	}
	m.Name = "mpmath"
	switch {
	case m.Missing != "":
	case m.Backend != "python":
		err = fmt.Errorf("mpmath computes with the integers of %s; the goals are set for those of Python", m.Backend)
	case len(m.Values) != len(expressions):
		err = fmt.Errorf("mpmath has %d values for %d expressions", len(m.Values), len(expressions))
	}
	if err != nil {
		return nil, errors.Join(err, m.stop())
	}
	return m, nil
}

// exchange sends a line and reads the answer. Python is gone after an error.
func (m *mpmath) exchange(request, answer any) error {
	asked := m.asking.Encode(request)
	err := m.reply.Decode(answer)
	if err == nil && asked == nil {
		return nil
	}
	if ended := m.stop(); ended != nil {
		return ended
	}
	return fmt.Errorf("%s does not answer in JSON: %w", m.cmd.Path, errors.Join(asked, err))
}

// seconds takes the time of so many calls of an expression.
func (m *mpmath) seconds(expression, calls int) (float64, error) {
	var s float64
	err := m.exchange([]int{expression, calls}, &s)
	return s, err
}

// stop ends the Python, which has no more to say, and returns why it failed if it did.
func (m *mpmath) stop() error {
	if m.cmd == nil || m.cmd.ProcessState != nil {
		return nil
	}
	m.ask.Close()
	err := m.cmd.Wait()
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w%s", m.cmd.Path, err, lastLine(m.stderr.String()))
}
