package evaltest

import (
	_ "embed"
	"math/big"
)

//go:embed testdata/second.tsv
var secondTable string

// SecondRow is the recorded second partials of a function, or of a power, whose
// name is "^".
type SecondRow struct {
	Name string
	Args []float64
	// Hessian has a row and a column for each argument; nil stands where there is
	// no second partial.
	Hessian [][]*big.Float
}

// SecondTruth returns the recorded second partials of functions and powers.
func SecondTruth() []SecondRow {
	var rows []SecondRow
	for _, fields := range records(secondTable) {
		row := SecondRow{Name: fields[0]}
		for _, arg := range list(fields[1]) {
			row.Args = append(row.Args, float(arg))
		}
		n := len(row.Args)
		entries := make([]*big.Float, n*n)
		for i, text := range list(fields[2]) {
			if text != "" {
				entries[i] = number(text)
			}
		}
		for i := range n {
			row.Hessian = append(row.Hessian, entries[i*n:(i+1)*n])
		}
		rows = append(rows, row)
	}
	return rows
}
