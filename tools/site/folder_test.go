package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/sweep"
)

// leftovers are names of files that editors, office programs and systems make for themselves. Each would be read as a page,
// template, style, picture or list if only its ending counted.
var leftovers = []string{
	".passwords.md.swp", ".passwords.md.swo", ".swp", "passwords.md~", "passwords.md.~1~", "#passwords.md#", ".#passwords.md", "4913", ".passwords.md.un~",
	"~$passwords.docx", "~$passwords.md", "~WRL0001.tmp", ".~lock.passwords.md#", "passwords.md___jb_tmp___", ".goutputstream-7H3K2X", ".passwords.md.kate-swp",
	"passwords.md.bak", "passwords.md.orig", "passwords.md.rej", "passwords.md.save", "passwords.md.save.1", "x.tmp", "sedAb12Cd", ".new-123",
	".DS_Store", "._passwords.md", "._home.html", "._tokens.css", "._main.ts", "._key.svg", "._school.yaml", "._shield.png", "Icon\r", ".localized",
	"Thumbs.db", "thumbs.db", "desktop.ini", "Desktop.ini", ".directory", ".nfs000000001", ".fuse_hidden0001", ".syncthing.help.md.tmp", "~syncthing~help.md.tmp",
	"help.md.part", "help.md.crdownload", ".gitignore", ".gitkeep", ".gitattributes", ".keep", ".editorconfig",
}

func TestLeftoversAreIgnored(t *testing.T) {
	for _, name := range leftovers {
		if !folder.Ignored(name, false) {
			t.Errorf("%q is not ignored", name)
		}
	}
	for _, name := range []string{"passwords.md", "home.html", "LICENSE", "OFL.txt", "ks2-5.yaml", "save.md", "part.ts", "tmp.css", "_index.md", "4913.md", ".well-known", ".htaccess", ".env"} {
		if folder.Ignored(name, false) || folder.Ignored(name, true) {
			t.Errorf("%q is ignored", name)
		}
	}
	for _, name := range []string{".git", ".idea", ".vscode", ".Trash-1000", "$RECYCLE.BIN"} {
		if !folder.Ignored(name, true) {
			t.Errorf("the folder %q is not ignored", name)
		}
	}
	if folder.Ignored("help.md~", true) || folder.Ignored("4913", true) || folder.Ignored("old.bak", true) {
		t.Error("a folder is ignored because its name is like a leftover file's: Hugo would publish what is in it")
	}
}

// alike returns the leftovers, and similar names with the endings that Hugo looks for.
func alike() (names []string) {
	for _, name := range leftovers {
		for _, ending := range []string{"", ".md", ".html", ".css", ".ts", ".svg", ".png", ".pdf", ".woff2", ".txt", ".yaml"} {
			stem := strings.TrimSuffix(strings.TrimSuffix(name, path.Ext(name)), ".md")
			for _, other := range []string{name + ending, stem + ending + path.Ext(name)} {
				if folder.Ignored(other, false) {
					names = append(names, other)
				}
			}
		}
	}
	return names
}

// copyProject copies the parts of the project that a build reads.
func copyProject(t testing.TB) (root string) {
	t.Helper()
	root = t.TempDir()
	for _, part := range parts {
		from, to := filepath.Join(project, part), filepath.Join(root, part)
		if info, err := os.Stat(from); err == nil && info.IsDir() {
			must(t, os.CopyFS(to, os.DirFS(from)))
			continue
		}
		text, err := os.ReadFile(from)
		must(t, err)
		must(t, os.WriteFile(to, text, 0o644))
	}
	return root
}

// copySample copies the sample project, and gives it the folders of the project that it lacks.
func copySample(t testing.TB) (root string) {
	t.Helper()
	root = t.TempDir()
	must(t, copyFixture(root))
	for _, part := range watched {
		must(t, filepath.WalkDir(filepath.Join(project, part), func(name string, entry fs.DirEntry, err error) error {
			if err != nil || !entry.IsDir() {
				return err
			}
			rel, err := filepath.Rel(project, name)
			return errors.Join(err, os.MkdirAll(filepath.Join(root, rel), 0o755))
		}))
	}
	return root
}

// ran runs the command in this process, holds that it exits with a code, and returns what it printed to its error stream.
func ran(t *testing.T, root string, want int, args ...string) (said string) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	if got := run(args, root, &stdout, &stderr); got != want {
		t.Fatalf("site %s: exit code %d, want %d\n%s%s", strings.Join(args, " "), got, want, &stdout, &stderr)
	}
	return stderr.String()
}

func TestLeftoversAnywhereChangeNothing(t *testing.T) {
	root := copySample(t)
	if sweep.Full() {
		root = copyProject(t)
	}
	ran(t, root, 0, "build")
	before, err := tree(filepath.Join(root, "public"))
	must(t, err)
	planted := 0
	for _, part := range watched {
		must(t, filepath.WalkDir(filepath.Join(root, part), func(dir string, entry fs.DirEntry, err error) error {
			if err != nil || !entry.IsDir() || entry.Name() == ".git" {
				return err
			}
			for range 7 { // of all names, a few for each folder
				name := leftovers[planted%len(leftovers)]
				planted++
				if name == ".#passwords.md" { // emacs' lock is a link that leads nowhere
					err = errors.Join(err, os.Symlink("somebody@a-machine.17", filepath.Join(dir, name)))
				} else {
					err = errors.Join(err, os.WriteFile(filepath.Join(dir, name), []byte("\x00{{ not a page"), 0o600))
				}
			}
			git := filepath.Join(dir, ".git")
			return errors.Join(err, os.Mkdir(git, 0o755), os.WriteFile(filepath.Join(git, "x.md"), []byte("{{ x"), 0o644), os.WriteFile(filepath.Join(git, "x.html"), []byte("{{ x"), 0o644))
		}))
	}
	if planted < 200 {
		t.Fatalf("planted only %d files", planted)
	}
	for _, verb := range []string{"check", "build"} {
		if said := ran(t, root, 0, verb); said != "" {
			t.Errorf("%s says\n%s", verb, said)
		}
	}
	after, err := tree(filepath.Join(root, "public"))
	must(t, err)
	if !same(before, after) {
		t.Errorf("the site was %d files and is %d, and not the same", len(before), len(after))
	}
}

// A pipe or a link is refused before it is opened, wherever a build looks: a pipe would make it wait, and a link to /dev/zero
// has no end.
func TestPipesAndLinksAreRefused(t *testing.T) {
	root, outside := builtFixture(t), t.TempDir()
	must(t, os.WriteFile(filepath.Join(outside, "secret"), []byte("a secret"), 0o644))
	makers := map[string]func(at string) error{
		"a pipe":             func(at string) error { return syscall.Mkfifo(at, 0o644) },
		"a link without end": func(at string) error { return os.Symlink("/dev/zero", at) },
		"a link to a folder": func(at string) error { return os.Symlink(outside, at) },
	}
	for _, name := range []string{
		"hugo.toml", "netlify.toml", "LICENSE", "tsconfig.json", "package.json", "go.mod", "data", "data/school/school.yaml", "data/school/policy", "data/school/policy/ks2.yaml",
		"content", "content/_index.md", "content/lessons", "content/lessons/ks2", "content/lessons/ks2/passwords.md", "layouts", "layouts/home.html", "layouts/_partials",
		"assets", "assets/pictures", "assets/pictures/key.svg", "static", "data/school/downloads", "data/school/downloads/elm-lane-policy.pdf", "data/school/content/about.md", "static/fonts/OFL.txt", "i18n", "i18n/en.yaml",
		"public", "generated",
	} {
		for what, put := range makers {
			back := inPlaceOf(t, filepath.Join(root, filepath.FromSlash(name)), put)
			if code := runs(root, "build"); code == 0 {
				t.Errorf("%s is %s, and is built", name, what)
			}
			made := name == "public" || name == "generated" // check does not look at it
			if code := runs(root, "check"); code == 0 != made {
				t.Errorf("%s is %s: check exits with %d", name, what, code)
			}
			back()
			untouched(t, root, outside, name+" is "+what)
		}
	}
	// A build replaces what is in its own folders, and does not follow a link there.
	for _, name := range []string{"generated/content", "generated/data/site.json", "generated/content/ks2/passwords.md", ".public-new", ".public-new.old"} {
		for what, put := range makers {
			back := inPlaceOf(t, filepath.Join(root, filepath.FromSlash(name)), put)
			if code := runs(root, "build"); code != 0 {
				t.Errorf("%s is %s, and is not built", name, what)
			}
			back()
			untouched(t, root, outside, name+" is "+what)
		}
	}
}

// inPlaceOf replaces a file or folder, until the function that it returns is called.
func inPlaceOf(t *testing.T, at string, put func(at string) error) (back func()) {
	t.Helper()
	kept := filepath.Join(t.TempDir(), "kept")
	err := os.Rename(at, kept)
	if errors.Is(err, fs.ErrNotExist) {
		err = os.MkdirAll(filepath.Dir(at), 0o755)
	}
	must(t, errors.Join(err, put(at)))
	return func() {
		must(t, os.RemoveAll(at))
		if err := os.Rename(kept, at); err != nil && !errors.Is(err, fs.ErrNotExist) {
			t.Fatal(err)
		}
	}
}

// untouched holds that a run wrote nothing outside the project, and left no unfinished build.
func untouched(t *testing.T, root, outside, when string) {
	t.Helper()
	files, err := tree(outside)
	if err != nil || len(files) != 1 || string(files["secret"]) != "a secret" {
		t.Fatalf("%s: a run wrote outside: %v %v", when, files, err)
	}
	if _, err := os.Lstat(filepath.Join(root, ".public-new")); err == nil {
		t.Errorf("%s: a build left .public-new", when)
	}
}

func runs(root, verb string) (code int) {
	var said bytes.Buffer
	return run([]string{verb}, root, &said, &said)
}

// broken is a file system with a file that can't be read, as on a damaged disk.
type broken struct {
	fs.FS
	name string
}

func (b broken) Open(name string) (fs.File, error) {
	if name == b.name {
		return nil, &fs.PathError{Op: "open", Path: name, Err: syscall.EIO}
	}
	return b.FS.Open(name)
}

// A file that can't be read is not a fault of the content: the run ends with an error, and exit code 2.
func TestAFileThatCannotBeReadIsAnError(t *testing.T) {
	root := t.TempDir()
	must(t, copyFixture(root))
	for _, name := range []string{"data/library/help.yaml", "content/lessons/ks2/passwords.md", "assets/pictures/key.svg", "i18n/en.yaml"} {
		_, faults, err := load(broken{os.DirFS(root), name}, folder.School)
		if !errors.Is(err, syscall.EIO) || exitCode(verbs()[0], err, &bytes.Buffer{}) != 2 {
			t.Errorf("%s: %v, %v", name, faults, err)
		}
	}
}

func TestAProjectIsBuiltInAFolderOfAnyName(t *testing.T) {
	for _, name := range []string{"a, b", "Mum's laptop", "100% #1 [new] {x}", "école 🏫", "-x", "a;b&c$d~"} {
		root := filepath.Join(t.TempDir(), name)
		must(t, copyFixture(root))
		ran(t, root, 0, "build")
	}
}

// A web server can read all files whatever the umask of the build. Hugo writes most of them.
func TestABuiltSiteIsReadableByAllWhateverTheUmask(t *testing.T) {
	root := t.TempDir()
	must(t, copyFixture(root))
	must(t, os.Chmod(filepath.Join(root, "assets/pictures/key.svg"), 0o600))
	old := syscall.Umask(0o077)
	defer syscall.Umask(old)
	ran(t, root, 0, "build")
	var odd []string
	for _, dir := range []string{"public", "generated"} {
		must(t, filepath.WalkDir(filepath.Join(root, dir), func(name string, entry fs.DirEntry, err error) error {
			if err != nil {
				return err
			}
			info, err := entry.Info()
			if want := map[bool]fs.FileMode{true: 0o755, false: 0o644}[entry.IsDir()]; err == nil && info.Mode().Perm() != want {
				odd = append(odd, fmt.Sprintf("%s %v", name, info.Mode()))
			}
			return err
		}))
	}
	if len(odd) > 0 {
		t.Errorf("%d files and folders have other modes: %s", len(odd), strings.Join(odd[:min(5, len(odd))], ", "))
	}
}
