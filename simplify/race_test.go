//go:build race

package simplify_test

// slowdown divides the sizes of formulas under the race detector, which makes
// every access to memory several times slower.
const slowdown = 10
