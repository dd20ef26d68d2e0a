package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"safeonline/tools/internal/adopt"
	blocks "safeonline/tools/internal/block"
	"safeonline/tools/internal/clause"
	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/draft"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/lesson"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/out"
	"safeonline/tools/internal/record"
	"safeonline/tools/internal/report"
	"safeonline/tools/internal/words"
)

// importing is an import, from the names of files to what was written.
type importing struct {
	env     *env
	files   []string      // as import.yaml names them
	fresh   bool          // they were given, and not those of the last import
	changes string        // accept, reject, or "" if nobody said
	answer  *draft.Answer // which is added, or taken back if it is empty; nil for none
	starter bool          // the school begins with the starter policy
	called  string        // what stands where the name of the school belongs; "" if the files say it, or it is asked

	sources []draft.Source
	passed  []string // what is in a folder that was given, and is no text
	data    model.Data
	was     []model.Document // that the school has, as they stand in their files
	draft   *draft.Draft
	joined  adopt.Joined
	school  model.School
	record  model.Import
	faults  diag.List
	texts   map[string][]byte // of the files that the school has, by their names below its folder
	written []out.File
	wrote   bool // something is not as it was
}

// run makes everything, and then writes it.
func (i *importing) run() error {
	unlock, err := out.Lock(i.env.root)
	if err != nil {
		return err
	}
	defer unlock()
	if err := i.make(); err != nil {
		return err
	}
	if err := i.encode(); err != nil {
		return err
	}
	for _, f := range i.written {
		i.wrote = i.wrote || !bytes.Equal(i.texts[f.Path], f.Body)
	}
	if err := out.Together(i.folder(), i.written); err != nil {
		return err
	}
	return i.checkAgain()
}

func (i *importing) folder() string {
	return filepath.Join(i.env.root, filepath.FromSlash(i.env.school))
}

// make reads the files and the library, and makes the documents, in memory. Faults are printed.
func (i *importing) make() error {
	if err := i.readProject(); err != nil {
		return err
	}
	i.takeAnswer()
	if err := i.read(); err != nil {
		return err
	}
	if err := i.makeDraft(); err != nil {
		return err
	}
	if err := i.ownFolder(); err != nil {
		return err
	}
	if folder.IsTrust(i.env.school) {
		i.called = ownName
	}
	if i.called != "" {
		i.callSchool()
		if err := i.makeDraft(); err != nil {
			return err
		}
	}
	i.join()
	i.name()
	i.idle()
	i.remember()
	return i.env.report(i.faults)
}

// ownFolder refuses files that were never read for the school that has the folder, unless somebody named it or the files name the school: who
// forgets --school must not lose that school's policy.
func (i *importing) ownFolder() error {
	known := func(file string) bool {
		return slices.ContainsFunc(i.record.Files, func(f diag.Text) bool { return f.Value == file })
	}
	own, found := i.school.Name.Value, i.draft.Name
	unknown := slices.IndexFunc(i.files, func(f string) bool { return !known(f) })
	if !i.fresh || i.env.chosen || len(i.was) == 0 || unknown < 0 || own != "" && words.Same(own, found) {
		return nil
	}
	says, anew := "does not name it", "NAME"
	if found != "" {
		says, anew = "names "+found, proposedFor(found).slug
	}
	return wrongValue{
		fmt.Errorf("%s has the policy of %s, and %s %s", i.env.school, cmp.Or(own, "a school"), i.files[unknown], says),
		fmt.Sprintf("add --school schools/%s for a school of its own, or --school %s to write there all the same", anew, diag.Argument(i.env.school)),
	}
}

func (i *importing) makeDraft() error {
	var answers []draft.Answer
	for _, a := range i.record.Answers {
		answers = append(answers, draft.Answer{Ask: model.Ask(a.Ask.Value), About: a.About.Value, Answer: a.Answer.Value})
	}
	made, err := draft.Make(i.sources, i.data, answers)
	if err != nil {
		return i.noRules(err)
	}
	i.draft = made
	return nil
}

// noRules reports files of which no documents can be made.
func (i *importing) noRules(err error) error {
	fault := new(blocks.Fault)
	if !errors.As(err, &fault) {
		return err
	}
	i.faults.Add(diag.Fault{Pos: diag.WholeFile(i.sources[0].Name), Code: diag.NoRules, Message: fault.Message, Hint: fault.Hint})
	return i.env.report(i.faults)
}

// readProject reads the library, and what the school has.
func (i *importing) readProject() error {
	fsys, school := os.DirFS(i.env.root), i.env.school
	trusts, _, unsafe, err := survey(fsys, school)
	if err != nil {
		return err
	}
	if unsafe.Failed() {
		return i.env.report(unsafe)
	}
	if len(trusts) > 0 {
		return usageError{fmt.Errorf("%s inherits its words from %s: import into that folder, and change there what differs here", school, trusts[0])}
	}
	data, faults, err := clause.Read(fsys, school)
	if err != nil {
		return err
	}
	lessons, found, err := lesson.ReadAll(fsys, data.StageIDs(), school)
	if err != nil {
		return err
	}
	data.Lessons = lessons
	data.Flag = named(school)
	faults = append(faults, found...)
	faults = slices.DeleteFunc(faults, func(f diag.Fault) bool {
		return f.Pos.Source != nil && f.Pos.Source.Name == school+"/school.yaml" && (f.Code == diag.MissingFile || trustMayLack(f))
	})
	i.data, i.record, i.school = data, data.Import, data.School
	if faults.Failed() {
		return i.env.report(faults)
	}
	return i.readTexts(fsys)
}

// readTexts reads the files that an import writes, as they stand, and their documents without what is worked out from their places.
func (i *importing) readTexts(fsys fs.FS) error {
	i.texts = map[string][]byte{}
	names, err := folder.Glob(fsys, i.env.school, "policy/*.yaml")
	if err != nil {
		return err
	}
	for _, name := range append(names, i.env.school+"/school.yaml", i.env.school+"/import.yaml", i.env.school+"/"+folder.Report) {
		text, err := fs.ReadFile(fsys, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		i.texts[strings.TrimPrefix(name, i.env.school+"/")] = text
		if path.Base(path.Dir(name)) != "policy" || folder.Ignored(path.Base(name), false) {
			continue
		}
		src, _, err := diag.Read(fsys, name)
		if err != nil {
			return err
		}
		var d model.Document
		record.Decode(src, &d) // its faults have been reported
		i.was = append(i.was, d)
	}
	return nil
}

// join joins what was made with what the school has.
func (i *importing) join() {
	var used []string
	for _, id := range i.record.Dropped {
		used = append(used, id.Value)
	}
	for _, e := range i.data.History.Editions {
		for _, d := range e.Documents {
			for c := range d.AllClauses() {
				used = append(used, c.ID.Value)
			}
		}
	}
	var asked []adopt.Asked
	for _, q := range i.draft.Questions {
		back := i.answer != nil && q.Ask == i.answer.Ask && draft.SameWords(q.Ask, q.About, i.answer.About)
		if q.Answer == "" && !back {
			continue
		}
		a := adopt.Asked{Ask: q.Ask, About: q.About}
		if q.Line >= 0 {
			a.Document, a.Clause = i.draft.Lines[q.Line].Document, i.draft.Lines[q.Line].Clause
		}
		asked = append(asked, a)
	}
	i.joined = adopt.Join(i.was, i.ofTheFiles(), used, asked)
	i.draft.Documents = i.joined.Documents
	for n := range i.draft.Lines {
		l := &i.draft.Lines[n]
		for _, id := range []*string{&l.Document, &l.Section, &l.Clause} {
			*id = cmp.Or(i.joined.IDs[*id], *id)
		}
	}
}

// ofTheFiles returns the documents that the files have. If they have no policy, the import makes one, since a school has one; but the school
// may have it already. A title above agreements does not take its place.
func (i *importing) ofTheFiles() []model.Document {
	if !slices.ContainsFunc(i.was, model.Document.IsPolicy) {
		return i.draft.Documents
	}
	return slices.DeleteFunc(slices.Clone(i.draft.Documents), func(d model.Document) bool {
		if !d.IsPolicy() || slices.ContainsFunc(d.Sections, says) {
			return false
		}
		for n := range i.draft.Lines {
			if line := &i.draft.Lines[n]; line.Document == d.ID.Value {
				*line = draft.Line{Source: line.Source, Block: line.Block, Role: draft.LeftOut, Why: "it is a title above agreements, and the school has its policy already"}
			}
		}
		return true
	})
}

// says reports whether a section has words of the school's.
func says(s model.Section) bool {
	return s.Heading.Value != "" || len(s.Passages) > 0 || len(s.Clauses) > 0
}

// report is what the page of the import shows.
func (i *importing) report() report.Import {
	return report.Import{Folder: i.env.school, Sources: i.sources, Draft: i.draft, Changes: i.changes}
}

// remember sets what import.yaml says.
func (i *importing) remember() {
	i.record.Files, i.record.Open = nil, nil
	for _, f := range i.files {
		i.record.Files = append(i.record.Files, diag.Text{Value: f})
	}
	if !slices.ContainsFunc(i.sources, func(s draft.Source) bool { return len(s.File.Changes) > 0 }) {
		i.changes = ""
	}
	i.record.Changes = diag.Text{Value: i.changes}
	for _, q := range i.open() {
		if q.Must {
			i.record.Open = append(i.record.Open, model.Unanswered{Ask: diag.Text{Value: string(q.Ask)}, About: diag.Text{Value: q.About}, Text: diag.Text{Value: q.Text}})
		}
	}
	for _, id := range i.joined.Dropped {
		if slices.ContainsFunc(i.record.Dropped, func(t diag.Text) bool { return t.Value == id }) {
			continue
		}
		i.record.Dropped = append(i.record.Dropped, diag.Text{Value: id})
	}
}

// encode makes the files.
func (i *importing) encode() error {
	add := func(name string, value any) error {
		text, err := record.Encode(value, i.texts[name])
		if err != nil {
			return fmt.Errorf("%s/%s: %w", i.env.school, name, err)
		}
		if len(text) > diag.Limit {
			return wrongValue{
				fmt.Errorf("%s/%s would have more than %d KB, and no site can be built of it", i.env.school, name, diag.Limit>>10),
				"are these the right files? If they are, give only the part with the policy and its agreements",
			}
		}
		i.written = append(i.written, out.File{Path: name, Body: text})
		return nil
	}
	err := errors.Join(i.copyStarter(), add("import.yaml", i.record), add("school.yaml", i.school)) // first of all what was answered
	for _, d := range i.joined.Documents {
		err = errors.Join(err, add("policy/"+d.ID.Value+".yaml", d))
	}
	var page bytes.Buffer
	_, failed := report.Write(&page, os.DirFS(i.env.root), i.report())
	i.written = append(i.written, out.File{Path: folder.Report, Body: page.Bytes()})
	return errors.Join(err, failed)
}

// checkAgain reads what was written as a build does, and prints errors. Warnings are for check.
func (i *importing) checkAgain() error {
	_, faults, err := load(os.DirFS(i.env.root), i.env.school)
	if err != nil {
		return err
	}
	return i.env.report(slices.DeleteFunc(faults, func(f diag.Fault) bool { return f.Severity() != diag.Error || trustMayLack(f) }))
}

// trustMayLack reports whether a fault is a field that each school of a trust has of its own, and that the trust's own file lacks.
func trustMayLack(f diag.Fault) bool {
	if f.Code != diag.MissingField || f.Pos.Source == nil {
		return false
	}
	at, file := path.Split(f.Pos.Source.Name)
	return file == "school.yaml" && folder.IsTrust(path.Clean(at)) && record.IsOwn(model.School{}, f.Field)
}
