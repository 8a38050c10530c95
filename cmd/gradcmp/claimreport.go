package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/gradcmp/gradcmp/compare/claim"
	"github.com/gradcmp/gradcmp/compare/report"
	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/expr/print"
)

// longestRight is the size in nodes up to which the right formula is written.
const longestRight = 10_000

// claimWords are the words for a status in text.
var claimWords = map[claim.Status]string{
	claim.Identical: "right", claim.Canonical: "right", claim.Equal: "right", claim.EqualExcept: "right, but for single points",
	claim.Wrong: "wrong", claim.CannotTell: "cannot tell",
}

// claimsText writes a paragraph for each verdict.
func claimsText(w io.Writer, verdicts []claim.Verdict) error {
	out := bufio.NewWriter(w)
	for _, v := range verdicts {
		proved := ""
		if v.Proof {
			proved = "proved: "
		}
		switch {
		case v.Status == claim.Wrong:
			fmt.Fprintf(out, "%s: wrong\n", v.Target)
			fmt.Fprintf(out, "  at %s the claim is %s, the derivative %s\n", coordinatesText(v.Witness.At), v.Witness.Claimed, v.Witness.Right)
			fmt.Fprintf(out, "  right is %s\n", rightText(v.Right))
		default:
			fmt.Fprintf(out, "%s: %s (%s%s)\n", v.Target, claimWords[v.Status], proved, v.How)
		}
		if v.Status == claim.CannotTell && v.Witness != nil {
			fmt.Fprintf(out, "  at %s the claim is %s, the derivative %s\n", coordinatesText(v.Witness.At), v.Witness.Claimed, v.Witness.Right)
		}
		for _, e := range v.Exceptions {
			fmt.Fprintf(out, "  except at %s: the claim is %s, the derivative %s\n", coordinatesText(e.At), e.Claimed, e.Right)
		}
		if v.Diagnosis != nil {
			fmt.Fprintf(out, "  %s: %s\n", v.Diagnosis.Kind, v.Diagnosis.Text)
		}
		for _, d := range v.Also {
			fmt.Fprintf(out, "  or %s: %s\n", d.Kind, d.Text)
		}
	}
	return out.Flush()
}

func coordinatesText(at []claim.Coordinate) string {
	if len(at) == 0 {
		return "any point"
	}
	parts := make([]string, len(at))
	for i, c := range at {
		parts[i] = c.Name + " = " + c.Value
	}
	return strings.Join(parts, ", ")
}

func rightText(x expr.Expr) string {
	if expr.TreeSize(longestRight, x) >= longestRight {
		return "too long to be written here; see gradcmp diff --let"
	}
	return print.String(x)
}

// claimsJSON writes the verdicts as one JSON object on one line.
func claimsJSON(w io.Writer, formula string, verdicts []claim.Verdict) error {
	return report.Encode(w, report.Object{
		{Name: "schema", Value: report.Schema},
		{Name: "expr", Value: strings.TrimSpace(formula)},
		{Name: "claims", Value: claimObjects(verdicts)},
	})
}

func claimObjects(verdicts []claim.Verdict) []report.Object {
	list := []report.Object{}
	for _, v := range verdicts {
		o := report.Object{
			{Name: "target", Value: v.Target.Name()},
			{Name: "right", Value: v.Status.IsRight()},
			{Name: "status", Value: v.Status.String()},
			{Name: "proved", Value: v.Proof},
			{Name: "how", Value: v.How},
			{Name: "points", Value: v.Points},
			{Name: "digits", Value: v.Digits},
			{Name: "formula", Value: rightText(v.Right)},
		}
		if v.Witness != nil {
			o = append(o, report.Field{Name: "witness", Value: witnessObject(*v.Witness)})
		}
		if len(v.Exceptions) > 0 {
			var exceptions []report.Object
			for _, e := range v.Exceptions {
				exceptions = append(exceptions, witnessObject(e))
			}
			o = append(o, report.Field{Name: "exceptions", Value: exceptions})
		}
		if v.Diagnosis != nil {
			o = append(o, report.Field{Name: "diagnosis", Value: diagnosisObject(*v.Diagnosis)})
		}
		if len(v.Also) > 0 {
			var also []report.Object
			for _, d := range v.Also {
				also = append(also, diagnosisObject(d))
			}
			o = append(o, report.Field{Name: "also", Value: also})
		}
		list = append(list, o)
	}
	return list
}

func witnessObject(w claim.Witness) report.Object {
	at := report.Object{}
	for _, c := range w.At {
		at = append(at, report.Field{Name: c.Name, Value: c.Value})
	}
	return report.Object{{Name: "at", Value: at}, {Name: "claimed", Value: w.Claimed}, {Name: "derivative", Value: w.Right}}
}

func diagnosisObject(d claim.Diagnosis) report.Object {
	o := report.Object{{Name: "kind", Value: string(d.Kind)}, {Name: "text", Value: d.Text}}
	if d.Factor != "" {
		o = append(o, report.Field{Name: "factor", Value: d.Factor})
	}
	if d.Term != "" {
		o = append(o, report.Field{Name: "term", Value: d.Term})
	}
	return o
}
