// Package folder looks over the folders that a build reads, before anything reads them. A folder holds the kinds of file that
// it is for (kinds), and what editors and systems leave there is passed over (Ignored). What a folder must not hold: ways
// out of it (symbolic links, devices), names that one system has and another can't, two names that are one on some system,
// files that are not what their names say, and files or folders far beyond what people write. So a site is the same
// wherever it is built, and made of its own files alone.
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

// Limits of what a build reads. The largest file that is published has 85 KB, and the project some 500 files, four folders
// deep.
const (
	Largest = 4 << 20 // bytes of a file that is published as it is
	Most    = 5_000   // files and folders
	Deepest = 8       // folders in folders
)

// Root are the names in the project's own folder that a build reads, beside its folders: what the command, Hugo, or
// esbuild within Hugo opens there, if it is there.
var Root = append([]string{"LICENSE", "go.mod", "hugo.toml", "netlify.toml", "package.json", "tsconfig.json"}, unasked...)

// unasked are names in the project's own folder that Hugo reads of its own accord, and that this project has no use for.
var unasked = []string{"acronyms.json", "archetypes", "inflections.json", "packages", "themes"}

// Check looks over folders, and files beside them, by their names below fsys. One that is not there holds nothing.
func Check(fsys fs.FS, names ...string) (diag.List, error) {
	c := checker{fsys: fsys, names: map[string]string{}}
	for _, name := range names {
		info, err := fs.Lstat(fsys, name)
		_, isFolder := kindOf(name)
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

// Unsafe reports whether there are ways out of the folders among the faults, or what never ends: then nothing may be read.
func Unsafe(faults diag.List) (found diag.List) {
	for _, f := range faults {
		if f.Code == diag.SymbolicLink || f.Code == diag.SpecialFile {
			found = append(found, f)
		}
	}
	return found
}

var errMany = errors.New("too many files")

type checker struct {
	fsys   fs.FS
	names  map[string]string // a name as any system would compare it, to the name that has it
	count  int
	faults diag.List
}

// root looks at a name in the project's own folder that is no folder, or should be none.
func (c *checker) root(name string, info fs.FileInfo, folder bool) error {
	at := diag.WholeFile(name)
	switch entry := fs.FileInfoToDirEntry(info); {
	case c.leads(at, name, entry):
		return nil
	case folder:
		c.faults.Add(diag.Fault{
			Pos: at, Code: diag.SpecialFile,
			Message: "this is a file, and not a folder",
			Hint:    "delete it, and bring the folder back from the project's history",
		})
		return nil
	case slices.Contains(unasked, name):
		c.faults.Add(diag.Fault{
			Pos: at, Code: diag.MisplacedKind,
			Message: "Hugo reads this name of its own accord, and would build another site",
			Hint:    "delete it, or give it another name",
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
		c.faults = slices.DeleteFunc(c.faults, func(f diag.Fault) bool { return f.Code == diag.MisplacedKind }) // one slip, one fault
		c.faults.Add(diag.Fault{
			Pos: at, Code: diag.TooManyFiles,
			Message: fmt.Sprintf("there are more than %d files from here on", Most),
			Hint:    "is a folder of something else among them?",
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
	if k, _ := kindOf(path.Dir(name)); named && !k.may(path.Base(name)) {
		c.faults.Add(diag.Fault{
			Pos: at, Code: diag.MisplacedKind,
			Message: k.says(),
			Hint:    k.instead(path.Base(name)),
		})
		return nil
	}
	return c.size(at, name, entry)
}

// folder looks at a folder within another.
func (c *checker) folder(at diag.Pos, name string) error {
	if !strings.Contains(name, "/") {
		return nil
	}
	k, _ := kindOf(path.Dir(name))
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
		Message: "this is a folder, and its name is a file's",
		Hint:    "delete it, or give the folder another name",
	})
}

// leads reports what is no file and no folder.
func (c *checker) leads(at diag.Pos, name string, entry fs.DirEntry) bool {
	switch kind := entry.Type(); {
	case kind&fs.ModeSymlink != 0:
		c.faults.Add(diag.Fault{
			Pos: at, Code: diag.SymbolicLink,
			Message: fmt.Sprintf("this is %s", regular.Kind(kind)),
			Hint:    "put the file itself here",
		})
		return true
	case !kind.IsRegular() && !kind.IsDir():
		c.faults.Add(diag.Fault{
			Pos: at, Code: diag.SpecialFile,
			Message: fmt.Sprintf("this is %s: neither a file nor a folder", regular.Kind(kind)),
			Hint:    "delete it",
		})
		return true
	}
	return false
}

// name reports a name that can't be a file's everywhere, and reports whether it can.
func (c *checker) name(at diag.Pos, name string) bool {
	why := unfit(path.Base(name))
	if why != "" {
		c.faults.Add(diag.Fault{
			Pos: at, Code: diag.FileName,
			Message: why,
			Hint:    "give it another name: letters, digits, hyphens",
		})
	} else {
		c.faults.Characters(diag.Text{Value: path.Base(name), Pos: at})
	}
	same := cases.Fold().String(norm.NFC.String(name))
	if other, taken := c.names[same]; taken {
		c.faults.Add(diag.Fault{
			Pos: at, Code: diag.NameClash,
			Message: fmt.Sprintf("%s is the same name where capitals or accents are written another way", other),
			Hint:    "rename one of the two",
		})
		return false
	}
	c.names[same] = name
	return why == ""
}

// size reports a file beyond what a build reads, and looks into the others that nobody else does.
func (c *checker) size(at diag.Pos, name string, entry fs.DirEntry) error {
	if strings.HasPrefix(name, "data/") || strings.HasPrefix(name, "content/") && path.Ext(name) == ".md" || path.Ext(name) == ".toml" {
		return nil // read by diag, which says the same of them
	}
	limit := int64(diag.Limit)
	if k, _ := kindOf(path.Dir(name)); k.published && !closely(name) {
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
			Hint:    "is it the right file? make it smaller if it is",
		})
		return nil
	}
	if closely(name) {
		return nil
	}
	body, err := regular.ReadFile(c.fsys, name, limit)
	if err == nil {
		inspect(name, body, &c.faults)
	}
	return err
}

// reserved are names that Windows keeps for itself, with whatever ending
// (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
var reserved = map[string]bool{"con": true, "prn": true, "aux": true, "nul": true}

func init() {
	for i := '1'; i <= '9'; i++ {
		reserved["com"+string(i)], reserved["lpt"+string(i)] = true, true
	}
}

// unfit returns why a name can't be a file's on every system, or nothing. Hugo is told to pass over the same marks that
// editors put into the names of their own files.
func unfit(base string) string {
	stem, _, _ := strings.Cut(strings.ToLower(base), ".")
	switch {
	case reserved[strings.TrimSpace(stem)]:
		return fmt.Sprintf("Windows keeps the name %q for itself", stem)
	case strings.ContainsAny(base, "<>:\"\\|?*") || strings.ContainsFunc(base, unicode.IsControl):
		return "the name holds a character that not every system allows"
	case strings.HasPrefix(base, "."):
		return "the name begins with a full stop: such files are hidden, and never published"
	case strings.ContainsAny(base, "~#$"):
		return "the name holds a character that programs put into the names of their own files (~, # or $)"
	case strings.HasSuffix(base, ".") && base != "." || strings.HasSuffix(base, " ") || strings.HasPrefix(base, " "):
		return "the name begins or ends with a blank, or ends with a full stop"
	case !norm.NFC.IsNormalString(base):
		return "the name has accents as letters of their own (NFD): the address would differ from the one that people type"
	case len(base) > 200:
		return "the name is longer than 200 bytes"
	}
	return ""
}
