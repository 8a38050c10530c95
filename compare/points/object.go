package points

import (
	"encoding/json"
	"fmt"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// decodeObject reads the values of an object.
func (r *Reader) decodeObject(row []byte) *RowError {
	if !json.Valid(row) {
		var raw json.RawMessage // for its error, which names the place
		err := json.Unmarshal(row, &raw)
		return &RowError{Reason: fmt.Sprintf("no valid JSON: %v", err)}
	}
	c := cursor{data: row}
	if !c.take('{') {
		return &RowError{Reason: `expected an object, such as {"x": 2}`}
	}
	clear(r.given)
	for !c.take('}') {
		name := c.text()
		c.take(':')
		s, ok := r.names.find(string(name))
		if !ok {
			r.unneeded.add(string(name))
			c.skip()
			c.take(',')
			continue
		}
		if fault := r.decodeValue(&c, s); fault != "" {
			return &RowError{Column: s.name, Reason: fault}
		}
		c.take(',')
	}
	for i, ok := range r.given {
		if !ok {
			return &RowError{Column: r.names.elements[i], Reason: r.noValue(r.names.elements[i])}
		}
	}
	return nil
}

// decodeValue reads the value of a name into its place, and says what is wrong
// with it.
func (r *Reader) decodeValue(c *cursor, s slot) string {
	end := s.first + s.shape.Size()
	for i := s.first; i < end; i++ {
		if r.given[i] {
			return "it has a value already"
		}
		r.given[i] = true
	}
	fault := c.array(s.shape, r.values[s.first:end], r.options.NonFinite)
	if fault == misshapen {
		return "the value is no " + s.shape.String()
	}
	return fault
}

// noValue says that an element has no value, and which name may stand for it.
func (r *Reader) noValue(name string) string {
	if s := parser.Suggest(name, r.unneeded.names); s != "" {
		return fmt.Sprintf("the value is missing; did you mean %q?", s)
	}
	return "the value is missing"
}

// cursor goes through valid JSON.
type cursor struct {
	data []byte
	at   int
}

// peek returns the next byte behind white space, 0 at the end.
func (c *cursor) peek() byte {
	for ; c.at < len(c.data); c.at++ {
		switch b := c.data[c.at]; b {
		case ' ', '\t', '\r', '\n':
		default:
			return b
		}
	}
	return 0
}

// take goes over the next byte if it is b.
func (c *cursor) take(b byte) bool {
	if c.peek() != b {
		return false
	}
	c.at++
	return true
}

// text goes over a string and returns what it says.
func (c *cursor) text() []byte {
	c.peek()
	start, escapes := c.at, false
	for c.at++; c.data[c.at] != '"'; c.at++ {
		if c.data[c.at] == '\\' {
			escapes = true
			c.at++
		}
	}
	c.at++
	if !escapes {
		return c.data[start+1 : c.at-1]
	}
	var text string
	if err := json.Unmarshal(c.data[start:c.at], &text); err != nil {
		return c.data[start:c.at] // not reached: the data are valid
	}
	return []byte(text)
}

// bare goes over a number or a word and returns it.
func (c *cursor) bare() []byte {
	start := c.at
	for c.at < len(c.data) {
		switch c.data[c.at] {
		case ',', ']', '}', ' ', '\t', '\r', '\n':
			return c.data[start:c.at]
		}
		c.at++
	}
	return c.data[start:]
}

// skip goes over a value.
func (c *cursor) skip() {
	for depth := 0; ; {
		switch c.peek() {
		case '{', '[':
			depth++
			c.at++
		case '}', ']':
			depth--
			c.at++
		case ',', ':':
			c.at++
		case '"':
			c.text()
		default:
			c.bare()
		}
		if depth == 0 {
			return
		}
	}
}

// misshapen is the fault of a value that has not the shape of its variable.
const misshapen = "misshapen"

// array reads a number, vector or matrix, and says what is wrong with it.
func (c *cursor) array(shape expr.Shape, values []float64, nonFinite bool) (fault string) {
	if len(shape) == 0 {
		values[0], fault = c.number(nonFinite)
		return fault
	}
	if !c.take('[') {
		return misshapen
	}
	size := shape[1:].Size()
	for i := range shape[0] {
		if c.peek() == ']' || i > 0 && !c.take(',') {
			return misshapen
		}
		if fault = c.array(shape[1:], values[i*size:(i+1)*size], nonFinite); fault != "" {
			return fault
		}
	}
	if !c.take(']') {
		return misshapen
	}
	return ""
}

// number reads a number, or one in a string.
func (c *cursor) number(nonFinite bool) (float64, string) {
	switch b := c.peek(); {
	case b == '"':
		return parseNumber(c.text(), nonFinite)
	case b == '[' || b == '{':
		return 0, "the value is no number"
	default:
		return parseNumber(c.bare(), nonFinite)
	}
}
