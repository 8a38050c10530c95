package parser

import "github.com/alecthomas/participle/v2/lexer"

// postfix reads a superscript, a factorial or ".T" behind an operand.
func (g *grammar) postfix(typ lexer.TokenType) error {
	if typ != tokTranspose {
		if err := g.checkPower(); err != nil {
			return err
		}
	}
	f := frame{kind: kindCall, count: 1, start: g.start}
	if typ == tokSuper {
		g.leaf(kindSuperscript)
		f.kind, f.count, f.token = kindPow, 2, g.last
	} else {
		f.token = uint32(g.next())
	}
	g.emit(f)
	return nil
}

// slice reads the colon of a slice and opens a frame for the upper bound. If
// that is left out, the slice is complete and no operand is due.
func (g *grammar) slice() (more bool, err error) {
	if g.nodes[len(g.nodes)-1].kind == kindSlice {
		return false, g.errorf(g.tokenAt(), "a slice has no step; write the elements one by one, as in [x[0], x[2]]")
	}
	f := frame{kind: kindSlice, level: levelElse, count: 2, start: g.start, token: uint32(g.next())}
	if t := g.lex.Peek().Type; t == tokComma || t == tokCloseBracket {
		g.nothing()
		g.emit(f)
		return false, nil
	}
	return true, g.open(f)
}

// nothing appends the node of a bound that is left out.
func (g *grammar) nothing() {
	g.emit(frame{kind: kindNothing, token: g.last, start: g.end})
}
