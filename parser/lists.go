package parser

import (
	"strconv"

	"github.com/alecthomas/participle/v2/lexer"
)

// assignments reads the definitions of a point, which commas separate as well.
func (g *grammar) assignments() error {
	g.tight = true
	return g.list(separatesPoint, func() error {
		if g.lex.Peek().Type != tokName {
			return g.unexpected("a name")
		}
		name := g.next()
		switch g.lex.Peek().Type {
		case tokAssign:
			return g.definition(name)
		case tokOpenBracket:
			return g.errorf(g.tokenAt(), `expected "="; give all elements at once, as in x=[1,2,3]`)
		}
		return g.unexpected(`"="`)
	})
}

// references reads a list of names and elements, such as x1, x[2], W[0,1].
func (g *grammar) references() error {
	return g.list(separatesPoint, g.reference)
}

func separatesPoint(t lexer.TokenType) bool { return t == tokEnd || t == tokComma }

// reference reads a name with indices, if any.
func (g *grammar) reference() error {
	if g.lex.Peek().Type != tokName {
		return g.unexpected("a name")
	}
	s := statement{form: formReference, name: g.next()}
	if g.lex.Peek().Type == tokOpenBracket {
		indices, err := g.integers(tokOpenBracket, tokCloseBracket)
		if err != nil {
			return err
		}
		s.indices = indices
	}
	if t := g.lex.Peek(); !t.EOF() && !separatesPoint(t.Type) {
		return g.unexpected(`"," or the end`)
	}
	g.add(s, g.tokenSpan(s.name).Start)
	return nil
}

// integers reads natural numbers between brackets, separated by commas.
func (g *grammar) integers(opening, closing lexer.TokenType) ([]int, error) {
	if g.lex.Peek().Type != opening {
		return nil, g.unexpected(map[lexer.TokenType]string{tokOpen: `"("`, tokOpenBracket: `"["`}[opening])
	}
	g.next()
	var list []int
	for {
		n, err := strconv.ParseInt(g.lex.Peek().Value, 10, 32)
		if g.lex.Peek().Type != tokNumber || err != nil {
			return nil, g.unexpected("a whole number from 0 to 2147483647")
		}
		list = append(list, int(n))
		g.next()
		switch g.lex.Peek().Type {
		case closing:
			g.next()
			return list, nil
		case tokComma:
			g.next()
		default:
			return nil, g.unexpected(map[lexer.TokenType]string{tokClose: `"," or ")"`, tokCloseBracket: `"," or "]"`}[closing])
		}
	}
}
