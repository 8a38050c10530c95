package truth

import (
	"fmt"

	"github.com/gradcmp/gradcmp/compare"
)

// The goals.
const (
	gradients = 0.995 // of partial derivatives by each exact route
	inside    = 0.99  // of error bars
	sharpBars = 0.9   // of error bars at well-conditioned points
	ratio     = 100   // median of bar over error
	torch     = 0.95  // of PyTorch's answers at special points
	answers   = 0.995 // of the referee, where there is a truth
)

// Missed returns the goals that the corpus misses, in words: every formula is
// to be read and every value to be right, and of partial derivatives, error
// bars and PyTorch's answers a share; no route is to be called wrong, and no
// disagreement with PyTorch to lack a reason.
func (c *Corpus) Missed() []string {
	var missed []string
	miss := func(is bool, format string, args ...any) {
		if is {
			missed = append(missed, c.Name+": "+fmt.Sprintf(format, args...))
		}
	}
	least := func(what string, got, goal float64) {
		miss(got < goal, "%s: %.2f%% pass, not %.1f%%", what, 100*got, 100*goal)
	}
	miss(c.Parsed < c.Formulas, "%d formulas are not read", c.Formulas-c.Parsed)
	least("values", c.Value.Share(), 1)
	for _, route := range compare.Unrefereed(c.routes) {
		goal := gradients
		if route == compare.FiniteDifferences {
			goal = inside
		}
		least(route.String(), c.Routes[route.String()].Share(), goal)
	}
	least("derivatives by lists of variables", c.Derivatives.Share(), gradients)
	least("expected formulas", c.Expected.Share(), gradients)
	least("short error bars", c.Differences.SharpShare(), sharpBars)
	miss(c.Differences.Median > ratio, "the median of bar over error is %.0f, not at most %d", c.Differences.Median, ratio)
	miss(c.Verdicts["wrong"] > 0, "%d partial derivatives are called wrong", c.Verdicts["wrong"])
	if c.Referee.Asked > 0 {
		least("answers of the referee", c.Referee.AnswerShare(), answers)
	}
	miss(c.Referee.Wrong > 0, "the referee is wrong about %d derivatives", c.Referee.Wrong)
	miss(c.Referee.FalseAgreements > 0, "%d verdicts are agree on a number that is off", c.Referee.FalseAgreements)
	least("PyTorch's special points", c.Torch.Share(), torch)
	miss(c.Torch.Unlisted > 0, "%d disagreements with PyTorch have no reason", c.Torch.Unlisted)
	return missed
}
