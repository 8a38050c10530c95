package parser

import (
	"slices"
	"strings"
	"testing"

	"github.com/gradcmp/gradcmp/expr"
)

// TestPrelude demands of each row that its body is one expression of its
// parameters, constants and functions, that it takes the arguments it says, and
// that no name or alias is taken twice.
func TestPrelude(t *testing.T) {
	taken := map[string]bool{}
	for _, f := range prelude {
		l := newLowering(expr.NewGraph(), &syntax{}, Options{}.limits())
		fn, err := l.preludeFunction(&f)
		if err != nil {
			t.Errorf("%s: %v", f.name, err)
			continue
		}
		if got, want := fn.usage(), f.name+"("+f.params+")"; got != want {
			t.Errorf("the usage %s becomes %s", want, got)
		}
		if len(fn.tree.statements) != 1 {
			t.Errorf("%s: the body has %d statements", f.name, len(fn.tree.statements))
		}
		for _, n := range fn.tree.nodes {
			name := fn.tree.tokenText(int(n.token))
			if _, constant := constants()[name]; n.kind == kindName && !constant && !slices.Contains(fn.params, name) {
				t.Errorf("%s: the body speaks of %s", f.name, name)
			}
		}
		for _, name := range append([]string{f.name}, f.aliases...) {
			fn, primitive := primitives()[name]
			if taken[name] || arrayFunctionByName()[name] != nil || primitive && fn.Accepts(strings.Count(f.params, ",")+1) {
				t.Errorf("%s is the name of two functions", name)
			}
			taken[name] = true
		}
		if choosesByComparison := strings.Contains(f.body, "where("); f.kink == "" && choosesByComparison && !slices.Contains(withoutKink, f.name) {
			t.Errorf("%s names no kink", f.name)
		}
		args := make([]string, len(fn.params))
		for i, p := range fn.params {
			if args[i] = "[x, y]"; p == "class" {
				args[i] = "1"
			}
		}
		for n := fn.required(); n <= len(args); n++ {
			src := f.name + "(" + strings.Join(args[:n], ", ") + ")"
			r, err := Parse(src, Options{})
			if err != nil {
				t.Errorf("%s: %v", src, err)
			} else if spans := r.Places(r.Value.Elems[0].ID()); !slices.Contains(spans, Span{0, len(src)}) {
				t.Errorf("%s: the value has the places %v", src, spans)
			}
		}
	}
}

// withoutKink are functions of pieces that meet smoothly or at jumps, or not at all.
var withoutKink = []string{"copysign", "xlog1py", "celu", "hardshrink", "threshold", "smooth_l1", "huber"}

// TestFunctionsAreListed demands that every listed function has a usage and
// can be called by its name and aliases, as the message of a wrong call shows.
func TestFunctionsAreListed(t *testing.T) {
	for _, f := range Functions() {
		if !strings.Contains(f.Usage, f.Name) {
			t.Errorf("%s is called %s", f.Name, f.Usage)
		}
		if _, operator := keywords[f.Name]; operator {
			continue
		}
		for _, name := range append([]string{f.Name}, f.Aliases...) {
			_, err := Parse(name+"()", Options{})
			if err == nil || !strings.Contains(err.Error(), "wrong number of arguments, 0") {
				t.Errorf("%s() gives %v", name, err)
			}
		}
	}
}
