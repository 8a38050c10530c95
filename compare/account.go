package compare

import (
	"math"

	"github.com/gradcmp/gradcmp/autodiff/reverse"
	"github.com/gradcmp/gradcmp/diff"
	"github.com/gradcmp/gradcmp/eval"
	"github.com/gradcmp/gradcmp/expr"
)

// Account is the account of a route's error: how far it is from the referee's
// value, and what excuses that.
type Account struct {
	Error  Difference // from the truth
	Digits float64    // that are right, at most 17
	// Allowed is an error that any computation in doubles may have, the least
	// double and [Allowance] times the sum of Unit, the ulp of the truth, and
	// Sensitivity, what moving each coordinate and each rounded literal by its ulp
	// does to the derivative, to first order.
	Allowed, Unit, Sensitivity float64
	// Rounding bounds, to first order, what the roundings of the route's own
	// formula can do. It is computed where the error exceeds Allowed.
	Rounding float64
}

// Allowance is the factor of [Account.Allowed]: so many units of the last place
// are no more than two digits of sixteen, which a sum of some tens of terms may
// lose by rounding alone.
const Allowance = 64

// smallest is the least double.
const smallest = math.SmallestNonzeroFloat64

// accountOf compares a value with the truth.
func accountOf(value, truth float64) Account {
	a := Account{Error: differ(value, truth), Digits: 17}
	switch {
	case a.Error.Relative > 0:
		a.Digits = math.Max(0, math.Min(17, -math.Log10(a.Error.Relative)))
	case math.IsNaN(value):
		a.Digits = 0
	}
	return a
}

// ulpOf returns the distance from |x| to the next greater double.
func ulpOf(x float64) float64 {
	x = math.Abs(x)
	if x >= math.MaxFloat64 {
		return 0x1p971
	}
	return math.Nextafter(x, math.Inf(1)) - x
}

// allow fills in the error that any computation in doubles may have in the
// derivative of output i by variable j, whose size is given. The coordinates count
// though they are exact for every route: a formula that is sensitive to them is to
// its own roundings.
func (r *run) allow(a *Account, size float64, i, j int) {
	a.Unit = ulpOf(size)
	a.Sensitivity = r.sensitivity(i, j)
	a.Allowed = Allowance*(a.Unit+a.Sensitivity) + smallest
}

// sensitivity returns how much a derivative moves if every coordinate and every
// literal that is no double moves by its ulp, to first order; 0 where that is
// not known.
func (r *run) sensitivity(i, j int) float64 {
	formulas, err := diff.Gradient(r.outputs[i], r.Wrt[j:j+1], r.Tables.Symbolic)
	if err != nil {
		return 0
	}
	f, inputs, at := r.loosened(formulas[0])
	program, err := eval.Compile(inputs, []expr.Expr{f}, eval.Keep())
	if err != nil {
		return 0
	}
	s, err := reverse.New(program, r.Tables.Kernels, r.Tables.Reverse)
	if err != nil {
		return 0
	}
	grad := make([]float64, len(inputs))
	s.Gradient(at, 0, grad)
	total := 0.0
	for k, g := range grad {
		if move := math.Abs(g) * ulpOf(at[k]); at[k] != 0 && isFinite(move) {
			total += move
		}
	}
	return total
}

// loosened returns a formula in which literals that are no doubles are
// variables, and all inputs with their values.
func (r *run) loosened(f expr.Expr) (expr.Expr, []expr.Expr, []float64) {
	g := f.Graph()
	inputs, at := append([]expr.Expr(nil), r.inputs...), append([]float64(nil), r.at...)
	image := map[expr.ID]expr.Expr{}
	for _, id := range expr.Reach(f) {
		n, ok := g.At(id).Number()
		if !ok {
			continue
		}
		x := n.Float64()
		if back, finite := expr.FromFloat(x); finite && back.Cmp(n) != 0 {
			v := g.Var("literal " + n.String()) // no name that a formula can have
			image[id] = v
			inputs, at = append(inputs, v), append(at, x)
		}
	}
	if len(image) == 0 {
		return f, inputs, at
	}
	return expr.Substitute(g, image, f)[0], inputs, at
}

// paths returns how large the terms are that a derivative is summed from: the
// greatest and the sum, over all operations, of |derivative of output i by the
// result| * |derivative of the result by an argument| * |derivative of the argument by
// variable j|. What reverse and forward mode round on the way is of their order.
func (r *run) paths(i, j int) (greatest, sum float64) {
	program, err := eval.Compile(r.inputs, r.outputs[i:i+1], eval.Keep())
	if err != nil {
		return 0, 0
	}
	s, err := reverse.New(program, r.Tables.Kernels, r.Tables.Reverse)
	if err != nil {
		return 0, 0
	}
	s.Gradient(r.at, 0, make([]float64, len(r.inputs)))
	adjoints := append([]float64(nil), s.Adjoints()...)
	tangents := make([]float64, program.NumRegisters())
	tangents[r.wrtColumns()[j]] = 1
	s.Edges(func(dst, arg eval.Reg, partial float64) {
		tangents[dst] += partial * tangents[arg]
		if term := math.Abs(adjoints[dst] * partial * tangents[arg]); isFinite(term) {
			greatest = math.Max(greatest, term)
			sum += term
		}
	})
	return greatest, sum
}

// rounding is what the roundings of a formula's operations can do to its value.
type rounding struct {
	bound   float64   // to first order
	largest float64   // of the terms that cancel
	culprit expr.Expr // the operation that loses most digits, not valid if none does
	digits  float64   // how many it loses
}

// roundingOf bounds the rounding error of a formula at the point: the sum, over
// its operations, of the error of each times the derivative of the formula by
// its result. It is infinite where one of them is.
//
// A sum whose terms cancel passes on what its terms have of error, magnified in
// relation to itself: the one that passes on most is named.
func (r *run) roundingOf(f expr.Expr) rounding {
	none := rounding{bound: math.Inf(1)}
	program, err := eval.Compile(r.inputs, []expr.Expr{f}, eval.Keep())
	if err != nil {
		return none
	}
	s, err := reverse.New(program, r.Tables.Kernels, r.Tables.Reverse)
	if err != nil {
		return none
	}
	s.Gradient(r.at, 0, make([]float64, len(r.inputs)))
	values, adjoints := s.Values(), s.Adjoints()
	g := f.Graph()
	var total rounding
	worst := 0.0
	for k := range program.Code() {
		in := &program.Code()[k]
		adjoint := math.Abs(adjoints[in.Dst])
		if adjoint == 0 {
			continue
		}
		size := 0.0 // of the terms
		for _, a := range program.Args(in) {
			size += math.Abs(values[a])
		}
		y := values[in.Dst]
		total.bound += adjoint * unitError(in, y, size)
		if in.Op != expr.OpAdd && in.Op != expr.OpSub {
			continue
		}
		total.largest = math.Max(total.largest, adjoint*size)
		if lost := adjoint * size; size > 0 && lost > worst && math.Abs(y) < size/4 {
			worst = lost
			total.culprit = g.At(in.Node)
			total.digits = math.Log10(size / math.Max(math.Abs(y), size*0x1p-53))
		}
	}
	if math.IsNaN(total.bound) {
		total.bound = math.Inf(1)
	}
	return total
}

// unitError bounds the rounding error of one instruction with the result y,
// whose arguments have the given sum of magnitudes.
func unitError(in *eval.Instr, y, size float64) float64 {
	switch in.Op {
	case expr.OpNeg, expr.OpCmp, expr.OpSelect:
		return 0
	case expr.OpAdd:
		return ulpOf(size)
	case expr.OpMul:
		return 2 * ulpOf(y)
	case expr.OpPow:
		return ulpOf(y)
	case expr.OpCall:
		return in.Fn.Info().ULP * ulpOf(y)
	}
	return ulpOf(y) / 2
}
