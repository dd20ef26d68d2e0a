// Package folder checks the folders that a build reads, before anything in them is opened. A folder holds the kinds of
// file that it is for (kinds); files that editors and systems leave behind are ignored (Ignored). Faults are: ways out
// of a folder (symbolic links, devices), names that some systems cannot have, two names that are the same on some
// system, files that do not match their names, and files or folders far larger than people write. So a site is the same
// wherever it is built, and is made from its own files only.
package folder

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/regular"
)

// Limits of what a build reads. The largest published file has 85 KB, and the project has about 500 files in folders up
// to four deep.
const (
	Largest = 4 << 20 // bytes of a file that is published unchanged
	Most    = 5_000   // files and folders
	Deepest = 8       // folders inside folders
)

// Root are the names in the project's own folder, beside its folders, that the command, Hugo, or esbuild inside Hugo
// opens if they exist.
var Root = append([]string{"LICENSE", "go.mod", "hugo.toml", "netlify.toml", "package.json", "tsconfig.json"}, unasked...)

// unasked are names in the project's own folder that Hugo reads without being told to, and that this project does not
// use.
var unasked = []string{"acronyms.json", "archetypes", "inflections.json", "packages", "themes"}

// Check checks folders, and files beside them, by their names below fsys. schools are the school's folder, and those that it inherits
// from. A folder that does not exist has no faults.
func Check(fsys fs.FS, schools []string, names ...string) (diag.List, error) {
	c := checker{fsys: fsys, schools: schools, names: map[string]string{}}
	for _, name := range names {
		info, err := fs.Lstat(fsys, name)
		_, isFolder := c.kindOf(name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue
		case err == nil && (!isFolder || !info.IsDir()):
			err = c.root(name, info, isFolder)
		case err == nil:
			err = Walk(fsys, name, c.see)
		}
		if errors.Is(err, errMany) {
			break
		} else if err != nil {
			return nil, err
		}
	}
	return c.faults, nil
}

// Unsafe returns the faults that make reading the folders unsafe: ways out of them, and files that never end.
func Unsafe(faults diag.List) (found diag.List) {
	for _, f := range faults {
		if f.Code == diag.SymbolicLink || f.Code == diag.SpecialFile {
			found = append(found, f)
		}
	}
	return found
}

// Within returns the path of a name in each of some folders.
func Within(folders []string, name string) (list []string) {
	for _, f := range folders {
		list = append(list, path.Join(f, name))
	}
	return list
}

// Link returns the first part of a path that is a link, which could lead out of the project, or "". What cannot be looked at is none.
func Link(fsys fs.FS, name string) string {
	steps := strings.Split(name, "/")
	for i := range steps {
		at := path.Join(steps[:i+1]...)
		if info, err := fs.Lstat(fsys, at); err == nil && info.Mode()&fs.ModeSymlink != 0 {
			return at
		}
	}
	return ""
}

var errMany = errors.New("too many files")

type checker struct {
	fsys    fs.FS
	schools []string
	names   map[string]string // by the form in which systems compare names: the name as it is written
	count   int
	faults  diag.List
}

// kindOf returns the kind of a folder, which may be in the school's.
func (c *checker) kindOf(name string) (k kind, known bool) {
	own, school := alike(name, c.schools)
	k, known = kindOf(own)
	if rest, in := strings.CutPrefix(k.folder, School); in {
		k.folder = school + rest
	}
	return k, known
}

// root checks a name in the project's own folder that is not a folder, or should not be one.
func (c *checker) root(name string, info fs.FileInfo, folder bool) error {
	at := diag.WholeFile(name)
	switch entry := fs.FileInfoToDirEntry(info); {
	case c.leads(at, name, entry):
		return nil
	case folder:
		c.faults.Add(diag.Fault{
			Pos: at, Code: diag.SpecialFile,
			Message: "expected a folder, found a file",
			Hint:    "delete it, and restore the folder from the project's history",
		})
		return nil
	case slices.Contains(unasked, name):
		c.faults.Add(diag.Fault{
			Pos: at, Code: diag.MisplacedKind,
			Message: "Hugo would read this too, and build a different site",
			Hint:    "delete it, or rename it",
		})
		return nil
	case info.IsDir():
		c.isFolder(at)
		return nil
	default:
		return c.size(at, name, entry)
	}
}

func (c *checker) see(name string, entry fs.DirEntry, err error) error {
	if err != nil {
		return err
	}
	at := diag.WholeFile(name)
	if c.count++; c.count > Most {
		c.faults = slices.DeleteFunc(c.faults, func(f diag.Fault) bool { return f.Code == diag.MisplacedKind }) // one mistake, one fault
		c.faults.Add(diag.Fault{
			Pos: at, Code: diag.TooManyFiles,
			Message: fmt.Sprintf("there are more than %d files in the project: this is the first one too many", Most),
			Hint:    "is a folder here that belongs to something else? Move it away",
		})
		return errMany
	}
	if c.leads(at, name, entry) {
		return nil
	}
	named := c.name(at, name)
	if entry.IsDir() {
		if !named {
			return fs.SkipDir
		}
		return c.folder(at, name)
	}
	if k, _ := c.kindOf(path.Dir(name)); named && !k.may(path.Base(name)) {
		c.faults.Add(diag.Fault{
			Pos: at, Code: diag.MisplacedKind,
			Message: k.says(),
			Hint:    k.instead(path.Base(name)),
		})
		return nil
	}
	return c.size(at, name, entry)
}

// folder checks a folder inside another.
func (c *checker) folder(at diag.Pos, name string) error {
	if !strings.Contains(name, "/") || slices.Contains(c.schools, name) {
		return nil
	}
	k, _ := c.kindOf(path.Dir(name))
	switch base := path.Base(name); {
	case looksLikeFile(base):
		c.isFolder(at)
		return fs.SkipDir
	case !k.mayFolder(base):
		c.faults.Add(diag.Fault{
			Pos: at, Code: diag.MisplacedKind,
			Message: k.saysOfFolders(),
			Hint:    "move it to another place, or delete it",
		})
		return fs.SkipDir
	case strings.Count(name, "/") >= Deepest:
		c.faults.Add(diag.Fault{
			Pos: at, Code: diag.FolderTooDeep,
			Message: fmt.Sprintf("the folder is more than %d folders deep", Deepest),
			Hint:    "move it up",
		})
		return fs.SkipDir
	}
	return nil
}

func (c *checker) isFolder(at diag.Pos) {
	c.faults.Add(diag.Fault{
		Pos: at, Code: diag.SpecialFile,
		Message: "expected a file of this name, found a folder",
		Hint:    "delete it, or rename it",
	})
}

// leads reports what is neither a file nor a folder.
func (c *checker) leads(at diag.Pos, name string, entry fs.DirEntry) bool {
	switch kind := entry.Type(); {
	case kind&fs.ModeSymlink != 0:
		c.faults.Add(diag.Fault{
			Pos: at, Code: diag.SymbolicLink,
			Message: fmt.Sprintf("expected a file, found %s", regular.Kind(kind)),
			Hint:    "put the file itself here",
		})
		return true
	case !kind.IsRegular() && !kind.IsDir():
		c.faults.Add(diag.Fault{
			Pos: at, Code: diag.SpecialFile,
			Message: fmt.Sprintf("expected a file or a folder, found %s", regular.Kind(kind)),
			Hint:    "delete it",
		})
		return true
	}
	return false
}

// name reports a name that some system cannot have, and returns whether every system can.
func (c *checker) name(at diag.Pos, name string) bool {
	why := unfit(path.Base(name))
	if why != "" {
		c.faults.Add(diag.Fault{
			Pos: at, Code: diag.FileName,
			Message: why,
			Hint:    "rename it, with letters, digits and hyphens only",
		})
	} else {
		c.faults.Characters(diag.Text{Value: path.Base(name), Pos: at})
	}
	same := cases.Fold().String(norm.NFC.String(name))
	if other, taken := c.names[same]; taken {
		c.faults.Add(diag.Fault{
			Pos: at, Code: diag.NameClash,
			Message: fmt.Sprintf("some computers take this name and %s for the same: they differ in capitals or accents only", other),
			Hint:    "rename one of the two",
		})
		return false
	}
	c.names[same] = name
	return why == ""
}

// size reports a file larger than a build reads, and inspects files that no other package inspects.
func (c *checker) size(at diag.Pos, name string, entry fs.DirEntry) error {
	if own, _ := alike(name, c.schools); closely(own) || path.Ext(name) == ".toml" {
		return nil // diag reads it, and has the same limit
	}
	if path.Base(name) == Report && slices.Contains(c.schools, path.Dir(name)) {
		return nil // it is as large as what was imported
	}
	limit := int64(diag.Limit)
	if k, _ := c.kindOf(path.Dir(name)); k.published {
		limit = Largest
	}
	info, err := entry.Info()
	if err != nil {
		return err
	}
	if info.Size() > limit {
		c.faults.Add(diag.Fault{
			Pos: at, Code: diag.FileTooLarge,
			Message: fmt.Sprintf("the file is larger than %d KB", limit>>10),
			Hint:    "is it the right file? If it is, make it smaller",
		})
		return nil
	}
	body, err := regular.ReadFile(c.fsys, name, limit)
	if err == nil {
		inspect(name, body, &c.faults)
	}
	return err
}

// reserved are names that Windows reserves, with any ending
// (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
var reserved = map[string]bool{"con": true, "prn": true, "aux": true, "nul": true}

func init() {
	for i := '1'; i <= '9'; i++ {
		reserved["com"+string(i)], reserved["lpt"+string(i)] = true, true
	}
}

// unfit returns why some system cannot have a name, or "". Hugo is told to ignore the same characters, which editors
// put into the names of their own files.
func unfit(base string) string {
	stem, _, _ := strings.Cut(strings.ToLower(base), ".")
	switch {
	case reserved[strings.TrimSpace(stem)]:
		return fmt.Sprintf("Windows keeps the name %q for itself", stem)
	case strings.ContainsAny(base, "<>:\"\\|?*") || strings.ContainsFunc(base, unicode.IsControl):
		return "some computers do not allow a character in the name"
	case strings.HasPrefix(base, "."):
		return "the name begins with a full stop: such files are hidden and not published"
	case strings.ContainsAny(base, "~#$"):
		return "the name has ~, # or $ in it, as the names of temporary files do"
	case strings.HasSuffix(base, ".") && base != "." || strings.HasSuffix(base, " ") || strings.HasPrefix(base, " "):
		return "the name begins or ends with a space, or ends with a full stop"
	case !norm.NFC.IsNormalString(base):
		return "the accents in the name are stored as separate characters (NFD): the address would not be the one that people type"
	case len(base) > 200:
		return "the name is longer than 200 bytes"
	}
	return ""
}
