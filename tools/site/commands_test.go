package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"safeonline/tools/internal/wordfile"
)

// mostMemory is the largest allowed peak of memory of a run, whatever it reads.
const mostMemory = 300 << 20

// exits CODE COMMAND [ARGS] runs a command and holds that it exits with this code. Its output is in stdout and stderr. Its
// peak of memory has a limit in every script. Its processor time is logged (go test -v).
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND [ARGS]")
	}
	expected, err := strconv.Atoi(args[0])
	ts.Check(err)
	cmd := child(ts, args[1:])
	cmd.Stdout, cmd.Stderr = ts.Stdout(), ts.Stderr()
	note := filepath.Join(ts.Getenv("TMPDIR"), "peak")
	cmd.Env = append(cmd.Env, peakFile+"="+note)
	if err := cmd.Run(); err != nil && !errors.As(err, new(*exec.ExitError)) {
		ts.Fatalf("%v", err)
	}
	state := cmd.ProcessState
	memory := peak(state)
	if own, err := os.ReadFile(note); err == nil {
		kilobytes, err := strconv.ParseInt(string(own), 10, 64)
		ts.Check(errors.Join(err, os.Remove(note)))
		memory = kilobytes << 10
	}
	ts.Logf("%v of processor time, %d MB at most", state.UserTime()+state.SystemTime(), memory>>20)
	if got := state.ExitCode(); got != expected {
		ts.Fatalf("exit code %d, expected %d", got, expected)
	}
	if memory > mostMemory {
		ts.Fatalf("used %d MB of memory, and the limit is %d MB", memory>>20, mostMemory>>20)
	}
}

// peakFile is the variable that names the file into which the command, as scripts run it, writes its peak of memory, in KB.
// What the system reports of a child process includes the memory of the test that started it.
const peakFile = "SITE_PEAK_FILE"

// command is main as scripts run it: it writes down its peak of memory, on Linux.
func command() {
	spendMemory()
	note := os.Getenv(peakFile)
	code := run(os.Args[1:], ".", os.Stdout, os.Stderr)
	status, err := os.ReadFile("/proc/self/status")
	if m := highWater.FindSubmatch(status); note != "" && err == nil && m != nil {
		if err := os.WriteFile(note, m[1], 0o644); err != nil {
			fmt.Fprintln(os.Stderr, err)
		}
	}
	os.Exit(code)
}

var highWater = regexp.MustCompile(`VmHWM:\s+(\d+) kB`)

// child returns a command that runs in the script's folder.
func child(ts *testscript.TestScript, args []string) *exec.Cmd {
	path, err := exec.LookPath(args[0])
	ts.Check(err)
	cmd := exec.Command(path, args[1:]...)
	cmd.Dir = ts.MkAbs(".")
	cmd.Env = append(os.Environ(), "TMPDIR="+ts.Getenv("TMPDIR"))
	return cmd
}

// peak returns a process's largest resident memory, in bytes. Linux counts in KB, macOS in bytes. A child process's number
// begins with that of the test that started it, so it may be too large but never too small.
func peak(state *os.ProcessState) int64 {
	usage, ok := state.SysUsage().(*syscall.Rusage)
	switch {
	case !ok:
		return 0
	case runtime.GOOS == "linux":
		return int64(usage.Maxrss) << 10
	}
	return int64(usage.Maxrss)
}

// edit FILE OLD NEW replaces OLD, which must occur once. Both may have \n and other escapes of Go.
func edit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: edit FILE OLD NEW")
	}
	was, now := unquoted(ts, args[1]), unquoted(ts, args[2])
	text := ts.ReadFile(args[0])
	if n := strings.Count(text, was); n != 1 {
		ts.Fatalf("%q occurs %d times in %s, and must occur once", was, n, args[0])
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Replace(text, was, now, 1)), 0o644))
}

func unquoted(ts *testscript.TestScript, s string) string {
	text, err := strconv.Unquote(`"` + strings.ReplaceAll(s, `"`, `\"`) + `"`)
	if err != nil {
		ts.Fatalf("%q: %v", s, err)
	}
	return text
}

// bytes FILE TEXT [COUNT] adds TEXT, with Go's escapes, to the end of a file, once or COUNT times.
func addBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 || len(args) > 3 {
		ts.Fatalf("usage: bytes FILE TEXT [COUNT]")
	}
	text, count := unquoted(ts, args[1]), 1
	if len(args) == 3 {
		n, err := strconv.Atoi(args[2])
		ts.Check(err)
		count = n
	}
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	ts.Check(err)
	w := bufio.NewWriter(f)
	for range count {
		w.WriteString(text) // Flush returns the first error
	}
	ts.Check(errors.Join(w.Flush(), f.Close()))
}

// many FOLDER COUNT makes a folder of so many empty files.
func many(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: many FOLDER COUNT")
	}
	count, err := strconv.Atoi(args[1])
	ts.Check(err)
	ts.Check(os.MkdirAll(ts.MkAbs(args[0]), 0o755))
	for n := range count {
		ts.Check(os.WriteFile(filepath.Join(ts.MkAbs(args[0]), fmt.Sprintf("%05d", n)), nil, 0o644))
	}
}

// copies FILE COUNT makes so many copies of a file beside it, under other names.
func copies(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: copies FILE COUNT")
	}
	count, err := strconv.Atoi(args[1])
	ts.Check(err)
	text, ext := []byte(ts.ReadFile(args[0])), filepath.Ext(args[0])
	for n := range count {
		name := fmt.Sprintf("%s-%03d%s", strings.TrimSuffix(args[0], ext), n, ext)
		ts.Check(os.WriteFile(ts.MkAbs(name), text, 0o644))
	}
}

// crlf FILE... changes the line ends of files to those of Windows.
func useCRLF(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: crlf FILE...")
	}
	for _, name := range args {
		text := strings.ReplaceAll(ts.ReadFile(name), "\n", "\r\n")
		ts.Check(os.WriteFile(ts.MkAbs(name), []byte(text), 0o644))
	}
}

// word FILE TEXT makes a Word file of a text: of lines, as wordfile.Lines has them, or of the XML of its paragraphs.
func makeWord(t *testing.T, ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: word FILE TEXT")
	}
	text := ts.ReadFile(args[1])
	var body []byte
	if strings.HasPrefix(text, "<") {
		body = wordfile.Parts(t, map[string]string{"document": text})
	} else {
		body = wordfile.Lines(t, text)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), body, 0o644))
}

// unchanged FOLDER... holds that folders hold, byte for byte, what they held when the script began, and that no unfinished
// build is left beside them.
func unchanged(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: unchanged FOLDER...")
	}
	was := ts.Value(builtKey{}).(map[string][]byte)
	now, err := tree(ts.MkAbs("."), args...)
	ts.Check(err)
	for _, name := range slices.Sorted(maps.Keys(merged(was, now))) {
		top, _, _ := strings.Cut(name, "/")
		if !slices.Contains(args, top) {
			continue
		}
		if !bytes.Equal(was[name], now[name]) || (was[name] == nil) != (now[name] == nil) {
			ts.Fatalf("%s is not as it was", name)
		}
	}
	if _, err := os.Stat(ts.MkAbs(".public-new")); err == nil {
		ts.Fatalf("a build left .public-new behind")
	}
}

// tree returns the files below a folder by path: all, or those below some folders in it, none of which may be empty.
func tree(dir string, below ...string) (map[string][]byte, error) {
	if len(below) == 0 {
		below = []string{"."}
	}
	files := map[string][]byte{}
	fsys := os.DirFS(dir)
	for _, folder := range below {
		before := len(files)
		err := fs.WalkDir(fsys, folder, func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			body, err := fs.ReadFile(fsys, name)
			files[name] = append([]byte{}, body...) // not nil, even when empty
			return err
		})
		if err == nil && len(files) == before {
			err = fmt.Errorf("%s is empty", folder)
		}
		if err != nil {
			return nil, err
		}
	}
	return files, nil
}

func merged(a, b map[string][]byte) map[string][]byte {
	all := maps.Clone(a)
	maps.Copy(all, b)
	return all
}
