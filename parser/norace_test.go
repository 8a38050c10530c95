//go:build !race

package parser_test

// large is the length of the sources that show how the cost grows.
const large = 30_000
