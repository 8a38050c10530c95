package report

import (
	"bytes"
	"encoding/json"
	"io"
	"math"
	"strconv"

	"github.com/gradcmp/gradcmp/expr"
)

// Nested arranges texts in row-major order as lists of lists in JSON; those of
// a scalar are the one text.
func Nested(shape expr.Shape, texts []string) any { return nested(shape, texts, quoted) }

func quoted(s string) json.RawMessage {
	text, _ := encode(s) // a string always encodes
	return text
}

// nested arranges elements in row-major order as lists of lists.
func nested[T any](shape expr.Shape, elements []T, encode func(T) json.RawMessage) any {
	if len(shape) == 0 {
		return encode(elements[0])
	}
	list := make([]any, shape[0])
	stride := shape[1:].Size()
	for i := range list {
		list[i] = nested(shape[1:], elements[i*stride:(i+1)*stride], encode)
	}
	return list
}

// encodeNumber writes a number as JSON has it.
func encodeNumber(x float64, hex bool) json.RawMessage {
	switch {
	case math.IsNaN(x):
		return json.RawMessage(`"nan"`)
	case math.IsInf(x, 1):
		return json.RawMessage(`"inf"`)
	case math.IsInf(x, -1):
		return json.RawMessage(`"-inf"`)
	case hex:
		return json.RawMessage(`"` + strconv.FormatFloat(x, 'x', -1, 64) + `"`)
	}
	return json.RawMessage(shortest(x))
}

// Object is a JSON object whose fields keep their order.
type Object []Field

// Field is a named value of an [Object].
type Field struct {
	Name  string
	Value any
}

// MarshalJSON writes the fields in their order.
func (o Object) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, f := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		name, err := encode(f.Name)
		if err != nil {
			return nil, err
		}
		value, err := encode(f.Value)
		if err != nil {
			return nil, err
		}
		b.Write(name)
		b.WriteByte(':')
		b.Write(value)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// encode writes a value without escaping <, > and &, which stand in formulas.
func encode(v any) ([]byte, error) {
	var b bytes.Buffer
	if err := Encode(&b, v); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// Encode writes v as JSON on one line, with <, > and & as they are.
func Encode(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}
