package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"
	"testing"
	"time"
)

// hopeless is a build that crashes, or goes on too long, in the way that its first argument names. TestMain runs it by this
// name.
func hopeless() {
	fmt.Fprintln(os.Stderr, "content/a.md: warning: a fault that was found before")
	switch os.Args[1] {
	case "panic":
		done := make(chan bool)
		go func() { // in another goroutine, where it cannot be recovered
			var none []string
			_ = none[len(os.Args)]
		}()
		<-done
	case "stack":
		debug.SetMaxStack(1 << 20)
		var deep func(n int) int
		deep = func(n int) int { return deep(n+1) + 1 }
		deep(0)
	case "killed":
		self, _ := os.FindProcess(os.Getpid())
		self.Kill()
		select {}
	case "endless":
		fmt.Fprintln(os.Stderr, "never ends")
		time.Sleep(time.Hour)
	case "talkative":
		for range 100_000 {
			fmt.Fprintln(os.Stderr, "panicking is no panic: <script>\xff</script>")
		}
		os.Exit(1)
	}
}

// output holds what a preview prints. It may be read while the preview prints.
type output struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (o *output) Write(b []byte) (int, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.Write(b)
}

func (o *output) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.b.String()
}

// testPreview returns a preview whose builds are this program. If it is hopeless, how is its first argument.
func testPreview(t *testing.T, name, how string) (*preview, *output) {
	t.Helper()
	said := &output{}
	t.Setenv("TMPDIR", t.TempDir())
	p, remove, err := newPreview(&env{root: t.TempDir(), stdout: said, stderr: said}, "http://127.0.0.1/")
	must(t, err)
	t.Cleanup(func() {
		must(t, remove())
		if left, _ := filepath.Glob(filepath.Join(os.TempDir(), "*")); len(left) > 0 {
			t.Errorf("the temporary folder still holds %v", left)
		}
	})
	p.command = func(ctx context.Context, args ...string) (*exec.Cmd, error) {
		if how != "" {
			args = append([]string{how}, args...)
		}
		return exec.CommandContext(ctx, name, args...), nil
	}
	return p, said
}

// However a build crashes, the preview goes on and shows what happened in a few lines.
func TestABuildThatCrashesBecomesANotice(t *testing.T) {
	for how, want := range map[string][]string{
		"panic":  {"a fault that was found before", "the build stopped unexpectedly: exit status 2", "panic: runtime error: index out of range", "content/help.md", "hint: "},
		"stack":  {"a fault that was found before", "goroutine stack exceeds", "fatal error: stack overflow", "content/help.md", "hint: "},
		"killed": {"a fault that was found before", "signal: killed", "content/help.md", "hint: "},
	} {
		p, said := testPreview(t, "hopeless", how)
		before := p.state().version
		p.rebuild(t.Context(), []string{"content/help.md"})
		now := p.state()
		for _, words := range want {
			if !strings.Contains(now.notice, words) || !strings.Contains(said.String(), words) {
				t.Errorf("%s: the notice lacks %q:\n%s", how, words, now.notice)
			}
		}
		if strings.Contains(now.notice, "goroutine 1") || strings.Count(now.notice, "\n") > 10 {
			t.Errorf("%s: the notice is too long:\n%s", how, now.notice)
		}
		if now.version == before {
			t.Errorf("%s: the version is the same, so pages do not reload", how)
		}
	}
}

// The output of a build that prints too much is cut off.
func TestANoticeHasAMaximumLength(t *testing.T) {
	p, _ := testPreview(t, "hopeless", "talkative")
	p.rebuild(t.Context(), nil)
	if n := len(p.state().notice); n == 0 || n > 2*mostSaid {
		t.Errorf("the notice has %d bytes", n)
	}
}

func TestABuildThatCannotBeStartedBecomesANotice(t *testing.T) {
	p, _ := testPreview(t, filepath.Join(t.TempDir(), "gone"), "")
	p.rebuild(t.Context(), nil)
	if notice := p.state().notice; !strings.Contains(notice, "gone") {
		t.Errorf("the notice is %q", notice)
	}
}

// An endless build is ended by the next edit, or with the preview, and leaves nothing.
func TestAnEndlessBuildIsEnded(t *testing.T) {
	p, said := testPreview(t, "hopeless", "endless")
	p.overdue = 0
	ctx, stop := context.WithCancel(t.Context())
	edits, ended := make(chan []string), make(chan error)
	go func() { ended <- p.follow(ctx, edits, nil) }()
	edits <- []string{"a"}
	edits <- []string{"b"} // received once the first build is ended
	stop()
	must(t, <-ended)
	if strings.Contains(said.String(), "built") || p.state().notice != "" {
		t.Errorf("an ended build prints: %s%s", said, p.state().notice)
	}
}

// The folders of the last two good builds are kept: requests may still use the older.
func TestOnlyAGoodBuildReplacesTheOneBefore(t *testing.T) {
	p, said := testPreview(t, "hopeless", "") // which does nothing and succeeds
	var folders []string
	for range 4 {
		p.rebuild(t.Context(), nil)
		folders = append(folders, p.state().folder)
	}
	for i, folder := range folders {
		if _, err := os.Stat(folder); (err == nil) != (i >= 2) {
			t.Errorf("build %d of 4: %v", i+1, err)
		}
	}
	p.env.root = filepath.Join(p.env.root, "gone") // a build can't be started there
	p.rebuild(t.Context(), nil)
	if now := p.state(); now.folder != folders[3] || now.notice == "" {
		t.Errorf("after a failed build the preview shows %+v", now)
	}
	if n := strings.Count(said.String(), "built in "); n != 4 {
		t.Errorf("the preview prints %d times that the site is built:\n%s", n, said)
	}
}
