package parser

import (
	"strings"
	"unicode/utf8"

	"github.com/alecthomas/participle/v2/lexer"
)

// Paper leaves out the sign of a product: 2x, 3(x + 1), (x + 1)(x - 1), 2πr.
// The language reads that where it has one reading. Everything else is an
// error that shows the readings.

// startsFactor reports whether a token behind an operand starts a factor. A
// bar does unless it closes the bars that are open.
func (g *grammar) startsFactor(typ lexer.TokenType) bool {
	switch typ {
	case tokNumber, tokName, tokOpen, tokRoot, tokCubeRoot:
		return true
	case tokBar:
		bracket := g.bracket()
		return bracket == nil || bracket.kind != kindBar
	}
	return false
}

// juxtaposition opens or continues a product at a factor that stands right
// behind an operand.
func (g *grammar) juxtaposition() error {
	for _, check := range []func(*grammar) error{
		(*grammar).checkNeighbours, (*grammar).checkGap, (*grammar).checkNumeral, (*grammar).checkOperator,
	} {
		if err := check(g); err != nil {
			return err
		}
	}
	return g.binary(operators[tokMul], false)
}

// endsProduct reports whether another name may stand behind a name: behind a
// subscript, as in x₁x₂, and behind pi.
func endsProduct(name string) bool {
	last, _ := utf8.DecodeLastRuneInString(name)
	return name == "π" || name == "pi" || isSubscriptDigit(last)
}

// checkNeighbours refuses factors that may not stand side by side: two names,
// of which the first may be a function, and anything with a number behind it.
func (g *grammar) checkNeighbours() error {
	previous, next := g.tokens[g.last], g.lex.Peek()
	operand := g.spanText(Span{int(g.start), int(g.end)})
	switch {
	case next.Type == tokBar && previous.Type == tokBar:
		return g.errorf(g.tokenAt(), "bars behind bars have several readings; write abs(x)*abs(y) for a product, norm(x) for a length")
	case next.Type == tokBar && g.after(1).Type == tokBar && previous.Type != tokNumber:
		return g.errorf(g.tokenAt(), `bars behind a name have several readings; write "a or b", or a*abs(…) for a product`)
	case previous.Type == tokBar:
		return g.ambiguous(g.start, operand+"*"+g.factor(), "abs("+strings.Trim(operand, "| ")+"*abs("+g.factor()+"…))")
	case previous.Type == tokName && g.calls(previous.Value):
		return g.ambiguous(g.tokenStart(g.last), previous.Value+"("+g.factor()+")", previous.Value+"*"+g.factor())
	case previous.Type == tokName && next.Type == tokName && !endsProduct(previous.Value):
		return g.noOperator()
	case next.Type == tokNumber:
		return g.noOperator()
	case previous.Type == tokSuper && next.Type != tokRoot:
		power := g.nodes[len(g.nodes)-1]
		return g.checkFunctionPower(Span{int(power.start), g.tokenSpan(int(g.last)).Start}, plain.Replace(previous.Value))
	}
	return nil
}

// noOperator reports that the next token cannot follow the operand.
func (g *grammar) noOperator() error {
	if bracket := g.bracket(); bracket != nil {
		return g.unclosed(*bracket)
	}
	return g.misplaced("an operator or the end")
}

// checkGap refuses factors that a newline separates, and where white space
// may stand for a forgotten comma, white space.
func (g *grammar) checkGap() error {
	next := g.lex.Peek()
	gap := g.text[g.end:next.Pos.Offset]
	bracket := g.bracket()
	switch {
	case gap == "":
	case g.tight && bracket == nil:
		return g.errorf(g.tokenAt(), `expected "," or the end, found %s`, quote(next.Value))
	case bracket != nil && bracket.kind == kindVector:
		operand := g.spanText(Span{int(g.start), int(g.end)})
		return g.ambiguous(g.start, operand+", "+g.factor(), operand+"*"+g.factor())
	case strings.ContainsAny(gap, "\r\n"):
		return g.noOperator()
	}
	return nil
}

// checkNumeral refuses a name that could as well be a part of the number
// before it.
func (g *grammar) checkNumeral() error {
	number, next := g.tokens[g.last], g.lex.Peek()
	if number.Type != tokNumber || next.Type != tokName || int(g.end) != next.Pos.Offset {
		return nil
	}
	i := strings.IndexAny(number.Value, "eE")
	switch {
	case i > 0:
		other := number.Value[:i] + "*" + number.Value[i:]
		if strings.ContainsAny(number.Value, "+-") {
			other += "*"
		}
		return g.ambiguous(uint32(number.Pos.Offset), number.Value+"*"+g.factor(), other+g.factor())
	case next.Value[0] == '_' || strings.Trim(number.Value, "0") == "":
		return g.errorf(Span{number.Pos.Offset, next.Pos.Offset + len(next.Value)},
			`numbers are decimal and their digits not grouped; a product is written %s*%s`, number.Value, next.Value)
	}
	return nil
}

// checkOperator refuses a factor behind the right operand of a quotient, a
// matrix product, a power or a root: it may belong to that operand or to the
// whole.
func (g *grammar) checkOperator() error {
	for i := len(g.frames) - 1; i >= 0 && g.frames[i].level >= levelMul; i-- {
		f := &g.frames[i]
		sign := g.tokenSpan(int(f.token))
		switch {
		case f.level == levelRoot:
		case f.kind == kindPow:
			if err := g.checkFunctionPower(Span{int(f.start), sign.Start}, g.text[sign.End:g.end]); err != nil {
				return err
			}
		case f.kind == kindDiv || f.kind == kindMatMul:
		default:
			continue
		}
		operation, operand := g.text[f.start:g.end], strings.TrimSpace(g.text[sign.End:g.end])
		return g.ambiguous(f.start, "("+operation+")*"+g.factor(),
			g.text[f.start:sign.End]+"("+operand+"*"+g.factor()+")")
	}
	return nil
}
