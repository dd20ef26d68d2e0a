package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/fsnotify/fsnotify"
)

const (
	oldWords = "what it said before\n"
	newWords = "what it says now\n"
)

// edited is a project that is edited while it is watched. Its methods are the system calls that editors make.
type edited struct {
	t     *testing.T
	root  string
	edits <-chan []string
}

func newEdited(t *testing.T) *edited {
	t.Helper()
	return newEditedOf(t, func(string) []string { return watched })
}

// newEditedOf is newEdited for other folders, which are found below the project's.
func newEditedOf(t *testing.T, folders func(root string) []string) *edited {
	t.Helper()
	e := &edited{t: t, root: t.TempDir()}
	for _, name := range []string{"content/lessons/ks2/a.md", "content/help.md", "data/school/school.yaml", "hugo.toml", "netlify.toml", "LICENSE", "README.md", "node_modules/x/a.js"} {
		must(t, os.MkdirAll(filepath.Dir(e.at(name)), 0o755))
		e.write(name, oldWords)
	}
	edits, err := watch(t.Context(), e.root, func() []string { return folders(e.root) })
	must(t, err)
	e.edits = edits
	return e
}

func (e *edited) at(name string) string { return filepath.Join(e.root, filepath.FromSlash(name)) }

// write truncates a file, or creates it, and writes it.
func (e *edited) write(name, text string) {
	e.t.Helper()
	must(e.t, os.WriteFile(e.at(name), []byte(text), 0o644))
}

func (e *edited) create(name, text string) {
	e.t.Helper()
	f, err := os.OpenFile(e.at(name), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	must(e.t, err)
	_, err = f.WriteString(text)
	must(e.t, err)
	must(e.t, f.Sync())
	must(e.t, f.Close())
}

func (e *edited) rename(from, to string) { e.t.Helper(); must(e.t, os.Rename(e.at(from), e.at(to))) }
func (e *edited) remove(name string)     { e.t.Helper(); must(e.t, os.RemoveAll(e.at(name))) }
func (e *edited) mkdir(name string)      { e.t.Helper(); must(e.t, os.MkdirAll(e.at(name), 0o755)) }
func (e *edited) link(to, name string)   { e.t.Helper(); must(e.t, os.Symlink(to, e.at(name))) }

// follows waits until an edit of a file, or of a folder above it, is reported while the file holds this text, which the
// build that follows reads. A file that is not there has none.
func (e *edited) follows(name, text string) {
	e.t.Helper()
	patient, stop := context.WithTimeout(e.t.Context(), patience)
	defer stop()
	for {
		select {
		case names := <-e.edits:
			now, _ := os.ReadFile(e.at(name))
			below := slices.ContainsFunc(names, func(n string) bool {
				return n == e.at(name) || strings.HasPrefix(e.at(name), n+string(filepath.Separator))
			})
			if below && string(now) == text {
				return
			}
		case <-patient.Done():
			e.t.Fatalf("no edit of %s is reported", name)
		}
	}
}

// quiet holds that nothing is reported: the next report is of another file alone, which is edited last.
func (e *edited) quiet() {
	e.t.Helper()
	fence := "data/fence.yaml"
	e.write(fence, fmt.Sprint(time.Now()))
	if names := <-e.edits; !slices.Equal(names, []string{e.at(fence)}) {
		e.t.Errorf("reported %v", names)
	}
}

// The folder of a school's trust is followed, from the moment at which the school names it.
func TestTheTrustOfASchoolIsFollowed(t *testing.T) {
	e := newEditedOf(t, func(root string) []string {
		must(t, os.MkdirAll(filepath.Join(root, "schools", "elm-lane"), 0o755))
		return (&env{root: root, school: "schools/elm-lane"}).folders()
	})
	e.mkdir("schools/_trust/policy")
	e.write("schools/_trust/policy/ks2.yaml", oldWords)
	e.quiet()
	e.write("schools/elm-lane/school.yaml", "inherits: schools/_trust\n")
	e.follows("schools/elm-lane/school.yaml", "inherits: schools/_trust\n")
	e.write("schools/_trust/policy/ks2.yaml", newWords)
	e.follows("schools/_trust/policy/ks2.yaml", newWords)
}

// Each editor saves content/lessons/ks2/a.md by its own order of calls. Those of Vim 9.0 and of GNU sed are what strace shows
// of them; those of the other programs were not traced, and follow what is known of their ways to save.
func TestASaveOfAnyEditorIsFollowed(t *testing.T) {
	const dir = "content/lessons/ks2/"
	const file = dir + "a.md"
	for name, save := range map[string]func(e *edited){
		"vim: a probe, the old file as backup, a new file": func(e *edited) {
			e.create(dir+".a.md.swp", "b0VIM")
			e.create(dir+"4913", "")
			e.remove(dir + "4913")
			e.rename(file, file+"~")
			e.create(file, newWords)
			must(e.t, os.Chmod(e.at(file), 0o644))
			e.remove(file + "~")
		},
		"vim with backupcopy=yes: a copy as backup, then in place": func(e *edited) {
			e.create(file+"~", oldWords)
			e.write(file, newWords)
			e.remove(file + "~")
		},
		"emacs: a lock, an automatic save, the old file as backup, a new file": func(e *edited) {
			e.link("teacher@school.1234:1700000000", dir+".#a.md")
			e.create(dir+"#a.md#", newWords)
			e.rename(file, file+"~")
			e.create(file, newWords)
			e.remove(dir + ".#a.md")
			e.remove(dir + "#a.md#")
		},
		"VS Code: the file is emptied, and written a while later": func(e *edited) {
			must(e.t, os.Truncate(e.at(file), 0))
			e.follows(file, "")
			f, err := os.OpenFile(e.at(file), os.O_WRONLY, 0)
			must(e.t, err)
			_, err = f.WriteString(newWords)
			must(e.t, err)
			must(e.t, f.Close())
		},
		"a slow disk: the file is written in halves": func(e *edited) {
			f, err := os.Create(e.at(file))
			must(e.t, err)
			_, err = f.WriteString(newWords[:5])
			must(e.t, err)
			e.follows(file, newWords[:5])
			_, err = f.WriteString(newWords[5:])
			must(e.t, errors.Join(err, f.Close()))
		},
		"gedit and other programs of GNOME: a new file renamed over": func(e *edited) {
			e.create(dir+".goutputstream-A1B2C3", newWords)
			e.rename(dir+".goutputstream-A1B2C3", file)
		},
		"LibreOffice: a lock, and a new file renamed over": func(e *edited) {
			e.create(dir+".~lock.a.md#", ",teacher,school,01.01.2026 09:00;")
			e.create(dir+"lu1234.tmp", newWords)
			e.rename(dir+"lu1234.tmp", file)
			e.remove(dir + ".~lock.a.md#")
		},
		"IntelliJ: a new file beside, and two renames": func(e *edited) {
			e.create(file+"___jb_tmp___", newWords)
			e.rename(file, file+"___jb_old___")
			e.rename(file+"___jb_tmp___", file)
			e.remove(file + "___jb_old___")
		},
		"sed -i: a new file renamed over": func(e *edited) {
			e.create(dir+"sedVaTuzA", newWords)
			e.rename(dir+"sedVaTuzA", file)
		},
		"Kate and other programs of KDE: a new file renamed over": func(e *edited) {
			e.create(file+".qEhVsM", newWords)
			e.rename(file+".qEhVsM", file)
		},
		"nano: in place": func(e *edited) { e.write(file, newWords) },
		"Git: the old file goes, a new one comes": func(e *edited) {
			e.remove(file)
			e.follows(file, "")
			e.create(file, newWords)
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			e := newEdited(t)
			save(e)
			e.follows(file, newWords)
			e.write(file, oldWords) // the new file is watched like the old one
			e.follows(file, oldWords)
		})
	}
}

func TestLeftoversAreNotFollowed(t *testing.T) {
	e := newEdited(t)
	for _, name := range []string{
		".a.md.swp", ".a.md.swx", "4913", "a.md~", "#a.md#", ".~lock.a.md#", ".goutputstream-A1B2C3", ".DS_Store", "~$a.docx", "a.md.bak", "x.tmp",
	} {
		e.write("content/"+name, oldWords)
		e.write("content/"+name, newWords)
	}
	e.link("teacher@school.1234:1700000000", "content/.#help.md")
	e.mkdir("content/.idea/shelf")
	e.write("content/.idea/workspace.xml", newWords)
	must(t, os.Chmod(e.at("content/help.md"), 0o600))
	must(t, os.Chtimes(e.at("content/help.md"), time.Now(), time.Now()))
	e.write("README.md", newWords)
	e.write("node_modules/x/a.js", newWords)
	e.mkdir("public/css")
	e.write("public/index.html", newWords)
	e.mkdir("generated/data")
	e.quiet()
}

func TestFilesInTheRootAreFollowed(t *testing.T) {
	e := newEdited(t)
	for _, name := range []string{"hugo.toml", "netlify.toml", "LICENSE"} {
		e.write(name, newWords)
		e.follows(name, newWords)
		e.create(name+".new", oldWords)
		e.rename(name+".new", name)
		e.follows(name, oldWords)
	}
}

// Whatever happens to a folder, later edits in it are followed.
func TestFoldersAreFollowed(t *testing.T) {
	for name, c := range map[string]struct {
		do   func(e *edited)
		file string // is reported, and then edited
	}{
		"renamed":            {func(e *edited) { e.rename("content/lessons/ks2", "content/lessons/ks3") }, "content/lessons/ks3/a.md"},
		"its parent renamed": {func(e *edited) { e.rename("content/lessons", "content/courses") }, "content/courses/ks2/a.md"},
		"renamed and back": {func(e *edited) {
			e.rename("content/lessons", "content/courses")
			e.rename("content/courses", "content/lessons")
		}, "content/lessons/ks2/a.md"},
		"moved in": {func(e *edited) {
			e.mkdir("elsewhere/deep/er")
			e.write("elsewhere/deep/er/a.md", oldWords)
			e.rename("elsewhere", "content/elsewhere")
		}, "content/elsewhere/deep/er/a.md"},
		"moved out and in again": {func(e *edited) {
			e.rename("content/lessons", "aside")
			e.follows("content/lessons", "")
			e.rename("aside", "content/lessons")
		}, "content/lessons/ks2/a.md"},
		"deleted and made again": {func(e *edited) {
			e.remove("content/lessons")
			e.mkdir("content/lessons/ks2")
			e.create("content/lessons/ks2/a.md", oldWords)
		}, "content/lessons/ks2/a.md"},
		"deleted and made again later": {func(e *edited) {
			e.remove("content")
			e.follows("content", "")
			e.mkdir("content/lessons/ks2")
			e.create("content/lessons/ks2/a.md", oldWords)
		}, "content/lessons/ks2/a.md"},
		"not there at first": {func(e *edited) {
			e.mkdir("data/school/downloads")
			e.create("data/school/downloads/a.pdf", oldWords)
		}, "data/school/downloads/a.pdf"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			e := newEdited(t)
			c.do(e)
			e.follows(c.file, oldWords)
			e.write(c.file, newWords)
			e.follows(c.file, newWords)
		})
	}
}

// A folder that is moved out of the project is no longer part of it.
func TestAFolderThatIsMovedAwayIsNotFollowed(t *testing.T) {
	e := newEdited(t)
	e.rename("content/lessons", "aside")
	for names := range e.edits {
		if slices.Contains(names, e.at("content/lessons")) {
			break
		}
	}
	e.write("aside/ks2/a.md", newWords)
	e.quiet()
}

// When the system's queue of events was full, the site is built again, and all folders are watched.
func TestAFullQueueCausesABuild(t *testing.T) {
	e := newEdited(t)
	w, err := fsnotify.NewWatcher()
	must(t, err)
	defer w.Close()
	edits := make(chan []string)
	e.edits = edits
	go collect(t.Context(), e.root, func() []string { return watched }, w, edits)
	w.Errors <- fsnotify.ErrEventOverflow
	if names := <-edits; !slices.Equal(names, []string{e.root}) {
		t.Errorf("reported %v", names)
	}
	e.write("content/help.md", newWords)
	e.follows("content/help.md", newWords)
}

func TestTooManyWatchesHaveAHint(t *testing.T) {
	for err, hint := range map[error]bool{syscall.ENOSPC: true, syscall.EMFILE: true, syscall.EACCES: false, nil: false} {
		said := tooMany(err)
		if !errors.Is(said, err) || strings.Contains(fmt.Sprint(said), "hint: ") != hint {
			t.Errorf("%v becomes %v", err, said)
		}
	}
}

// A change of branch changes many files at once.
func TestManyFilesAtOnceAreFollowed(t *testing.T) {
	e := newEdited(t)
	last := ""
	for i := range 500 {
		last = fmt.Sprintf("content/lessons/ks2/%03d.md", i)
		e.create(last, newWords)
	}
	e.follows(last, newWords)
	e.remove("content/lessons/ks2")
	e.mkdir("content/lessons/ks2")
	e.create("content/lessons/ks2/a.md", newWords)
	e.follows("content/lessons/ks2/a.md", newWords)
}
