package selftest

import "fmt"

// Place is where mistakes are planted.
type Place string

// The places, in the order in which they are reported.
const (
	SymbolicRules   Place = "symbolic rules"
	ReversePartials Place = "reverse partials"
	ForwardRules    Place = "forward rules"
	AdjointSweep    Place = "adjoint sweep"
	TangentSweep    Place = "tangent sweep"
	Simplifier      Place = "simplifier"
	Claims          Place = "claims"
	ToleranceCode   Place = "tolerance"
)

// Places lists all places in their order.
func Places() []Place {
	return []Place{SymbolicRules, ReversePartials, ForwardRules, AdjointSweep, TangentSweep, Simplifier, Claims, ToleranceCode}
}

// Mutant is one planted mistake and what became of it.
type Mutant struct {
	Place   Place  `json:"place"`
	About   string `json:"about"`   // the function, operation, formula or rule
	Mistake string `json:"mistake"` // such as "wrong sign"

	Killed  bool   `json:"killed"`            // the verdict is wrong, and blames the right route alone
	Named   bool   `json:"named"`             // and says where the mistake is
	Skipped string `json:"skipped,omitempty"` // why it was not planted
	Said    string `json:"said,omitempty"`    // what the comparison said, of a mutant that was not killed and named
}

// String writes a mutant in a line.
func (m Mutant) String() string {
	text := fmt.Sprintf("%s: %s of %s", m.Place, m.Mistake, m.About)
	switch {
	case m.Skipped != "":
		return text + ": skipped, " + m.Skipped
	case !m.Killed:
		return text + ": not found; " + m.Said
	case !m.Named:
		return text + ": found, but not where; " + m.Said
	}
	return text + ": killed"
}

// trial is a mutant that is yet to be planted. It belongs to nobody else, so that
// trials can run side by side.
type trial struct {
	Mutant
	plant func(m *Mutant) // sets what became of it
}

// skip says why a mutant is not planted.
func (m *Mutant) skip(format string, args ...any) { m.Skipped = fmt.Sprintf(format, args...) }

// The reason to skip what changes nothing.
const sameHere = "it changes nothing here"
