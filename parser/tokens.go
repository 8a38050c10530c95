package parser

import (
	"unicode/utf8"

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
	tokLess
	tokLessEqual
	tokGreater
	tokGreaterEqual
	tokEqual
	tokNotEqual
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
	{text: "&&", typ: tokInvalid, hint: "a comparison is 1 or 0: multiply two of them to demand both"},
	{text: "&", typ: tokInvalid, hint: "a comparison is 1 or 0: multiply two of them to demand both"},
	{text: "||", typ: tokInvalid, hint: "a comparison is 1 or 0: take the max of two of them to demand either"},
	{text: "|", typ: tokInvalid, hint: "write abs(x) for an absolute value"},
	{text: "!", typ: tokInvalid, hint: `there is no factorial, and "not c" is 1 - c`},
	{text: "%", typ: tokInvalid, hint: "there is no remainder; a percentage is a quotient, such as 5/100"},
	{text: "{", typ: tokInvalid, hint: "group with parentheses"},
	{text: "}", typ: tokInvalid, hint: "group with parentheses"},
	{text: "?", typ: tokInvalid, hint: "write where(condition, a, b)"},
	{text: "'", typ: tokInvalid, hint: "write transpose(A) for a transposed matrix"},
	{text: ".", typ: tokInvalid, hint: "names have no prefix and operators no dot: write sin(x), a*b"},
	{text: "$", typ: tokInvalid, hint: "names start with a letter"},
	{text: `\`, typ: tokInvalid, hint: "a line goes on inside brackets and behind an operator"},
}

// symbolsByByte holds the symbols that start with each character.
var symbolsByByte = func() (table [utf8.RuneSelf][]symbol) {
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
	table[tokEnd] = true
	return table
}()
