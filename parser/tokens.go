package parser

import (
	"math"

	"github.com/alecthomas/participle/v2/lexer"
)

// The types of tokens.
const (
	tokNumber lexer.TokenType = iota
	tokName
	tokEnd     // a newline or semicolon between statements
	tokInvalid // what the scanner refuses; the grammar reports it when it gets there
	tokAdd
	tokSub
	tokMul
	tokDiv
	tokMatMul
	tokPow
	tokSuper     // an exponent in superscript
	tokRoot      // √x
	tokCubeRoot  // ∛x
	tokBar       // |x|
	tokFactorial // n!
	tokTranspose // A.T
	tokInfinity  // ∞
	tokLess
	tokLessEqual
	tokGreater
	tokGreaterEqual
	tokEqual
	tokNotEqual
	tokAnd
	tokOr
	tokNot
	tokIf
	tokThen
	tokElse
	tokAssign
	tokColon
	tokComma
	tokOpen
	tokClose
	tokOpenBracket
	tokCloseBracket
	numTokens
)

// symbol is a token that is always written the same way.
type symbol struct {
	text  string
	typ   lexer.TokenType
	joins bool   // a newline behind it does not end the statement
	hint  string // for what is no part of the language: what to do instead
}

// symbols lists the symbols; of two with a common beginning the longer stands
// first.
var symbols = []symbol{
	{text: "+", typ: tokAdd, joins: true},
	{text: "-", typ: tokSub, joins: true},
	{text: "**", typ: tokPow, joins: true},
	{text: "*", typ: tokMul, joins: true},
	{text: "//", typ: tokInvalid, hint: `write one "/" to divide; a comment starts with "#"`},
	{text: "/", typ: tokDiv, joins: true},
	{text: "@", typ: tokMatMul, joins: true},
	{text: "^", typ: tokPow, joins: true},
	{text: "<=", typ: tokLessEqual, joins: true},
	{text: "<>", typ: tokInvalid, hint: `write "!="`},
	{text: "<", typ: tokLess, joins: true},
	{text: ">=", typ: tokGreaterEqual, joins: true},
	{text: ">", typ: tokGreater, joins: true},
	{text: "==", typ: tokEqual, joins: true},
	{text: "!=", typ: tokNotEqual, joins: true},
	{text: "=", typ: tokAssign, joins: true},
	{text: ":=", typ: tokInvalid, hint: `write "=" to define a name`},
	{text: ":", typ: tokColon, joins: true},
	{text: ",", typ: tokComma, joins: true},
	{text: ";", typ: tokEnd},
	{text: "(", typ: tokOpen},
	{text: ")", typ: tokClose},
	{text: "[", typ: tokOpenBracket},
	{text: "]", typ: tokCloseBracket},
	{text: "|", typ: tokBar},
	{text: "!", typ: tokFactorial},
	{text: "&&", typ: tokInvalid, hint: `write "and"`},
	{text: "&", typ: tokInvalid, hint: `write "and"`},
	{text: "%", typ: tokInvalid, hint: "write mod(a, b) for a remainder, 5/100 for five percent"},
	{text: "{", typ: tokInvalid, hint: "group with parentheses"},
	{text: "}", typ: tokInvalid, hint: "group with parentheses"},
	{text: "?", typ: tokInvalid, hint: "write where(condition, a, b)"},
	{text: "'", typ: tokInvalid, hint: "write A.T for a transposed matrix"},
	{text: ".T", typ: tokTranspose},
	{text: ".", typ: tokInvalid, hint: "names have no prefix and operators no dot: write sin(x), a*b"},
	{text: "$", typ: tokInvalid, hint: "names start with a letter"},
	{text: `\`, typ: tokInvalid, hint: "a line goes on inside brackets and behind an operator"},

	// the signs of mathematics
	{text: "·", typ: tokMul, joins: true},
	{text: "×", typ: tokMul, joins: true},
	{text: "⋅", typ: tokMul, joins: true},
	{text: "∙", typ: tokMul, joins: true},
	{text: "∗", typ: tokMul, joins: true},
	{text: "÷", typ: tokDiv, joins: true},
	{text: "∕", typ: tokDiv, joins: true},
	{text: "⁄", typ: tokDiv, joins: true},
	{text: "−", typ: tokSub, joins: true},
	{text: "≤", typ: tokLessEqual, joins: true},
	{text: "⩽", typ: tokLessEqual, joins: true},
	{text: "≥", typ: tokGreaterEqual, joins: true},
	{text: "⩾", typ: tokGreaterEqual, joins: true},
	{text: "≠", typ: tokNotEqual, joins: true},
	{text: "∧", typ: tokAnd, joins: true},
	{text: "∨", typ: tokOr, joins: true},
	{text: "¬", typ: tokNot, joins: true},
	{text: "√", typ: tokRoot, joins: true},
	{text: "∛", typ: tokCubeRoot, joins: true},
	{text: "ᵀ", typ: tokTranspose},
	{text: infinity, typ: tokInfinity},
}

// keywords are the words that are no names.
var keywords = map[string]lexer.TokenType{
	"and": tokAnd, "or": tokOr, "not": tokNot, "if": tokIf, "then": tokThen, "else": tokElse,
}

// signs names the function that a sign or keyword stands for.
var signs = [numTokens]string{
	tokRoot: "sqrt", tokCubeRoot: "cbrt", tokBar: "abs", tokFactorial: "factorial", tokTranspose: "transpose",
	tokAnd: "and", tokOr: "or", tokNot: "not", tokIf: "where",
}

// symbolsByByte holds the symbols that start with each byte.
var symbolsByByte = func() (table [math.MaxUint8 + 1][]symbol) {
	for _, s := range symbols {
		table[s.text[0]] = append(table[s.text[0]], s)
	}
	return table
}()

// tokenJoins tells behind which tokens a newline does not end the statement.
// One behind another end is dropped as well.
var tokenJoins = func() (table [numTokens]bool) {
	for _, s := range symbols {
		table[s.typ] = table[s.typ] || s.joins
	}
	for _, t := range keywords {
		table[t] = true
	}
	table[tokEnd] = true
	return table
}()
