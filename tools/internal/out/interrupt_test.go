package out

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

// Two versions of a site and of its generated files. Between them files change, appear and go, and a file becomes a folder.
var versions = [2]struct{ generated, site map[string]string }{
	{map[string]string{"same": "0", "changes": "1", "goes/a": "1", "turns": "1"}, map[string]string{"index": "1", "goes/a": "1", "css/a": "1"}},
	{map[string]string{"same": "0", "changes": "2", "comes/b": "2", "turns/b": "2"}, map[string]string{"index": "2", "comes/b": "2", "css/a": "2"}},
}

// publish does with files what a build does: it writes generated/ and a new site, and puts that in the place of public/.
func publish(root string, version int) error {
	public := filepath.Join(root, "public")
	fresh, err := Begin(public)
	if err != nil {
		return err
	}
	var files []File
	for _, name := range slices.Sorted(maps.Keys(versions[version].generated)) {
		files = append(files, File{name, []byte(versions[version].generated[name])})
	}
	_, err = Sync(filepath.Join(root, "generated"), files)
	for _, name := range slices.Sorted(maps.Keys(versions[version].site)) {
		if err == nil {
			err = Write(filepath.Join(fresh, name), []byte(versions[version].site[name]))
		}
	}
	if err == nil {
		err = os.Chmod(filepath.Join(fresh, "index"), 0o600) // as Hugo may have left it
	}
	if err == nil {
		err = Readable(fresh)
	}
	if err != nil {
		return errors.Join(err, RemoveAll(fresh))
	}
	return Replace(fresh, public)
}

// An interruption of a process at one of its changes to files.
type interruption struct {
	name   string
	halves bool // the change is done in part
	ends   bool // no further change is made, as when the process is killed
}

// interrupt makes the call number n of System, counted from 1, fail. It returns a function that reports whether there was
// such a call.
func interrupt(n int, how interruption) (reached func() bool) {
	was, calls := System, 0
	call := func(do, half func() error) error {
		calls++
		if calls == n && how.halves && half != nil {
			half()
		}
		if calls == n || calls > n && how.ends {
			return syscall.EIO
		}
		return do()
	}
	System.Mkdir = func(name string, mode fs.FileMode) error {
		return call(func() error { return was.Mkdir(name, mode) }, nil)
	}
	System.Chmod = func(name string, mode fs.FileMode) error {
		return call(func() error { return was.Chmod(name, mode) }, nil)
	}
	System.Rename = func(from, to string) error {
		return call(func() error { return was.Rename(from, to) }, nil)
	}
	System.Exchange = func(from, to string) error {
		return call(func() error { return was.Exchange(from, to) }, nil)
	}
	System.Remove = func(name string) error {
		return call(func() error { return was.Remove(name) }, nil)
	}
	System.RemoveAll = func(name string) error {
		return call(func() error { return was.RemoveAll(name) }, func() error { return removeHalf(name) })
	}
	System.CreateTemp = func(dir string, body []byte) (name string, err error) {
		err = call(func() error { name, err = was.CreateTemp(dir, body); return err },
			func() error { _, err := was.CreateTemp(dir, body[:len(body)/2]); return err })
		return name, err
	}
	return func() bool { return calls >= n }
}

// removeHalf deletes every other entry of a folder.
func removeHalf(dir string) error {
	entries, err := os.ReadDir(dir)
	for i := 0; i < len(entries); i += 2 {
		err = errors.Join(err, os.RemoveAll(filepath.Join(dir, entries[i].Name())))
	}
	return err
}

// Whichever change to a file fails, and wherever the process ends, the site is the old one or the new one, and the next
// build succeeds. Where the system cannot exchange folders the old site may be away between two renames; then it is whole
// in the folder from which the next build brings it back.
func TestAnInterruptedBuildLeavesAWholeSite(t *testing.T) {
	for _, how := range []interruption{{name: "fails"}, {name: "ends before", ends: true}, {name: "ends within", halves: true, ends: true}} {
		for _, canExchange := range []bool{true, false} {
			t.Run(fmt.Sprintf("%s, exchange %t", how.name, canExchange), func(t *testing.T) {
				n := 1
				for interrupted(t, n, how, canExchange) {
					n++
				}
				if n < 20 {
					t.Errorf("a build makes only %d changes: do all go through System?", n-1)
				}
			})
		}
	}
}

// interrupted publishes the second version over the first, interrupted at the call number n, and then publishes it again. It
// reports whether there was such a call.
func interrupted(t *testing.T, n int, how interruption, canExchange bool) bool {
	t.Helper()
	was := System
	defer func() { System = was }()
	if !canExchange {
		System.Exchange = func(string, string) error { return errors.ErrUnsupported }
	}
	uninterrupted := System
	root, public := t.TempDir(), "public"
	must(t, publish(root, 0))
	reached := interrupt(n, how)
	err := publish(root, 1)
	System = uninterrupted
	at := fmt.Sprintf("%s at change %d", how.name, n)
	if err == nil && !maps.Equal(filesBelow(t, root, public), versions[1].site) {
		t.Errorf("%s: neither an error nor a new site", at)
	}
	if !whole(t, root, public) && (canExchange || !how.ends || !whole(t, root, ".public-new.old")) {
		t.Errorf("%s: the site is not whole: %v", at, found(t, root))
	}
	must(t, publish(root, 1))
	if !maps.Equal(filesBelow(t, root, public), versions[1].site) || !maps.Equal(filesBelow(t, root, "generated"), versions[1].generated) {
		t.Errorf("%s: the next build makes %v", at, found(t, root))
	}
	if left, _ := filepath.Glob(filepath.Join(root, ".*")); len(left) > 0 {
		t.Errorf("%s: the next build leaves %v", at, left)
	}
	return reached()
}

// whole reports whether a folder holds just one of the two sites.
func whole(t *testing.T, root, folder string) bool {
	t.Helper()
	files := filesBelow(t, root, folder)
	return maps.Equal(files, versions[0].site) || maps.Equal(files, versions[1].site)
}

// filesBelow returns the files below a folder of root, none if it is not there.
func filesBelow(t *testing.T, root, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	for name, body := range found(t, root) {
		if below, is := strings.CutPrefix(name, folder+"/"); is && !strings.HasSuffix(name, "/") {
			files[below] = body
		}
	}
	return files
}
