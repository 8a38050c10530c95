// Package points is where the points come from at which a formula is checked.
//
// A [Source] yields one point after the other and keeps none, so millions of
// them take no more memory than one. There are two: a [Sample] of a box, and a
// [Reader] of a file. [Simplest] and [SimplestPoint] make the coordinates of a
// point that shows something short and round, so that people can read it.
//
// # Samples
//
// A box is given by a range for each variable or element ([ParseRanges],
// [Expand]). Points of a randomised Halton sequence fill it evenly in any number
// of dimensions. Functions go wrong at the edges of things, and general points
// never meet those, so half of the points, but no more than 1024, are awkward:
//
//	centre      all coordinates in the middle of their ranges
//	corners     all corners in up to 6 dimensions, beyond that all low, all high
//	            and 62 random ones by opposite pairs
//	everywhere  one special value in every coordinate that has room for it, the
//	            others in the middle
//	alone       one coordinate at either end of its range or at a special value,
//	            the others at a point of the sequence
//	ties        two coordinates equal, at a point of the range that they have in
//	            common, the others at a point of the sequence
//
// The special values are 0, ±1, ±0.5, ±2, ±1.5, ±3, ±2.5, ±10, then small and
// large magnitudes at which doubles lose digits, underflow or overflow, from
// 5e-324 to the largest double; only those that lie in the range are taken. The
// kinds take turns, until they have no more points or half of the sample is
// awkward. No awkward point is given twice.
//
// A sample depends on its ranges, its number of points and its seed alone, and
// is the same on every platform, to the last bit.
//
// # Files
//
// CSV, TSV, JSON lines and a JSON array of objects are read ([NewReader]), also
// compressed ([Open]). A row that is wrong is a [*RowError], after which reading
// can go on; rows and what is kept of them are bounded.
//
// The package may know expr, for the names and shapes of variables, and parser,
// for ranges and for errors with a place. It evaluates nothing: what turns the
// ends of ranges into doubles is passed in.
package points
