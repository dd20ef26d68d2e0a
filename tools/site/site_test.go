package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/gohugoio/hugo/commands"
	"github.com/rogpeppe/go-internal/testscript"

	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/out"
)

var update = flag.Bool("update", false, "update the expected output in testdata/script")

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

// programs are the names by which this test's program can be called. Some exist on one system only.
var programs = map[string]func(){}

// hugo is Hugo alone, the same as package render runs.
func hugo() {
	if err := commands.Execute(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// TestScripts runs every script of testdata/script. Each begins in a folder of its own: a copy of the sample project of
// testdata/sample, built once, so that a script can hold that public/ and generated/ stay as they are. commands_test.go
// has the commands that a script may use beside those of testscript. After a change of what the command says, run with
// -update and read what git shows to have changed.
func TestScripts(t *testing.T) {
	t.Parallel()
	dir := builtFixture(t)
	built, err := tree(dir, "public", "generated")
	must(t, err)
	folders, err := filepath.Glob("testdata/script/*")
	if err != nil || len(folders) == 0 {
		t.Fatalf("no scripts: %v", err)
	}
	for _, folder := range folders {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			t.Parallel()
			testscript.Run(t, testscript.Params{
				Dir:           folder,
				UpdateScripts: *update,
				Setup: func(e *testscript.Env) error {
					e.Values[builtKey{}] = built
					return errors.Join(copyFixture(e.WorkDir),
						linkTree(filepath.Join(dir, "public"), filepath.Join(e.WorkDir, "public")),
						linkTree(filepath.Join(dir, "generated"), filepath.Join(e.WorkDir, "generated")))
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
					"word":      func(ts *testscript.TestScript, neg bool, args []string) { makeWord(t, ts, neg, args) },
				},
			})
		})
	}
}

// builtKey is where a script finds what public/ and generated/ held when it began.
type builtKey struct{}

// linkTree makes a copy of a folder whose files are links to the same files, which is much quicker than to copy them. The
// command replaces files and never changes them; were one changed, it would differ from what was read before.
func linkTree(from, to string) error {
	return filepath.WalkDir(from, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, name)
		if err == nil && entry.IsDir() {
			return os.Mkdir(filepath.Join(to, rel), 0o755)
		}
		return errors.Join(err, os.Link(name, filepath.Join(to, rel)))
	})
}

// copyFixture makes a copy of the sample project in a folder. It has the words of the interface of this project.
func copyFixture(to string) error {
	words, err := os.ReadFile(filepath.Join(project, i18n.File))
	return errors.Join(err, os.CopyFS(to, os.DirFS("testdata/sample")), os.MkdirAll(filepath.Join(to, "i18n"), 0o755),
		os.WriteFile(filepath.Join(to, i18n.File), words, 0o644))
}

func builtFixture(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	must(t, copyFixture(dir))
	build := exec.Command("site", "build")
	build.Dir = dir
	if said, err := build.CombinedOutput(); err != nil {
		t.Fatalf("the fixture does not build: %v\n%s", err, said)
	}
	return dir
}
