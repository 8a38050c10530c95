package parser

import (
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
		last := g.statements[n-1]
		example := g.tokenText(last.name)
		if last.form == formFunction {
			example += "(2)"
		}
		return g.errorf(Span{last.span.End, last.span.End}, "expected an expression as the last statement, such as %s", quote(example))
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
		start, end, last := g.lex.MakeCheckpoint(), g.end, g.last
		name := g.next()
		switch g.lex.Peek().Type {
		case tokAssign:
			return g.definition(name)
		case tokColon:
			return g.declaration(name)
		case tokOpen:
			if params, ok := g.parameters(); ok {
				return g.function(name, params)
			}
		}
		g.lex.LoadCheckpoint(start)
		g.end, g.last = end, last
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

// parameters reads names in parentheses with "=" behind them, which begin the
// definition of a function; false if anything else stands there.
func (g *grammar) parameters() (params []int, ok bool) {
	for separator := tokOpen; g.lex.Peek().Type == separator; separator = tokComma {
		g.next()
		if g.lex.Peek().Type != tokName {
			return nil, false
		}
		params = append(params, g.next())
	}
	if g.lex.Peek().Type != tokClose {
		return nil, false
	}
	g.next()
	return params, g.lex.Peek().Type == tokAssign
}

// function reads "= expression" behind the name and parameters of a function.
func (g *grammar) function(name int, params []int) error {
	g.defined[foldName(g.tokenText(name))] = true
	if err := g.definition(name); err != nil {
		return err
	}
	s := &g.statements[len(g.statements)-1]
	s.form, s.params = formFunction, params
	return nil
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
