package points

import (
	"strings"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// slot is where the values that belong to a name stand among the coordinates.
type slot struct {
	name  string
	first int
	shape expr.Shape
}

// names knows a formula's variables and their elements by name.
type names struct {
	slots    map[string]slot // of variables and of elements
	whole    []string        // the names of the variables
	elements []string        // the names of all elements in order
}

func newNames(vars []expr.Variable) names {
	n := names{slots: map[string]slot{}}
	for _, v := range vars {
		n.whole = append(n.whole, v.Name)
		n.slots[v.Name] = slot{v.Name, len(n.elements), v.Shape}
		for i := range v.Shape.Size() {
			name := v.Name + v.Shape.Index(i)
			n.slots[name] = slot{name, len(n.elements), nil}
			n.elements = append(n.elements, name)
		}
	}
	return n
}

// find returns the slot of a name as it is written in a file, where it may
// have spaces and spellings that the parser folds, as in "W[0, 1]".
func (n names) find(name string) (slot, bool) {
	if s, ok := n.slots[name]; ok {
		return s, true
	}
	if !strings.Contains(name, "[") && isASCII(name) {
		return slot{}, false // the parser reads such a name as it stands
	}
	refs, err := parser.ParseNames(name, parser.Options{})
	if err != nil || len(refs) != 1 {
		return slot{}, false
	}
	s, ok := n.slots[refs[0].String()]
	return s, ok
}

// unknown says why a name is none of the formula's, and what may have been
// meant.
func (n names) unknown(name string) (message, suggestion string) {
	if variable, _, indexed := strings.Cut(name, "["); indexed {
		if s, ok := n.slots[variable]; ok {
			return name + " is no element of " + variable + ", which is a " + s.shape.String(), ""
		}
	}
	if len(n.whole) == 0 {
		return "the formula has no variables", ""
	}
	return "the formula has no variable " + name, suggest(name, n.whole)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
