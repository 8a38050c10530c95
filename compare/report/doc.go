// Package report prints reports of package compare: as a table for people, as
// JSON for programs. It computes nothing; all it knows is in the report.
package report
