package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gradcmp/gradcmp/expr"
	"github.com/gradcmp/gradcmp/parser"
)

// source is where a formula comes from, with the limits on it: flags that all
// commands on formulas share.
type source struct {
	file        string
	maxDepth    int
	maxSource   int
	maxElements int
}

func (s *source) addFlags(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVarP(&s.file, "file", "f", "", "read the formula from a file")
	flags.IntVar(&s.maxDepth, "max-depth", parser.DefaultMaxDepth, "deepest nesting of the formula's text")
	flags.IntVar(&s.maxSource, "max-source", parser.DefaultMaxSource, "longest text of a formula, in bytes")
	flags.IntVar(&s.maxElements, "max-elements", parser.DefaultMaxElements, "most elements that arrays may take in all")
}

// read returns the text of the formula: the argument, standard input for "-",
// or the file.
func (s *source) read(cmd *cobra.Command, args []string) (string, error) {
	switch {
	case s.file != "" && len(args) > 0:
		return "", errors.New("give a formula or --file, not both")
	case s.file != "":
		file, err := os.Open(s.file)
		if err != nil {
			return "", err
		}
		defer file.Close()
		return s.readAll(file, s.file)
	case len(args) == 0:
		return "", errors.New(`a formula is needed: as an argument, "-" for standard input, or --file`)
	case len(args) > 1:
		return "", fmt.Errorf("one formula is needed, not %d; put it in quotes: '%s'", len(args), strings.Join(args, " "))
	case args[0] == "-":
		s.file = "standard input"
		return s.readAll(cmd.InOrStdin(), s.file)
	}
	return args[0], nil
}

// readAll reads at most one byte more than is allowed, which the parser
// refuses with a proper error.
func (s *source) readAll(r io.Reader, name string) (string, error) {
	text, err := io.ReadAll(io.LimitReader(r, int64(s.maxSource)+1))
	if err != nil {
		return "", fmt.Errorf("reading %s: %w", name, err)
	}
	return string(text), nil
}

func (s *source) options(shapes map[string]expr.Shape, c expr.Convention) parser.Options {
	return parser.Options{
		MaxDepth: s.maxDepth, MaxSource: s.maxSource, MaxElements: s.maxElements,
		Shapes: shapes, Convention: c, File: s.file,
	}
}
