package catalog

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/gradcmp/gradcmp/parser"
)

// Find returns the entries that a name, an alias or a sign such as σ stands
// for. Some names stand for two: log(x) is not log(x, b).
func Find(name string, entries []Entry) ([]Entry, error) {
	var found []Entry
	var known []string
	for _, e := range entries {
		names := append([]string{e.Name}, e.Aliases...)
		known = append(known, names...)
		if slices.Contains(names, name) || e.sign != "" && e.sign == name {
			found = append(found, e)
		}
	}
	if len(found) > 0 {
		return found, nil
	}
	message := fmt.Sprintf("there is no function %q", name)
	if nearest := parser.Suggest(strings.TrimSpace(name), known); nearest != "" {
		message += fmt.Sprintf("; did you mean %q?", nearest)
	}
	return nil, errors.New(message)
}
