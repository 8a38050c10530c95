package parser

import "github.com/alecthomas/participle/v2/lexer"

// frame is an open operation, which waits for its last operand, or an open
// bracket.
type frame struct {
	kind  kind
	level level
	deep  bool   // counts as a level of nesting
	count uint32 // operands so far, the one being read included
	token uint32
	start uint32
	first uint32 // of a call: the node where the arguments begin
	loop  uint32 // of a sum or product: the node that starts its body, 0 for none
	named bool   // of a call: the first argument is a name and no more
}

// level is how tightly an operator binds; the higher, the tighter. Brackets
// have level 0, so no operator closes them.
type level uint8

const (
	levelBracket level = iota
	levelElse          // the last part of a conditional, and the upper bound of a slice: all that follows
	levelOr
	levelAnd
	levelNot
	levelCompare
	levelAdd
	levelMinus // a leading minus: looser than a product, tighter than a sum
	levelMul
	levelPow
	levelRoot // √ before an operand without parentheses
)

// operator is a binary operator.
type operator struct {
	kind  kind
	level level
}

var operators = [numTokens]operator{
	tokOr:           {kindCall, levelOr},
	tokAnd:          {kindCall, levelAnd},
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

// The kinds of frames that are no kinds of nodes.
const (
	kindGroup = numKinds + iota // a parenthesis, which makes no node
	kindBar                     // the bars of an absolute value
	kindIf                      // a conditional before its "else"
	numFrameKinds
)

// closers are the tokens that close what is open.
var closers = [numFrameKinds]lexer.TokenType{
	kindGroup: tokClose, kindCall: tokClose, kindVector: tokCloseBracket, kindIndex: tokCloseBracket, kindBar: tokBar,
	kindIf: numTokens, // none: it becomes a call when its last part begins
}

// topAt returns the open operation of the given level that the next operator
// would close if it has that level too, nil if there is none.
func (g *grammar) topAt(l level) *frame {
	for i := len(g.frames) - 1; i >= 0 && g.frames[i].level >= l; i-- {
		if g.frames[i].level == l {
			return &g.frames[i]
		}
	}
	return nil
}

// closeAbove completes the open operations that bind at least as tightly as
// the given level.
func (g *grammar) closeAbove(l level) {
	for len(g.frames) > 0 && g.frames[len(g.frames)-1].level >= l {
		g.emit(g.pop())
	}
}

// bracket returns the innermost open bracket, nil if there is none.
func (g *grammar) bracket() *frame {
	if n := len(g.brackets); n > 0 {
		return &g.frames[g.brackets[n-1]]
	}
	return nil
}

func (g *grammar) open(f frame) error {
	if f.level == levelBracket {
		g.brackets = append(g.brackets, len(g.frames))
	}
	f.deep = f.level == levelBracket || f.level == levelNot || f.level == levelRoot || f.kind == kindNeg || f.kind == kindPow
	if f.deep {
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
	if f.deep {
		g.depth--
	}
	if f.level == levelBracket {
		g.brackets = g.brackets[:len(g.brackets)-1]
	}
	return f
}

// close reads the bracket that closes the top frame.
func (g *grammar) close() error {
	if err := g.checkBars(); err != nil {
		return err
	}
	g.next()
	f := g.pop()
	switch {
	case f.kind == kindBar:
		f.kind = kindCall
	case f.loop != 0 && f.count == loopArguments:
		g.nodes[f.first].kind = kindBound
		g.nodes[f.loop].kind, g.nodes[f.loop].token = kindLoop, uint32(len(g.nodes))
		f.kind = kindFold
	}
	g.emit(f)
	return nil
}

// loopArguments is the number of arguments of a sum or product with an index:
// the index, its bounds and the body.
const loopArguments = 4

// comma reads the comma between two operands of a bracket. In a sum or product
// it marks where the body starts, if that is to be read with an index.
func (g *grammar) comma(f *frame) {
	here := uint32(len(g.nodes))
	f.count++
	switch {
	case f.kind != kindCall || folds[g.tokenText(int(f.token))] == nil:
	case f.count == 2:
		f.named = here == f.first+1 && g.nodes[f.first].kind == kindName && g.tokens[g.last].Type == tokName
	case f.count == loopArguments && f.named:
		f.loop = here
		g.emit(frame{kind: kindNop, count: loopArguments - 1, token: g.last, start: g.start})
	}
	g.next()
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
