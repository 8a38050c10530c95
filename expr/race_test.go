//go:build race

package expr_test

// chainLength is less under the race detector, which makes every access to
// memory several times slower.
const chainLength = 500_000
