package parser

import (
	"strconv"

	"github.com/alecthomas/participle/v2/lexer"

	"github.com/gradcmp/gradcmp/expr"
)

// program reads declarations, definitions and the expression that ends them.
func (g *grammar) program() error {
	err := g.list(func(t lexer.TokenType) bool { return t == tokEnd }, func() error {
		if n := len(g.statements); n > 0 && g.statements[n-1].form == formExpression {
			return g.useless(g.statements[n-1])
		}
		return g.statement()
	})
	if err != nil {
		return err
	}
	n := len(g.statements)
	switch {
	case n == 0:
		return g.errorf(Span{}, "there is no formula: expected an expression")
	case g.statements[n-1].form != formExpression:
		end := g.statements[n-1].span.End
		return g.errorf(Span{end, end}, "expected an expression as the last statement, such as %s",
			quote(g.tokenText(g.statements[n-1].name)))
	}
	return nil
}

// useless reports an expression with more statements behind it.
func (g *grammar) useless(s statement) error {
	if t := g.lex.Peek().Type; t == tokAdd || t == tokSub {
		return g.errorf(g.tokenAt(), "the line before is complete; to go on, end it with the operator, or put all in parentheses")
	}
	return g.errorf(s.span, "only the last statement can be an expression; name it to use it further on, as in a = …")
}

// assignments reads the definitions of a point, which commas separate as well.
func (g *grammar) assignments() error {
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

// list reads items up to the end of the text. Empty lines separate like one;
// behind a comma an item must follow.
func (g *grammar) list(separates func(lexer.TokenType) bool, item func() error) error {
	for {
		for g.lex.Peek().Type == tokEnd {
			g.next()
		}
		if n := len(g.tokens); g.lex.Peek().EOF() && (n < 2 || g.tokens[n-2].Type != tokComma) {
			return nil
		}
		if err := item(); err != nil {
			return err
		}
		switch t := g.lex.Peek(); {
		case t.EOF():
			return nil
		case !separates(t.Type):
			return g.misplaced("an operator or the end")
		}
		g.next()
	}
}

// statement reads one statement of a program.
func (g *grammar) statement() error {
	if g.lex.Peek().Type == tokName {
		start := g.lex.MakeCheckpoint()
		name := g.next()
		switch g.lex.Peek().Type {
		case tokAssign:
			return g.definition(name)
		case tokColon:
			return g.declaration(name)
		}
		g.lex.LoadCheckpoint(start)
	}
	first, start := len(g.nodes), g.lex.Peek().Pos.Offset
	err := g.expression()
	g.add(statement{form: formExpression, first: first}, start)
	return err
}

// definition reads "= expression" behind a name.
func (g *grammar) definition(name int) error {
	g.next()
	first := len(g.nodes)
	err := g.expression()
	g.add(statement{form: formDefinition, name: name, first: first}, g.tokenSpan(name).Start)
	return err
}

// add appends a statement that ends with the token read last.
func (g *grammar) add(s statement, start int) {
	s.last = len(g.nodes)
	s.span = Span{start, int(g.end)}
	g.statements = append(g.statements, s)
}

// dimensions is how many lengths the shapes that can be declared have.
var dimensions = map[string]int{"scalar": 0, "vector": 1, "matrix": 2}

const shapeDue = `"scalar", "vector(n)" or "matrix(r, c)"`

// declaration reads ": shape" behind a name.
func (g *grammar) declaration(name int) error {
	g.next()
	n, ok := dimensions[g.lex.Peek().Value]
	if !ok {
		return g.unexpected(shapeDue)
	}
	g.next()
	var shape expr.Shape
	if n > 0 {
		lengths, err := g.integers(tokOpen, tokClose)
		if err != nil {
			return err
		}
		shape = lengths
	}
	at := Span{g.tokenSpan(name).Start, int(g.end)}
	if len(shape) != n {
		return g.errorf(at, "expected %s", shapeDue)
	}
	g.add(statement{form: formDeclaration, name: name, shape: shape, first: len(g.nodes)}, at.Start)
	return nil
}

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
