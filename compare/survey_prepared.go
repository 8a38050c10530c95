package compare

import "github.com/gradcmp/gradcmp/eval"

// preparation is what comparisons of one problem at many points have in common.
// Each part is made when it is first needed. It belongs to one goroutine.
type preparation struct {
	tape        *eval.Program
	derivations [2]*derivation // by whether the rules are those for powers of 0
}

// prepared returns the problem with everything that was left out, and with a
// preparation. A problem that has one already is complete.
func (p Problem) prepared() Problem {
	if p.shared == nil {
		p = p.withDefaults()
		p.shared = &preparation{}
	}
	return p
}

// compiled returns the program of the problem's formulas.
func (s *preparation) compiled(r *run) (*eval.Program, error) {
	if s.tape != nil {
		return s.tape, nil
	}
	var err error
	s.tape, err = eval.Compile(r.inputs, r.F.Elems, eval.Keep())
	return s.tape, err
}

// derived returns what the symbolic route derives.
func (s *preparation) derived(r *run) (*derivation, error) {
	kind := 0
	if r.guarded {
		kind = 1
	}
	if s.derivations[kind] != nil {
		return s.derivations[kind], nil
	}
	d, err := r.derive()
	if err != nil {
		return nil, err
	}
	s.derivations[kind] = d
	return d, nil
}
