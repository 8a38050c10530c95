package report

import (
	"fmt"
	"strings"

	"github.com/gradcmp/gradcmp/compare"
)

// Summary says in a sentence or two how the comparison went.
func Summary(r *compare.Report) string {
	if len(r.Partials) == 0 {
		return "There is no variable to differentiate with respect to."
	}
	counts := map[compare.Verdict]int{}
	var order []compare.Verdict
	var most compare.Difference
	numbers := shown(r)
	for _, p := range numbers {
		if counts[p.Verdict] == 0 {
			order = append(order, p.Verdict)
		}
		counts[p.Verdict]++
		most.Relative = max(most.Relative, p.Max.Relative)
		most.ULP = max(most.ULP, p.Max.ULP)
	}
	n, thing := len(numbers), things[r.Kind]
	if len(order) == 1 && order[0] == compare.Agree {
		return fmt.Sprintf("%s by %s; the largest difference is %s.",
			plural(n, "The "+thing[0]+" agrees", "All %d "+thing[1]+" agree"), routes(r), size(most))
	}
	if len(order) == 1 && order[0] == compare.Unchecked {
		return fmt.Sprintf("Unchecked: computed by %s alone; a second route would check it.", routes(r))
	}
	parts := make([]string, len(order))
	for i, v := range order {
		parts[i] = fmt.Sprintf("%d %s", counts[v], v)
	}
	s := fmt.Sprintf("%s by %s: %s.", plural(n, "1 "+thing[0], "%d "+thing[1]), routes(r), strings.Join(parts, ", "))
	if wrong := wrongRoutes(r); wrong != "" {
		s += " Wrong: " + wrong + "."
	}
	return s
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return fmt.Sprintf(many, n)
}

func size(d compare.Difference) string {
	if d.ULP == 0 {
		return "0"
	}
	return fmt.Sprintf("%.1e relative, %s ulp", d.Relative, short(d.ULP))
}

func routes(r *compare.Report) string {
	names := make([]string, len(r.Routes))
	for i, route := range r.Routes {
		names[i] = route.String()
	}
	return and(names)
}

// wrongRoutes lists the routes that are wrong, each with the partials.
func wrongRoutes(r *compare.Report) string {
	var parts []string
	for _, route := range r.Routes {
		var where []string
		for _, p := range shown(r) {
			for _, w := range p.Wrong {
				if w == route {
					where = append(where, name(r, p))
				}
			}
		}
		const few = 5
		if len(where) > few {
			where = append(where[:few], fmt.Sprintf("%d more", len(where)-few))
		}
		if len(where) > 0 {
			parts = append(parts, route.String()+" in "+and(where))
		}
	}
	return strings.Join(parts, "; ")
}

func and(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}
