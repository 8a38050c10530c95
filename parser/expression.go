package parser

import "github.com/alecthomas/participle/v2/lexer"

// frame is an open operation, which waits for its last operand, or an open
// bracket.
type frame struct {
	kind  kind
	level level
	count uint32 // operands so far, the one being read included
	token uint32
	start uint32
}

// level is how tightly an operator binds; the higher, the tighter. Brackets
// have level 0, so no operator closes them.
type level uint8

const (
	levelBracket level = iota
	levelCompare
	levelAdd
	levelMinus // a leading minus: looser than a product, tighter than a sum
	levelMul
	levelPow
)

// operators are the binary operators.
var operators = [numTokens]struct {
	kind  kind
	level level
}{
	tokLess:         {kindCompare, levelCompare},
	tokLessEqual:    {kindCompare, levelCompare},
	tokGreater:      {kindCompare, levelCompare},
	tokGreaterEqual: {kindCompare, levelCompare},
	tokEqual:        {kindCompare, levelCompare},
	tokNotEqual:     {kindCompare, levelCompare},
	tokAdd:          {kindAdd, levelAdd},
	tokSub:          {kindSub, levelAdd},
	tokMul:          {kindMul, levelMul},
	tokDiv:          {kindDiv, levelMul},
	tokMatMul:       {kindMatMul, levelMul},
	tokPow:          {kindPow, levelPow},
}

// kindGroup is the kind of the frame of a parenthesis, which makes no node.
const kindGroup = numKinds

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
	case tokAdd: // a leading plus says nothing
		g.next()
		return false, nil
	case tokSub:
		minus := frame{kindNeg, levelMinus, 1, uint32(g.next()), start}
		if len(g.frames) > 0 { // in a*-b*c and 2^-x the minus binds as tightly as the operator before it
			minus.level = max(minus.level, g.frames[len(g.frames)-1].level)
		}
		return false, g.open(minus)
	case tokOpen:
		return false, g.open(frame{kindGroup, levelBracket, 1, uint32(g.next()), start})
	case tokOpenBracket:
		return false, g.open(frame{kindVector, levelBracket, 1, uint32(g.next()), start})
	}
	return false, g.unexpected("an expression")
}

// nameOrCall reads a name or opens a call. A call without arguments is
// complete at once.
func (g *grammar) nameOrCall() (complete bool, err error) {
	g.leaf(kindName)
	if g.lex.Peek().Type != tokOpen {
		return true, nil
	}
	name := g.nodes[len(g.nodes)-1]
	g.nodes = g.nodes[:len(g.nodes)-1]
	g.next()
	if g.lex.Peek().Type == tokClose {
		g.next()
		g.emit(frame{kindCall, levelBracket, 0, name.token, name.start})
		return true, nil
	}
	return false, g.open(frame{kindCall, levelBracket, 1, name.token, name.start})
}

// continuation reads what follows an operand: an operator, an index, or the
// comma or bracket that ends the operand. It reports whether another operand
// is due; otherwise the expression is complete.
func (g *grammar) continuation() (more bool, err error) {
	for {
		t := g.lex.Peek()
		if t.Type >= 0 && operators[t.Type].level != levelBracket {
			return true, g.operator(t.Type)
		}
		if t.Type == tokOpenBracket {
			return true, g.open(frame{kindIndex, levelBracket, 2, uint32(g.next()), g.start})
		}
		g.closeAbove(levelCompare)
		if len(g.frames) == 0 {
			return false, nil
		}
		bracket := &g.frames[len(g.frames)-1]
		switch {
		case t.Type == closing(bracket.kind):
			g.next()
			g.emit(g.pop())
		case t.Type == tokComma && bracket.kind != kindGroup:
			g.next()
			bracket.count++
			return true, nil
		default:
			return false, g.unclosed(*bracket)
		}
	}
}

// operator reads a binary operator behind an operand. A sum or product that
// goes on with the same operator becomes longer, not deeper.
func (g *grammar) operator(typ lexer.TokenType) error {
	op := operators[typ]
	closed := op.level
	if op.level == levelPow { // groups from the right
		closed++
	}
	for len(g.frames) > 0 && g.frames[len(g.frames)-1].level >= closed {
		top := &g.frames[len(g.frames)-1]
		switch {
		case top.kind == op.kind && (op.kind == kindAdd || op.kind == kindMul):
			g.next()
			top.count++
			return nil
		case op.kind == kindCompare && top.kind == kindCompare:
			at := g.tokenAt()
			return g.errorf(at, "comparisons do not chain; for both write (a %s b)*(b %s c)",
				g.tokenText(int(top.token)), g.spanText(at))
		}
		g.emit(g.pop())
	}
	start := g.start
	return g.open(frame{op.kind, op.level, 2, uint32(g.next()), start})
}

// closeAbove completes the open operations that bind at least as tightly as
// the given level.
func (g *grammar) closeAbove(l level) {
	for len(g.frames) > 0 && g.frames[len(g.frames)-1].level >= l {
		g.emit(g.pop())
	}
}

// nests tells which frames count as a level of nesting.
func (f frame) nests() bool {
	return f.level == levelBracket || f.kind == kindNeg || f.kind == kindPow
}

func (g *grammar) open(f frame) error {
	if f.nests() {
		g.depth++
	}
	if g.depth > g.maxDepth {
		return g.errorf(g.tokenSpan(int(f.token)), "nested deeper than the limit of %d levels; --max-depth raises it", g.maxDepth)
	}
	g.frames = append(g.frames, f)
	return nil
}

func (g *grammar) pop() frame {
	f := g.frames[len(g.frames)-1]
	g.frames = g.frames[:len(g.frames)-1]
	if f.nests() {
		g.depth--
	}
	return f
}

// emit appends the node of a complete frame, whose text ends with the token
// read last.
func (g *grammar) emit(f frame) {
	g.start = f.start
	if f.kind != kindGroup {
		g.nodes = append(g.nodes, node{f.kind, f.count, f.token, f.start, g.end})
	}
}

func (g *grammar) leaf(k kind) {
	start := uint32(g.lex.Peek().Pos.Offset)
	g.emit(frame{kind: k, token: uint32(g.next()), start: start})
}

func closing(k kind) lexer.TokenType {
	if k == kindVector || k == kindIndex {
		return tokCloseBracket
	}
	return tokClose
}
