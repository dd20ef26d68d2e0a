package main

import (
	"errors"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A preview that is stopped exits with 0 and leaves nothing behind: while it builds for the first time, while it builds
// again, with pages open, and asked twice.
func TestPreviewThatIsStoppedLeavesNothing(t *testing.T) {
	t.Parallel()
	dir := builtFixture(t)
	for _, c := range []struct {
		name    string
		signals []os.Signal
		when    func(r *running)
	}{
		{"before the first build", []os.Signal{os.Interrupt}, func(r *running) { r.waitForFile("") }},
		{"in the first build", []os.Signal{os.Interrupt}, func(r *running) { r.waitForFile("[0-9]*") }},
		{"while Hugo writes", []os.Signal{syscall.SIGTERM}, func(r *running) { r.waitForFile("[0-9]*/*/index.html") }},
		{"asked twice", []os.Signal{os.Interrupt, os.Interrupt, os.Interrupt}, func(r *running) { r.waitForFile("[0-9]*") }},
		{"in a build after an edit", []os.Signal{os.Interrupt, os.Interrupt}, func(r *running) {
			r.waitFor("the site is on ")
			first := r.files("[0-9]*")
			r.edit(dir)
			waitUntil(t, "a second build begins", func() bool { return len(r.files("[0-9]*")) > len(first) })
		}},
		{"in the first build, by a terminal that signals the build too", nil, func(r *running) {
			r.waitForFile("[0-9]*")
			must(t, syscall.Kill(-r.cmd.Process.Pid, syscall.SIGINT))
		}},
		{"with a page open and its terminal closed", []os.Signal{syscall.SIGHUP}, func(r *running) {
			home := strings.Fields(r.waitFor("the site is on "))[4]
			answer, err := http.Get(home)
			must(t, err)
			t.Cleanup(func() { answer.Body.Close() })
			r.said.Close()
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := start(t, dir, "serve", "--addr", "127.0.0.1:0")
			c.when(r)
			for _, s := range c.signals {
				r.cmd.Process.Signal(s) // it may have ended already
			}
			if err := r.cmd.Wait(); err != nil {
				t.Errorf("ended with %v", err)
			}
			if left := r.left(); len(left) > 0 {
				t.Errorf("left %v", left)
			}
		})
	}
}

// A preview that is stopped before it handles signals may end as any program does. It leaves nothing then, too.
func TestPreviewThatIsStoppedAtOnceLeavesNothing(t *testing.T) {
	t.Parallel()
	r := start(t, builtFixture(t), "serve", "--addr", "127.0.0.1:0")
	must(t, r.cmd.Process.Signal(os.Interrupt))
	if err := r.cmd.Wait(); err != nil && !endedBy(err, syscall.SIGINT) {
		t.Errorf("ended with %v", err)
	}
	if left := r.left(); len(left) > 0 {
		t.Errorf("left %v", left)
	}
}

// A killed preview can't delete its folder. The next one does, but leaves the folder of one that is running.
func TestPreviewDeletesWhatAKilledOneLeft(t *testing.T) {
	t.Parallel()
	dir := builtFixture(t)
	killed := start(t, dir, "serve", "--addr", "127.0.0.1:0")
	killed.waitForFile("[0-9]*")
	must(t, killed.cmd.Process.Kill())
	killed.cmd.Wait()
	left := killed.left()
	if len(left) != 1 {
		t.Fatalf("a killed preview left %v", left)
	}
	next := startIn(t, killed.temp, dir, "serve", "--addr", "127.0.0.1:0")
	next.waitFor("the site is on ")
	after := startIn(t, killed.temp, dir, "serve", "--addr", "127.0.0.1:0")
	after.waitFor("the site is on ")
	if now := after.left(); len(now) != 2 || now[0] == left[0] || now[1] == left[0] {
		t.Errorf("with two previews running there is %v, and the killed one had left %v", now, left)
	}
	for _, r := range []*running{next, after} {
		must(t, r.cmd.Process.Signal(os.Interrupt))
		must(t, r.cmd.Wait())
	}
	if now := after.left(); len(now) > 0 {
		t.Errorf("left %v", now)
	}
}

func endedBy(err error, s syscall.Signal) bool {
	ended := new(exec.ExitError)
	if !errors.As(err, &ended) {
		return false
	}
	status, ok := ended.Sys().(syscall.WaitStatus)
	return ok && status.Signaled() && status.Signal() == s
}

// running is a process of the command that has a temporary folder of its own.
type running struct {
	t    testing.TB
	cmd  *exec.Cmd
	said *os.File
	temp string
	text string
}

func start(t testing.TB, dir string, args ...string) *running {
	t.Helper()
	return startIn(t, t.TempDir(), dir, args...)
}

func startIn(t testing.TB, temp, dir string, args ...string) *running {
	t.Helper()
	said, write, err := os.Pipe()
	must(t, err)
	cmd := exec.Command("site", args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = dir, write, write
	cmd.Env = append(os.Environ(), "TMPDIR="+temp, "HOME=", "XDG_CACHE_HOME=") // without a home folder, Hugo's cache is there too
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	must(t, cmd.Start())
	write.Close()
	t.Cleanup(func() { cmd.Process.Kill(); said.Close() })
	return &running{t: t, cmd: cmd, said: said, temp: temp}
}

// waitFor waits for a line of output that begins with some words, and returns it.
func (r *running) waitFor(words string) string {
	r.t.Helper()
	for {
		for line := range strings.Lines(r.text) {
			if strings.HasPrefix(line, words) && strings.HasSuffix(line, "\n") {
				return line
			}
		}
		piece := make([]byte, 4096)
		n, err := r.said.Read(piece)
		r.text += string(piece[:n])
		if err == io.EOF {
			r.t.Fatalf("the process ended before it printed %q:\n%s", words, r.text)
		}
		must(r.t, err)
	}
}

// files returns what the pattern matches in the preview's temporary folder, in which each build has a folder with a number
// as its name.
func (r *running) files(pattern string) []string {
	found, err := filepath.Glob(filepath.Join(r.temp, scratchPrefix+"*", pattern))
	must(r.t, err)
	return found
}

// waitForFile waits until the preview has made a file or folder that the pattern matches.
func (r *running) waitForFile(pattern string) {
	r.t.Helper()
	waitUntil(r.t, "there is a "+pattern, func() bool { return len(r.files(pattern)) > 0 })
}

// left returns what is in the temporary folder.
func (r *running) left() []string {
	left, err := filepath.Glob(filepath.Join(r.temp, "*"))
	must(r.t, err)
	return left
}

// edit changes a file of the project but not its meaning.
func (r *running) edit(dir string) {
	r.t.Helper()
	f, err := os.OpenFile(filepath.Join(dir, "data", "school", "school.yaml"), os.O_APPEND|os.O_WRONLY, 0)
	must(r.t, err)
	_, err = f.WriteString("\n")
	must(r.t, errors.Join(err, f.Close()))
}
