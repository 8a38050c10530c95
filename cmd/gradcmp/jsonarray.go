package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"github.com/gradcmp/gradcmp/expr"
)

// jsonArray is a number, vector or matrix read from JSON, its elements in
// row-major order.
type jsonArray struct {
	shape  expr.Shape
	values []float64
}

// readJSONArray reads a number, a list of numbers or a list of lists of equal
// length. A number may be a string: "nan", "inf", "-inf" or a hexadecimal
// float. Decimals are rounded to the nearest double.
func readJSONArray(raw json.RawMessage) (jsonArray, error) {
	raw = bytes.TrimSpace(raw)
	if len(raw) == 0 || raw[0] != '[' {
		x, err := readJSONNumber(raw)
		return jsonArray{values: []float64{x}}, err
	}
	var parts []json.RawMessage
	if err := json.Unmarshal(raw, &parts); err != nil {
		return jsonArray{}, err
	}
	if len(parts) == 0 {
		return jsonArray{}, errors.New("an empty list is no vector")
	}
	var a jsonArray
	for i, part := range parts {
		inner, err := readRow(part)
		if err != nil {
			return jsonArray{}, err
		}
		if i == 0 {
			a.shape = append(expr.Shape{len(parts)}, inner.shape...)
		} else if len(inner.shape) != len(a.shape)-1 || inner.shape.Size() != a.shape[1:].Size() {
			return jsonArray{}, fmt.Errorf("element %d is a %s where the others are a %s", i, inner.shape, a.shape[1:])
		}
		a.values = append(a.values, inner.values...)
	}
	return a, nil
}

// readRow reads an element of a list: a number, or a list of numbers.
func readRow(raw json.RawMessage) (jsonArray, error) {
	raw = bytes.TrimSpace(raw)
	if raw[0] != '[' {
		x, err := readJSONNumber(raw)
		return jsonArray{values: []float64{x}}, err
	}
	var parts []json.RawMessage
	if err := json.Unmarshal(raw, &parts); err != nil {
		return jsonArray{}, err
	}
	if len(parts) == 0 {
		return jsonArray{}, errors.New("an empty list is no row")
	}
	a := jsonArray{shape: expr.Shape{len(parts)}}
	for _, part := range parts {
		x, err := readJSONNumber(part)
		if err != nil {
			return jsonArray{}, err
		}
		a.values = append(a.values, x)
	}
	return a, nil
}

// readJSONNumber reads a number, or one as a string.
func readJSONNumber(raw json.RawMessage) (float64, error) {
	text := string(bytes.TrimSpace(raw))
	if len(text) > 1 && text[0] == '"' {
		if err := json.Unmarshal(raw, &text); err != nil {
			return 0, err
		}
	} else if text == "" || !json.Valid([]byte(text)) || (text[0] != '-' && (text[0] < '0' || text[0] > '9')) {
		return 0, fmt.Errorf("%s is no number", shortened(text))
	}
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return 0, fmt.Errorf("%s is no number that a double can hold", shortened(text))
	}
	return x, nil
}

// shortened cuts a text for a message.
func shortened(text string) string {
	const longest = 40
	if runes := []rune(text); len(runes) > longest {
		return string(runes[:longest]) + "…"
	}
	return text
}
