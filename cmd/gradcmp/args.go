package main

import (
	"regexp"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// flagsFirst brings the arguments of a subcommand into an order in which a
// formula may begin with a minus: known flags with their values first, then
// "--" and everything else. What looks like a long flag stays one, so that a
// misspelt flag is reported as such.
func flagsFirst(root *cobra.Command, args []string) []string {
	at := 0
	for at < len(args) && strings.HasPrefix(args[at], "-") {
		at++
	}
	if at == len(args) {
		return args
	}
	command, _, err := root.Find(args[at : at+1])
	if err != nil || command == root {
		return args
	}
	command.InitDefaultHelpFlag()
	var flags, rest []string
	after := args[at+1:]
	for i := 0; i < len(after); i++ {
		arg := after[i]
		if arg == "--" {
			rest = append(rest, after[i+1:]...)
			break
		}
		flag, isFlag := lookupFlag(command.Flags(), arg)
		if !isFlag {
			rest = append(rest, arg)
			continue
		}
		flags = append(flags, arg)
		if flag != nil && flag.NoOptDefVal == "" && !strings.Contains(arg, "=") && i+1 < len(after) {
			i++
			flags = append(flags, after[i])
		}
	}
	out := append(append([]string{}, args[:at+1]...), flags...)
	if len(rest) > 0 {
		out = append(append(out, "--"), rest...)
	}
	return out
}

var longFlag = regexp.MustCompile(`^--[a-z][a-z-]*(=|$)`)

// lookupFlag reports whether an argument is a flag, and which one if it is
// known. A single minus makes a flag only with a known letter and nothing
// behind it: -f is a flag, -f^2 a formula.
func lookupFlag(flags *pflag.FlagSet, arg string) (*pflag.Flag, bool) {
	switch {
	case longFlag.MatchString(arg):
		name, _, _ := strings.Cut(arg[2:], "=")
		return flags.Lookup(name), true
	case len(arg) == 2 && arg[0] == '-' && arg[1] != '-':
		flag := flags.ShorthandLookup(arg[1:])
		return flag, flag != nil
	}
	return nil, false
}
