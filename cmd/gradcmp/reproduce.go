package main

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/gradcmp/gradcmp/compare"
	"github.com/gradcmp/gradcmp/compare/report"
)

// repeated are the flags of gradcmp eval that matter at one point as they do at
// many.
var repeated = []string{
	"convention", "wrt", "routes", "referee", "rtol", "atol", "max-steps", "allow-nonfinite",
	"max-depth", "max-source", "max-elements",
}

// longestQuoted is the longest formula of standard input that a command repeats.
const longestQuoted = 4000

// commandAt returns a function that writes the command which compares at one point
// what the present command compares at many. Coordinates are hexadecimal, and so
// exact.
func (f *evalFlags) commandAt(cmd *cobra.Command, text string, fromStandardInput bool) func([]compare.Coordinate) string {
	formula := quoted(text)
	switch {
	case fromStandardInput && len(text) > longestQuoted:
		formula = "-"
	case fromStandardInput:
		formula = quoted(strings.TrimSpace(text))
	case f.file != "":
		formula = "-f " + quoted(f.file)
	}
	flags := ""
	for _, name := range repeated {
		if flag := cmd.Flags().Lookup(name); flag.Changed {
			flags += " " + asGiven(flag)
		}
	}
	return func(at []compare.Coordinate) string {
		if len(at) == 0 {
			return "gradcmp eval " + formula + flags
		}
		return "gradcmp eval " + formula + " --at " + quoted(pointText(at)) + flags
	}
}

// asGiven writes a flag as it is given.
func asGiven(flag *pflag.Flag) string {
	if flag.Value.Type() == "bool" {
		return "--" + flag.Name + "=" + flag.Value.String()
	}
	return "--" + flag.Name + " " + quoted(flag.Value.String())
}

// pointText writes a point as --at reads it.
func pointText(at []compare.Coordinate) string {
	parts := make([]string, len(at))
	for i, c := range at {
		values := make([]string, len(c.Values))
		for k, x := range c.Values {
			values[k] = hexadecimal(x)
		}
		parts[i] = c.Name + "=" + report.List(c.Shape, values)
	}
	return strings.Join(parts, ",")
}

// hexadecimal writes a double exactly.
func hexadecimal(x float64) string {
	switch {
	case math.IsNaN(x):
		return "nan"
	case math.IsInf(x, 1):
		return "inf"
	case math.IsInf(x, -1):
		return "-inf"
	}
	return strconv.FormatFloat(x, 'x', -1, 64)
}

var plainWord = regexp.MustCompile(`^[A-Za-z0-9_./,:=+@%^-]+$`)

// quoted writes a word so that a shell takes it as it is, on one line.
func quoted(word string) string {
	switch {
	case plainWord.MatchString(word):
		return word
	case strings.ContainsAny(word, "\n\r"):
		return "$'" + strings.NewReplacer(`\`, `\\`, `'`, `\'`, "\n", `\n`, "\r", `\r`).Replace(word) + "'"
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
