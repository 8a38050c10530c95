package points

import (
	"errors"
	"fmt"
	"math"
	"strings"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// ParseRanges reads the ranges of a box, such as
// "x=-2..2, y=0..pi/4, W=-1..1, W[0,1]=0..5", separated by commas, semicolons
// or newlines, and gives each element of the variables its range, as [Expand]
// does. The ends are constant expressions like the values of a point
// ([parser.ParsePoint]); constant turns one into a double, as enclosure.Constant
// does, and so this package need not know how functions are computed. The file
// is the name of the text in messages. An error is a [*parser.Error].
func ParseRanges(file, text string, vars []expr.Variable, constant func(expr.Expr) float64) ([]Range, error) {
	p := rangeParser{file: file, text: text, graph: expr.NewGraph(), constant: constant}
	var ranges []Range
	var places []parser.Span
	for _, at := range p.pieces() {
		r, place, err := p.parse(at)
		if err != nil {
			return nil, err
		}
		ranges, places = append(ranges, r), append(places, place)
		if len(ranges) > limit(vars) {
			break // more ranges than names: Expand finds the one that is too many
		}
	}
	expanded, fault := expand(ranges, vars)
	if fault != nil {
		place := parser.Span{Start: len(text), End: len(text)}
		if fault.index < len(places) {
			place = places[fault.index]
		}
		return nil, parser.NewError(file, text, place, fault.message, fault.suggestion)
	}
	return expanded, nil
}

// limit returns how many ranges there can be without one that is unknown or
// given twice.
func limit(vars []expr.Variable) int {
	n := len(vars)
	for _, v := range vars {
		n += len(v.Elems)
	}
	return n
}

// rangeParser reads ranges and knows where they stand.
type rangeParser struct {
	file, text string
	graph      *expr.Graph
	constant   func(expr.Expr) float64
}

// pieces cuts the text at the separators that stand outside all brackets,
// and leaves out what is blank.
func (p rangeParser) pieces() []parser.Span {
	var pieces []parser.Span
	depth, start := 0, 0
	for i := 0; i <= len(p.text); i++ {
		if i < len(p.text) {
			switch p.text[i] {
			case '(', '[':
				depth++
			case ')', ']':
				depth--
			}
			if depth > 0 || strings.IndexByte(",;\n", p.text[i]) < 0 {
				continue
			}
		}
		if at := p.trim(parser.Span{Start: start, End: i}); at.Start < at.End {
			pieces = append(pieces, at)
		}
		start = i + 1
	}
	return pieces
}

// parse reads one range and returns the place of its name too.
func (p rangeParser) parse(at parser.Span) (Range, parser.Span, error) {
	fail := func(at parser.Span, format string, args ...any) (Range, parser.Span, error) {
		return Range{}, at, parser.NewError(p.file, p.text, at, fmt.Sprintf(format, args...), "")
	}
	name, ends, ok := p.cut(at, "=")
	if !ok {
		return fail(at, "expected a range, as in x=-2..2")
	}
	refs, err := parser.ParseNames(p.at(name), parser.Options{})
	if err != nil {
		return Range{}, name, p.shift(err, name.Start)
	}
	if len(refs) != 1 {
		return fail(name, "expected a name before =")
	}
	low, high, ok := p.cut(ends, "..")
	switch {
	case !ok:
		return fail(ends, "expected two ends with .. between them, as in %s=-2..2", refs[0])
	case low.Start == low.End || high.Start == high.End:
		return fail(ends, "the range of %s lacks an end; both are needed, as in %s=-2..2", refs[0], refs[0])
	case strings.HasPrefix(p.text[low.End:], "..."):
		return fail(ends, "three dots can be read in two ways: put spaces around the .. of the range")
	}
	r := Range{Name: refs[0].String()}
	if r.Low, err = p.end(low); err != nil {
		return Range{}, low, err
	}
	if r.High, err = p.end(high); err != nil {
		return Range{}, high, err
	}
	return r, name, nil
}

// end evaluates one end of a range.
func (p rangeParser) end(at parser.Span) (float64, error) {
	const prefix = "x=" // makes a point of the expression
	point, err := parser.ParsePoint(p.graph, prefix+p.at(at), parser.Options{})
	if err != nil {
		return 0, p.shift(err, at.Start-len(prefix))
	}
	if len(point) != 1 || point[0].Value.Shape != nil {
		return 0, parser.NewError(p.file, p.text, at, "the end of a range is one number", "")
	}
	x := p.constant(point[0].Value.Elems[0])
	if math.IsNaN(x) || math.IsInf(x, 0) {
		return 0, parser.NewError(p.file, p.text, at, "the end of a range is a finite number", "")
	}
	return x, nil
}

func (p rangeParser) at(at parser.Span) string { return p.text[at.Start:at.End] }

// cut divides a place at the first separator in it.
func (p rangeParser) cut(at parser.Span, separator string) (before, after parser.Span, ok bool) {
	i := strings.Index(p.at(at), separator)
	if i < 0 {
		return at, parser.Span{}, false
	}
	before = p.trim(parser.Span{Start: at.Start, End: at.Start + i})
	after = p.trim(parser.Span{Start: at.Start + i + len(separator), End: at.End})
	return before, after, true
}

// trim leaves out the white space at both ends of a place.
func (p rangeParser) trim(at parser.Span) parser.Span {
	text := strings.TrimLeft(p.at(at), " \t\r\n")
	at.Start = at.End - len(text)
	at.End = at.Start + len(strings.TrimRight(text, " \t\r\n"))
	return at
}

// shift moves an error about a piece of the text to its place in the whole.
func (p rangeParser) shift(err error, offset int) error {
	var e *parser.Error
	if !errors.As(err, &e) {
		return err
	}
	at := parser.Span{Start: e.Span.Start + offset, End: e.Span.End + offset}
	return parser.NewError(p.file, p.text, at, e.Message, e.Suggestion)
}
