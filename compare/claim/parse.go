package claim

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// Claim is one claimed derivative.
type Claim struct {
	Target  Target
	Formula expr.Expr
	// Decimals says, of a claim that is written as a decimal such as 0.333, how
	// many digits stand behind the point; nil for any other. At a point such a
	// claim is right if the value rounds to it.
	Decimals *int
}

// Parse reads claims such as
//
//	x1 = 2*x1 + 3*x2      a partial derivative
//	x,y = 3               an entry of the Hessian
//	[2],x = y             a partial derivative of element 2 of a vector
//	[0,1],x,y = 0         and a second derivative of one of a matrix
//	w = [y, 2*x]          all partial derivatives by the elements of a vector
//
// about the formula of a program. The formula may itself be a program, with
// definitions before it, separated by semicolons. Where a target has several
// elements the formula has to be an array of as many; every element is a claim
// of its own. Two claims about one derivative are an error, also between
// texts. An error is a *[parser.Error] with the place in the claim.
func Parse(program *parser.Result, texts []string, opts parser.Options) ([]Claim, error) {
	p := &claimParser{program: program, opts: opts, name: "claim", seen: map[string]bool{}}
	p.shapes()
	var all []Claim
	for i, text := range texts {
		if len(texts) > 1 {
			p.name = fmt.Sprintf("claim %d", i+1)
		}
		claims, err := p.parse(text)
		if err != nil {
			return nil, err
		}
		all = append(all, claims...)
	}
	return all, nil
}

// claimParser reads the claims about one program.
type claimParser struct {
	program *parser.Result
	opts    parser.Options
	name    string // of the claim in messages
	seen    map[string]bool
}

// shapes makes the variables of the program known to claims.
func (p *claimParser) shapes() {
	known := map[string]expr.Shape{}
	for _, v := range p.program.Vars {
		known[v.Name] = v.Shape
	}
	p.opts.Shapes = known
}

func (p *claimParser) parse(text string) ([]Claim, error) {
	left, right, ok := strings.Cut(text, "=")
	if !ok || strings.HasPrefix(right, "=") {
		return nil, parser.NewError(p.name, text, parser.Span{End: len(text)},
			`a claim has the form "x = formula", "x,y = formula" or "[0],x = formula"`, "")
	}
	targets, shape, err := p.targets(text, left)
	if err != nil {
		return nil, err
	}
	// White space in place of what stands before the formula keeps the places of errors.
	padded := strings.Repeat(" ", len(left)+1) + right
	result, err := parser.ParseInto(p.program.Graph, padded, p.opts)
	if err != nil {
		return nil, p.placed(err, text)
	}
	at := parser.Span{Start: len(left) + 1, End: len(text)}
	for _, v := range result.Vars {
		if _, ok := p.opts.Shapes[v.Name]; !ok {
			return nil, p.unknown(text, result.Places(v.Elems[0].ID()), at, v.Name)
		}
	}
	if result.Value.Shape.String() != shape.String() {
		return nil, parser.NewError(p.name, text, at,
			"the derivative is a "+shape.String()+", the claimed formula a "+result.Value.Shape.String(), "")
	}
	claims := make([]Claim, len(targets))
	for i, t := range targets {
		claims[i] = Claim{Target: t, Formula: result.Value.Elems[i]}
	}
	if len(claims) == 1 {
		claims[0].Decimals = decimals(right)
	}
	return claims, nil
}

// placed returns an error about a padded text as one about the text.
func (p *claimParser) placed(err error, text string) error {
	var at *parser.Error
	if errors.As(err, &at) {
		return parser.NewError(p.name, text, at.Span, at.Message, at.Suggestion)
	}
	return err
}

func (p *claimParser) unknown(text string, places []parser.Span, at parser.Span, name string) error {
	if len(places) > 0 {
		at = places[0]
	}
	var known []string
	for _, v := range p.program.Vars {
		known = append(known, v.Name)
	}
	return parser.NewError(p.name, text, at, "the formula has no variable "+name, parser.Suggest(name, known))
}

// output is the index of an element in front of the variables of a target.
var output = regexp.MustCompile(`^\s*(\[[0-9]+(?:\s*,\s*[0-9]+)?\])\s*,`)

// targets reads what stands before the equals sign, and returns the
// derivatives in the order of the elements of an array of the shape.
func (p *claimParser) targets(text, left string) ([]Target, expr.Shape, error) {
	f := p.program.Value
	var shape expr.Shape
	outputs := make([]int, len(f.Elems))
	for i := range outputs {
		outputs[i] = i
	}
	start := 0
	if m := output.FindStringSubmatchIndex(left); m != nil {
		index := strings.Join(strings.Fields(left[m[2]:m[3]]), "")
		start = m[1]
		i, ok := elementOf(f, index)
		if !ok {
			return nil, nil, parser.NewError(p.name, text, parser.Span{Start: m[2], End: m[3]},
				"the formula, a "+f.Shape.String()+", has no element "+index, "")
		}
		outputs = []int{i}
	} else {
		shape = append(shape, f.Shape...)
	}
	names := left[start:]
	first, second, mixed := cutNames(names)
	parts, begin := []string{first}, []int{start}
	if mixed {
		parts, begin = append(parts, second), append(begin, start+len(first)+1)
	}
	wrt := [][]expr.Expr{}
	for i, part := range parts {
		elems, s, err := p.variable(text, part, begin[i])
		if err != nil {
			return nil, nil, err
		}
		wrt, shape = append(wrt, elems), append(shape, s...)
	}
	if len(shape) > 2 {
		return nil, nil, parser.NewError(p.name, text, parser.Span{End: len(left)},
			"the derivatives make up an array of more than two dimensions; claim them element by element", "")
	}
	return p.combine(text, left, outputs, wrt, shape)
}

// cutNames splits two variables at the comma that stands in no index.
func cutNames(names string) (first, second string, both bool) {
	depth := 0
	for i, c := range names {
		switch {
		case c == '[':
			depth++
		case c == ']':
			depth--
		case c == ',' && depth == 0:
			return names[:i], names[i+1:], true
		}
	}
	return names, "", false
}

// combine lists the derivatives of every output by every variable.
func (p *claimParser) combine(text, left string, outputs []int, wrt [][]expr.Expr, shape expr.Shape) ([]Target, expr.Shape, error) {
	var targets []Target
	for _, o := range outputs {
		of := p.program.Value.Shape.Index(o)
		for _, x := range wrt[0] {
			if len(wrt) == 1 {
				targets = append(targets, Target{o, of, []expr.Expr{x}})
				continue
			}
			for _, y := range wrt[1] {
				targets = append(targets, Target{o, of, []expr.Expr{x, y}})
			}
		}
	}
	for _, t := range targets {
		if p.seen[t.Name()] {
			return nil, nil, parser.NewError(p.name, text, parser.Span{End: len(left)}, "there is a claim about "+t.String()+" already", "")
		}
		p.seen[t.Name()] = true
	}
	return targets, shape, nil
}

// variable returns the elements of a variable, or the one that is named.
func (p *claimParser) variable(text, name string, start int) ([]expr.Expr, expr.Shape, error) {
	refs, err := parser.ParseNames(name, parser.Options{})
	if err != nil || len(refs) != 1 {
		return nil, nil, parser.NewError(p.name, text, parser.Span{Start: start, End: start + len(name)},
			`a variable is needed, or two as in "x,y", before the "="`, "")
	}
	at := parser.Span{Start: start + refs[0].Span.Start, End: start + refs[0].Span.End}
	for _, v := range p.program.Vars {
		if v.Name != refs[0].Name {
			continue
		}
		if refs[0].Indices == nil {
			return v.Elems, v.Shape, nil
		}
		for _, x := range v.Elems {
			if x.Name() == refs[0].String() {
				return []expr.Expr{x}, nil, nil
			}
		}
		return nil, nil, parser.NewError(p.name, text, at, refs[0].String()+" is no element of "+v.Name+", which is a "+v.Shape.String(), "")
	}
	return nil, nil, p.unknown(text, nil, at, refs[0].Name)
}

// elementOf finds the element with an index such as [2].
func elementOf(f expr.Array, index string) (int, bool) {
	for i := range f.Elems {
		if f.Shape.Index(i) == index {
			return i, true
		}
	}
	return 0, false
}

// plain is a decimal without exponent.
var plain = regexp.MustCompile(`^\s*[-+]?[0-9]*\.([0-9]+)\s*$`)

func decimals(text string) *int {
	m := plain.FindStringSubmatch(text)
	if m == nil {
		return nil
	}
	n := len(m[1])
	return &n
}
