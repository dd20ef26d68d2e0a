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

// program is a running program, and what it has said until now.
type program struct {
	cmd  *exec.Cmd
	done chan struct{} // closed when it has ended

	mu   sync.Mutex
	said bytes.Buffer
}

// newHome makes a folder for one browser to keep what it keeps. It goes with the test, as far as it can: a browser that is
// just ending may still write there, and that is no fault.
func newHome(t *testing.T) string {
	home, err := os.MkdirTemp("", "engines-home-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(home) })
	return home
}

// launch starts a program, which ends with the test together with whatever it has started. Its environment is ours, and
// more.
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

// Write notes what the program says.
func (p *program) Write(words []byte) (int, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.said.Write(words)
}

func (p *program) words() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.said.String()
}

// says waits until the program has said something, and gives what the pattern's first group holds.
func (p *program) says(pattern string) (string, error) {
	wanted := regexp.MustCompile(pattern)
	err := soon(func() error {
		if wanted.MatchString(p.words()) {
			return nil
		}
		return fmt.Errorf("%s has not said %s, but: %s", p.cmd.Path, pattern, strings.TrimSpace(p.words()))
	}, p.done)
	if err != nil {
		return "", err
	}
	return wanted.FindStringSubmatch(p.words())[1], nil
}

// soon asks again and again until there is no error, for as long as patience lasts, or until over is closed.
func soon(holds func() error, over <-chan struct{}) error {
	limit := time.After(patience)
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

// freePort gives a port of this machine that nobody listens on.
func freePort() (int, error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	defer listener.Close()
	return listener.Addr().(*net.TCPAddr).Port, nil
}
