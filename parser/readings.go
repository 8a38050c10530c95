package parser

import (
	"strings"

	"github.com/alecthomas/participle/v2/lexer"
)

// checkFunctionPower refuses sin^2(x) and the like, given where the base
// stands and what the exponent is.
func (g *grammar) checkFunctionPower(base Span, exponent string) error {
	name := strings.TrimSpace(g.spanText(base))
	if !g.calls(name) {
		return nil
	}
	argument := strings.TrimSuffix(strings.TrimPrefix(g.factor(), "("), ")")
	call := name + "(" + argument + ")"
	exponent = strings.TrimSpace(exponent)
	product := name + "^" + exponent + "*" + g.factor()
	switch inverse := exponent == "-1" || exponent == "(-1)"; {
	case inverse && g.calls("a"+name):
		return g.ambiguous(uint32(base.Start), "1/"+call, "a"+call, product)
	case inverse:
		return g.ambiguous(uint32(base.Start), "1/"+call, "the inverse function by its name", product)
	}
	return g.ambiguous(uint32(base.Start), call+"^"+exponent, name+"("+call+")", product)
}

// checkPower refuses an exponent or a factorial behind what has one already,
// or behind a root.
func (g *grammar) checkPower() error {
	previous, next := g.tokens[g.last], g.lex.Peek()
	operand := g.spanText(Span{int(g.start), int(g.end)})
	sign := g.factor() // ^2, ² or !
	switch root := len(g.frames) - 1; {
	case root >= 0 && g.frames[root].level == levelRoot:
		whole := g.text[g.frames[root].start:g.end]
		return g.ambiguous(g.frames[root].start, "("+whole+")"+sign, strings.TrimSuffix(whole, operand)+"("+operand+sign+")")
	case previous.Type == tokSuper:
		at := g.tokenSpan(int(g.last)).Start
		base, exponent := g.text[g.start:at], plain.Replace(previous.Value)
		return g.ambiguous(g.start, "("+operand+")"+sign, base+"^("+exponent+sign+")")
	case previous.Type == tokFactorial && next.Type == tokFactorial:
		n := strings.TrimSuffix(operand, previous.Value)
		return g.ambiguous(g.start, "("+operand+")!", n+"*("+n+" - 2)*("+n+" - 4)*…")
	}
	return nil
}

// checkBars refuses the second bar that closes ||x||.
func (g *grammar) checkBars() error {
	n := len(g.frames)
	if n < 2 || g.frames[n-1].kind != kindBar || g.frames[n-2].kind != kindBar || g.after(1).Type != tokBar ||
		g.frames[n-2].start+1 != g.frames[n-1].start || g.after(1).Pos.Offset != g.lex.Peek().Pos.Offset+1 {
		return nil
	}
	start := g.frames[n-2].start
	x := g.text[start+2 : g.end]
	g.next()
	return g.ambiguous(start, "abs(abs("+x+"))", "norm("+x+")")
}

// ambiguous reports that the text from start up to and including the factor
// that is read next has several readings.
func (g *grammar) ambiguous(start uint32, readings ...string) error {
	at := Span{int(start), g.factorSpan().End}
	for i, r := range readings {
		readings[i] = clipped(r)
	}
	last := len(readings) - 1
	count := [...]string{1: "two", 2: "three"}[last]
	return g.errorf(at, "%s has %s readings; write %s or %s",
		quote(g.spanText(at)), count, strings.Join(readings[:last], ", "), readings[last])
}

// factor returns the text of the factor that is read next.
func (g *grammar) factor() string { return g.spanText(g.factorSpan()) }

// factorSpan returns where the factor that is read next stands: a name, a call
// or a parenthesis, with the number or sign before it if there is one.
func (g *grammar) factorSpan() Span {
	i := int(g.lex.RawCursor())
	at := g.tokenSpan(i)
	switch next := g.after(1).Type; g.tokens[i].Type {
	case tokNumber, tokRoot, tokCubeRoot, tokPow:
		if next == tokName || next == tokOpen || next == tokNumber && g.tokens[i].Type != tokNumber {
			i++
		}
	}
	at.End = g.tokenSpan(i).End
	if g.tokens[i].Type == tokName && i+1 < len(g.tokens) && g.tokens[i+1].Type == tokOpen {
		i++
	}
	for depth := 0; i < len(g.tokens); i++ {
		switch g.tokens[i].Type {
		case tokOpen:
			depth++
		case tokClose:
			depth--
		}
		if depth <= 0 {
			return Span{at.Start, max(at.End, g.tokenSpan(i).End)}
		}
	}
	return at
}

// after returns the token n places behind the one that is read next.
func (g *grammar) after(n int) lexer.Token {
	return g.tokens[min(int(g.lex.RawCursor())+n, len(g.tokens)-1)]
}

func (g *grammar) tokenStart(i uint32) uint32 { return uint32(g.tokens[i].Pos.Offset) }

// calls reports whether a name is that of a function.
func (g *grammar) calls(name string) bool {
	name = foldName(name)
	return g.defined[name] || isFunction(name)
}
