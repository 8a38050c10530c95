// Package truth compares every route with recorded truth: corpora of formulas
// with values and derivatives to 20 digits, and PyTorch's answers at special
// points.
//
// [ReadFile] reads a corpus, [Check] runs the routes on it and counts, and
// [Corpus.Missed] says which goals are missed. A value or partial derivative
// passes if it is within 1e-9 of the truth, relative to the larger of the two. A
// record says how much a naive evaluation in doubles loses at a point
// (naive64); where that is more, reverse mode, forward mode and the value may
// be off by 10 times as much, and the symbolic formula, whose operations come
// in another order, by 1000 times. Where doubles give no number at all, or
// there is no truth, nothing is compared. Of a truth of 0, to which no error is
// relative, 1e-14 is allowed.
//
// A finite difference passes if the truth lies inside its error bar. Points
// where a naive evaluation loses no more than 1e-11 are well-conditioned: there
// the bar is also to be short.
//
// # The referee
//
// The route referee is asked alone about every derivative that has a truth, PyTorch's
// special points aside, and timed. Its answer is right if it is within a unit of the
// truth's 20th digit, and 0 where that is 0. Where it is not, and two further
// computations give what it gives (the reverse sweep in balls, and the formula of
// the derivative, enclosed), the record is disputed: it has lost digits itself. So
// have ten of the antiderivatives, from their 17th digit on, among them Timofeev#204
// and #510, which their own "expected" formulas bear out, and 39 records of PyTorch,
// of which the mathematics is recorded from doubles.
//
// A verdict "agree" on a number that is off by more than a part in 10^9, and by more
// than the derivative's sensitivity to its coordinates allows, is a false agreement;
// none may be.
//
// # PyTorch
//
// At special points (kinks, ties, edges of domains, huge and tiny arguments,
// infinities and NaN) the function that gradcmp's language has for PyTorch's is
// compared with what PyTorch 1.13.1 answers in float64, by value and gradient.
// Every disagreement is one of these:
//
//	reason         what PyTorch answers, and what gradcmp does
//	nearer         PyTorch's answer has lost digits or is out of range; gradcmp's
//	               is nearer to the truth, or is the truth: sigmoid'(100) is
//	               3.7e-44, not 0.
//	not finite     At a coordinate that is infinite or NaN each of PyTorch's
//	               kernels has an answer of its own: max(NaN, 1) has the
//	               gradient 1 for both, fmin drops NaN, hardshrink passes it on.
//	               gradcmp's is that of the arithmetic.
//	domain         Outside a function's domain PyTorch goes on with the formula
//	               of the derivative: log(-1) has the gradient -1. gradcmp's is
//	               NaN there, as the value is in both.
//	where          PyTorch leaks NaN from the branch of where that is not taken.
//	clamped        PyTorch's binary cross entropy clamps logarithms at -100 and a
//	               divisor at 1e-12; the formula does not.
//	pole           trigamma at 0 and the negative integers: PyTorch answers a
//	               large number in the value and -inf in the gradient; the pole
//	               has the value +inf and no derivative.
//	negative zero  PyTorch divides by -0; at the edge of a domain gradcmp's
//	               derivative is the limit from within, whatever the sign of 0.
//	zero adjoint   Where the outer derivative is 0, gradcmp's reverse mode goes no
//	               further; PyTorch multiplies 0 by the infinity that follows and
//	               answers NaN: exp(log(x)) at 0, log(1 + exp(x)) at 710.
//	tiny norm      PyTorch's norms underflow to the gradient 0. gradcmp's
//	               Euclidean norm does not; of other norms, which are written out
//	               with powers, the gradient is NaN.
//	huge logits    softmax is exp(x - logsumexp(x)), which at logits of 1e200 has
//	               no digits left for the tie; PyTorch subtracts the largest.
//
// At ordinary points PyTorch's hardsigmoid has the gradient 1/6 in single
// precision, off by 3e-8. There the truth is that of mathematics.
package truth
