package catalog

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/gradcmp/gradcmp/diff"
)

var identifier = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`[A-Za-z]\w*`) })

// ruleNames are what a rule calls the arguments of a function.
var ruleNames = []string{"x", "y", "z"}

// partialRules returns the texts of a rule with the function's own names for
// its arguments: the angle atan2(y, x) has its first argument on the y-axis.
func partialRules(rule diff.Rule, args []string) []partialRule {
	if rule.Each != "" {
		return []partialRule{{Wrt: args[0], Rule: rule.Each, OfTwo: rule.Pair}}
	}
	rules := make([]partialRule, len(rule.Partials))
	for i, text := range rule.Partials {
		renamed := identifier().ReplaceAllStringFunc(text, func(name string) string {
			if k := slices.Index(ruleNames, name); k >= 0 {
				return args[k]
			}
			return name
		})
		rules[i] = partialRule{Wrt: args[i], Rule: renamed}
	}
	return rules
}

// mentions reports whether a rule has the given name in it.
func mentions(rule, name string) bool {
	return slices.Contains(identifier().FindAllString(rule, -1), name)
}

// equations writes the rules as df/dx = …, a line for each. Those of a function
// that is not built in are the derivatives of the example.
func (e *Entry) equations() []string {
	var lines []string
	if e.ULP == nil && len(e.Derivative) > 0 {
		lines = append(lines, "of f = "+e.Example.Call)
	}
	for _, r := range e.Derivative {
		lead := "df/d" + r.Wrt
		if r.Rule == "" {
			lines = append(lines, "none by "+r.Wrt)
			continue
		}
		var legend []string
		if mentions(r.Rule, "f") {
			legend = append(legend, "f = "+e.Usage)
		}
		if mentions(r.Rule, "X") {
			legend = append(legend, "X all arguments")
		}
		line := lead + " = " + r.Rule
		if len(legend) > 0 {
			line += ", with " + strings.Join(legend, " and ")
		}
		lines = append(lines, line)
		if r.OfTwo != "" {
			lines = append(lines, "of two arguments, "+r.Wrt+" and the other y: "+lead+" = "+r.OfTwo)
		}
	}
	return lines
}

// briefRules writes the rules for the table of all functions.
func (e *Entry) briefRules() string {
	parts := make([]string, 0, len(e.Derivative))
	for _, r := range e.Derivative {
		switch {
		case r.OfTwo != "":
			parts = append(parts, "of two: "+r.OfTwo)
		case len(e.Derivative) == 1:
			parts = append(parts, r.Rule)
		case r.Rule == "":
			parts = append(parts, "none by "+r.Wrt)
		default:
			parts = append(parts, "by "+r.Wrt+": "+r.Rule)
		}
	}
	return strings.Join(parts, "; ")
}
