package simplify

import (
	"strings"
	"sync"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// Rule rewrites calls of a function. Pattern and Replacement are texts in
// gradcmp's language in which the names x and y stand for any expression; a
// pattern matches argument by argument.
type Rule struct {
	Name        string
	Pattern     string
	Replacement string
	Provided    string // what the original needs and the replacement does not
}

// rules is the table of rewrite rules for functions. Values and identities are
// those of the NIST Digital Library of Mathematical Functions, sections 4.2,
// 4.17, 4.23 and 4.31.
var rules = []Rule{
	{"exp of 0", "exp(0)", "1", ""},
	{"exp of 1", "exp(1)", "e", ""},
	{"exp of log", "exp(log(x))", "x", "x > 0"},
	{"log of 1", "log(1)", "0", ""},
	{"log of e", "log(e)", "1", ""},
	{"log of exp", "log(exp(x))", "x", ""},
	{"expm1 of 0", "expm1(0)", "0", ""},
	{"expm1 of log1p", "expm1(log1p(x))", "x", "x > -1"},
	{"log1p of 0", "log1p(0)", "0", ""},
	{"log1p of expm1", "log1p(expm1(x))", "x", ""},
	{"sin of 0", "sin(0)", "0", ""},
	{"sin of pi", "sin(pi)", "0", ""},
	{"cos of 0", "cos(0)", "1", ""},
	{"cos of pi", "cos(pi)", "-1", ""},
	{"tan of 0", "tan(0)", "0", ""},
	{"tan of pi", "tan(pi)", "0", ""},
	{"asin of 0", "asin(0)", "0", ""},
	{"asin of 1", "asin(1)", "pi/2", ""},
	{"sin of asin", "sin(asin(x))", "x", "-1 <= x <= 1"},
	{"acos of 0", "acos(0)", "pi/2", ""},
	{"acos of 1", "acos(1)", "0", ""},
	{"cos of acos", "cos(acos(x))", "x", "-1 <= x <= 1"},
	{"atan of 0", "atan(0)", "0", ""},
	{"atan of 1", "atan(1)", "pi/4", ""},
	{"tan of atan", "tan(atan(x))", "x", ""},
	{"sinh of 0", "sinh(0)", "0", ""},
	{"cosh of 0", "cosh(0)", "1", ""},
	{"tanh of 0", "tanh(0)", "0", ""},
	{"sigmoid of 0", "sigmoid(0)", "1/2", ""},
	{"softplus of 0", "softplus(0)", "log(2)", ""},
	{"abs of abs", "abs(abs(x))", "abs(x)", ""},
	{"abs of square", "abs(x^2)", "x^2", ""},
	{"abs of exp", "abs(exp(x))", "exp(x)", ""},
	{"abs of sigmoid", "abs(sigmoid(x))", "sigmoid(x)", ""},
	{"sign of exp", "sign(exp(x))", "1", ""},
	{"relu of relu", "relu(relu(x))", "relu(x)", ""},
	{"max of one", "max(x)", "x", ""},
	{"min of one", "min(x)", "x", ""},
	{"argmax of one", "argmax(x)", "0", ""},
	{"logsumexp of one", "logsumexp(x)", "x", ""},
	{"norm of one", "norm(x)", "abs(x)", ""},
}

// Rules returns the table of rewrite rules for functions.
func Rules() []Rule { return append([]Rule(nil), rules...) }

// callRule is a rule with its texts parsed. It is immutable.
type callRule struct {
	pattern     expr.Expr
	replacement expr.Expr
}

// callRules returns the rules whose patterns call a function, parsed when the
// function is first met.
func callRules(fn expr.Func) []callRule { return parsedRules()[fn]() }

var parsedRules = sync.OnceValue(func() map[expr.Func]func() []callRule {
	texts := make(map[expr.Func][]Rule)
	for _, r := range rules {
		name, _, _ := strings.Cut(r.Pattern, "(")
		fn, ok := expr.LookupFunc(name)
		if !ok {
			panic("simplify: rule " + r.Name + ": no function " + name)
		}
		texts[fn] = append(texts[fn], r)
	}
	parsed := make(map[expr.Func]func() []callRule)
	for _, fn := range expr.Funcs() {
		parsed[fn] = sync.OnceValue(func() []callRule { return parseRules(texts[fn]) })
	}
	return parsed
})

func parseRules(rules []Rule) []callRule {
	parsed := make([]callRule, len(rules))
	for i, r := range rules {
		parsed[i] = callRule{parseSide(r, r.Pattern), parseSide(r, r.Replacement)}
	}
	return parsed
}

// parseSide parses one side of a rule. A rule that does not parse is a mistake
// in the table, which every test that meets the function finds.
func parseSide(r Rule, text string) expr.Expr {
	result, err := parser.Parse(text, parser.Options{Shapes: map[string]expr.Shape{"x": nil, "y": nil}})
	if err != nil {
		panic("simplify: rule " + r.Name + ": " + err.Error())
	}
	return result.Value.Elems[0]
}

// rewrite applies a rule to x if its pattern matches.
func (c *canonicalizer) rewrite(r callRule, x expr.Expr) (expr.Expr, bool) {
	bound := map[string]expr.Expr{}
	if !match(r.pattern, x, bound) {
		return expr.Expr{}, false
	}
	ids := expr.Reach(r.replacement)
	image := expr.NewMemo[expr.Expr](ids)
	for _, id := range ids {
		t := r.replacement.Graph().At(id)
		switch t.Op() {
		case expr.OpVar:
			*image.At(id) = bound[t.Name()]
		case expr.OpNum:
			n, _ := t.Number()
			*image.At(id) = c.num(n)
		default:
			args := make([]expr.Expr, t.NumArgs())
			for i, a := range t.ArgIDs() {
				args[i] = *image.At(a)
			}
			*image.At(id) = c.apply(t, args)
		}
	}
	return *image.At(r.replacement.ID()), true
}

// match matches a pattern against an expression, entering what its names
// stand for. It recurses only as deep as the pattern.
func match(pattern, x expr.Expr, bound map[string]expr.Expr) bool {
	switch pattern.Op() {
	case expr.OpVar:
		if before, ok := bound[pattern.Name()]; ok {
			return before == x
		}
		bound[pattern.Name()] = x
		return true
	case expr.OpNum:
		n, _ := pattern.Number()
		v, ok := x.Number()
		return ok && v.Cmp(n) == 0
	}
	if pattern.Op() != x.Op() || pattern.NumArgs() != x.NumArgs() ||
		pattern.Op() == expr.OpCall && pattern.Func() != x.Func() {
		return false
	}
	for i, p := range pattern.Args() {
		if !match(p, x.Arg(i), bound) {
			return false
		}
	}
	return true
}
