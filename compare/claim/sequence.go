package claim

import (
	"fmt"
	"math/rand/v2"

	"github.com/gradcmp/gradcmp/eval/ball"
	"github.com/gradcmp/gradcmp/expr"
)

// point is a list of exact coordinates. They are multiples of small powers of
// two, so that balls hold them exactly and a difference of equal ones is 0.
type point []expr.Number

// simple are the points that are tried first, in eighths. The values of a row
// are taken in turn, as often as there are coordinates: a row of one value has
// all of them equal.
var simple = [][]int64{
	{8},
	{8, 16, 24},
	{16, 8, 24},
	{16, 24, 8},
	{0},
	{0, 8, 16},
	{8, 0, 16},
	{-8},
	{-8, 16, -24},
	{16, -8, 8},
	{24, 16, 8},
	{-16, -8, -24},
	{24, 40, 16},
	{40, 24, 32},
	{4},
	{4, 2, 6},
	{2, 4, 6},
	{12, 20, 10},
	{20, 12, 28},
	{-4},
	{-4, 2, -6},
	{4, -2, 6},
}

// boxes are the ranges, in sixteenths, from which the coordinates of further
// points come, each coordinate from one chosen at random: functions are defined
// on different ones.
var boxes = [][2]int64{{-48, 48}, {1, 15}, {17, 64}, {-15, 15}, {1, 160}, {16, 48}}

// sequence returns the first n of the points for a number of coordinates: the
// simple ones and then those that the seed gives. Without coordinates there is
// one point.
func sequence(coordinates, n int, seed uint64) []point {
	if coordinates == 0 {
		return []point{{}}
	}
	points := make([]point, 0, n)
	seen := map[string]bool{}
	add := func(value func(j int) expr.Number) {
		p := make(point, coordinates)
		for j := range p {
			p[j] = value(j)
		}
		if key := fmt.Sprint(p.texts()); !seen[key] {
			seen[key] = true
			points = append(points, p)
		}
	}
	for _, row := range simple {
		if len(points) < n {
			add(func(j int) expr.Number { return fraction(row[j%len(row)], 8) })
		}
	}
	random := rand.New(rand.NewPCG(seed, 1))
	for tries := 0; len(points) < n && tries < 4*n; tries++ {
		common := random.IntN(2 * len(boxes)) // half of the points lie in one box
		add(func(int) expr.Number {
			b := boxes[random.IntN(len(boxes))]
			if common < len(boxes) {
				b = boxes[common]
			}
			return fraction(b[0]+random.Int64N(b[1]-b[0]+1), 16)
		})
	}
	return points
}

// fraction returns a number that prints as an integer or a decimal.
func fraction(n, d int64) expr.Number {
	x, _ := expr.FromFloat(float64(n) / float64(d)) // d is a power of two
	return x.Tidy()
}

func (p point) texts() []string {
	out := make([]string, len(p))
	for j, x := range p {
		out[j] = x.String()
	}
	return out
}

// balls encloses the coordinates, which are exact.
func (p point) balls(ball.Context) []ball.Ball {
	out := make([]ball.Ball, len(p))
	for j, x := range p {
		out[j] = ball.FromFloat64(x.Float64())
	}
	return out
}

// moved returns a point next to p: coordinate j moved by step times its own
// multiple, so that no two coordinates move alike.
func (p point) moved(step float64) point {
	out := make(point, len(p))
	for j := range p {
		out[j] = p.movedAlone(j, step*(1+float64(j)/8))[j]
	}
	return out
}

// movedAlone returns p with one coordinate moved.
func (p point) movedAlone(j int, step float64) point {
	out := append(point(nil), p...)
	if x, ok := expr.FromFloat(p[j].Float64() + step); ok {
		out[j] = x.Tidy()
	}
	return out
}
