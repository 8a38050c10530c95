package truth

import (
	"fmt"

	"github.com/gradcmp/gradcmp/compare"
)

// Corpus is what a check of a corpus found.
type Corpus struct {
	Name     string `json:"name"`
	Records  int    `json:"records"`
	Formulas int    `json:"formulas"` // records that have one
	Parsed   int    `json:"parsed"`
	Points   int    `json:"points"`

	Value       Tally            `json:"value"`
	Routes      map[string]Tally `json:"routes"`      // partial derivatives, by route; of finite differences those inside the bar
	Derivatives Tally            `json:"derivatives"` // by the lists wrt
	Expected    Tally            `json:"expected"`    // the formulas that other systems give
	Differences Differences      `json:"differences"`
	Verdicts    map[string]int   `json:"verdicts"` // of partial derivatives
	Torch       Torch            `json:"torch"`
	Referee     Refereed         `json:"referee"`

	Failures []string `json:"failures"`

	routes []compare.Route
}

// Check runs the routes, all if there are none, on every point of a corpus.
func Check(name string, records []Record, routes []compare.Route) *Corpus {
	if len(routes) == 0 {
		routes = compare.AllRoutes()
	}
	c := &Corpus{
		Name: name, Records: len(records), Routes: map[string]Tally{}, Verdicts: map[string]int{},
		Torch: Torch{Listed: map[string]int{}}, Failures: []string{}, routes: routes,
	}
	for i := range records {
		c.record(&records[i])
	}
	c.Differences.finish()
	c.Referee.finish()
	return c
}

// record checks one record. Special points are those of PyTorch's functions:
// there a verdict is all that the formula is asked for.
func (c *Corpus) record(r *Record) {
	special := r.Kind == "special"
	if special {
		if err := c.torch(r); err != nil {
			c.Failures = append(c.Failures, fmt.Sprintf("%s: %v", r.ID, err))
		}
	}
	if r.Expr == "" {
		return
	}
	c.Formulas++
	f, err := r.Parse()
	if err != nil {
		c.Failures = append(c.Failures, fmt.Sprintf("%s: %v", r.ID, err))
		return
	}
	c.Parsed++
	for k := range r.Points {
		c.Points++
		p := f.Problem(k)
		p.Routes = c.routes
		if special {
			p.Routes = compare.Unrefereed(p.Routes)
		}
		report, err := compare.Run(p)
		if err != nil {
			c.unsupported(r, k, err)
			continue
		}
		c.verdicts(r, k, report)
		if !special {
			c.point(r, k, report)
			c.askReferee(r, k, p, report)
		}
	}
	if len(r.Wrt) > 0 {
		c.derivatives(f)
	}
}

// unsupported counts a point at which nothing runs.
func (c *Corpus) unsupported(r *Record, k int, err error) {
	c.fail(r, k, "%v", err)
	c.Value.add(Unsupported)
	for _, route := range c.routes {
		for range r.Vars {
			c.count(route, Unsupported)
		}
	}
}

func (c *Corpus) count(route compare.Route, o Outcome) {
	t := c.Routes[route.String()]
	t.add(o)
	c.Routes[route.String()] = t
}

// verdicts counts the verdicts at a point, and lists those of a wrong route.
func (c *Corpus) verdicts(r *Record, k int, report *compare.Report) {
	for _, p := range report.Partials {
		c.Verdicts[p.Verdict.String()]++
		if p.Verdict == compare.Wrong {
			c.fail(r, k, "d%s: the verdict is wrong: %v", p.Wrt, p.Notes)
		}
	}
}

// point compares values and partial derivatives at a point with the truth.
func (c *Corpus) point(r *Record, k int, report *compare.Report) {
	naive := r.naive(k)
	value := r.value(k)
	o := judge(report.Value[0], value, naive.Value, slack)
	c.Value.add(o)
	if o == Fail {
		c.fail(r, k, "the value is %v, want %v (naive error %g)", report.Value[0], value, naive.Value)
	}
	for _, p := range report.Partials {
		truth := r.partial(k, p.Wrt)
		for _, route := range report.Routes {
			if route == compare.Referee {
				continue
			}
			if route == compare.FiniteDifferences {
				c.difference(r, k, &p, truth)
				continue
			}
			o := judge(p.Values[route], truth, naive.Gradient, slackOf(route))
			c.count(route, o)
			if o == Fail {
				c.fail(r, k, "d%s: %s gives %v, want %v (naive error %g)", p.Wrt, route, p.Values[route], truth, naive.Gradient)
			}
		}
	}
}

// fail notes what is off at a point.
func (c *Corpus) fail(r *Record, k int, format string, args ...any) {
	at := ""
	for _, name := range r.Vars {
		at += fmt.Sprintf(", %s = %v", name, float64(r.Points[k][name]))
	}
	c.Failures = append(c.Failures, fmt.Sprintf("%s%s: ", r.ID, at)+fmt.Sprintf(format, args...))
}
