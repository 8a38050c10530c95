package main

import (
	"math"
	"runtime"
	"time"
)

// contender is something whose calls are timed.
type contender struct {
	run   func(calls int) (seconds float64, err error) // takes the time of so many calls
	calls int                                          // in the next batch
	best  float64                                      // the least mean of a batch that counts, in seconds; +Inf if there is none
	spent float64                                      // seconds in all batches, short ones too
}

// newContender returns a contender that was never run.
func newContender(run func(calls int) (float64, error)) *contender {
	return &contender{run: run, calls: 1, best: math.Inf(1)}
}

// batch runs one batch. Batches grow until one takes more than a tenth of the budget, which is in seconds; shorter ones, whose
// time the clock blurs, do not count.
func (c *contender) batch(budget float64) error {
	took, err := c.run(c.calls)
	if err != nil {
		return err
	}
	c.spent += took
	if took <= budget/10 {
		c.calls *= 2
	} else {
		c.best = min(c.best, took/float64(c.calls))
	}
	return nil
}

// done reports whether the budget is spent. However small it is, one batch counts.
func (c *contender) done(budget float64) bool {
	return c.spent >= budget && !math.IsInf(c.best, 1)
}

// alternate spends the budget, in seconds, on each of the contenders, batch by batch in turn, so that what disturbs the machine
// disturbs them alike. Contenders that were run before keep their best.
func alternate(budget float64, contenders ...*contender) error {
	runtime.GC() // what came before leaves no debts
	for _, c := range contenders {
		c.spent = 0
	}
	for open := true; open; {
		open = false
		for _, c := range contenders {
			if err := c.batch(budget); err != nil {
				return err
			}
			open = open || !c.done(budget)
		}
	}
	return nil
}

// timed returns how to time the calls of f here.
func timed(f func() error) func(calls int) (float64, error) {
	return func(calls int) (float64, error) {
		start := time.Now()
		for range calls {
			if err := f(); err != nil {
				return 0, err
			}
		}
		return time.Since(start).Seconds(), nil
	}
}

// fastest returns the seconds that one call of f takes: the least mean of several batches, which are run until budget is spent.
// peers.py measures in the same way.
func fastest(budget time.Duration, f func() error) (float64, error) {
	c := newContender(timed(f))
	err := alternate(budget.Seconds(), c)
	return c.best, err
}
