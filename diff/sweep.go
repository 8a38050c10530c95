package diff

import "github.com/gradcmp/gradcmp/expr"

// sweep is one adjoint sweep over the nodes of f, from f down to its
// variables. The adjoint of a node v is the derivative of f with respect to v;
// each node hands its adjoint, times its own partial derivative, down to its
// arguments.
type sweep struct {
	g       *expr.Graph
	f       expr.Expr
	rules   *Rules
	ids     []expr.ID
	depends expr.Memo[bool]        // on one of the variables asked for
	summed  expr.Memo[[]expr.Expr] // what a node's users handed down to it
}

func newSweep(f expr.Expr, wrt []expr.Expr, rules *Rules) *sweep {
	ids := expr.Reach(f)
	return &sweep{
		g: f.Graph(), f: f, rules: rules, ids: ids,
		depends: expr.Depends(f.Graph(), ids, wrt),
		summed:  expr.NewMemo[[]expr.Expr](ids),
	}
}

func (s *sweep) run() error {
	*s.summed.At(s.f.ID()) = []expr.Expr{s.g.Int(1)}
	for i := len(s.ids) - 1; i >= 0; i-- {
		id := s.ids[i]
		x := s.g.At(id)
		if !*s.depends.At(id) || x.Op() == expr.OpVar || len(*s.summed.At(id)) == 0 {
			continue
		}
		if err := s.handDown(x, s.adjoint(id)); err != nil {
			return err
		}
		*s.summed.At(id) = nil
	}
	return nil
}

// adjoint returns the sum of what was handed down to a node.
func (s *sweep) adjoint(id expr.ID) expr.Expr { return s.g.Add(*s.summed.At(id)...) }

func (s *sweep) handDown(x, adjoint expr.Expr) error {
	switch x.Op() {
	case expr.OpAdd:
		for _, term := range x.Args() {
			s.add(term, adjoint)
		}
		return nil
	case expr.OpMul:
		s.product(x, adjoint)
		return nil
	}
	partials, err := s.rules.partials(x)
	if err != nil {
		return err
	}
	for i, arg := range x.Args() {
		if !*s.depends.At(arg.ID()) {
			continue
		}
		partial, err := partials.argument(i)
		if err != nil {
			return err
		}
		s.add(arg, s.times(adjoint, partial))
	}
	return nil
}

// product hands down to each factor the product of all others. A long product
// goes by prefix and suffix products, each one factor longer than the last,
// which keeps all n partial derivatives together linear in n (Speelpenning,
// Compiling Fast Partial Derivatives, 1980).
func (s *sweep) product(x, adjoint expr.Expr) {
	const short = 8 // up to here writing out all others reads better
	factors := x.Args()
	n := len(factors)
	if n <= short {
		for i, factor := range factors {
			if !*s.depends.At(factor.ID()) {
				continue
			}
			others := append([]expr.Expr{adjoint}, factors[:i]...)
			s.add(factor, s.times(append(others, factors[i+1:]...)...))
		}
		return
	}
	suffix := make([]expr.Expr, n+1) // suffix[i] is the product of factors[i:]
	suffix[n] = s.g.Int(1)
	for i := n - 1; i > 0; i-- {
		suffix[i] = s.times(factors[i], suffix[i+1])
	}
	prefix := adjoint
	for i, factor := range factors {
		s.add(factor, s.times(prefix, suffix[i+1]))
		prefix = s.times(prefix, factor)
	}
}

// add hands a contribution down to an argument. Nothing is handed to an
// argument that does not depend on the variables, so no log(x) ever appears
// for a constant exponent.
func (s *sweep) add(arg, contribution expr.Expr) {
	if !*s.depends.At(arg.ID()) || contribution == s.g.Int(0) {
		return
	}
	to := s.summed.At(arg.ID())
	*to = append(*to, contribution)
}

// times multiplies, leaving out factors of 1 and stopping at a factor of 0.
func (s *sweep) times(factors ...expr.Expr) expr.Expr {
	zero, one := s.g.Int(0), s.g.Int(1)
	kept := make([]expr.Expr, 0, len(factors))
	for _, x := range factors {
		if x == zero {
			return zero
		}
		if x != one {
			kept = append(kept, x)
		}
	}
	return s.g.Mul(kept...)
}
