package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"

	"safeonline/tools/internal/out"
	"safeonline/tools/internal/render"
)

// attemptVerb is the command by which serve runs each build. It is internal, and the usage does not show it.
//
// When a build's own process ends, the memory of Hugo's caches is freed, so the preview does not grow. A panic in any
// goroutine, a lack of memory or an endless loop ends that process and not the preview.
const attemptVerb = "build-for-serve"

// attempt is the child's side: it builds the preview into a folder, and prints what is wrong to the error stream.
func attempt(e *env, args []string) error {
	o := render.Options{Root: e.root, Environment: "preview"}
	err := e.parseFlags(attemptVerb, "", args, func(f *flag.FlagSet) {
		f.StringVar(&o.Destination, "into", "", "")
		f.StringVar(&o.BaseURL, "base-url", "", "")
	})
	if err != nil {
		return err
	}
	if o.Destination == "" { // Hugo would take public/
		return usageError{errors.New("no folder given: name one with --into")}
	}
	go endWithParent()
	s, faults, err := load(os.DirFS(e.root), e.school)
	faults.Fprint(e.stderr)
	if err == nil && faults.Failed() {
		return errFaults
	}
	if err == nil {
		var unlock func() error
		if unlock, err = out.Lock(e.root); err == nil {
			defer unlock()
			err = errors.Join(renderInto(o, s), writeWorker(o.Destination, true)) // a copy on the device would hide edits
		}
	}
	if err != nil {
		fmt.Fprintln(e.stderr, err)
		return errFaults
	}
	return nil
}

// endWithParent ends this process when its standard input ends: the preview that started it holds the other end, and
// however it ends, the system closes that.
func endWithParent() {
	io.Copy(io.Discard, os.Stdin)
	os.Exit(2)
}

// outcome is the result of an attempt to build.
type outcome struct {
	built bool
	said  string // faults and warnings, as they are printed
}

// attempt builds into a folder, in a process of its own, until the context ends. saved are the files whose change caused
// the build.
func (p *preview) attempt(ctx context.Context, folder string, saved []string) outcome {
	cmd, err := p.command(ctx, "--into", folder, "--base-url", p.home, "--school", p.env.school)
	if err != nil {
		return outcome{said: fmt.Sprintf("a build could not be started: %v\n", err)}
	}
	said := &head{most: mostSaid}
	cmd.Dir, cmd.Stdout, cmd.Stderr = p.env.root, said, said
	// The build's temporary files are deleted with the preview's. It gets only those variables that Hugo may see.
	cmd.Env = append(render.Environment(cmd.Environ()), "TMPDIR="+p.scratch, "TMP="+p.scratch, "TEMP="+p.scratch)
	cmd.WaitDelay = time.Second // for a program that the build started and that outlives it
	alive, err := cmd.StdinPipe()
	if err != nil {
		return outcome{said: fmt.Sprintf("a build could not be started: %v\n", err)}
	}
	defer alive.Close()
	err = cmd.Run()
	text := said.kept.String()
	switch ended := new(exec.ExitError); {
	case err == nil:
		return outcome{built: true, said: text}
	case errors.As(err, &ended) && ended.ExitCode() == 1: // errFaults: all is said
		return outcome{said: text}
	default:
		return outcome{said: crashed(text, err, saved)}
	}
}

// ourselves returns a command that runs this program again, for an attempt.
func ourselves(ctx context.Context, args ...string) (*exec.Cmd, error) {
	return again(ctx, attemptVerb, args...)
}

// again returns a command that runs this program again, with another of its commands.
func again(ctx context.Context, verb string, args ...string) (*exec.Cmd, error) {
	program, err := os.Executable()
	if err != nil {
		return nil, err
	}
	cmd := exec.CommandContext(ctx, program, append([]string{verb}, args...)...)
	cmd.Args[0] = os.Args[0] // the program of the tests chooses what to do by its name
	return cmd, nil
}

// mostSaved is the largest number of saved files that a notice names.
const mostSaved = 5

// crashed returns the notice of a build that crashed: what it printed, without the stacks of a panic, and the files that
// were saved last.
func crashed(said string, err error, saved []string) string {
	var b strings.Builder
	b.WriteString(withoutStacks(said))
	fmt.Fprintf(&b, "the build stopped unexpectedly: %v\n", err)
	if len(saved) > 0 {
		fmt.Fprintf(&b, "  files saved just before: %s\n", strings.Join(saved[:min(mostSaved, len(saved))], ", "))
	}
	b.WriteString("  hint: undo the last edit, and please report these lines: no edit should crash a build\n")
	return b.String()
}

// withoutStacks returns what a process printed before Go's report of its goroutines, which only a programmer can use.
func withoutStacks(said string) string {
	var b strings.Builder
	for line := range strings.Lines(said) {
		if strings.HasPrefix(line, "goroutine ") || strings.HasPrefix(line, "runtime stack:") {
			break
		}
		if strings.TrimSpace(line) != "" {
			b.WriteString(line)
		}
	}
	return b.String()
}

// mostSaid is the largest number of bytes that is kept of a build's output.
const mostSaid = 64 << 10

// head keeps the first bytes that are written to it, and discards the rest.
type head struct {
	kept bytes.Buffer
	most int
}

func (h *head) Write(b []byte) (int, error) {
	h.kept.Write(b[:min(len(b), h.most-h.kept.Len())])
	return len(b), nil
}
