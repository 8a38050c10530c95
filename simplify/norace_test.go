//go:build !race

package simplify_test

const slowdown = 1
