// Package clause reads the YAML files of a school and of the library into the model: the policy and its clauses, and the
// lists that lessons use.
package clause

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/kind"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/regular"
)

// file is a YAML file and the part of the model that it becomes. The folders that a school inherits from may have the same file: the
// school's is laid over it.
type file struct {
	name     string
	beneath  []string // the same file of those folders, the nearest first
	into     any
	optional bool   // nothing is wrong if there is none
	begin    string // how to make it where there never was one; "" if there was
}

// library is the folder of what every school shares.
const library = "data/library"

// own returns the files of the school's folder, with the parts of d that they become.
func own(d *model.Data) []file {
	d.TrustImports = make([]model.Import, len(d.Trusts))
	var imports []file
	for i, trust := range d.Trusts {
		imports = append(imports, file{name: trust + "/import.yaml", into: &d.TrustImports[i], optional: true})
	}
	return append(imports, []file{
		{name: d.Folder + "/school.yaml", beneath: folder.Within(d.Trusts, "school.yaml"), into: &d.School, begin: begin(d.Folder)},
		{name: d.Folder + "/history.yaml", beneath: folder.Within(d.Trusts, "history.yaml"), into: &d.History, optional: true},
		{name: d.Folder + "/redirects.yaml", beneath: folder.Within(d.Trusts, "redirects.yaml"), into: &d.Redirects, optional: true},
		{name: d.Folder + "/expected.yaml", beneath: folder.Within(d.Trusts, "expected.yaml"), into: &d.Comparison, optional: true},
		{name: d.Folder + "/frameworks.yaml", beneath: folder.Within(d.Trusts, "frameworks.yaml"), into: &d.Mapped, optional: true},
		{name: d.Folder + "/import.yaml", into: &d.Import, optional: true},
	}...)
}

// begin says how the folder of a school comes to its first file.
func begin(school string) string {
	at := diag.Argument(school)
	return "if the folder is new, copy the school.yaml of another school and change its values, or begin with go run ./tools/site new " + at +
		` --name "…", or, from the school's own policy, go run ./tools/site import FILE --school ` + at
}

// shared returns the files of the library, with the parts of d that they become.
func shared(d *model.Data) []file {
	return []file{
		{name: library + "/stages.yaml", into: &d.Stages},
		{name: library + "/topics.yaml", into: &d.Topics},
		{name: library + "/help.yaml", into: &d.Help},
		{name: library + "/frameworks.yaml", into: &d.Frameworks},
		{name: library + "/cast.yaml", into: &d.Cast},
		{name: library + "/misconceptions.yaml", into: &d.Misconceptions},
		{name: library + "/cautions.yaml", into: &d.Cautions, optional: true},
		{name: library + "/guidance.yaml", into: &d.Guidance, optional: true},
		{name: library + "/childrens-code.yaml", into: &d.Standards, optional: true},
		{name: library + "/expected.yaml", into: &d.Expected, optional: true},
		{name: library + "/spelling.yaml", into: &d.Spelling, optional: true},
		{name: library + "/pictures.yaml", into: &d.Pictures},
		{name: library + "/wording.yaml", into: &d.Wording},
		{name: library + "/year.yaml", into: &d.Year},
		{name: library + "/licences.yaml", into: &d.Licences},
		{name: library + "/scenery.yaml", into: &d.Scenery},
		{name: library + "/places.yaml", into: &d.Places, optional: true},
		{name: library + "/asked.yaml", into: &d.Asked, optional: true},
		{name: library + "/examples.yaml", into: &d.Examples, optional: true},
		{name: library + "/alike.yaml", into: &d.Alike, optional: true},
	}
}

// documents returns the YAML files of a text of the policy in one of the folders of a school, or of those that it inherits from, and a
// document for each.
func documents(fsys fs.FS, d *model.Data, below string) (list []file, documents []model.Document, err error) {
	var names []string
	for _, root := range append([]string{d.Folder}, d.Trusts...) {
		entries, failed := fs.ReadDir(fsys, path.Join(root, below))
		if !errors.Is(failed, fs.ErrNotExist) { // that there is no policy is reported
			err = errors.Join(err, failed)
		}
		for _, entry := range entries {
			if path.Ext(entry.Name()) == ".yaml" && entry.Type().IsRegular() && !folder.Ignored(entry.Name(), false) {
				names = append(names, entry.Name())
			}
		}
	}
	slices.Sort(names)
	names = slices.Compact(names)
	documents = make([]model.Document, len(names))
	for i, name := range names {
		list = append(list, file{name: path.Join(d.Folder, below, name), beneath: folder.Within(d.Trusts, path.Join(below, name)), into: &documents[i]})
	}
	return list, documents, err
}

// tidy brings the documents of one text into the form in which the rest of the program knows them. It drops those that were left out, or
// could not be read.
func tidy(documents []model.Document, faults *diag.List) []model.Document {
	documents = slices.DeleteFunc(documents, func(d model.Document) bool { return d.Pos.Source == nil })
	documentIDs(documents, faults)
	inOrder(documents)
	marks(documents)
	return documents
}

// documentIDs reports a document whose id is not its file's name, and corrects the id: pages find the document by it.
func documentIDs(documents []model.Document, faults *diag.List) {
	for i := range documents {
		id := &documents[i].ID
		if id.Value == "" {
			continue // package record has reported it
		}
		name := strings.TrimSuffix(path.Base(id.Pos.Source.Name), ".yaml")
		if better := kind.MakeID(name); !kind.IsID(name) && better != "" {
			faults.Add(diag.Fault{
				Pos: id.Pos, Code: diag.DocumentID,
				Message: fmt.Sprintf("the id of a document is the name of its file, and %q cannot be an id", name),
				Hint:    fmt.Sprintf("rename the file to %s.yaml, and write id: %[1]s", better),
			})
			continue
		}
		if id.Value != name {
			faults.Add(diag.Fault{
				Pos: id.Pos, Code: diag.DocumentID,
				Message: fmt.Sprintf("the id %q is not the name of the file", id.Value),
				Hint:    "write id: " + name,
			})
			id.Value = name
		}
	}
}

// inOrder sorts the documents: the policy, then the agreements by their order. Without one, they are first, by the names of
// their files.
func inOrder(documents []model.Document) {
	slices.SortStableFunc(documents, func(a, b model.Document) int {
		if a.IsPolicy() != b.IsPolicy() {
			if a.IsPolicy() {
				return -1
			}
			return 1
		}
		return cmp.Compare(a.Order.Value, b.Order.Value)
	})
}

// marks gives each clause without a mark its place in the document. The parts of a clause have the mark of the clause and a
// letter, as in 3a, and their own parts a number after that, as in 3a1.
func marks(documents []model.Document) {
	for _, doc := range documents {
		place := 0
		for _, s := range doc.Sections {
			for i := range s.Clauses {
				place++
				mark(&s.Clauses[i], strconv.Itoa(place), letters, strconv.Itoa)
			}
		}
	}
}

// mark gives a clause without a mark another one, and marks its parts: part writes the place of a part, and below that of a part
// of it.
func mark(c *model.Clause, otherwise string, part, below func(int) string) {
	if c.Mark.Value == "" {
		c.Mark.Value = otherwise
	}
	for i := range c.Clauses {
		mark(&c.Clauses[i], c.Mark.Value+part(i+1), below, part)
	}
}

// letters counts in letters: a to z, and after that aa, ab and so on.
func letters(n int) string {
	if n < 1 {
		return ""
	}
	return letters((n-1)/26) + string(rune('a'+(n-1)%26))
}

// pictured returns the names of the files of every list of pictures.
func pictured(d model.Data) (files []diag.Text) {
	for _, p := range d.Pictures {
		files = append(files, p.File)
	}
	for _, p := range d.Scenery {
		files = append(files, p.File)
	}
	for _, s := range d.Stages {
		files = append(files, s.Icon)
	}
	return files
}

// pictureFiles reports pictures whose file does not exist.
func pictureFiles(fsys fs.FS, pictures []diag.Text, faults *diag.List) error {
	for _, file := range pictures {
		if file.Value == "" {
			continue // package record has reported it
		}
		name := path.Join("assets/pictures", file.Value)
		if !fs.ValidPath(name) || path.Dir(name) != "assets/pictures" || path.Ext(name) != ".svg" {
			faults.Add(diag.Fault{
				Pos: file.Pos, Code: diag.PictureFile,
				Message: fmt.Sprintf("%q is not the name of a picture", file.Value),
				Hint:    "write the name of a file in assets/pictures that ends in .svg",
			})
			continue
		}
		if err := pictureFile(fsys, file, name, faults); err != nil {
			return err
		}
	}
	return nil
}

// pictureFile reports a picture whose file does not exist.
func pictureFile(fsys fs.FS, picture diag.Text, name string, faults *diag.List) error {
	_, err := regular.Stat(fsys, name)
	if !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	faults.Add(diag.Fault{
		Pos: picture.Pos, Code: diag.PictureFile,
		Message: fmt.Sprintf("there is no picture %q", picture.Value),
		Hint:    "copy the picture to " + name,
	})
	return nil
}

// bareEmoji converts every emoji to the form in which lessons are read.
func bareEmoji(d *model.Data) {
	for i := range d.Pictures {
		d.Pictures[i].Emoji.Value = model.BareEmoji(d.Pictures[i].Emoji.Value)
	}
	for i := range d.Cast {
		d.Cast[i].Picture.Value = model.BareEmoji(d.Cast[i].Picture.Value)
	}
	for _, doc := range d.Documents {
		for c := range doc.AllClauses() {
			c.Picture.Value = model.BareEmoji(c.Picture.Value)
		}
	}
}
