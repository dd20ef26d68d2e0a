package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

func init() {
	programs["site-without-privileges"] = func() {
		orPanic(dropPrivileges())
	}
	programs["site-on-a-full-disk"] = func() {
		// No file may become longer than this, as on a disk that fills up.
		limit := map[string]uint64{"first": 100, "later": 700}[os.Args[1]]
		orPanic(unix.Setrlimit(unix.RLIMIT_FSIZE, &unix.Rlimit{Cur: limit, Max: limit}))
		os.Args = append(os.Args[:1], os.Args[2:]...)
		main()
	}
}

// dropPrivileges becomes the command without root's privilege to ignore the modes of files, since tests may run as root.
func dropPrivileges() error {
	site, err := exec.LookPath("site")
	if err != nil {
		return err
	}
	if os.Geteuid() == 0 {
		runtime.LockOSThread()     // privileges belong to a thread, and a new program has those of the thread that starts it
		const noRoot = 1<<0 | 1<<1 // SECBIT_NOROOT, and its lock: a root process does not regain privileges
		if err := unix.Prctl(unix.PR_SET_SECUREBITS, noRoot, 0, 0, 0); err != nil {
			return err
		}
		var none [2]unix.CapUserData
		if err := unix.Capset(&unix.CapUserHeader{Version: unix.LINUX_CAPABILITY_VERSION_3}, &none[0]); err != nil {
			return err
		}
	}
	return syscall.Exec(site, append([]string{"site"}, os.Args[1:]...), os.Environ())
}

// called runs one of this test's programs, and returns what it printed to its error stream, or "built".
func called(t *testing.T, root string, args ...string) string {
	t.Helper()
	command := exec.Command(args[0], args[1:]...)
	command.Dir = root
	var stderr bytes.Buffer
	command.Stderr = &stderr
	switch err := command.Run(); {
	case err == nil:
		return "built"
	case !errors.As(err, new(*exec.ExitError)):
		t.Fatal(err)
	}
	return stderr.String()
}

// renamedSchool changes the school's name, so that a build makes another site.
func renamedSchool(t *testing.T, root string) {
	t.Helper()
	name := filepath.Join(root, "data", "school", "school.yaml")
	text, err := os.ReadFile(name)
	must(t, err)
	must(t, os.WriteFile(name, []byte(strings.Replace(string(text), schoolNames[0], schoolNames[1], 1)), 0o644))
}

func TestAClosedFolderLeavesTheOldSite(t *testing.T) {
	t.Parallel()
	cases := []struct {
		what, want string
		close      func(root string) error
	}{
		{"the project's folder", "site build: public can't be written: mkdir ", func(root string) error { return os.Chmod(root, 0o555) }},
		{"generated/", "site build: generated can't be written: ", func(root string) error { return os.Chmod(filepath.Join(root, "generated", "data"), 0o555) }},
		{"public/, which this account may open", "built", func(root string) error { return os.Chmod(filepath.Join(root, "public"), 0o555) }},
		{"a folder of public/, to reading too", "built", func(root string) error { return os.Chmod(filepath.Join(root, "public", "ks2"), 0) }},
	}
	if os.Geteuid() == 0 { // only root may give a folder to another account
		cases = append(cases, cases[0])
		cases[len(cases)-1].what, cases[len(cases)-1].want = "public/, in part another account's", "site build: public can't be written: delete "
		cases[len(cases)-1].close = func(root string) error { return os.Chown(filepath.Join(root, "public", "ks2"), 65534, 65534) }
	}
	for _, c := range cases {
		t.Run(c.what, func(t *testing.T) {
			root := builtFixture(t)
			before, err := tree(filepath.Join(root, "public"))
			must(t, err)
			renamedSchool(t, root)
			must(t, c.close(root))
			t.Cleanup(func() { os.Chmod(root, 0o755) })
			said := called(t, root, "site-without-privileges", "build")
			if !strings.HasPrefix(said, c.want) || said != "built" && !strings.Contains(said, "\n  hint: ") {
				t.Errorf("said %q, want %q and a hint", said, c.want)
			}
			after, err := tree(filepath.Join(root, "public"))
			must(t, err)
			if same(before, after) != (said != "built") {
				t.Errorf("the site is the old one: %t", same(before, after))
			}
			nothingLeft(t, root)
		})
	}
}

func TestADiskThatFillsUpLeavesTheOldSite(t *testing.T) {
	t.Parallel()
	root := builtFixture(t)
	before, err := tree(filepath.Join(root, "public"))
	must(t, err)
	renamedSchool(t, root)
	for _, when := range []string{"first", "later"} { // in generated/, and while Hugo writes
		said := called(t, root, "site-on-a-full-disk", when, "build")
		if !strings.HasPrefix(said, "site build: the disk is full: ") || !strings.Contains(said, "\n  hint: ") {
			t.Errorf("%s: said %q", when, said)
		}
		after, err := tree(filepath.Join(root, "public"))
		must(t, err)
		if !same(before, after) {
			t.Errorf("%s: the old site is not as it was", when)
		}
		nothingLeft(t, root)
	}
	if said := called(t, root, "site", "build"); said != "built" {
		t.Errorf("with room again: %s", said)
	}
}

func nothingLeft(t *testing.T, root string) {
	t.Helper()
	for _, name := range []string{".public-new", ".public-new.old"} {
		if _, err := os.Lstat(filepath.Join(root, name)); err == nil {
			t.Errorf("a build left %s", name)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(root, "generated", "*", ".new-*")); len(left) > 0 {
		t.Errorf("a build left %v", left)
	}
}

func orPanic(err error) {
	if err != nil {
		panic(err)
	}
}
