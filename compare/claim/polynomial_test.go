package claim

import (
	"fmt"
	"testing"

	"github.com/gradcmp/gradcmp/eval/ball"
	"github.com/gradcmp/gradcmp/parser"
)

func TestIsZero(t *testing.T) {
	for _, tt := range []struct {
		text string
		want bool
	}{
		{"(x + y)^3 - x^3 - 3*x^2*y - 3*x*y^2 - y^3", true},
		{"(x^2 - y^2)/(x - y) - x - y", true},
		{"1/x + 1/y - (x + y)/(x*y)", true},
		{"sin(x)*(1 + sin(x)) - sin(x) - sin(x)^2", true},
		{"0.1 + 0.2 - 0.3", true},
		{"x/(y - y)", false},
		{"(x - x)/(y - y)", false},
		{"x^2*(1/x)^2 - 1", true},
		{"x - y", false},
		{"sin(x)^2 + cos(x)^2 - 1", false}, // it knows no function
		{"(x + 1)^40 - (x + 1)^40*1.5", false},
		{"(a+b+c+d+g+h+j+k+l)^12 - (a+b+c+d+g+h+j+k+l)^11*(a+b+c+d+g+h+j+k+l)", false}, // too long
	} {
		r, err := parser.Parse(tt.text, parser.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := isZero(r.Value.Elems[0]); got != tt.want {
			t.Errorf("%s: %t, want %t", tt.text, got, tt.want)
		}
	}
}

func TestSequence(t *testing.T) {
	for n := range 4 {
		points := sequence(n, 50, 1)
		want := 50
		if n == 0 {
			want = 1
		}
		seen := map[string]bool{}
		for _, p := range points {
			for j, text := range p.texts() {
				if x, _ := p.balls(ball.Context{})[j].Float64(); x != p[j].Float64() {
					t.Errorf("the ball of %s is around %v", text, x)
				}
			}
			seen[fmt.Sprint(p.texts())] = true
		}
		if len(points) != want || len(seen) != want {
			t.Errorf("%d coordinates: %d points, %d of them different, want %d", n, len(points), len(seen), want)
		}
		if again := sequence(n, 50, 1); fmt.Sprint(again[len(again)-1].texts()) != fmt.Sprint(points[len(points)-1].texts()) {
			t.Errorf("%d coordinates: two sequences of one seed differ", n)
		}
	}
}
