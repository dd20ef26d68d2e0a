// Command site checks the school's content, builds the site, and serves it while it is edited.
//
//	go run ./tools/site check    every fault in data/ and content/
//	go run ./tools/site build    the site, into public/
//	go run ./tools/site serve    the site on http://127.0.0.1:1313, following edits
//	go run ./tools/site import   a school's documents from its own Word file
//	go run ./tools/site new      a school's folder, with a starter policy
//	go run ./tools/site review   record that you have reviewed a lesson against its clause
//	go run ./tools/site diff     what a school has that its trust has not
//	go run ./tools/site walk     every way through the chats of a lesson, for its review
//	go run ./tools/site scenes   the pictures of all stories on one page, and what they are made of
//	go run ./tools/site pdf      the policy and its agreements as PDF files, into the school's folder
//
// Exit codes: 0 for success; 1 if the content has faults; 2 if the arguments are wrong, or a file could not be read or
// written; 130 if stopped with Ctrl+C (0 for serve, which is always stopped that way).
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/folder"
)

// verb is one of the commands that the first argument names. One without a summary is internal, and the usage leaves it out.
type verb struct {
	name, summary string
	run           func(e *env, args []string) error
}

func verbs() []verb {
	return []verb{
		{"check", "report every fault in the content", check},
		{"build", "build the site into public/", build},
		{"serve", "build the site, serve it on this machine, and rebuild after edits", serve},
		{"import", "make a school's documents from its own Word file", importFiles},
		{"new", "begin a school's folder with a starter policy", newSchool},
		{"review", "record that you have reviewed a lesson against its clause", review},
		{"diff", "print what a school has that differs from its trust's", diff},
		{"walk", "print every way through the chats of a lesson", walk},
		{"scenes", "draw the pictures of all stories, and the kit, on one page", scenes},
		{"pdf", "make PDF files of the policy and its agreements", makePDFs},
		{name: attemptVerb, run: attempt},
		{name: oneVerb, run: buildOne},
	}
}

// env is what a verb works with.
type env struct {
	root           string // the project's folder
	dir            string // the folder that the command was called in
	school         string // the school's folder, below the project's, with slashes
	chosen         bool   // that folder was named
	mayMake        bool   // the command makes that folder if it is not there
	stdout, stderr io.Writer
}

// errFaults ends a run whose faults have been printed.
var errFaults = errors.New("the content has faults")

// usageError is a mistake in the arguments.
type usageError struct{ error }

// wrongValue is an invalid value of a flag, with a hint at a valid one.
type wrongValue struct {
	error
	hint string
}

func main() {
	spendMemory()
	os.Exit(run(os.Args[1:], ".", os.Stdout, os.Stderr))
}

// run is main with its surroundings as arguments. dir is the folder that the command was called in. Output may contain
// text from outside (an argument, a file's name, a message of Hugo's), so control characters are escaped.
func run(args []string, dir string, stdout, stderr io.Writer) int {
	stdout, stderr = diag.Writer(stdout), diag.Writer(stderr)
	if len(args) == 0 {
		usage(stderr)
		return 2
	}
	switch asked := asksHelp(args[0]); {
	case asked && (len(args) == 1 || asksHelp(args[1])):
		usage(stdout)
		return 0
	case asked:
		args = []string{args[1], "--help"}
	}
	for _, v := range verbs() {
		if v.name != args[0] {
			continue
		}
		dir, err := filepath.Abs(dir)
		root := ""
		if err == nil {
			root, err = findRoot(dir)
		}
		if err == nil {
			err = protected(func() error {
				return v.run(&env{root: root, dir: dir, school: folder.School, stdout: stdout, stderr: stderr}, args[1:])
			})
		}
		return exitCode(v, err, stderr)
	}
	unknown(args[0], stderr)
	return 2
}

func asksHelp(arg string) bool {
	return slices.Contains([]string{"help", "-h", "-help", "--help"}, arg)
}

// unknown says that there is no such command, and which one may be meant, or else which there are.
func unknown(name string, stderr io.Writer) {
	fmt.Fprintf(stderr, "site: unknown command %q\n", name)
	var names []string
	for _, v := range verbs() {
		if v.summary != "" {
			names = append(names, v.name)
		}
	}
	if hint := diag.DidYouMean(name, names, ""); hint != "" {
		fmt.Fprintf(stderr, "  hint: %s\n", hint)
		return
	}
	usage(stderr)
}

// protected turns a panic into an error. A panic while a file is read is a fault of that file already; here the cause is
// not known.
func protected(run func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("internal error, the site is unchanged: %v\n  hint: please report this, and what you did before\n%s", p, debug.Stack())
		}
	}()
	return run()
}

func exitCode(v verb, err error, stderr io.Writer) int {
	var wrong wrongValue
	switch {
	case err == nil, errors.Is(err, flag.ErrHelp):
		return 0
	case errors.Is(err, errFaults):
		return 1
	case errors.Is(err, errStopped):
		return stopped
	case errors.As(err, &wrong):
		fmt.Fprintf(stderr, "site %s: %v\n  hint: %s\n", v.name, err, wrong.hint)
	case errors.As(err, new(usageError)):
		fmt.Fprintf(stderr, "site %s: %v\n  hint: run 'site %s --help' for details\n", v.name, err, v.name)
	default:
		fmt.Fprintf(stderr, "site %s: %v\n", v.name, err)
	}
	return 2
}

func usage(w io.Writer) {
	fmt.Fprint(w, "usage: go run ./tools/site COMMAND [flags]\n\n")
	for _, v := range verbs() {
		if v.summary != "" {
			fmt.Fprintf(w, "  %-6s %s\n", v.name, v.summary)
		}
	}
	fmt.Fprint(w, "\nRun 'site COMMAND --help' for details.\n")
}

// findRoot returns the folder with hugo.toml: dir, or the nearest folder above it.
func findRoot(dir string) (string, error) {
	for at := dir; ; at = filepath.Dir(at) {
		if _, err := os.Lstat(filepath.Join(at, "hugo.toml")); err == nil {
			return at, nil
		}
		if at == filepath.Dir(at) {
			return "", fmt.Errorf("no hugo.toml in %s or above it: run this in the project's folder", dir)
		}
	}
}

// parse reads a verb's flags, which set defines, and returns the arguments after them.
func (e *env) parse(name, help string, args []string, set func(*flag.FlagSet)) (rest []string, err error) {
	f := flag.NewFlagSet(name, flag.ContinueOnError)
	f.SetOutput(io.Discard)
	e.schoolFlag(f)
	set(f)
	rest, err = anywhere(f, args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(e.stdout, help)
		f.SetOutput(e.stdout)
		f.PrintDefaults()
		return nil, err
	case err != nil:
		return nil, usageError{err}
	}
	return rest, nil
}

// anywhere parses flags wherever they stand, and returns the other arguments. After "--" there are no flags.
func anywhere(f *flag.FlagSet, args []string) (rest []string, err error) {
	var after []string
	if i := slices.Index(args, "--"); i >= 0 {
		args, after = args[:i], args[i+1:]
	}
	for len(args) > 0 && err == nil {
		if err = f.Parse(args); err == nil && f.NArg() > 0 {
			rest = append(rest, f.Arg(0))
			args = f.Args()[1:]
			continue
		}
		break
	}
	return append(rest, after...), err
}

// flagGiven defines a flag whose value is nil if it is not given. An empty value is different: it may come from an unset
// variable, and is a mistake.
func flagGiven(f *flag.FlagSet, into **string, name, help string) {
	f.Func(name, help, func(value string) error {
		*into = &value
		return nil
	})
}

// parseFlags is parse for a verb that has flags only.
func (e *env) parseFlags(name, help string, args []string, set func(*flag.FlagSet)) error {
	rest, err := e.parse(name, help, args, set)
	if err == nil && len(rest) > 0 {
		return usageError{fmt.Errorf("unexpected argument %q", rest[0])}
	}
	return err
}
