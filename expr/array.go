package expr

import (
	"fmt"
	"strconv"
	"strings"
)

// Shape is the shape of an array: nil for a scalar, {n} for a vector of n
// elements, {r, c} for a matrix of r rows and c columns.
type Shape []int

// Size returns the number of elements, 1 for a scalar.
func (s Shape) Size() int {
	n := 1
	for _, d := range s {
		n *= d
	}
	return n
}

// String describes the shape in words: "scalar", "vector(3)" or
// "matrix(2, 3)", as declarations are written in the language.
func (s Shape) String() string {
	switch len(s) {
	case 0:
		return "scalar"
	case 1:
		return fmt.Sprintf("vector(%d)", s[0])
	case 2:
		return fmt.Sprintf("matrix(%d, %d)", s[0], s[1])
	}
	return fmt.Sprintf("array%v", []int(s))
}

// Index returns the index of element i in row-major order as it is written
// behind a name, such as "[2]" or "[0,1]"; "" for a scalar.
func (s Shape) Index(i int) string {
	if len(s) == 0 {
		return ""
	}
	parts := make([]string, len(s))
	for d := len(s) - 1; d >= 0; d-- {
		parts[d] = strconv.Itoa(i % s[d])
		i /= s[d]
	}
	return "[" + strings.Join(parts, ",") + "]"
}

// Array is a scalar, vector or matrix of expressions: a shape and the
// elements in row-major order.
type Array struct {
	Shape Shape
	Elems []Expr
}

// Scalar returns x as an array without dimensions.
func Scalar(x Expr) Array { return Array{Elems: []Expr{x}} }

// Variable is a named input of a formula. Its elements are variable nodes:
// the name itself for a scalar, name[0], name[1], … for a vector and
// name[0,0], … for a matrix.
type Variable struct {
	Name string
	Array
}

// NewVariable returns the variable with the given name and shape, its
// elements interned in g.
func (g *Graph) NewVariable(name string, shape Shape) Variable {
	elems := make([]Expr, shape.Size())
	for i := range elems {
		elems[i] = g.Var(name + shape.Index(i))
	}
	return Variable{name, Array{shape, elems}}
}
