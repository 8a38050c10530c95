package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"

	"github.com/spf13/cobra"

	"github.com/gradcmp/gradcmp/compare/report"
	"github.com/gradcmp/gradcmp/parser"
)

// maxLine is the longest request in bytes.
const maxLine = 16 << 20

func newBatch() *cobra.Command {
	return &cobra.Command{
		Use:   "batch",
		Short: "Answer requests, one JSON object a line",
		Long: `batch reads one JSON request a line and writes one JSON answer a line, in order, each
as soon as it is known, so that a program in any language can drive gradcmp.

  {"id":1,"op":"eval","expr":"x^2*y","at":{"x":3,"y":2}}
  {"id":2,"op":"eval","expr":"x @ w","vars":["x","w"],"at":{"x":[1,2],"w":[3,4]},"routes":["reverse"]}
  {"id":3,"op":"diff","expr":"x^2*y","vars":["x","y"]}
  {"id":4,"op":"diff","expr":"x^2*y","wrt":["x","x"]}
  {"id":5,"op":"claim","expr":"x^2*y","claims":["x = 2*x*y","y = x"]}

eval answers value, grad (by variable, in the variable's shape), routes (value and
grad by each) and verdict. diff answers formulas (by variable), or with wrt the one
formula of that repeated or mixed derivative. vars declares names, which then are
variables even if they name a constant or function; a declared variable may be
absent from the formula. claim answers claims, with the verdict on each as gradcmp claim
--format json has it; at is the point if they are to be judged at one. Numbers may be the strings "nan", "inf" and "-inf".

A request that makes no sense is answered by {"id":…,"error":{"code":…,
"message":…,"line":…,"col":…}}, and the next one is read. The codes are json,
request, syntax, point and limit.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return runBatch(cmd.InOrStdin(), cmd.OutOrStdout())
		},
	}
}

// runBatch answers the requests on in until it ends. Only trouble with reading
// or writing is an error.
func runBatch(in io.Reader, out io.Writer) error {
	lines := bufio.NewReaderSize(in, 1<<16)
	for {
		line, err := readLine(lines)
		if err != nil && !errors.Is(err, errLineTooLong) {
			if err == io.EOF {
				return nil
			}
			return err
		}
		var answer any
		if err != nil {
			answer = refusal(nil, "limit", err)
		} else if answer = answerLine(line); answer == nil {
			continue
		}
		if err := report.Encode(out, answer); err != nil {
			return err
		}
	}
}

var errLineTooLong = errors.New("the line is longer than 16 MiB")

// readLine returns the next line. Of a line that is too long the rest is read
// over.
func readLine(r *bufio.Reader) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := r.ReadSlice('\n')
		if !long {
			line = append(line, part...)
			long = len(line) > maxLine
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case long && (err == nil || err == io.EOF):
			return nil, errLineTooLong
		case err == io.EOF && len(line) > 0:
			return line, nil
		default:
			return line, err
		}
	}
}

// requestError is what is wrong with a request.
type requestError struct {
	code string
	err  error
}

func (e *requestError) Error() string { return e.err.Error() }

// refusal is the answer to a request that makes no sense.
func refusal(id json.RawMessage, code string, err error) report.Object {
	fields := report.Object{{Name: "code", Value: code}}
	var at *parser.Error
	if errors.As(err, &at) {
		message := at.Message
		if at.Suggestion != "" {
			message += "; did you mean " + at.Suggestion + "?"
		}
		fields = append(fields,
			report.Field{Name: "message", Value: message},
			report.Field{Name: "line", Value: at.Line},
			report.Field{Name: "col", Value: at.Col})
	} else {
		fields = append(fields, report.Field{Name: "message", Value: err.Error()})
	}
	return report.Object{{Name: "id", Value: id}, {Name: "error", Value: fields}}
}
