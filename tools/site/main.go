// Command site checks the school's content, builds the site, and serves it while it is edited.
//
//	go run ./tools/site check    every fault in data/ and content/
//	go run ./tools/site build    the site, into public/
//	go run ./tools/site serve    the site on http://127.0.0.1:1313, following edits
//	go run ./tools/site review   record that a lesson was read against its clause
//	go run ./tools/site pdf      the policy and its agreements as PDF files, into static/downloads/
//
// Exit codes: 0 done; 1 the content has faults; 2 asked wrongly, or a file could not be read or written; 130 stopped with
// Ctrl+C (serve, which is meant to be stopped so, has 0).
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"

	"safeonline/tools/internal/diag"
)

// verb is one thing that the command does. One without a summary is not for people.
type verb struct {
	name, summary string
	run           func(e *env, args []string) error
}

func verbs() []verb {
	return []verb{
		{"check", "find every fault in the content", check},
		{"build", "build the site into public/", build},
		{"serve", "build, serve on this machine, and follow edits", serve},
		{"review", "record that a lesson was read against its clause", review},
		{"pdf", "print the policy and its agreements into PDF files", makePDFs},
		{name: attemptVerb, run: attempt},
	}
}

// env is what a verb may touch: the project's folder and the two streams.
type env struct {
	root           string
	stdout, stderr io.Writer
}

// errFaults ends a run whose faults are printed already.
var errFaults = errors.New("the content has faults")

// usageError is a wrong way to ask.
type usageError struct{ error }

// wrongValue is a flag's value that can't be, and how to ask instead.
type wrongValue struct {
	error
	hint string
}

func main() { os.Exit(run(os.Args[1:], ".", os.Stdout, os.Stderr)) }

// run is main with its surroundings as arguments. dir is the folder that the command was called in. Whatever is printed
// may have come from outside (an argument, a file's name, a message of Hugo's), so a terminal is sent none of what it
// would obey.
func run(args []string, dir string, stdout, stderr io.Writer) int {
	stdout, stderr = diag.Writer(stdout), diag.Writer(stderr)
	if len(args) == 0 {
		usage(stderr)
		return 2
	}
	switch args[0] {
	case "help", "-h", "-help", "--help":
		usage(stdout)
		return 0
	}
	for _, v := range verbs() {
		if v.name != args[0] {
			continue
		}
		root, err := findRoot(dir)
		if err == nil {
			err = protected(func() error { return v.run(&env{root: root, stdout: stdout, stderr: stderr}, args[1:]) })
		}
		return exitCode(v, err, stderr)
	}
	fmt.Fprintf(stderr, "site: there is no verb %q\n", args[0])
	usage(stderr)
	return 2
}

// protected makes an error of a panic that no reader has made a fault of: what it was about is not known here.
func protected(run func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the program failed, and the site stays as it was: %v\n  hint: please report this, with what you did\n%s", p, debug.Stack())
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
		fmt.Fprintf(stderr, "site %s: %v\n  hint: site %s --help\n", v.name, err, v.name)
	default:
		fmt.Fprintf(stderr, "site %s: %v\n", v.name, err)
	}
	return 2
}

func usage(w io.Writer) {
	fmt.Fprint(w, "usage: go run ./tools/site VERB [flags]\n\n")
	for _, v := range verbs() {
		if v.summary != "" {
			fmt.Fprintf(w, "  %-6s %s\n", v.name, v.summary)
		}
	}
	fmt.Fprint(w, "\nVERB --help tells more.\n")
}

// findRoot looks for the folder with hugo.toml, from dir upwards.
func findRoot(dir string) (string, error) {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for at := abs; ; at = filepath.Dir(at) {
		if _, err := os.Lstat(filepath.Join(at, "hugo.toml")); err == nil {
			return at, nil
		}
		if at == filepath.Dir(at) {
			return "", fmt.Errorf("there is no hugo.toml in %s or above it: call this in the project's folder", abs)
		}
	}
}

// parse reads a verb's flags, which set defines, and gives what follows them.
func (e *env) parse(name, help string, args []string, set func(*flag.FlagSet)) (rest []string, err error) {
	f := flag.NewFlagSet(name, flag.ContinueOnError)
	f.SetOutput(io.Discard)
	set(f)
	err = f.Parse(args)
	switch {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(e.stdout, help)
		f.SetOutput(e.stdout)
		f.PrintDefaults()
		return nil, err
	case err != nil:
		return nil, usageError{err}
	}
	return f.Args(), nil
}

// flagGiven defines a flag whose value is nil if it is not given: an empty value, as of a variable that is not set, is a mistake.
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
		return usageError{fmt.Errorf("%q is not wanted here", rest[0])}
	}
	return err
}
