package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/gohugoio/hugo/commands"
	"github.com/rogpeppe/go-internal/testscript"

	"safeonline/tools/internal/out"
)

var update = flag.Bool("update", false, "rewrite what the scripts of testdata/script want by what the command says now")

// TestMain lets scripts call this test's program by the name of site, and benchmarks by that of hugo too, as processes
// of their own. The tests have a temporary folder of their own, which the next run deletes if this one is killed.
func TestMain(m *testing.M) {
	programs["site"], programs["hugo"], programs["hopeless"] = command, hugo, hopeless
	if programs[filepath.Base(os.Args[0])] != nil {
		testscript.Main(m, programs)
	}
	if signal.Ignored(syscall.SIGHUP) { // under nohup, and the commands that tests stop with this signal would ignore it too
		signal.Notify(make(chan os.Signal, 1), syscall.SIGHUP)
	}
	dir, remove, err := out.Scratch(os.TempDir(), "site-tests-")
	if err == nil {
		err = os.Setenv("TMPDIR", dir)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	testscript.Main(inScratch{m, remove}, programs)
}

// inScratch runs tests and then deletes their temporary folder.
type inScratch struct {
	m      *testing.M
	remove func() error
}

func (s inScratch) Run() int {
	code := s.m.Run()
	if err := s.remove(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return max(code, 1)
	}
	return code
}

// programs are what this test's program can be called as. Some are of one system alone.
var programs = map[string]func(){}

// hugo is Hugo alone, as render has it.
func hugo() {
	if err := commands.Execute(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// TestScripts runs every script of testdata/script. Each begins in a folder of its own: a copy of the invented school of
// testdata/elm-lane, built once, so that public/ and generated/ are there to be kept. commands_test.go has the commands
// that a script may use beside those of testscript. After a change of what the command says, run with -update and read
// what git shows to have changed.
func TestScripts(t *testing.T) {
	fixture := builtFixture(t)
	folders, err := filepath.Glob("testdata/script/*")
	if err != nil || len(folders) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	for _, folder := range folders {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			testscript.Run(t, testscript.Params{
				Dir:           folder,
				UpdateScripts: *update,
				Setup: func(e *testscript.Env) error {
					e.Values[fixtureKey{}] = fixture
					return os.CopyFS(e.WorkDir, os.DirFS(fixture))
				},
				Cmds: map[string]func(*testscript.TestScript, bool, []string){
					"bytes":     addBytes,
					"copies":    copies,
					"crlf":      useCRLF,
					"edit":      edit,
					"exits":     exits,
					"many":      many,
					"serve":     startServe,
					"shows":     shows,
					"unchanged": unchanged,
				},
			})
		})
	}
}

// fixtureKey finds, within a script, the folder that it began as a copy of.
type fixtureKey struct{}

func builtFixture(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("testdata/elm-lane")); err != nil {
		t.Fatal(err)
	}
	build := exec.Command("site", "build")
	build.Dir = dir
	if said, err := build.CombinedOutput(); err != nil {
		t.Fatalf("the fixture does not build: %v\n%s", err, said)
	}
	return dir
}
