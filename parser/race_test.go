//go:build race

package parser_test

// large is less under the race detector, which makes every access to memory
// several times slower.
const large = 5000
