package truth_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/compare/truth"
)

func Example() {
	corpus := `{"id":"right","expr":"x^2","vars":["x"],"points":[{"x":3}],"value":["9"],"grad":[{"x":"6"}]}
{"id":"wrong","expr":"x^3","vars":["x"],"points":[{"x":2}],"value":["8"],"grad":[{"x":"11"}]}`
	records, err := truth.Read(strings.NewReader(corpus))
	if err != nil {
		fmt.Println(err)
		return
	}
	c := truth.Check("cubes", records, []compare.Route{compare.Reverse})
	fmt.Println(c.Value.Pass, c.Routes["reverse"].Pass, c.Routes["reverse"].Fail)
	fmt.Println(c.Failures[0])
	fmt.Println(c.Missed()[0])
	// Output:
	// 2 1 1
	// wrong, x = 2: dx: reverse gives 12, want 11 (naive error 0)
	// cubes: reverse: 50.00% pass, not 99.5%
}

// check runs records by all routes.
func check(t *testing.T, lines ...string) *truth.Corpus {
	t.Helper()
	records, err := truth.Read(strings.NewReader(strings.Join(lines, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	return truth.Check("test", records, nil)
}

// Whatever is wrong in a record is found by every route, and counted where it
// belongs.
func TestFailures(t *testing.T) {
	for _, tt := range []struct{ name, record, missed string }{
		{
			"value", `{"expr":"x","vars":["x"],"points":[{"x":2}],"value":["2.00001"],"grad":[{"x":"1"}]}`,
			"test: values: 0.00% pass, not 100.0%",
		},
		{
			"syntax", `{"expr":"x+","vars":["x"],"points":[{"x":2}],"value":["2"],"grad":[{"x":"1"}]}`,
			"test: 1 formulas are not read",
		},
		{
			"unknown variable", `{"expr":"x*y","vars":["x"],"points":[{"x":2}],"value":["2"],"grad":[{"x":"1"}]}`,
			"test: 1 formulas are not read",
		},
		{
			"vector", `{"expr":"[x, x]","vars":["x"],"points":[{"x":2}],"value":["2"],"grad":[{"x":"1"}]}`,
			"test: 1 formulas are not read",
		},
		{
			"derivative", `{"expr":"x^3","vars":["x"],"points":[{"x":2}],"value":["8"],"grad":[{"x":"12"}],"wrt":["x","x"],"deriv":["11"]}`,
			"test: derivatives by lists of variables: 0.00% pass, not 99.5%",
		},
		{
			"expected", `{"expr":"x^3","vars":["x"],"points":[{"x":2}],"value":["8"],"grad":[{"x":"12"}],"wrt":"x","expected":"3*x"}`,
			"test: expected formulas: 0.00% pass, not 99.5%",
		},
		{
			"expected syntax", `{"expr":"x^3","vars":["x"],"points":[{"x":2}],"value":["8"],"grad":[{"x":"12"}],"wrt":"x","expected":"3*"}`,
			"test: expected formulas: 0.00% pass, not 99.5%",
		},
		{
			"PyTorch", `{"torch":"exp","kind":"special","expr":"exp(x)","vars":["x"],"points":[{"x":0}],"value":["2"],"grad":[{"x":"1"}]}`,
			"test: PyTorch's special points: 50.00% pass, not 95.0%; test: 1 disagreements with PyTorch have no reason",
		},
	} {
		c := check(t, tt.record)
		if got := strings.Join(c.Missed(), "; "); got != tt.missed || len(c.Failures) == 0 {
			t.Errorf("%s: %q, want %q; failures %q", tt.name, got, tt.missed, c.Failures)
		}
	}
}

// A wrong gradient is missed by no route, finite differences included.
func TestWrongGradient(t *testing.T) {
	c := check(t, `{"expr":"x^3","vars":["x"],"points":[{"x":2}],"value":["8"],"grad":[{"x":"12.0001"}]}`)
	for _, route := range compare.Unrefereed(compare.AllRoutes()) {
		if tally := c.Routes[route.String()]; tally.Fail != 1 || tally.Pass != 0 {
			t.Errorf("%s: %+v", route, tally)
		}
	}
}

// What has no truth, or what doubles cannot give, is not compared.
func TestUndefined(t *testing.T) {
	c := check(
		t,
		`{"expr":"log(x)","vars":["x"],"points":[{"x":-1}],"value":[null],"grad":[{"x":null}]}`,
		`{"expr":"exp(x)/exp(x)","vars":["x"],"points":[{"x":1000}],"value":["1"],"grad":[{"x":"0"}],"naive64":[null]}`,
	)
	if c.Value.Undefined != 2 || c.Routes["reverse"].Undefined != 2 || len(c.Missed()) > 0 {
		t.Errorf("%+v, %q", c, c.Missed())
	}
}

// A record's own figure of what doubles lose widens what passes, the symbolic
// formula's more.
func TestNaive(t *testing.T) {
	record := `{"expr":"x^3","vars":["x"],"points":[{"x":2}],"value":["8"],"grad":[{"x":"12.0001"}],"naive64":[[0,%s]]}`
	for _, tt := range []struct {
		naive             string
		symbolic, reverse int // passes
	}{{"1e-9", 0, 0}, {"1e-8", 1, 0}, {"1e-6", 1, 1}} {
		c := check(t, fmt.Sprintf(record, tt.naive))
		if c.Routes["symbolic"].Pass != tt.symbolic || c.Routes["reverse"].Pass != tt.reverse {
			t.Errorf("naive error %s: symbolic %+v, reverse %+v", tt.naive, c.Routes["symbolic"], c.Routes["reverse"])
		}
	}
}

// The package's documentation explains every reason that the corpora give.
func TestReasons(t *testing.T) {
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	records, err := truth.ReadFile("../../testdata/corpora/torch.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	c := truth.Check("torch", records, []compare.Route{compare.Reverse})
	if len(c.Torch.Listed) < 10 {
		t.Errorf("only the reasons %v occur", c.Torch.Listed)
	}
	for name := range c.Torch.Listed {
		if !strings.Contains(string(doc), "\n//\t"+name+" ") {
			t.Errorf("the documentation does not explain %q", name)
		}
	}
}
