package truth

import (
	"math/big"
	"slices"
	"time"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/eval/enclosure"
	"github.com/gradcmp/gradcmp/expr"
)

// Refereed is how the referee did on the partial derivatives of a corpus that
// have a recorded truth. At PyTorch's special points it is not asked.
type Refereed struct {
	Asked    int            `json:"asked"`
	Right    int            `json:"right"` // within a unit of the truth's 20th digit; zeros are zeros
	Wrong    int            `json:"wrong"`
	Disputed int            `json:"disputed"` // two further computations side with the referee against the record
	Silent   int            `json:"silent"`   // it found no derivative
	Findings map[string]int `json:"findings"` // by kind
	// FalseAgreements are verdicts "agree" on a number that is off by more than a
	// part in 10^9, unless the derivative is as sensitive to its coordinates.
	FalseAgreements int `json:"false_agreements"`

	Records []string `json:"records,omitempty"` // that are disputed

	Median time.Duration `json:"-"` // of a point
	Late   time.Duration `json:"-"` // the 99th percentile
	times  []time.Duration
}

// referee asks the referee alone, and takes the time, at a point whose routes
// have been compared already.
func (c *Corpus) askReferee(r *Record, k int, p compare.Problem, judged *compare.Report) {
	if !slices.Contains(c.routes, compare.Referee) {
		return
	}
	p.Routes = []compare.Route{compare.Referee}
	start := time.Now()
	report, err := compare.Run(p)
	c.Referee.times = append(c.Referee.times, time.Since(start))
	if err != nil {
		return
	}
	if c.Referee.Findings == nil {
		c.Referee.Findings = map[string]int{}
	}
	for i, q := range report.Partials {
		want := r.partialDigits(k, q.Wrt)
		if want == "" {
			continue
		}
		c.Referee.Asked++
		c.Referee.Findings[q.Truth.Kind]++
		switch {
		case q.Truth.Value == "":
			c.Referee.Silent++
			c.fail(r, k, "d%s: the referee finds %s (%s), the truth is %s", q.Wrt, q.Truth.Kind, q.Truth.Why, want)
		case sameDigits(q.Truth.Value, want):
			c.Referee.Right++
		case witnessed(p, i, q.Truth.Value):
			c.Referee.Disputed++
			c.disputed(r.ID)
		default:
			c.Referee.Wrong++
			c.fail(r, k, "d%s: the referee finds %s, the truth is %s", q.Wrt, q.Truth.Value, want)
		}
		c.agreement(r, k, &judged.Partials[i], r.partial(k, q.Wrt))
	}
}

// disputed notes a record that the referee and two witnesses contradict.
func (c *Corpus) disputed(id string) {
	if !slices.Contains(c.Referee.Records, id) {
		c.Referee.Records = append(c.Referee.Records, id)
	}
}

// witnessed reports whether two computations that share nothing with the referee
// but the functions on balls give its value: the reverse sweep in balls, and the
// formula of the derivative, enclosed.
func witnessed(p compare.Problem, i int, value string) bool {
	const digits = 25
	goal := enclosure.Goal{Digits: digits}
	precise, err := compare.RunPrecise(p, goal)
	if err != nil || !sameDigits(precise.Partials[i].Text, value) {
		return false
	}
	formulas, err := diff.Gradient(p.F.Elems[0], p.Wrt, diff.StandardRules(p.Convention))
	if err != nil {
		return false
	}
	var inputs []expr.Expr
	var at []float64
	for _, in := range p.Point {
		inputs, at = append(inputs, in.Variable.Elems...), append(at, in.Values...)
	}
	program, err := eval.Compile(inputs, enclosure.Fold(formulas[i]))
	if err != nil {
		return false
	}
	y, err := enclosure.Enclose(program, enclosure.StandardFunctions(), enclosure.At(at...), goal)
	if err != nil {
		return false
	}
	text, _ := y[0].Digits(digits)
	return sameDigits(text, value)
}

// agreement counts a verdict "agree" on a number that is off.
func (c *Corpus) agreement(r *Record, k int, p *compare.Partial, truth float64) {
	if p.Verdict != compare.Agree {
		return
	}
	const most = 1e-9
	for route, a := range p.Accounts {
		if route == compare.FiniteDifferences || a.Error.Relative <= most || a.Error.Absolute <= a.Allowed {
			continue
		}
		c.Referee.FalseAgreements++
		c.fail(r, k, "d%s: the verdict is agree, %s gives %v and the truth is %v", p.Wrt, route, p.Values[route], truth)
	}
}

// sameDigits reports whether a number is the truth to within a unit of its 20th
// digit, and 0 if that is 0.
func sameDigits(got, want string) bool {
	const bits = 200
	g, _, err := big.ParseFloat(got, 10, bits, big.ToNearestEven)
	if err != nil {
		return false
	}
	w, _, err := big.ParseFloat(want, 10, bits, big.ToNearestEven)
	if err != nil || w.Sign() == 0 || g.Sign() == 0 {
		return err == nil && w.Sign() == g.Sign()
	}
	gap := new(big.Float).Sub(g, w)
	gap.Quo(gap, w)
	return gap.Abs(gap).Cmp(big.NewFloat(1e-19)) <= 0
}

// AnswerShare returns the share of derivatives with a truth that the referee
// found; NaN if it was asked about none.
func (f *Refereed) AnswerShare() float64 {
	return float64(f.Right+f.Wrong+f.Disputed) / float64(f.Asked)
}

// finish computes the percentiles.
func (f *Refereed) finish() {
	if len(f.times) == 0 {
		return
	}
	slices.Sort(f.times)
	f.Median = f.times[len(f.times)/2]
	f.Late = f.times[len(f.times)*99/100]
}
