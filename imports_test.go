// Package gradcmp_test holds the rules of the house that no package can hold alone.
package gradcmp_test

import (
	"errors"
	"fmt"
	"go/build"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/gradcmp/gradcmp/"

// engines are the packages of the library; commands may import them all.
const engines = "expr expr/print parser simplify stable diff eval eval/ball eval/enclosure eval/codegen " +
	"autodiff/reverse autodiff/forward autodiff/certified " +
	"compare compare/claim compare/points compare/truth compare/selftest compare/report compare/suite"

// mayImport says for each package which others of this module it may import, and which modules or packages from elsewhere;
// the standard library is free to all. A package that is not listed may not exist. Imports point down only: no package may
// import one that stands below it in the list.
var mayImport = []struct{ pkg, ours, others string }{
	{"expr", "", ""},
	{"expr/print", "expr", ""},
	{"parser", "expr", "github.com/alecthomas/participle/v2 golang.org/x/text"},
	{"simplify", "expr parser", ""},
	{"stable", "expr parser simplify", ""},
	{"diff", "expr parser simplify", ""},
	{"eval/special", "", ""},
	{"eval", "expr eval/special", ""},
	{"eval/ball", "", ""},
	{"eval/codegen", "expr eval", ""},
	{"eval/evaltest", "expr", "pgregory.net/rapid"}, // for tests
	{"eval/enclosure", "expr eval eval/ball", ""},
	{"autodiff/reverse", "expr eval eval/special", ""},
	{"autodiff/forward", "expr eval eval/special", "gonum.org/v1/gonum/num"},
	{"autodiff/certified", "expr eval eval/ball eval/enclosure", ""},
	{"compare/points", "expr parser", ""},
	{"compare/claim", "expr expr/print parser simplify diff eval eval/ball eval/enclosure", ""},
	{"compare/referee", "eval eval/ball eval/enclosure", ""},
	{
		"compare", "expr expr/print parser simplify stable diff eval eval/ball eval/enclosure " +
			"autodiff/reverse autodiff/forward autodiff/certified compare/referee compare/points",
		"gonum.org/v1/gonum/diff/fd",
	},
	{"compare/truth", "expr parser simplify diff eval eval/enclosure compare", ""},
	{
		"compare/selftest", "expr expr/print parser simplify diff eval autodiff/reverse autodiff/forward compare compare/claim compare/truth",
		"gonum.org/v1/gonum/num/dual",
	},
	{"compare/report", "expr expr/print compare", ""},
	{"compare/suite", "expr expr/print parser compare compare/report", ""},
	{"cmd/gradcmp/internal/catalog", engines, ""},
	{"cmd/gradbench", engines, "github.com/spf13/cobra"},
	{"cmd/gradcmp", engines + " cmd/gradcmp/internal/catalog", "github.com/spf13/cobra github.com/spf13/pflag golang.org/x/term"},
}

// TestImports holds the table against the source.
func TestImports(t *testing.T) {
	imports := readImports(t)
	for _, v := range violations(imports) {
		t.Error(v)
	}
	if len(imports["expr/print"]) == 0 {
		t.Error("nothing was read: expr/print imports nothing")
	}
}

// TestIndependence makes sure that the routes, which are to judge each other, share no rules, not even by way of others.
func TestIndependence(t *testing.T) {
	imports := readImports(t)
	for pkg, apart := range map[string]string{
		"autodiff/reverse": "autodiff/forward diff simplify parser",
		"autodiff/forward": "autodiff/reverse diff simplify parser",
		"diff":             "autodiff/reverse autodiff/forward eval",
		"eval":             "diff simplify parser",
		"eval/ball":        "eval",
	} {
		reached := reach(imports, pkg)
		for _, p := range strings.Fields(apart) {
			if reached[p] {
				t.Errorf("%s depends on %s", pkg, p)
			}
		}
	}
}

// TestViolations makes sure that a wrong import would be found.
func TestViolations(t *testing.T) {
	for _, tt := range []struct{ pkg, imported string }{
		{"autodiff/reverse", module + "autodiff/forward"},
		{"autodiff/forward", module + "autodiff/reverse"},
		{"autodiff/forward", module + "simplify"},
		{"expr", module + "parser"},
		{"eval", module + "eval/evaltest"},
		{"diff", "github.com/alecthomas/participle/v2/lexer"},
		{"eval", "gonum.org/v1/gonum/mathextra"},
		{"newcomer", "fmt"},
	} {
		if got := violations(map[string][]string{tt.pkg: {tt.imported}}); len(got) != 1 {
			t.Errorf("%s importing %s: %q, want one violation", tt.pkg, tt.imported, got)
		}
	}
	fine := map[string][]string{"parser": {"fmt", module + "expr", "github.com/alecthomas/participle/v2/lexer"}}
	if got := violations(fine); len(got) != 0 {
		t.Errorf("imports that are allowed are refused: %q", got)
	}
}

// TestTable makes sure that the table itself points down only.
func TestTable(t *testing.T) {
	above := map[string]bool{}
	for _, row := range mayImport {
		for _, p := range strings.Fields(row.ours) {
			if !above[p] {
				t.Errorf("%s may import %s, which does not stand above it in the table", row.pkg, p)
			}
		}
		above[row.pkg] = true
	}
}

// violations lists the imports that the table does not allow, given the imports of each package. Packages of this module are
// named without the module; imports are full paths.
func violations(imports map[string][]string) []string {
	var found []string
	for _, pkg := range slices.Sorted(maps.Keys(imports)) {
		i := slices.IndexFunc(mayImport, func(row struct{ pkg, ours, others string }) bool { return row.pkg == pkg })
		if i < 0 {
			found = append(found, fmt.Sprintf("package %s is not in the table of imports", pkg))
			continue
		}
		ours, others := strings.Fields(mayImport[i].ours), strings.Fields(mayImport[i].others)
		for _, p := range imports[pkg] {
			own, isOwn := strings.CutPrefix(p, module)
			within := func(other string) bool { return p == other || strings.HasPrefix(p, other+"/") }
			switch {
			case isOwn && slices.Contains(ours, own):
			case !isOwn && (isStandard(p) || slices.ContainsFunc(others, within)):
			default:
				found = append(found, fmt.Sprintf("%s may not import %s", pkg, p))
			}
		}
	}
	return found
}

// isStandard reports whether an import path is one of the standard library: those have no dot in their first element.
func isStandard(importPath string) bool {
	first, _, _ := strings.Cut(importPath, "/")
	return !strings.Contains(first, ".")
}

// reach returns the packages of this module on which pkg depends, directly or not.
func reach(imports map[string][]string, pkg string) map[string]bool {
	seen := map[string]bool{}
	todo := []string{pkg}
	for len(todo) > 0 {
		next := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, p := range imports[next] {
			if own, ok := strings.CutPrefix(p, module); ok && !seen[own] {
				seen[own] = true
				todo = append(todo, own)
			}
		}
	}
	return seen
}

// readImports returns what the packages of this module import, tests aside. It reads the source itself, so that the go
// command runs this test again whenever a file changes.
func readImports(t *testing.T) map[string][]string {
	t.Helper()
	imports := map[string][]string{}
	err := filepath.WalkDir(".", func(dir string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() || dir == "." {
			return err
		}
		if name := path.Base(filepath.ToSlash(dir)); name == "testdata" || name[0] == '.' || name[0] == '_' {
			return filepath.SkipDir
		}
		pkg, err := build.ImportDir(dir, 0)
		var none *build.NoGoError
		if errors.As(err, &none) {
			return nil
		}
		imports[filepath.ToSlash(dir)] = pkg.Imports
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return imports
}
