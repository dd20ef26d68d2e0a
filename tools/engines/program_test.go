//go:build engines

package engines

import (
	"bytes"
	"fmt"
	"net"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// program is a running program and its output so far.
type program struct {
	cmd  *exec.Cmd
	done chan struct{} // closed when it has ended

	mu   sync.Mutex
	text bytes.Buffer
}

// newHome makes a home folder for one browser. It is deleted at the end of the test, as far as possible: a browser that is
// still closing may write to it.
func newHome(t *testing.T) string {
	home, err := os.MkdirTemp("", "engines-home-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(home) })
	return home
}

// launch starts a program with our environment and more variables. At the end of the test, it ends the program and all
// processes that the program started.
func launch(t *testing.T, more []string, name string, arguments ...string) (*program, error) {
	home := newHome(t)
	p := &program{cmd: exec.Command(name, arguments...), done: make(chan struct{})}
	p.cmd.Env = append(os.Environ(), "HOME="+home, "TMPDIR="+home, "LC_ALL=C.UTF-8")
	p.cmd.Env = append(p.cmd.Env, more...)
	p.cmd.Stdout, p.cmd.Stderr = p, p
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	p.cmd.WaitDelay = time.Second
	if err := p.cmd.Start(); err != nil {
		return nil, err
	}
	go func() { p.cmd.Wait(); close(p.done) }()
	t.Cleanup(func() {
		syscall.Kill(-p.cmd.Process.Pid, syscall.SIGKILL)
		<-p.done
	})
	return p, nil
}

// Write adds to the program's output.
func (p *program) Write(text []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.text.Write(text)
}

func (p *program) output() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.text.String()
}

// waitForOutput waits until the output matches the pattern, and returns its first group.
func (p *program) waitForOutput(pattern string) (string, error) {
	wanted := regexp.MustCompile(pattern)
	err := retry(func() error {
		if wanted.MatchString(p.output()) {
			return nil
		}
		return fmt.Errorf("%s: want output that matches %s, found: %s", p.cmd.Path, pattern, strings.TrimSpace(p.output()))
	}, p.done)
	if err != nil {
		return "", err
	}
	return wanted.FindStringSubmatch(p.output())[1], nil
}

// retry calls holds until it returns nil, the timeout has passed, or over is closed. It returns the last error.
func retry(holds func() error, over <-chan struct{}) error {
	limit := time.After(timeout)
	for {
		err := holds()
		if err == nil {
			return nil
		}
		select {
		case <-over:
			return err
		case <-limit:
			return err
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// freePort returns a TCP port that is not in use.
func freePort() (int, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer listener.Close()
	return listener.Addr().(*net.TCPAddr).Port, nil
}
