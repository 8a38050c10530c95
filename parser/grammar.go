package parser

import (
	"fmt"

	"github.com/alecthomas/participle/v2"
	"github.com/alecthomas/participle/v2/lexer"
)

// grammar arranges tokens as syntax. Expressions are read by precedence
// climbing, with the recursion kept on a stack of its own.
type grammar struct {
	syntax
	scan     *scanner
	lex      *lexer.PeekingLexer
	maxDepth int
	depth    int             // how many of the frames count as nesting
	frames   []frame         // the operations and brackets that are open
	brackets []int           // which of them are brackets
	start    uint32          // where the operand read last starts
	end      uint32          // where the token read last ends
	last     uint32          // the token read last
	tight    bool            // white space separates: no product has its factors side by side across it
	defined  map[string]bool // the functions defined so far
}

// tree is what participle takes syntax for: it wants an interface.
type tree interface{ isSyntax() }

func (*syntax) isSyntax() {}

// read reads a whole text by one production of the grammar.
func read(text string, opts Options, production func(*grammar) error) (*syntax, error) {
	src := source{opts.File, text}
	if len(text) > opts.MaxSource {
		return nil, src.errorf(Span{}, "the source has %d bytes, more than the limit of %d; --max-source raises it",
			len(text), opts.MaxSource)
	}
	if err := src.checkText(); err != nil {
		return nil, err
	}
	g := &grammar{syntax: syntax{source: src}, scan: newScanner(src), maxDepth: opts.MaxDepth, defined: map[string]bool{}}
	// A parser is built for each text, which takes 2 µs, because participle
	// passes nothing but the tokens to a custom production.
	parser, err := participle.Build[tree](
		participle.Lexer(g.scan),
		participle.ParseTypeWith(func(lex *lexer.PeekingLexer) (tree, error) {
			g.lex = lex
			g.tokens = lex.Range(0, lexer.RawCursor(g.scan.count))
			g.nodes = make([]node, 0, len(g.tokens)) // each node has a token of its own
			return &g.syntax, production(g)
		}))
	if err != nil {
		return nil, err
	}
	if _, err := parser.ParseString(opts.File, text); err != nil {
		return nil, err
	}
	return &g.syntax, nil
}

// next takes a token and returns its index.
func (g *grammar) next() int {
	i := g.lex.RawCursor()
	t := g.lex.Next()
	g.end, g.last = uint32(t.Pos.Offset+len(t.Value)), uint32(i)
	return int(i)
}

// tokenAt returns where the token to be read next stands. The end of a line
// or text stands right behind the token read last.
func (g *grammar) tokenAt() Span {
	t := g.lex.Peek()
	if t.EOF() || t.Type == tokEnd && t.Value != ";" {
		return Span{int(g.end), int(g.end)}
	}
	return Span{t.Pos.Offset, t.Pos.Offset + len(t.Value)}
}

// unclosed reports what stands where the bracket of a frame should close.
func (g *grammar) unclosed(f frame) error {
	bracket := int(f.token)
	if f.kind == kindCall {
		bracket++ // the token of a call is its name
	}
	expected := [...]string{
		kindGroup: `")"`, kindCall: `"," or ")"`, kindVector: `"," or "]"`, kindIndex: `"," or "]"`, kindBar: `"|"`,
		kindIf: `"then"`,
	}[f.kind]
	if f.kind == kindIf && f.count == 2 {
		expected = `"else"`
	}
	switch comma := g.lex.Peek().Type == tokComma; {
	case comma && f.kind == kindGroup && bracket > 0 && g.tokens[bracket-1].Type == tokIf:
		return g.errorf(g.tokenAt(), `expected ")", found ","; write if c then a else b, or where(c, a, b)`)
	case comma && f.kind == kindGroup:
		return g.errorf(g.tokenAt(), `expected ")", found ","; a vector is written [a, b]`)
	}
	return g.misplaced(fmt.Sprintf("%s to go with the %q at %s",
		expected, g.tokenText(bracket), g.position(g.tokenSpan(bracket).Start)))
}

// hints say what may have been meant by a token that cannot follow an operand.
var hints = [numTokens]string{
	tokNumber: `; a product is written with "*"`,
	tokName:   `; a product is written with "*", a call with parentheses`,
	tokOpen:   `; a product is written with "*"`,
	tokAssign: `; "=" defines the name that starts a statement, "==" compares`,
	tokIf:     `; a conditional as an operand stands in parentheses`,
}

// misplaced reports the token to be read next, which cannot follow the operand
// before it.
func (g *grammar) misplaced(expected string) error {
	return g.notExpected(expected, func(t lexer.TokenType) string {
		switch {
		case t != tokAssign || len(g.nodes) == 0:
		case g.tokens[g.last].Type == tokFactorial:
			return `; "x! == 0" compares the factorial, "x != 0" says that x is not 0`
		case g.nodes[len(g.nodes)-1].kind == kindCall:
			return "; the parameters of a function are names, as in f(x, y) = x*y"
		}
		return hints[t]
	})
}

// unexpected reports the token to be read next.
func (g *grammar) unexpected(expected string) error {
	return g.notExpected(expected, func(lexer.TokenType) string { return "" })
}

func (g *grammar) notExpected(expected string, hint func(lexer.TokenType) string) error {
	t := g.lex.Peek()
	found := "the end of the line"
	switch {
	case t.Type == tokInvalid:
		return g.scan.err
	case t.EOF():
		found = "the end"
	case t.Type != tokEnd || t.Value == ";":
		found = quote(t.Value) + hint(t.Type)
	}
	return g.errorf(g.tokenAt(), "expected %s, found %s", expected, found)
}
