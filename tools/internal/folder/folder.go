// Package folder looks over the folders that a build reads, before anything reads them. What a folder must not hold: ways out
// of it (symbolic links, devices), names that one system has and another can't, two names that are one on some system,
// and files or folders far beyond what people write. So a site is the same wherever it is built, and made of its own
// files alone.
package folder

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"safeonline/tools/internal/diag"
)

// Limits of what a build reads. The largest picture has 20 KB, and the project some 500 files, four folders deep.
const (
	Largest = 4 << 20 // bytes of a file that is published as it is
	Most    = 5_000   // files and folders
	Deepest = 8       // folders in folders
)

// text are the folders of words that Hugo reads by itself: these have the limit of what Go reads (diag.Limit).
var text = []string{"content", "layouts", "i18n"}

// Check looks over folders, by their names below fsys. One that is not there holds nothing.
func Check(fsys fs.FS, folders ...string) (diag.List, error) {
	c := checker{fsys: fsys, names: map[string]string{}}
	for _, folder := range folders {
		root, err := fs.Lstat(fsys, folder)
		if err == nil && root.Mode()&fs.ModeSymlink != 0 { // which WalkDir would follow
			err = c.see(folder, fs.FileInfoToDirEntry(root), nil)
		} else if err == nil {
			err = fs.WalkDir(fsys, folder, c.see)
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, errMany) {
			return nil, err
		}
	}
	return c.faults, nil
}

var errMany = errors.New("too many files")

type checker struct {
	fsys   fs.FS
	names  map[string]string // a name as any system would compare it, to the name that has it
	count  int
	faults diag.List
}

func (c *checker) see(name string, entry fs.DirEntry, err error) error {
	if err != nil {
		return err
	}
	at := diag.Pos{Source: diag.NewSource(name, nil)}
	if c.count++; c.count > Most {
		c.faults.Errorf(at, "too-many-files", "is a folder of something else among them?", "there are more than %d files from here on", Most)
		return errMany
	}
	if c.leads(at, name, entry) {
		return nil
	}
	c.name(at, name)
	if entry.IsDir() {
		if strings.Count(name, "/") >= Deepest {
			c.faults.Errorf(at, "folder-too-deep", "move it up", "the folder is more than %d folders deep", Deepest)
			return fs.SkipDir
		}
		return nil
	}
	return c.size(at, name, entry)
}

// leads reports what is no file and no folder. A link that leads nowhere is what some editors leave beside an open file.
func (c *checker) leads(at diag.Pos, name string, entry fs.DirEntry) bool {
	switch kind := entry.Type(); {
	case kind&fs.ModeSymlink != 0:
		if _, err := fs.Stat(c.fsys, name); !errors.Is(err, fs.ErrNotExist) {
			c.faults.Errorf(at, "symbolic-link", "put the file itself here", "this is a link to another place")
		}
		return true
	case !kind.IsRegular() && !kind.IsDir():
		c.faults.Errorf(at, "special-file", "delete it", "this is neither a file nor a folder")
		return true
	}
	return false
}

func (c *checker) name(at diag.Pos, name string) {
	if why := unfit(path.Base(name)); why != "" {
		c.faults.Errorf(at, "file-name", "give it another name: letters, digits, hyphens", "%s", why)
	} else {
		c.faults.Characters(diag.Text{Value: path.Base(name), Pos: at})
	}
	same := cases.Fold().String(norm.NFC.String(name))
	if other, taken := c.names[same]; taken {
		c.faults.Errorf(at, "name-clash", "rename one of the two", "%s is the same name where capitals or accents are written another way", other)
		return
	}
	c.names[same] = name
}

func (c *checker) size(at diag.Pos, name string, entry fs.DirEntry) error {
	if strings.HasPrefix(name, "data/") || strings.HasPrefix(name, "content/") && path.Ext(name) == ".md" {
		return nil // read by diag, which says the same of them
	}
	info, err := entry.Info()
	if err != nil {
		return err
	}
	limit := int64(Largest)
	folder, _, _ := strings.Cut(name, "/")
	for _, t := range text {
		if folder == t {
			limit = diag.Limit
		}
	}
	if info.Size() > limit {
		c.faults.Errorf(at, "file-too-large", "is it the right file? make it smaller if it is", "the file is larger than %d KB", limit>>10)
	}
	return nil
}

// reserved are names that Windows keeps for itself, with whatever ending
// (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
var reserved = map[string]bool{"con": true, "prn": true, "aux": true, "nul": true}

func init() {
	for i := '1'; i <= '9'; i++ {
		reserved["com"+string(i)], reserved["lpt"+string(i)] = true, true
	}
}

// unfit tells why a name can't be a file's on every system, or nothing.
func unfit(base string) string {
	stem, _, _ := strings.Cut(strings.ToLower(base), ".")
	switch {
	case reserved[strings.TrimSpace(stem)]:
		return fmt.Sprintf("Windows keeps the name %q for itself", stem)
	case strings.ContainsAny(base, "<>:\"\\|?*") || strings.ContainsFunc(base, unicode.IsControl):
		return "the name holds a character that not every system allows"
	case strings.HasSuffix(base, ".") && base != "." || strings.HasSuffix(base, " ") || strings.HasPrefix(base, " "):
		return "the name begins or ends with a blank, or ends with a full stop"
	case !norm.NFC.IsNormalString(base):
		return "the name has accents as letters of their own (NFD): the address would differ from the one that people type"
	case len(base) > 200:
		return "the name is longer than 200 bytes"
	}
	return ""
}
