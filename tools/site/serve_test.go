package main

import (
	"bufio"
	"io"
	"net/http"
	"os"
	"regexp"
	"strings"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// patience is how long a test waits for a condition before it fails. No test that passes depends on it.
const patience = time.Minute

var homeLine = regexp.MustCompile(`the site is on (http://\S+)`)

// serve [FLAGS] starts `site serve` on a free port, and stops it, as Ctrl+C does, when the script ends.
func startServe(ts *testscript.TestScript, neg bool, args []string) {
	if neg {
		ts.Fatalf("usage: serve [FLAGS]")
	}
	cmd := child(ts, append([]string{"site", "serve", "--addr", "127.0.0.1:0"}, args...))
	said, err := cmd.StdoutPipe()
	ts.Check(err)
	ts.Check(cmd.Start())
	rest := make(chan struct{})
	ts.Defer(func() {
		ts.Check(cmd.Process.Signal(os.Interrupt))
		<-rest
		if err := cmd.Wait(); err != nil {
			ts.Fatalf("serve failed: %v", err)
		}
	})
	lines := bufio.NewReader(said)
	home := ""
	for home == "" {
		line, err := lines.ReadString('\n')
		if err != nil {
			close(rest)
			ts.Fatalf("serve ended before it printed the site's address: %v", err)
		}
		if m := homeLine.FindStringSubmatch(line); m != nil {
			home = strings.TrimSuffix(m[1], "/")
		}
	}
	go func() { io.Copy(io.Discard, lines); close(rest) }()
	ts.Setenv("HOME_PAGE", home)
}

// shows PATH TEXT waits until a page of the preview contains a text, or with ! until it does not. The page must be served
// every time.
func shows(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) != 2 {
		ts.Fatalf("usage: [!] shows PATH TEXT")
	}
	body := ""
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		body = fetch(ts, ts.Getenv("HOME_PAGE")+args[0])
		if strings.Contains(body, args[1]) != neg {
			return
		}
	}
	ts.Fatalf("waited for %q on %s (expected: %t); the page is\n%s", args[1], args[0], !neg, body)
}

func fetch(ts *testscript.TestScript, address string) string {
	answer, err := http.Get(address)
	ts.Check(err)
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	ts.Check(err)
	if answer.StatusCode != http.StatusOK {
		ts.Fatalf("%s: %s", address, answer.Status)
	}
	return string(body)
}
