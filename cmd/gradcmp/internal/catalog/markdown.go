package catalog

import (
	"io"
	"slices"
	"strings"
)

// functionsMarkdown writes a page with the tables of all families.
func functionsMarkdown(w io.Writer, entries []Entry) error {
	var b strings.Builder
	b.WriteString("# The functions of gradcmp\n\n" +
		"`gradcmp functions --format markdown` writes this page; `gradcmp functions NAME` says everything about one\n" +
		"function.\n")
	for len(entries) > 0 {
		n := 1
		for n < len(entries) && entries[n].Family == entries[0].Family {
			n++
		}
		familyMarkdown(&b, entries[:n])
		entries = entries[n:]
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// familyMarkdown writes the tables of one family: what its functions are, what
// they do on edges, and what others call them.
func familyMarkdown(b *strings.Builder, entries []Entry) {
	b.WriteString("\n## " + entries[0].Family + "\n\n")
	if entries[0].ULP != nil {
		markdownHead(b, "function", "meaning", "domain", "derivative", "accuracy", "example")
	} else {
		markdownHead(b, "function", "meaning", "definition", "example")
	}
	for i := range entries {
		e := &entries[i]
		names := code(e.Usage)
		for _, alias := range e.Aliases {
			names += ", " + code(alias)
		}
		if e.ULP == nil {
			markdownRow(b, names, e.explained(), code(e.Definition), code(e.Example.String()))
			continue
		}
		var rules []string
		for _, line := range e.equations() {
			rules = append(rules, code(line))
		}
		markdownRow(b, names, e.Meaning, strings.Join(e.domain(), "; "), strings.Join(rules, "<br>"), e.accuracy(), code(e.Example.String()))
	}
	edgesMarkdown(b, entries)
	peersMarkdown(b, entries)
}

func edgesMarkdown(b *strings.Builder, entries []Entry) {
	first := true
	for i := range entries {
		e := &entries[i]
		if e.Edge == nil {
			continue
		}
		if first {
			b.WriteByte('\n')
			markdownHead(b, "not smooth", "where", "derivative", "conventions")
			first = false
		}
		markdownRow(b, append([]string{code(e.Usage)}, e.Edge.sentences()...)...)
	}
}

func peersMarkdown(b *strings.Builder, entries []Entry) {
	b.WriteByte('\n')
	markdownHead(b, "here", "PyTorch", "JAX", "NumPy and SciPy", "SymPy")
	for i := range entries {
		e := &entries[i]
		if e.Torch+e.JAX+e.NumPy+e.SymPy != "" {
			markdownRow(b, code(e.Name), code(e.Torch), code(e.JAX), code(e.NumPy), code(e.SymPy))
		}
	}
}

// functionMarkdown writes everything about some entries, each as a table.
func functionMarkdown(w io.Writer, entries []Entry) error {
	var b strings.Builder
	for i := range entries {
		if i > 0 {
			b.WriteByte('\n')
		}
		list := entries[i].details()
		markdownHead(&b, list[0].label, code(list[0].texts[0]))
		for _, d := range list[1:] {
			texts := slices.Clone(d.texts)
			if !d.prose {
				for k, text := range texts {
					texts[k] = code(text)
				}
			}
			markdownRow(&b, d.label, strings.Join(texts, "<br>"))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// markdownHead writes the first row of a table.
func markdownHead(b *strings.Builder, cells ...string) {
	markdownRow(b, cells...)
	b.WriteString(strings.Repeat("|---", len(cells)) + "|\n")
}

// markdownRow writes a row of a table. A bar would end a cell, in code too.
func markdownRow(b *strings.Builder, cells ...string) {
	for _, cell := range cells {
		b.WriteString("| " + strings.ReplaceAll(cell, "|", `\|`) + " ")
	}
	b.WriteString("|\n")
}

// code sets a text as code, nothing as nothing.
func code(text string) string {
	if text == "" {
		return ""
	}
	return "`" + text + "`"
}
