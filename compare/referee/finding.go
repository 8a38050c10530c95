package referee

import "github.com/gradcmp/gradcmp/eval/ball"

// Kind says what there is at the point.
type Kind uint8

// The kinds of findings.
const (
	GaveUp     Kind = iota // nothing that the referee could make out within its limits
	Derivative             // a derivative
	Kink                   // different derivatives from the left and from the right
	Edge                   // the function exists on one side only, and has a derivative from there
	Vertical               // the function is continuous, and its slope infinite
	Jump                   // values beside the point keep their distance from the value at the point, or from each other
	Hole                   // the values beside the point have one limit, which is not the value
	Undefined              // no value at the point, nor a limit
)

var kindNames = [...]string{
	GaveUp: "gave up", Derivative: "derivative", Kink: "kink", Edge: "edge of the domain", Vertical: "vertical tangent",
	Jump: "jump", Hole: "hole", Undefined: "undefined",
}

// String returns the kind in words.
func (k Kind) String() string { return kindNames[k] }

// Finding is what the referee found out about a derivative.
type Finding struct {
	Kind Kind
	// Value is the derivative, to 25 digits, or exactly 0; of a hole that of the
	// function with the hole filled in. It is not known for other kinds.
	Value ball.Ball
	// Left and Right are the one-sided derivatives, where there are any.
	Left, Right ball.Ball
	// Why says why the referee gave up.
	Why string
}

// none is the one-sided derivative of a side that has none.
var none = ball.None(ball.Undefined)
