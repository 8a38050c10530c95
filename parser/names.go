package parser

import (
	"unicode"
	"unicode/utf8"

	"github.com/alecthomas/participle/v2/lexer"
)

// word returns the token of a name or keyword. A newline between "if" and
// "else" ends no statement.
func (s *scanner) word(length int) lexer.Token {
	typ, ok := keywords[s.text[s.pos:s.pos+length]]
	switch {
	case !ok:
		typ = tokName
	case typ == tokIf:
		s.brackets++
	case typ == tokElse:
		s.brackets = max(0, s.brackets-1)
	}
	return s.token(typ, length)
}

// maxMarks bounds the combining marks on a letter, well below the 30 from which
// on normal forms insert joiners.
const maxMarks = 8

// name reads a name: a letter or "_", then letters, digits, subscript digits,
// "_" and combining marks. No letter joins "π" or a subscript: 2πr and 2x₁y are
// products of three.
func (s *scanner) name() lexer.Token {
	rest := s.text[s.pos:]
	ascii := lengthOf(rest, func(c byte) bool { return isLetter(c) || isDigit(c) })
	if ascii == len(rest) || rest[ascii] < utf8.RuneSelf {
		return s.word(ascii)
	}
	marks := 0
	for i, r := range rest {
		if marks++; !unicode.Is(unicode.M, r) {
			marks = 0
		}
		if marks > maxMarks {
			s.pos += i
			return s.invalid(utf8.RuneLen(r), "more than %d combining marks on one letter", maxMarks)
		}
		switch {
		case i > 0 && endsName(rest, i, r):
			return s.token(tokName, i)
		case allowedInName(r, i == 0):
			continue
		case i == 0 || unicode.In(r, unicode.L, unicode.N): // no end of the name, but a disguised part of it
			s.pos += i
			return s.invalid(utf8.RuneLen(r), "%s", refusal(r))
		}
		return s.token(tokName, i)
	}
	return s.token(tokName, len(rest))
}

// endsName reports whether a name ends before its character r at i: where a
// sign stands, behind a subscript, and on both sides of a "π".
func endsName(text string, i int, r rune) bool {
	if symbolAt(text[i:]) != nil || isSuperscript(r) {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	return (before == 'π' || isSubscriptDigit(before)) && unicode.IsLetter(r) || r == 'π' && before != '_'
}
