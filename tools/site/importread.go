package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	blocks "safeonline/tools/internal/block"
	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/docx"
	"safeonline/tools/internal/draft"
	"safeonline/tools/internal/source"
)

// fileName returns the name of a file of the import: below the project's folder if it was given so that it can be, with slashes.
func (e *env) fileName(file string) string {
	rel, err := filepath.Rel(e.root, e.full(file))
	if err != nil || filepath.IsAbs(file) && !filepath.IsLocal(rel) {
		return filepath.ToSlash(file)
	}
	return filepath.ToSlash(rel)
}

// sourceEndings are those of the files that an import takes from a folder.
var sourceEndings = []string{".docx", ".doc", ".docm", ".md", ".markdown", ".txt"}

// read reads the files, and reports those that cannot be read. It stops while nobody has said what becomes of tracked changes.
func (i *importing) read() error {
	if !i.fresh {
		for _, f := range i.record.Files {
			i.files = append(i.files, f.Value)
		}
		if i.changes == "" {
			i.changes = i.record.Changes.Value
		}
	}
	if len(i.files) == 0 {
		return usageError{fmt.Errorf("no file given, and %s/import.yaml names none: name the school's policy, as in policy.docx", i.env.school)}
	}
	names, err := i.expanded()
	if err != nil {
		return err
	}
	i.twice(names)
	for _, name := range names {
		if err := i.readFile(name); err != nil {
			return err
		}
	}
	if i.changes == "" {
		i.tracked()
	}
	if i.faults.Failed() {
		return i.env.report(i.faults)
	}
	return nil
}

// full returns where a file is that import.yaml names.
func (i *importing) full(name string) string {
	if file := filepath.FromSlash(name); filepath.IsAbs(file) {
		return file
	}
	return filepath.Join(i.env.root, filepath.FromSlash(name))
}

// expanded returns the names of the files, with those in a folder in its place, in the order of their names.
func (i *importing) expanded() (names []string, err error) {
	for _, name := range i.files {
		info, err := os.Stat(i.full(name))
		if err != nil || !info.IsDir() {
			names = append(names, name)
			continue
		}
		entries, err := os.ReadDir(i.full(name))
		if err != nil {
			return nil, err
		}
		before := len(names)
		for _, entry := range entries {
			switch base := entry.Name(); {
			case base[0] == '.' || base[0] == '~':
			case entry.Type().IsRegular() && slices.Contains(sourceEndings, strings.ToLower(path.Ext(base))):
				names = append(names, path.Join(name, base))
			default:
				i.passed = append(i.passed, path.Join(name, base))
			}
		}
		if len(names) == before {
			i.unreadable(name, "the folder has no Word file, and none with text (.txt) or Markdown (.md)", "put the school's policy into it, or name the file itself")
		}
	}
	return names, nil
}

// twice reports files that were given twice, by themselves or with their folder: each would become two documents.
func (i *importing) twice(names []string) {
	seen := map[string]bool{}
	for _, name := range names {
		full := filepath.Clean(i.full(name))
		if seen[full] {
			i.faults.Add(diag.Fault{Pos: diag.WholeFile(name), Code: diag.FileTwice, Message: "the file is given twice", Hint: "name it once; a folder stands for all files in it"})
		}
		seen[full] = true
	}
}

func (i *importing) unreadable(name, message, hint string) {
	i.faults.Add(diag.Fault{Pos: diag.WholeFile(name), Code: diag.UnreadableFile, Message: message, Hint: hint})
}

func (i *importing) readFile(name string) error {
	full := i.full(name)
	how := docx.Accept
	if i.changes == "reject" {
		how = docx.Reject
	}
	file, err := source.Read(os.DirFS(filepath.Dir(full)), filepath.Base(full), how)
	unread := new(blocks.Fault)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		i.unreadable(name, "there is no such file", "is its name spelt as it is on the disk?")
		return nil
	case errors.As(err, &unread):
		message := unread.Message
		if unread.Place.Paragraph > 0 {
			message = unread.Place.String() + ": " + message
		}
		i.unreadable(name, message, unread.Hint)
		return nil
	case err != nil:
		return err
	}
	i.sources = append(i.sources, draft.Source{Name: name, File: file})
	return nil
}

// tracked lists tracked changes and reports that nobody has said what becomes of them.
func (i *importing) tracked() {
	for _, s := range i.sources {
		n := len(s.File.Changes)
		if n == 0 {
			continue
		}
		for _, c := range s.File.Changes {
			fmt.Fprintf(i.env.stdout, "%s, %s, %s: %s\n", s.Name, c.Place, c.Kind, shortLine(c.Text))
		}
		i.faults.Add(diag.Fault{
			Pos: diag.WholeFile(s.Name), Code: diag.TrackedChanges,
			Message: fmt.Sprintf("the file has tracked changes (%d, listed above), and the school has not said whether they count", n),
			Hint:    "import it with --changes accept or --changes reject, or settle them in Word first",
		})
	}
}
