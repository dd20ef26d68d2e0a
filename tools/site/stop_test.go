package main

import (
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A preview ends well and leaves nothing behind, whenever and however it is asked to: while it builds for the first time,
// while it builds again, with pages open, and asked twice.
func TestAPreviewThatIsStoppedLeavesNothing(t *testing.T) {
	dir := builtFixture(t)
	for _, c := range []struct {
		name    string
		signals []os.Signal
		when    func(r *running)
	}{
		{"in the first build", []os.Signal{os.Interrupt}, func(r *running) { r.waitForScratch() }},
		{"later in the first build", []os.Signal{syscall.SIGTERM}, func(r *running) { r.waitForScratch(); time.Sleep(rand.N(400 * time.Millisecond)) }},
		{"asked twice", []os.Signal{os.Interrupt, os.Interrupt, os.Interrupt}, func(r *running) { r.waitForScratch() }},
		{"in a build after an edit", []os.Signal{os.Interrupt, os.Interrupt}, func(r *running) {
			r.waitFor("the site is on ")
			r.edit(dir)
			time.Sleep(settle + rand.N(300*time.Millisecond))
		}},
		{"in the first build, by a terminal that tells the build too", nil, func(r *running) {
			r.waitForScratch()
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
				r.cmd.Process.Signal(s) // one that is gone already has nothing to be told
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

// Asked to stop before it has begun, a preview may end as any program does; it leaves nothing then, too.
func TestAPreviewThatIsStoppedAtOnceLeavesNothing(t *testing.T) {
	dir := builtFixture(t)
	for range 4 {
		r := start(t, dir, "serve", "--addr", "127.0.0.1:0")
		time.Sleep(rand.N(100 * time.Millisecond))
		must(t, r.cmd.Process.Signal(os.Interrupt))
		if err := r.cmd.Wait(); err != nil && !endedBy(err, syscall.SIGINT) {
			t.Errorf("ended with %v", err)
		}
		if left := r.left(); len(left) > 0 {
			t.Errorf("left %v", left)
		}
	}
}

// A killed preview can't delete its folder. The next one does, and leaves that of one that is running.
func TestThePreviewAfterAKilledOneDeletesWhatItLeft(t *testing.T) {
	dir := builtFixture(t)
	killed := start(t, dir, "serve", "--addr", "127.0.0.1:0")
	killed.waitForScratch()
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
		t.Errorf("with two previews running there are %v, and %v was left before", now, left)
	}
	for _, r := range []*running{next, after} {
		must(t, r.cmd.Process.Signal(os.Interrupt))
		must(t, r.cmd.Wait())
	}
	if now := after.left(); len(now) > 0 {
		t.Errorf("left %v", now)
	}
}

// A build that is stopped leaves the site as it was, or the new one, whole; and nothing of its own beside it.
func TestABuildThatIsStoppedLeavesAWholeSite(t *testing.T) {
	s := newSpoilt(t)
	signals := []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}
	began := time.Now()
	s.build()
	long := time.Since(began)
	for i := range 9 {
		s.turn()
		build := s.command()
		var said strings.Builder
		build.Stderr = &said
		must(t, build.Start())
		at := rand.N(long)
		time.Sleep(at)
		build.Process.Signal(signals[i%len(signals)])
		err := build.Wait()
		if ended := new(exec.ExitError); err != nil && !errors.As(err, &ended) {
			t.Fatal(err)
		}
		if code := build.ProcessState.ExitCode(); code > 0 && code != stopped || said.Len() > 0 {
			t.Errorf("stopped after %v, the exit code is %d: %s", at, code, said.String())
		}
		s.whole(fmt.Sprintf("stopped after %v", at))
		if left, _ := filepath.Glob(filepath.Join(s.dir, ".public*")); len(left) > 0 {
			t.Errorf("stopped after %v, it left %v", at, left)
		}
		s.build()
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

// running is the command as a process, with a temporary folder of its own.
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
	cmd.Env = append(os.Environ(), "TMPDIR="+temp, "HOME=", "XDG_CACHE_HOME=") // without a home, Hugo's cache is there too
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	must(t, cmd.Start())
	write.Close()
	t.Cleanup(func() { cmd.Process.Kill(); said.Close() })
	return &running{t: t, cmd: cmd, said: said, temp: temp}
}

// waitFor returns the first line that begins with some words.
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
			r.t.Fatalf("ended before it said %q:\n%s", words, r.text)
		}
		must(r.t, err)
	}
}

// waitForScratch waits until the preview has made its temporary folder and a build's in it.
func (r *running) waitForScratch() {
	r.t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(time.Millisecond) {
		if found, _ := filepath.Glob(filepath.Join(r.temp, scratchPrefix+"*", "[0-9]*")); len(found) > 0 {
			return
		}
	}
	r.t.Fatal("the preview makes no folder")
}

// left is what stands in the temporary folder.
func (r *running) left() []string {
	left, err := filepath.Glob(filepath.Join(r.temp, "*"))
	must(r.t, err)
	return left
}

// edit changes a file of the project, and not what it says.
func (r *running) edit(dir string) {
	r.t.Helper()
	f, err := os.OpenFile(filepath.Join(dir, "data", "school.yaml"), os.O_APPEND|os.O_WRONLY, 0)
	must(r.t, err)
	_, err = f.WriteString("\n")
	must(r.t, errors.Join(err, f.Close()))
}
