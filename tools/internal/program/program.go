//go:build unix

// Package program starts programs for tests, such as a browser with what it needs, and ends them and all processes that they
// have started.
package program

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

// Timeout is how long to wait for a program that hangs. No test depends on how long anything takes.
const Timeout = time.Minute

// Program is a running program and its output so far.
type Program struct {
	Done <-chan struct{} // closed when it has ended

	cmd *exec.Cmd

	mu   sync.Mutex
	text bytes.Buffer
}

// Home makes a home folder for one program. It is deleted at the end of the test, as far as possible: a browser that is still
// closing may write to it. Its path is short, because sockets within it may have no more than 107 characters.
func Home(t testing.TB) string {
	home, err := os.MkdirTemp("", "home-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(home) })
	return home
}

// Start starts a program with our environment, a home folder of its own and more variables ("NAME=value"). At the end of the
// test, it ends the program and all processes that the program started.
func Start(t testing.TB, more []string, name string, arguments ...string) (*Program, error) {
	home, done := Home(t), make(chan struct{})
	p := &Program{cmd: exec.Command(name, arguments...), Done: done}
	p.cmd.Env = append(os.Environ(), "HOME="+home, "TMPDIR="+home, "LC_ALL=C.UTF-8")
	p.cmd.Env = append(p.cmd.Env, more...)
	p.cmd.Stdout, p.cmd.Stderr = p, p
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	p.cmd.WaitDelay = time.Second
	if err := p.cmd.Start(); err != nil {
		return nil, err
	}
	go func() { p.cmd.Wait(); close(done) }()
	t.Cleanup(func() {
		syscall.Kill(-p.cmd.Process.Pid, syscall.SIGKILL)
		<-done
	})
	return p, nil
}

// Write adds to the program's output.
func (p *Program) Write(text []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.text.Write(text)
}

// Output returns what the program has written so far.
func (p *Program) Output() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.text.String()
}

// WaitFor waits until the output matches the pattern, and returns its first group.
func (p *Program) WaitFor(pattern string) (string, error) {
	wanted := regexp.MustCompile(pattern)
	err := Retry(func() error {
		if wanted.MatchString(p.Output()) {
			return nil
		}
		return fmt.Errorf("%s: want output that matches %s, found: %s", p.cmd.Path, pattern, strings.TrimSpace(p.Output()))
	}, p.Done)
	if err != nil {
		return "", err
	}
	return wanted.FindStringSubmatch(p.Output())[1], nil
}

// Retry calls holds until it returns nil, [Timeout] has passed, or over is closed. It returns the last error.
func Retry(holds func() error, over <-chan struct{}) error {
	limit := time.After(Timeout)
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

// FreePort returns a TCP port that is not in use.
func FreePort() (int, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer listener.Close()
	return listener.Addr().(*net.TCPAddr).Port, nil
}

// Screen starts a virtual display (Xvfb) of 1280 by 900 pixels, and returns the variable that makes a program use it. Keys do not
// repeat (-r): on a busy machine, a key can be released so late that it would.
func Screen(t testing.TB) (display string, err error) {
	screen, err := Start(t, nil, "Xvfb", "-displayfd", "1", "-r", "-screen", "0", "1280x900x24", "-nolisten", "tcp")
	if err != nil {
		return "", fmt.Errorf("%w: install Debian's xvfb", err)
	}
	number, err := screen.WaitFor(`(?m)^(\d+)$`)
	return "DISPLAY=:" + number, err
}
