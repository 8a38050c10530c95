package expr

// Op is the operation of a node.
type Op uint8

// The operations. Values are real numbers; a comparison is 1 when it holds
// and 0 when it does not.
const (
	OpNum    Op = iota // an exact rational number
	OpVar              // a variable, or an element of one, such as x or x[0]
	OpNeg              // -a
	OpAdd              // a + b + …, two or more terms, added from the left
	OpMul              // a*b*…, two or more factors, multiplied from the left
	OpSub              // a - b
	OpDiv              // a/b
	OpPow              // a^b
	OpCall             // a named function of its arguments; constants have none
	OpCmp              // a comparison of two values
	OpSelect           // where(condition, a, b)
)

var opNames = [...]string{
	OpNum: "number", OpVar: "variable", OpNeg: "negation", OpAdd: "sum", OpMul: "product",
	OpSub: "difference", OpDiv: "quotient", OpPow: "power", OpCall: "call", OpCmp: "comparison",
	OpSelect: "select",
}

// String returns the field's word for the operation, such as "quotient".
func (op Op) String() string { return opNames[op] }

// Relation is the relation that a comparison tests.
type Relation uint8

// The relations.
const (
	Less Relation = iota
	LessEqual
	Greater
	GreaterEqual
	Equal
	NotEqual
)

var relationNames = [...]string{
	Less: "<", LessEqual: "<=", Greater: ">", GreaterEqual: ">=", Equal: "==", NotEqual: "!=",
}

// String returns the relation as it is written in the language, such as "<=".
func (r Relation) String() string { return relationNames[r] }

// Holds reports whether a value that compares to another as cmp does (-1
// less, 0 equal, +1 greater) stands in relation r to it.
func (r Relation) Holds(cmp int) bool {
	switch r {
	case Less:
		return cmp < 0
	case LessEqual:
		return cmp <= 0
	case Greater:
		return cmp > 0
	case GreaterEqual:
		return cmp >= 0
	case Equal:
		return cmp == 0
	default:
		return cmp != 0
	}
}
