package main

import (
	"fmt"
	"testing"
)

func Example_examples() {
	c := comparison{
		Gradcmp: "go1.26 linux/amd64",
		Peers: []system{
			{Name: "SymPy", Version: "1.11.1"},
			{Name: "PyTorch", Missing: "not installed (No module named 'torch')"},
		},
		Rows: []row{
			{Task: parse, Workload: "square", Gradcmp: 3.2e-6, Peers: map[string]peerRow{"SymPy": {2.592e-4, 81}}},
			{Task: evaluate, Workload: "square", Gradcmp: 20e-9, Peers: map[string]peerRow{}},
			{Task: evaluate, Workload: "softmax classifier", Gradcmp: 0.25, Peers: map[string]peerRow{"SymPy": {0.1, 0.4}}},
		},
	}
	fmt.Print(&c)
	// Output:
	// gradcmp (go1.26 linux/amd64), SymPy 1.11.1, PyTorch: not installed (No module named 'torch')
	// Times of one call, the fastest batch; ratio = the peer's time / gradcmp's.
	//
	// task      workload            gradcmp   SymPy   ratio
	// parse     square              3.20 µs  259 µs   81.0x
	//
	// evaluate  square              20.0 ns       -       -
	// evaluate  softmax classifier   250 ms  100 ms  0.400x
}

func Example_scale() {
	s := scaling{Rows: []scaleRow{
		{Formula: "product of 200 variables", Nodes: 201, PartialsNodes: 498, Parse: 1e-4, Derive: 1e-3, Print: 2e-4},
		{Formula: "sum", Nodes: 3_000_002, PartialsNodes: 4_000_000, Parse: 3, Derive: 10, Print: 1},
	}}
	fmt.Print(&s)
	// Output:
	// Fastest of several runs; Mn/s = millions of nodes per second, of the formula or of its partials.
	//
	// formula                     nodes   parse  Mn/s  partials   derive   Mn/s   print  Mn/s
	// product of 200 variables      201  100 µs  2.01       498  1.00 ms  0.498  200 µs  2.49
	// sum                       3000002  3.00 s  1.00   4000000   10.0 s  0.400  1.00 s  4.00
}

func TestDuration(t *testing.T) {
	for _, tt := range []struct {
		seconds float64
		want    string
	}{
		{0, "0.000 ns"},
		{1.5e-11, "0.015 ns"},
		{1.23456e-9, "1.23 ns"},
		{9.996e-9, "10.0 ns"},
		{99.96e-9, "100 ns"},
		{1e-6, "1.00 µs"},
		{0.25, "250 ms"},
		{1, "1.00 s"},
		{7200, "7200 s"},
	} {
		if got := duration(tt.seconds); got != tt.want {
			t.Errorf("duration(%v) = %q, want %q", tt.seconds, got, tt.want)
		}
	}
}
