package main

import (
	"fmt"
	"strings"
)

// workload is a function at a point, spelt for each of those who compute it.
type workload struct {
	Name    string  `json:"name"`
	Inputs  []input `json:"inputs"`
	Gradcmp string  `json:"-"`
	SymPy   string  `json:"sympy"` // for parse_expr; the elements of a vector x are x0, x1, …
	PyTorch string  `json:"torch"` // a Python function of the inputs, which may use torch's sigmoid, softmax and tensor
}

// input is a variable with its value: a vector, or the single value of a scalar.
type input struct {
	Name   string    `json:"name"`
	Vector bool      `json:"vector"`
	Values []float64 `json:"values"`
}

// scalar returns a scalar input.
func scalar(name string, value float64) input {
	return input{Name: name, Values: []float64{value}}
}

// examples returns the small formulas with which gradcmp and its peers are compared.
func examples() []workload {
	return []workload{
		{
			Name:    "quadratic",
			Inputs:  []input{scalar("x1", 2), scalar("x2", 3)},
			Gradcmp: "x1^2 + 3*x1*x2 + x2^2",
			SymPy:   "x1**2 + 3*x1*x2 + x2**2",
			PyTorch: "lambda x1, x2: x1**2 + 3*x1*x2 + x2**2",
		},
		{
			Name:    "square",
			Inputs:  []input{scalar("x", 3)},
			Gradcmp: "x^2",
			SymPy:   "x**2",
			PyTorch: "lambda x: x**2",
		},
		{
			Name:    "multivar",
			Inputs:  []input{scalar("a", 4), scalar("b", 5)},
			Gradcmp: "2*a + 3*b",
			SymPy:   "2*a + 3*b",
			PyTorch: "lambda a, b: 2*a + 3*b",
		},
		{
			Name:    "chain",
			Inputs:  []input{scalar("x", 3)},
			Gradcmp: "(2*x + 1)^2",
			SymPy:   "(2*x + 1)**2",
			PyTorch: "lambda x: (2*x + 1)**2",
		},
		{
			Name:    "linear",
			Inputs:  []input{scalar("x1", 2), scalar("x2", 3)},
			Gradcmp: "0.5*x1 - 1.0*x2 + 2.0",
			SymPy:   "0.5*x1 - 1.0*x2 + 2.0",
			PyTorch: "lambda x1, x2: 0.5*x1 - 1.0*x2 + 2.0",
		},
		{
			Name:    "logistic",
			Inputs:  []input{scalar("x1", 2), scalar("x2", 3)},
			Gradcmp: "sigmoid(0.5*x1 - 1.0*x2 + 2.0)",
			SymPy:   "1/(1 + exp(-(0.5*x1 - 1.0*x2 + 2.0)))",
			PyTorch: "lambda x1, x2: sigmoid(0.5*x1 - 1.0*x2 + 2.0)",
		},
		softmaxClassifier(),
	}
}

// softmaxClassifier returns the probability of the class that a linear classifier predicts. SymPy has no argmax that it can
// derive, so there the choice is spelt as a Piecewise, which it handles faster than a Max of the probabilities.
func softmaxClassifier() workload {
	const weights = "[[0.2, -0.5, 0.3], [0.4, 0.1, -0.2], [0.1, 0.3, 0.2]]"
	logits := [3]string{
		"(0.2*x0 + 0.4*x1 + 0.1*x2)",
		"(-0.5*x0 + 0.1*x1 + 0.3*x2)",
		"(0.3*x0 - 0.2*x1 + 0.2*x2)",
	}
	var exps, probs [3]string
	for i, z := range logits {
		exps[i] = "exp(" + z + ")"
	}
	for i, e := range exps {
		probs[i] = e + "/(" + strings.Join(exps[:], " + ") + ")"
	}
	return workload{
		Name:   "softmax classifier",
		Inputs: []input{{Name: "x", Vector: true, Values: []float64{1, 2, 3}}},
		Gradcmp: `x : vector(3)
W = ` + weights + `
b = [0, 0, 0]
logits = x @ W + b
probs = softmax(logits)
probs[argmax(probs)]`,
		SymPy: fmt.Sprintf("Piecewise((%s, (%s >= %s) & (%s >= %s)), (%s, %s >= %s), (%s, True))",
			probs[0], logits[0], logits[1], logits[0], logits[2], probs[1], logits[1], logits[2], probs[2]),
		PyTorch: "lambda x, W=tensor(" + weights + "), b=tensor([0.0, 0.0, 0.0]): softmax(x @ W + b, 0).max()",
	}
}
