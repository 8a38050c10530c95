package selftest

import (
	"runtime"
	"sync"

	"github.com/gradcmp/gradcmp/compare"
)

// Options say what is planted and how. The zero value is ready for use.
type Options struct {
	// Seed chooses the points at which rules of functions are tried, the numbers
	// with which tolerances are, and the points of claims.
	Seed uint64
	// Corpora, if not "", is a folder with corpora of truth, see package truth, that
	// are to raise no alarm.
	Corpora string
	// Progress, if not nil, is called now and then, never twice at a time, with how
	// much is done and how much there is.
	Progress func(done, total int)
}

// Tally counts what became of the mutants of one place.
type Tally struct {
	Place   Place `json:"place"`
	Planted int   `json:"planted"`
	Killed  int   `json:"killed"`
	Named   int   `json:"named"`
	Skipped int   `json:"skipped"`
}

// Report is the result of a self-test.
type Report struct {
	Seed    uint64   `json:"seed"`
	Places  []Tally  `json:"places"`  // in the order of [Places]
	Missed  []Mutant `json:"missed"`  // not killed, or not named
	Skipped []Mutant `json:"skipped"` // not planted, with the reasons
	Checked int      `json:"checked"` // comparisons and claims without a mistake, points of corpora included
	Alarms  []string `json:"alarms"`  // false ones
}

// Passed reports whether every mutant is killed and named, and nothing is a false
// alarm.
func (r *Report) Passed() bool { return len(r.Missed) == 0 && len(r.Alarms) == 0 }

// job is one piece of work: a mutant, or comparisons without a mistake.
type job struct {
	trial  *trial
	check  func() (checked int, alarms []string)
	alarms []string
	points int
}

// Run plants every mutant in turn, and then makes sure that nothing is found
// where nothing is planted. The error is that of corpora that cannot be read.
func Run(o Options) (*Report, error) {
	jobs, err := plan(o)
	if err != nil {
		return nil, err
	}
	work(jobs, o.Progress)
	r := &Report{Seed: o.Seed, Missed: []Mutant{}, Skipped: []Mutant{}, Alarms: []string{}}
	tallies := map[Place]*Tally{}
	for _, place := range Places() {
		tallies[place] = &Tally{Place: place}
	}
	for _, j := range jobs {
		if j.trial == nil {
			r.Checked += j.points
			r.Alarms = append(r.Alarms, j.alarms...)
			continue
		}
		r.count(tallies[j.trial.Place], j.trial.Mutant)
	}
	for _, place := range Places() {
		r.Places = append(r.Places, *tallies[place])
	}
	return r, nil
}

// count adds what became of a mutant.
func (r *Report) count(t *Tally, m Mutant) {
	if m.Skipped != "" {
		t.Skipped++
		r.Skipped = append(r.Skipped, m)
		return
	}
	t.Planted++
	if m.Killed {
		t.Killed++
	}
	if m.Named {
		t.Named++
	}
	if !m.Killed || !m.Named {
		r.Missed = append(r.Missed, m)
	}
}

// plan lists all there is to do, in a fixed order.
func plan(o Options) ([]*job, error) {
	functions := functions(o.Seed)
	var trials []trial
	for i := range functions {
		trials = append(trials, functions[i].trials()...)
	}
	trials = append(trials, operationTrials()...)
	swept, err := sweepTrials()
	if err != nil {
		return nil, err
	}
	trials = append(trials, swept...)
	trials = append(trials, ruleTrials()...)
	trials = append(trials, algebraTrials()...)
	trials = append(trials, claimTrials(o.Seed)...)
	trials = append(trials, toleranceTrials(o.Seed)...)
	var jobs []*job
	for i := range trials {
		jobs = append(jobs, &job{trial: &trials[i]})
	}
	one := func(alarm func() string) {
		jobs = append(jobs, &job{check: func() (int, []string) {
			if text := alarm(); text != "" {
				return 1, []string{text}
			}
			return 1, nil
		}})
	}
	for _, c := range checks(functions) {
		one(c.alarm)
	}
	for _, f := range claimedFormulas {
		one(func() string { return claimAlarm(f, o.Seed) })
	}
	jobs = append(jobs, &job{check: func() (int, []string) {
		all := probes(o.Seed)
		wrong := answers(compare.Tolerance.Accepts, all)
		return len(all), wrong
	}})
	if o.Corpora == "" {
		return jobs, nil
	}
	corpora, err := readCorpora(o.Corpora)
	if err != nil {
		return nil, err
	}
	for _, c := range corpora {
		for i := range c.records {
			jobs = append(jobs, &job{check: func() (int, []string) { return c.alarms(&c.records[i]) }})
		}
	}
	return jobs, nil
}

// work does the jobs side by side: none shares anything with another.
func work(jobs []*job, progress func(done, total int)) {
	var (
		group sync.WaitGroup
		lock  sync.Mutex
		done  int
	)
	todo := make(chan *job)
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for j := range todo {
				j.do()
				lock.Lock()
				done++
				if progress != nil {
					progress(done, len(jobs))
				}
				lock.Unlock()
			}
		})
	}
	for _, j := range jobs {
		todo <- j
	}
	close(todo)
	group.Wait()
}

func (j *job) do() {
	if j.trial != nil {
		j.trial.plant(&j.trial.Mutant)
		return
	}
	j.points, j.alarms = j.check()
}
