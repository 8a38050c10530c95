package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/gradcmp/gradcmp/parser"
)

// Exit codes, as --help lists them.
const (
	exitOK         = 0
	exitWrong      = 1
	exitBadInput   = 2
	exitCannotTell = 3
	exitInterrupt  = 130
)

const exitCodes = `Exit codes:
  0  all routes agree, or there is one route alone
  1  a route is wrong, or the numbers are off for a numerical cause
  2  the input is wrong: usage, syntax, an unknown name, a missing value, a shape, a file
  3  nothing could be judged: undefined there, a kink without a convention, inconclusive
  130  interrupted
`

// verdictError carries an exit code that is no error of the user's: the
// verdict of a report that has been printed.
type verdictError int

func (e verdictError) Error() string { return fmt.Sprintf("exit code %d", int(e)) }

// Main runs the command line and returns the exit code.
func Main(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	interrupted := make(chan os.Signal, 1)
	signal.Notify(interrupted, os.Interrupt)
	go func() {
		<-interrupted
		os.Exit(exitInterrupt)
	}()
	root := newRoot()
	root.SetArgs(flagsFirst(root, args))
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	err := root.Execute()
	var verdict verdictError
	switch {
	case err == nil:
		return exitOK
	case errors.As(err, &verdict):
		return int(verdict)
	}
	fmt.Fprintf(stderr, "gradcmp: %v\n", err)
	return exitBadInput
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:   "gradcmp",
		Short: "Derivatives by independent routes, side by side",
		Long: `gradcmp derives a formula's derivatives symbolically, computes the same derivatives
by automatic differentiation and by finite differences, puts them next to each
other, and says whether they agree.`,
		SilenceUsage:  true,
		SilenceErrors: true,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return errors.New("a command is needed, such as diff or eval; see gradcmp --help")
		},
	}
	root.AddCommand(newBatch(), newClaim(), newDiff(), newEval(), newFunctions(), newSelftest(), newVersion())
	root.SetFlagErrorFunc(suggestFlag)
	root.SetHelpTemplate(root.HelpTemplate() + "\n" + exitCodes)
	return root
}

// suggestFlag adds the nearest known flag to the error for an unknown one.
func suggestFlag(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	if !errors.As(err, &unknown) {
		return err
	}
	var known []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, f.Name) })
	if name := parser.Suggest(unknown.GetSpecifiedName(), known); name != "" {
		return fmt.Errorf("%w; did you mean --%s?", err, name)
	}
	return err
}

// complete lets the shell complete the values of a flag.
func complete(cmd *cobra.Command, flag string, values ...string) {
	err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
	if err != nil {
		panic(err) // the flag does not exist: a programming error that every run finds
	}
}
