// Package clause reads the YAML files of a school and of the library into the model: the policy and its clauses, and the
// lists that lessons use.
package clause

import (
	"errors"
	"fmt"
	"io/fs"
	"path"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/record"
	"safeonline/tools/internal/regular"
)

// Documents names the files of the school's policy, in the order of the adopted text.
var Documents = []string{"acceptable-use", "staff", "ks2", "ks1"}

// file is a YAML file and the part of the model that it becomes.
type file struct {
	name string
	into any
}

// library is the folder of what every school shares.
const library = "data/library"

// files returns the files of the school's folder and of the library, with the parts of d that they become.
func files(d *model.Data) []file {
	list := []file{
		{d.Folder + "/school.yaml", &d.School},
		{d.Folder + "/redirects.yaml", &d.Redirects},
		{library + "/help.yaml", &d.Help},
		{library + "/frameworks.yaml", &d.Frameworks},
		{library + "/cast.yaml", &d.Cast},
		{library + "/misconceptions.yaml", &d.Misconceptions},
		{library + "/pictures.yaml", &d.Pictures},
		{library + "/wording.yaml", &d.Wording},
		{library + "/year.yaml", &d.Year},
		{library + "/licences.yaml", &d.Licences},
		{library + "/scenery.yaml", &d.Scenery},
	}
	for i, name := range Documents {
		list = append(list, file{d.Folder + "/policy/" + name + ".yaml", &d.Documents[i]})
	}
	return list
}

// Read reads the school's folder and the library below fsys. A file that is missing is a fault; one that cannot be read
// is an error.
func Read(fsys fs.FS, school string) (model.Data, diag.List, error) {
	d := model.Data{Folder: school, Documents: make([]model.Document, len(Documents))}
	var faults diag.List
	var read, missing []string
	for _, f := range files(&d) {
		read = append(read, f.name)
		src, found, err := diag.Read(fsys, f.name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			missing = append(missing, f.name)
		case err != nil:
			return d, faults, err
		case src != nil:
			found.Guard(diag.Pos{Source: src}, func() { found = append(found, record.Decode(src, f.into)...) })
		}
		faults = append(faults, found...)
	}
	d.Flawed = faults.Failed() || len(missing) > 0
	err := unread(fsys, []string{school, library}, read, missing, &faults)
	documentIDs(&d, &faults)
	bareEmoji(&d)
	err = errors.Join(err, pictureFiles(fsys, pictured(d), &faults), licences(fsys, d.Licences, &faults))
	return d, faults, err
}

// documentIDs reports a document whose id is not its file's name, and corrects the id: pages and lessons find the
// document by it.
func documentIDs(d *model.Data, faults *diag.List) {
	for i, name := range Documents {
		id := &d.Documents[i].ID
		if id.Value != "" && id.Value != name {
			faults.Add(diag.Fault{
				Pos: id.Pos, Code: diag.DocumentID,
				Message: fmt.Sprintf("the id %q is not the name of the file", id.Value),
				Hint:    "write id: " + name,
			})
			id.Value = name
		}
	}
}

// pictured returns the names of the files of every list of pictures.
func pictured(d model.Data) (files []diag.Text) {
	for _, p := range d.Pictures {
		files = append(files, p.File)
	}
	for _, p := range d.Scenery {
		files = append(files, p.File)
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
		_, err := regular.Stat(fsys, name)
		if errors.Is(err, fs.ErrNotExist) {
			faults.Add(diag.Fault{
				Pos: file.Pos, Code: diag.PictureFile,
				Message: fmt.Sprintf("there is no picture %q", file.Value),
				Hint:    "copy the picture to " + name,
			})
		} else if err != nil {
			return err
		}
	}
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
		for _, s := range doc.Sections {
			for i := range s.Clauses {
				s.Clauses[i].Picture.Value = model.BareEmoji(s.Clauses[i].Picture.Value)
			}
		}
	}
}
