package clause

import (
	"errors"
	"io/fs"
	"maps"
	"path"
	"slices"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/record"
)

// Read reads the school's folder, the folders that it inherits from, the nearest first, and the library below fsys. A file that is missing is
// a fault unless it is optional; one that cannot be read is an error.
func Read(fsys fs.FS, school string, trusts ...string) (model.Data, diag.List, error) {
	d := model.Data{Folder: school, Trusts: trusts, Omitted: map[string]diag.Text{}}
	r := reader{fsys: fsys, data: &d, read: folder.Within(trusts, "import.yaml")} // how a trust was made is its own affair
	policy, documents, err := documents(fsys, &d, "policy")
	earlier := texts{}
	former, failed := earlier.read(fsys, &d)
	if err := errors.Join(err, failed); err != nil {
		return d, r.faults, err
	}
	if err := r.all(slices.Concat(own(&d), shared(&d), policy, former), slices.Concat([]string{school}, trusts, []string{library})); err != nil {
		return d, r.faults, err
	}
	d.Documents = tidy(documents, &r.faults)
	earlier.give(&d, &r.faults)
	return d, r.faults, r.pictures()
}

// Library is like Read for what every school shares, without a school.
func Library(fsys fs.FS) (model.Data, diag.List, error) {
	d := model.Data{Omitted: map[string]diag.Text{}}
	r := reader{fsys: fsys, data: &d}
	if err := r.all(shared(&d), []string{library}); err != nil {
		return d, r.faults, err
	}
	return d, r.faults, r.pictures()
}

// reader reads files into the model.
type reader struct {
	fsys    fs.FS
	data    *model.Data
	read    []string
	missing []file
	faults  diag.List
}

// all reads files, and the illustrations in some folders, and reports files in these that are not among them.
func (r *reader) all(files []file, folders []string) error {
	for _, f := range files {
		if err := r.file(f); err != nil {
			return err
		}
	}
	drawn, err := illustrations(r.fsys, folders, r.data, &r.faults)
	if err != nil {
		return err
	}
	r.read = append(r.read, drawn...)
	r.data.Flawed = r.faults.Failed() || slices.ContainsFunc(r.missing, func(f file) bool { return !f.optional })
	return unread(r.fsys, folders, r.read, r.missing, &r.faults)
}

// pictures reads the pictures that the lists name, and what illustrations are put together from.
func (r *reader) pictures() error {
	bareEmoji(r.data)
	return errors.Join(pictureFiles(r.fsys, pictured(*r.data), &r.faults), drawings(r.fsys, r.data, &r.faults), licences(r.fsys, r.data.Licences, &r.faults))
}

// file reads a file of the school's, laid over those that it inherits, or one of the library's.
func (r *reader) file(f file) error {
	var sources []*diag.Source
	sound := true
	names := append([]string{f.name}, f.beneath...)
	for _, name := range slices.Backward(names) {
		src, found, err := diag.Read(r.fsys, name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			continue
		case err != nil:
			return err
		}
		r.faults = append(r.faults, found...)
		sources, sound = append(sources, src), sound && src != nil
	}
	r.read = append(r.read, names...)
	switch {
	case len(sources) == 0:
		r.missing = append(r.missing, f)
	case sound:
		r.faults.Guard(diag.Pos{Source: sources[len(sources)-1]}, func() { r.decode(f, sources) })
	}
	return nil
}

// decode reads the sources of a file, each laid over the one before.
func (r *reader) decode(f file, sources []*diag.Source) {
	var beneath record.Beneath
	if at := path.Dir(f.name); path.Base(at) == "policy" && sources[0].Name == f.name && len(r.data.Trusts) > 0 {
		beneath = r.policy(r.data.Trusts[0])
	}
	o := record.DecodeOver(f.into, beneath, sources...)
	r.faults = append(r.faults, o.Faults...)
	maps.Copy(r.data.Omitted, o.Omitted)
}

// policy returns the documents of a trust.
func (r *reader) policy(trust string) record.Beneath {
	b := record.Beneath{Folder: path.Join(trust, "policy")}
	b.Names, _ = folder.Glob(r.fsys, b.Folder, "*.yaml") // for a hint only
	for i, name := range b.Names {
		b.Names[i] = path.Base(name)
	}
	return b
}
