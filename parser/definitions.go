package parser

import (
	"strings"
)

// function is a function that is defined in the language. A call is lowered by
// lowering its body with the arguments in place of the parameters.
type function struct {
	name        string
	params      []string
	defaults    []string // of the last parameters
	tree        *syntax
	first, last int // the nodes of the body
	at          Span
	kinked      bool // of the prelude: its pieces meet at kinks
}

func (f *function) required() int { return len(f.params) - len(f.defaults) }

func (f *function) accepts(n int) bool { return f.required() <= n && n <= len(f.params) }

// usage shows how the function is called, such as "leaky_relu(x, a=0.01)".
func (f *function) usage() string {
	params := append([]string(nil), f.params...)
	for i, text := range f.defaults {
		params[f.required()+i] += "=" + text
	}
	return f.name + "(" + strings.Join(params, ", ") + ")"
}

// collect enters the functions that the source defines. They are known in the
// whole source, before their definitions too.
func (l *lowering) collect() error {
	for i := range l.statements {
		s := &l.statements[i]
		if s.form != formFunction {
			continue
		}
		f := &function{name: l.nameAt(s.name), tree: l.syntax, first: s.first, last: s.last, at: l.tokenSpan(s.name)}
		for _, p := range s.params {
			name := l.nameAt(p)
			for _, other := range f.params {
				if other == name {
					return l.errorf(l.tokenSpan(p), "two parameters are called %s", quote(name))
				}
			}
			f.params = append(f.params, name)
		}
		_, given := l.Shapes[f.name]
		switch other := l.functions[f.name]; {
		case other != nil:
			return l.errorf(f.at, "%s cannot be defined here: it was defined at %s", quote(f.name), l.position(other.at.Start))
		case given:
			return l.errorf(f.at, "%s is defined here and is given a value from outside as well; drop one", quote(f.name))
		case folds[f.name] != nil || f.name == "π":
			return l.errorf(f.at, "%s has a syntax of its own and cannot be defined; take another name", quote(f.name))
		}
		if l.functions == nil {
			l.functions = map[string]*function{}
		}
		l.functions[f.name] = f
	}
	return l.checkCycles()
}

// checkCycles refuses functions that call themselves, be it through others. It
// searches depth first, with the path on a stack.
func (l *lowering) checkCycles() error {
	type visit struct {
		f    *function
		next int // the node of the body to be looked at
	}
	const open, done = 1, 2
	const longestCycle = 8 // names that the message lists
	state := make(map[*function]int, len(l.functions))
	var path []visit
	for i := range l.statements {
		root := l.functions[l.nameAt(l.statements[i].name)]
		if l.statements[i].form != formFunction || state[root] != 0 {
			continue
		}
		path = append(path, visit{root, root.first})
		state[root] = open
		for len(path) > 0 {
			v := &path[len(path)-1]
			if v.next == v.f.last {
				state[v.f] = done
				path = path[:len(path)-1]
				continue
			}
			n := &l.nodes[v.next]
			v.next++
			if n.kind != kindCall {
				continue
			}
			f, ok := l.functions[l.nameAt(int(n.token))]
			switch {
			case !ok || state[f] == done:
			case state[f] == open:
				start := len(path) - 1
				for path[start].f != f {
					start--
				}
				var names []string
				for _, v := range path[start:min(start+longestCycle, len(path))] {
					names = append(names, v.f.name)
				}
				if len(path)-start > longestCycle {
					names = append(names, "…")
				}
				return l.errorf(n.span(), "a function cannot call itself: %s", strings.Join(append(names, f.name), " calls "))
			default:
				state[f] = open
				path = append(path, visit{f, f.first})
			}
		}
	}
	return nil
}
