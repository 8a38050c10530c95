package parser

import "github.com/alecthomas/participle/v2/lexer"

// expression reads an expression and appends its nodes.
func (g *grammar) expression() error {
	for {
		if complete, err := g.operand(); err != nil {
			return err
		} else if !complete {
			continue
		}
		if more, err := g.continuation(); err != nil || !more {
			return err
		}
	}
}

// operand reads a number or name, or opens a frame in front of an operand. It
// reports whether an operand is complete.
func (g *grammar) operand() (complete bool, err error) {
	t := g.lex.Peek()
	start := uint32(t.Pos.Offset)
	switch t.Type {
	case tokNumber:
		g.leaf(kindNumber)
		return true, nil
	case tokName:
		return g.nameOrCall()
	case tokInfinity:
		g.leaf(kindName)
		return true, nil
	case tokAdd: // a leading plus says nothing
		g.next()
		return false, nil
	case tokSub:
		minus := frame{kind: kindNeg, level: levelMinus, count: 1, token: uint32(g.next()), start: start}
		if len(g.frames) > 0 { // in a*-b*c and 2^-x the minus binds as tightly as the operator before it
			minus.level = max(minus.level, g.frames[len(g.frames)-1].level)
		}
		return false, g.open(minus)
	case tokNot:
		if n := len(g.frames); n > 0 && g.frames[n-1].level > levelNot {
			return false, g.errorf(g.tokenAt(), `"not" is looser than the operator before it; put it in parentheses, as in a*(not b)`)
		}
		return false, g.open(frame{kind: kindCall, level: levelNot, count: 1, token: uint32(g.next()), start: start})
	case tokRoot, tokCubeRoot:
		return false, g.root()
	case tokColon:
		if n := len(g.frames); n > 0 && g.frames[n-1].kind == kindIndex {
			g.nothing()
			return true, nil
		}
	}
	if kind, ok := openers[t.Type]; ok {
		return false, g.open(frame{kind: kind, count: 1, token: uint32(g.next()), start: start})
	}
	return false, g.unexpected("an expression")
}

// openers are the tokens that open what another token must close.
var openers = map[lexer.TokenType]kind{tokOpen: kindGroup, tokOpenBracket: kindVector, tokBar: kindBar, tokIf: kindIf}

// nameOrCall reads a name or opens a call. A call without arguments is
// complete at once. The sign π is never a function: 2π(r + h) is a product.
func (g *grammar) nameOrCall() (complete bool, err error) {
	g.leaf(kindName)
	name := g.nodes[len(g.nodes)-1]
	if g.lex.Peek().Type != tokOpen || g.tokenText(int(name.token)) == "π" {
		return true, nil
	}
	g.nodes = g.nodes[:len(g.nodes)-1]
	g.next()
	if g.lex.Peek().Type == tokClose {
		g.next()
		g.emit(frame{kind: kindCall, token: name.token, start: name.start})
		return true, nil
	}
	return false, g.open(frame{kind: kindCall, count: 1, token: name.token, start: name.start, first: uint32(len(g.nodes))})
}

// root reads √( as the start of a call, and another √ as an operator that
// takes the one operand behind it.
func (g *grammar) root() error {
	f := frame{kind: kindCall, level: levelRoot, count: 1, start: uint32(g.lex.Peek().Pos.Offset)}
	f.token = uint32(g.next())
	if g.lex.Peek().Type == tokOpen {
		g.next()
		f.level = levelBracket
	}
	return g.open(f)
}

// continuation reads what follows an operand: an operator, an index, a factor
// without operator, or the comma or bracket that ends the operand. It reports
// whether another operand is due; otherwise the expression is complete.
func (g *grammar) continuation() (more bool, err error) {
	for {
		t := g.lex.Peek()
		switch {
		case t.Type >= 0 && operators[t.Type].level != levelBracket:
			return true, g.operator(t.Type)
		case t.Type == tokOpenBracket:
			return true, g.open(frame{kind: kindIndex, count: 2, token: uint32(g.next()), start: g.start})
		case t.Type == tokSuper || t.Type == tokFactorial || t.Type == tokTranspose:
			if err := g.postfix(t.Type); err != nil {
				return false, err
			}
			continue
		case g.startsFactor(t.Type):
			return true, g.juxtaposition()
		}
		g.closeAbove(levelElse)
		if len(g.frames) == 0 {
			return false, nil
		}
		bracket := &g.frames[len(g.frames)-1]
		switch {
		case t.Type == closers[bracket.kind]:
			if err := g.close(); err != nil {
				return false, err
			}
		case t.Type == tokComma && (bracket.kind == kindCall || bracket.kind == kindVector || bracket.kind == kindIndex):
			g.comma(bracket)
			return true, nil
		case t.Type == tokThen && bracket.kind == kindIf && bracket.count == 1:
			g.next()
			bracket.count++
			return true, nil
		case t.Type == tokElse && bracket.kind == kindIf && bracket.count == 2:
			g.next()
			bracket.count++
			bracket.kind, bracket.level = kindCall, levelElse
			g.brackets = g.brackets[:len(g.brackets)-1]
			return true, nil
		case t.Type == tokColon && bracket.kind == kindIndex:
			if more, err := g.slice(); err != nil || more {
				return more, err
			}
		default:
			return false, g.unclosed(*bracket)
		}
	}
}

// operator reads a binary operator behind an operand.
func (g *grammar) operator(typ lexer.TokenType) error {
	if typ == tokPow {
		if err := g.checkPower(); err != nil {
			return err
		}
	}
	op := operators[typ]
	if op.kind == kindCompare {
		if top := g.topAt(levelCompare); top != nil {
			at := g.tokenAt()
			return g.errorf(at, "comparisons do not chain; for both write a %s b and b %s c",
				g.tokenText(int(top.token)), g.spanText(at))
		}
	}
	return g.binary(op, true)
}

// binary opens the frame of a binary operator behind an operand. A sum or
// product that goes on with the same operator becomes longer, not deeper. The
// operator is the next token, unless it is not written.
func (g *grammar) binary(op operator, written bool) error {
	closed := op.level
	if op.level == levelPow { // groups from the right
		closed++
	}
	for len(g.frames) > 0 && g.frames[len(g.frames)-1].level >= closed {
		top := &g.frames[len(g.frames)-1]
		if top.kind == op.kind && (op.kind == kindAdd || op.kind == kindMul) {
			if written {
				g.next()
			}
			top.count++
			return nil
		}
		g.emit(g.pop())
	}
	f := frame{kind: op.kind, level: op.level, count: 2, token: g.last, start: g.start}
	if written {
		f.token = uint32(g.next())
	}
	return g.open(f)
}
