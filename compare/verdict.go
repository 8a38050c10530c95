package compare

// Verdict is the judgement of one partial derivative, or of a whole report.
type Verdict uint8

// The verdicts.
const (
	Agree        Verdict = iota // the routes give the same number, within the tolerance
	Unchecked                   // one route alone: nothing to compare it with
	Noise                       // only finite differences are off, within their noise
	Convention                  // a kink or jump, where the routes agree on the value that a convention gives
	Wrong                       // a route is wrong
	Cancellation                // digits were lost: rounding explains that routes differ, or that all are off
	Overflow                    // a value or intermediate result is too large or too small for a double
	Branch                      // doubles take another branch of the formula than exact arithmetic
	Kink                        // left and right derivative differ, and no convention settles the value
	Jump                        // the function jumps here
	Hole                        // the value here, if any, is not the limit of those beside it
	DomainEdge                  // the function ends here, or its derivative is infinite
	Undefined                   // the function or its derivative is undefined here
	Inconclusive                // the routes agree and finite differences contradict them
	numVerdicts
)

var verdicts = [numVerdicts]struct {
	name string
	exit int
}{
	Agree:        {"agree", 0},
	Unchecked:    {"unchecked", 0},
	Noise:        {"noise", 0},
	Convention:   {"convention", 0},
	Wrong:        {"wrong", 1},
	Cancellation: {"cancellation", 1},
	Overflow:     {"overflow", 1},
	Branch:       {"branch", 1},
	Kink:         {"kink", 3},
	Jump:         {"jump", 3},
	Hole:         {"hole", 3},
	DomainEdge:   {"domain edge", 3},
	Undefined:    {"undefined", 3},
	Inconclusive: {"inconclusive", 3},
}

// String returns the verdict in words, such as "agree" or "domain edge".
func (v Verdict) String() string { return verdicts[v].name }

// ExitCode returns the exit status that the verdict asks for: 0 if all is
// well or nothing was compared, 1 if a number is off, 3 if nothing could be
// judged.
func (v Verdict) ExitCode() int { return verdicts[v].exit }

// severity orders exit codes: a wrong number is worse than one that could not
// be judged.
var severity = map[int]int{0: 0, 3: 1, 1: 2}

// Worst returns the gravest of the verdicts, the first of equals; Agree if
// there are none.
func Worst(verdicts []Verdict) Verdict {
	worst := Agree
	for _, v := range verdicts {
		a, b := severity[v.ExitCode()], severity[worst.ExitCode()]
		if a > b || a == b && worst == Agree {
			worst = v
		}
	}
	return worst
}
