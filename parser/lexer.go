package parser

import (
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/alecthomas/participle/v2/lexer"
)

// scanner cuts a text into tokens. It serves participle both as the
// definition of the lexer and, as a parser is built for each text, as the
// lexer of that text. A token's value is its text in the source, and of its
// position only the byte offset is set: lines and columns are counted when an
// error needs them.
type scanner struct {
	source
	pos      int
	end      int             // of the last token
	last     lexer.TokenType // the last token
	brackets int             // how many are open
	count    int             // how many tokens were read
	err      error           // why the last token is invalid
}

func newScanner(src source) *scanner {
	s := &scanner{source: src, last: tokEnd}
	if strings.HasPrefix(src.text, byteOrderMark) {
		s.pos, s.end = len(byteOrderMark), len(byteOrderMark)
	}
	return s
}

// Symbols returns the types of tokens that participle has to know by name.
func (s *scanner) Symbols() map[string]lexer.TokenType {
	return map[string]lexer.TokenType{"EOF": lexer.EOF}
}

// Lex returns the scanner itself, which already has its text.
func (s *scanner) Lex(string, io.Reader) (lexer.Lexer, error) { return s, nil }

// LexString returns the scanner itself, which already has its text.
func (s *scanner) LexString(string, string) (lexer.Lexer, error) { return s, nil }

// Next returns the next token. It never fails: what is no token becomes an
// invalid one, the last, so that an earlier mistake is reported first.
func (s *scanner) Next() (lexer.Token, error) {
	for s.err == nil && s.pos < len(s.text) {
		c := s.text[s.pos]
		switch {
		case c == ' ' || c == '\t':
			s.pos++
		case c == '\n' || c == '\r':
			if s.brackets == 0 && !tokenJoins[s.last] {
				return s.token(tokEnd, 1), nil
			}
			s.pos++
		case c == '#':
			s.pos += lengthOf(s.text[s.pos:], func(c byte) bool { return c != '\n' && c != '\r' })
		case isDigit(c), c == '.' && s.pos+1 < len(s.text) && isDigit(s.text[s.pos+1]):
			return s.token(tokNumber, numberLength(s.text[s.pos:])), nil
		case isLetter(c):
			return s.name(), nil
		case c < utf8.RuneSelf || symbolAt(s.text[s.pos:]) != nil:
			return s.symbol(), nil
		default:
			r, size := utf8.DecodeRuneInString(s.text[s.pos:])
			switch {
			case isSuperscript(r):
				return s.superscript(), nil
			case !unicode.Is(unicode.Zs, r):
				return s.name(), nil
			}
			s.pos += size
		}
	}
	s.count++
	return lexer.EOFToken(lexer.Position{Offset: s.end}), nil
}

func (s *scanner) token(typ lexer.TokenType, length int) lexer.Token {
	t := lexer.Token{Type: typ, Value: s.text[s.pos : s.pos+length], Pos: lexer.Position{Offset: s.pos}}
	s.pos += length
	s.end, s.last = s.pos, typ
	s.count++
	return t
}

func (s *scanner) invalid(length int, format string, args ...any) lexer.Token {
	s.err = s.errorf(Span{s.pos, s.pos + length}, format, args...)
	return s.token(tokInvalid, length)
}

// symbolAt returns the symbol that text starts with, nil if none.
func symbolAt(text string) *symbol {
	for i := range symbolsByByte[text[0]] {
		sym := &symbolsByByte[text[0]][i]
		if strings.HasPrefix(text, sym.text) && !(sym.text == ".T" && startsName(text[len(sym.text):])) {
			return sym
		}
	}
	return nil
}

// startsName reports whether text goes on as a name does.
func startsName(text string) bool {
	return text != "" && (isLetter(text[0]) || isDigit(text[0]))
}

func (s *scanner) symbol() lexer.Token {
	sym := symbolAt(s.text[s.pos:])
	if sym == nil {
		return s.invalid(1, "%q is not part of the language", s.text[s.pos:s.pos+1])
	}
	switch sym.typ {
	case tokInvalid:
		return s.invalid(len(sym.text), "%q is not part of the language; %s", sym.text, sym.hint)
	case tokOpen, tokOpenBracket:
		s.brackets++
	case tokClose, tokCloseBracket:
		s.brackets = max(0, s.brackets-1)
	}
	return s.token(sym.typ, len(sym.text))
}

// numberLength returns the length of the number that text starts with: digits
// with an optional point and an optional exponent, or a hexadecimal one.
func numberLength(text string) int {
	if n := hexadecimalLength(text); n > 0 {
		return n
	}
	n := lengthOf(text, isDigit)
	if n < len(text) && text[n] == '.' {
		n++
		n += lengthOf(text[n:], isDigit)
	}
	if n < len(text) && (text[n] == 'e' || text[n] == 'E') {
		sign := n + 1
		if sign < len(text) && (text[sign] == '+' || text[sign] == '-') {
			sign++
		}
		if digits := lengthOf(text[sign:], isDigit); digits > 0 {
			return sign + digits
		}
	}
	return n
}

// lengthOf returns how many bytes from the start of text are in the set.
func lengthOf(text string, in func(byte) bool) int {
	for i := range len(text) {
		if !in(text[i]) {
			return i
		}
	}
	return len(text)
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_' }
