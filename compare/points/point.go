package points

// Source yields points one after the other.
//
// Next returns io.EOF after the last point. After a [*RowError], which is
// about one row of a file, the next call goes on with the next row; any other
// error is returned by all further calls too.
type Source interface {
	Next() (Point, error)
}

// Origin says where a point comes from, given the number that the point has
// there.
type Origin interface {
	Place(number int) string
}

// Point is a place at which to check a formula.
type Point struct {
	// Values are the coordinates in the order of the variables and of their
	// elements in row-major order. They are valid until the next call of Next.
	Values []float64
	// Number is the line of a file, or the number of a sample, from 1.
	Number int
	// Origin is where the point comes from; nil for a point from nowhere.
	Origin Origin
}

// Place says in words where the point comes from, such as "data.csv:12" or
// "sample 17 of 1000, seed 7". The text is made when it is asked for, and may
// be asked for at any time.
func (p Point) Place() string {
	if p.Origin == nil {
		return ""
	}
	return p.Origin.Place(p.Number)
}
