package referee

import (
	"math/big"

	"github.com/gradcmp/gradcmp/eval/ball"
)

// The steps are 2^-k of the coordinate. Two that are near each other confirm
// a value; the later ones are for functions that bend strongly, and for points
// at 0, where there is no scale: the last are below the least double.
var steps = []int{140, 200, 560, 620, 1300, 1360}

const (
	// firstBits is the precision of the first attempt.
	firstBits = 320
	// sharpBits is how well a difference must be known.
	sharpBits = 92
	// agreeBits is how well two differences must agree: to 25 digits.
	agreeBits = 84
)

// question is a derivative that is asked for: by two inputs, or by one, and
// then second is -1.
type question struct{ first, second int }

// level holds, for one size of step and by output, the estimates of a
// derivative from each side: two for a first derivative, from the left and from
// the right, and four for a second one.
type level struct {
	k         int
	estimates [][]ball.Ball // by side and output
	distances [][]ball.Ball // by side and output: of the value beside the point from that at the point
}

// level computes the differences for one size of step. Precision is raised
// until each that depends on the inputs is sharp, exactly known or certainly
// none, or until a limit is reached.
func (r *Referee) level(q question, k int) *level {
	for bits := firstBits + uint(k); ; bits *= 2 {
		l := r.attempt(q, k, bits)
		if r.sharp(q, l) || 2*bits > r.limits.Bits || r.runs <= 0 {
			return l
		}
	}
}

func (r *Referee) attempt(q question, k int, bits uint) *level {
	if q.second >= 0 {
		return r.secondDifferences(q, k, bits)
	}
	l := &level{k: k}
	center := r.atPoint(bits)
	c := ball.Context{Bits: bits}
	for _, sign := range []float64{-1, 1} {
		h := signed(r.step(q.first, k), sign)
		side := r.beside(bits, move{q.first, h})
		estimates, distances := make([]ball.Ball, len(side)), make([]ball.Ball, len(side))
		for i := range side {
			distances[i] = c.Sub(side[i], center[i])
			estimates[i] = c.Quo(distances[i], ball.Exact(h))
		}
		l.estimates, l.distances = append(l.estimates, estimates), append(l.distances, distances)
	}
	return l
}

func signed(h *big.Float, sign float64) *big.Float {
	return new(big.Float).Mul(h, big.NewFloat(sign))
}

// sharp reports whether more bits would not help.
func (r *Referee) sharp(q question, l *level) bool {
	for _, side := range l.estimates {
		for i, e := range side {
			if r.depends[q.first][i] && !isSharp(e) {
				return false
			}
		}
	}
	return true
}

func isSharp(e ball.Ball) bool {
	switch e.State() {
	case ball.Unknown:
		return false
	case ball.Known:
		return e.IsExact() || e.Accuracy() >= sharpBits
	}
	return true
}
