package main

import (
	"math"
	"runtime"
	"time"
)

// fastest returns the seconds that one call of f takes: the least mean of several batches, which are run until budget is spent.
// Batches grow until one takes more than a tenth of the budget; shorter ones, whose time the clock blurs, do not count.
// However small the budget, one batch counts. peers.py measures in the same way.
func fastest(budget time.Duration, f func() error) (float64, error) {
	runtime.GC() // what came before leaves no debts
	best := math.Inf(1)
	calls := 1
	for spent := time.Duration(0); spent < budget || math.IsInf(best, 1); {
		start := time.Now()
		for range calls {
			if err := f(); err != nil {
				return 0, err
			}
		}
		took := time.Since(start)
		spent += took
		if took <= budget/10 {
			calls *= 2
			continue
		}
		best = min(best, took.Seconds()/float64(calls))
	}
	return best, nil
}
