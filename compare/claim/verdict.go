package claim

import "github.com/gradcmp/gradcmp/expr"

// Status is the answer to a claim.
type Status uint8

// The answers, from the best to the worst. The first two are proofs.
const (
	Identical   Status = iota // the very formula, but for simplification of the right one
	Canonical                 // the canonical forms are the same
	Equal                     // equal to so many digits at so many points
	EqualExcept               // equal but at isolated points
	Wrong
	CannotTell
)

var statusNames = [...]string{"identical", "canonical", "equal", "except", "wrong", "unknown"}

// String returns the status as one word, as in JSON.
func (s Status) String() string { return statusNames[s] }

// IsRight reports whether the claim holds.
func (s Status) IsRight() bool { return s <= EqualExcept }

// Verdict is what is found out about a claim: a plain value.
type Verdict struct {
	Target Target
	Status Status
	Proof  bool   // whether canonical forms prove it, perhaps but for Exceptions
	How    string // how it was found, in a few words
	Points int    // at how many points both were compared
	Digits int    // to how many digits

	Exceptions []Witness // isolated points where the two are not the same
	Witness    *Witness  // of a wrong claim: the simplest point that shows it
	Right      expr.Expr // the simplified derivative
	// Diagnosis says what went wrong, nil if nothing that is known fits. Also
	// are others that fit as well.
	Diagnosis *Diagnosis
	Also      []Diagnosis
}

// Witness is a point with both values there, as decimals or the words
// "undefined".
type Witness struct {
	At             []Coordinate // for an exception only those that make it one
	Claimed, Right string
}

// Coordinate is the value of one variable.
type Coordinate struct{ Name, Value string }

// Diagnosis is a mistake that turns the right derivative into the claimed one.
type Diagnosis struct {
	Kind   Kind
	Text   string // a sentence
	Factor string // the factor that is missing or too many, where there is one
	Term   string // the term that it concerns, where there is one
	// Claim and Gives are what was found equal: the claim, with a correction if
	// the diagnosis names one, and what the mistake makes of the derivative. They
	// are invalid for [OnlyWhere] and for claims at a point.
	Claim, Gives expr.Expr
}

// Kind names a kind of mistake.
type Kind string

// The kinds of mistakes.
const (
	Negated        Kind = "negated"
	OtherVariable  Kind = "other variable"
	NotHeld        Kind = "other variables not held"
	OtherEntry     Kind = "other entry"
	Transposed     Kind = "transposed"
	Integrated     Kind = "integrated"
	NotDerived     Kind = "not derived"
	DerivedTwice   Kind = "derived twice"
	ChainFactor    Kind = "chain factor missing"
	OuterFunction  Kind = "outer function not derived"
	ProductTerm    Kind = "product-rule term missing"
	NoProductRule  Kind = "product or quotient rule not used"
	QuotientTerm   Kind = "quotient-rule term missing"
	Denominator    Kind = "denominator not squared"
	Exponent       Kind = "exponent not lowered"
	ExponentFactor Kind = "exponent not brought down"
	LogBase        Kind = "log base"
	Degrees        Kind = "degrees"
	MissingTerm    Kind = "term missing"
	TermSign       Kind = "sign of a term"
	ConstantFactor Kind = "constant factor"
	VariableFactor Kind = "variable factor"
	ConstantTerm   Kind = "constant term"
	Exchanged      Kind = "variable exchanged"
	WrongNumber    Kind = "wrong number"
	OnlyWhere      Kind = "right only where"
)
