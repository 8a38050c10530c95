//go:build !race

package expr_test

// chainLength is how deep the deepest expression of the tests is.
const chainLength = 10_000_000
