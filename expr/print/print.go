package print

import (
	"io"
	"strings"

	"github.com/gradcmp/gradcmp/expr"
)

// String writes x in gradcmp's language.
//
// Parsing the result gives x again if x came from the parser; for any other
// expression it gives one that prints the same. (A number -3 is read as the
// negation of 3, and 1/3 as a quotient.)
func String(x expr.Expr) string { return Sprint(Text, x) }

// Sprint writes x in the style s.
func Sprint(s Style, x expr.Expr) string {
	var b strings.Builder
	_ = Fprint(&b, s, x) // a strings.Builder never fails
	return b.String()
}

// Fprint writes x in the style s to w, in pieces of some 32 KiB. It returns
// the first error of w and then writes no more.
func Fprint(w io.Writer, s Style, x expr.Expr) error {
	const line = 128
	p := printer{notation: s.notation(), w: w, graph: x.Graph(), buf: make([]byte, 0, line)}
	p.print(x)
	p.flush()
	return p.err
}

// flushAt is the number of bytes that are collected before they are written.
const flushAt = 32 << 10

// printer is the state of one run over an expression.
type printer struct {
	*notation
	w     io.Writer
	err   error // the first error of w
	graph *expr.Graph
	buf   []byte
	stack []frame
}

// frame is a node that has been begun and not yet ended.
type frame struct {
	layout        *layout
	id            expr.ID
	next          uint32 // how many arguments have been written
	parenthesized bool
}

func (p *printer) print(x expr.Expr) {
	p.begin(x, anything)
	for len(p.stack) > 0 && p.err == nil {
		f := &p.stack[len(p.stack)-1]
		if args := p.graph.At(f.id).ArgIDs(); int(f.next) < len(args) {
			p.argument(f, args)
		} else {
			p.end(*f)
		}
		if len(p.buf) >= flushAt {
			p.flush()
		}
	}
}

// begin writes what stands before the first argument of x in a place that
// asks for the given level, which for a leaf is all.
func (p *printer) begin(x expr.Expr, asked level) {
	if op := x.Op(); op == expr.OpNum || op == expr.OpVar {
		text, at := p.leaf(x)
		if at < asked {
			text = p.parentheses[0] + text + p.parentheses[1]
		}
		p.write(text)
		return
	}
	l := p.layout(x)
	f := frame{layout: l, id: x.ID(), parenthesized: l.level < asked}
	if f.parenthesized {
		p.write(p.parentheses[0])
	}
	p.write(l.open)
	p.stack = append(p.stack, f)
}

// leaf writes a number or a variable.
func (n *notation) leaf(x expr.Expr) (string, level) {
	if v, ok := x.Number(); ok {
		return n.number(v)
	}
	if n.variable == nil {
		return x.Name(), atom
	}
	return n.variable(x.Name()), atom
}

// argument writes the separator before the next argument of f and begins the
// argument.
func (p *printer) argument(f *frame, args []expr.ID) {
	l, place := f.layout, int(f.next)
	f.next++
	i := place
	if l.order != nil {
		i = l.order[place]
	}
	x, asked := p.graph.At(args[i]), l.first
	if place > 0 {
		p.write(l.separator(place, x))
		asked = l.rest
	}
	if l.raised && place == 1 {
		exponent, _ := smallExponent(x)
		p.write(exponent)
		return
	}
	p.begin(x, asked)
}

// end writes what stands behind the last argument of f.
func (p *printer) end(f frame) {
	p.write(f.layout.end)
	if f.parenthesized {
		p.write(p.parentheses[1])
	}
	p.stack = p.stack[:len(p.stack)-1]
}

func (p *printer) write(s string) { p.buf = append(p.buf, s...) }

func (p *printer) flush() {
	if p.err == nil && len(p.buf) > 0 {
		_, p.err = p.w.Write(p.buf)
		p.buf = p.buf[:0]
	}
}
