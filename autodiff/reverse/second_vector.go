package reverse

import "slices"

// logAddExpBend returns the second partials of logaddexp: plus and minus the
// product of the two shares.
func logAddExpBend(x, y, _ float64) (xx, xy, yy float64) {
	var shares [2]float64
	logAddExp([]float64{x, y}, 0, shares[:])
	p := shares[0] * shares[1]
	return p, -p, p
}

// softmaxBend is the row of logsumexp: with the shares p it is p_i times the sum
// of p_j*(d_i - d_j) for the direction d.
func softmaxBend(args []float64, value float64, direction, out []float64) {
	p := make([]float64, len(args))
	softmax(args, value, p)
	others(p, p, slices.Repeat([]float64{1}, len(p)), direction, out)
	for i := range out {
		out[i] = along(out[i], p[i])
	}
}

// roundBall is the row of norm and hypot, which bend across the unit vector n
// only: the sum of n_j*(n_j*d_i - n_i*d_j) for the direction d, over the length.
func roundBall(args []float64, value float64, direction, out []float64) {
	n, squares := make([]float64, len(args)), make([]float64, len(args))
	for i, x := range args {
		n[i] = x / value
		squares[i] = float64(n[i] * n[i])
	}
	others(squares, n, n, direction, out)
	for i := range out {
		out[i] /= value
	}
}

// others stores in out for each i the sum over all other j of
// weights[j]*d[i] - scale[i]*moments[j]*d[j]. The sums before i and behind it are
// kept apart: to take i out of the whole sum would cancel digits.
func others(weights, moments, scale, d, out []float64) {
	clear(out)
	pass := func(order func(yield func(int, float64) bool)) {
		weight, moment := 0.0, 0.0
		for i, step := range order {
			out[i] += float64(along(step, weight)) - float64(scale[i]*moment)
			weight += weights[i]
			moment += float64(along(step, moments[i]))
		}
	}
	pass(slices.All(d))
	pass(slices.Backward(d))
}
