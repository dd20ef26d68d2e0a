package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"reflect"
	"slices"
	"strings"

	"safeonline/tools/internal/clause"
	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/prose"
	"safeonline/tools/internal/regular"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
	"safeonline/tools/internal/words"
)

const diffHelp = `usage: go run ./tools/site diff [flags] [FOLDER]

Prints what a school has that differs from its trust's: documents, clauses and files. FOLDER is that of the school, as in
schools/elm-lane; --school may name it, too. Words in [brackets] are those that only one of the two texts has.

`

func diff(e *env, args []string) error {
	rest, err := e.parse("diff", diffHelp, args, func(*flag.FlagSet) {})
	switch {
	case err != nil:
		return err
	case len(rest) > 1:
		return usageError{fmt.Errorf("unexpected argument %q", rest[1])}
	case len(rest) == 1:
		if e.school, err = e.schoolFolder(rest[0]); err != nil {
			return usageError{err}
		}
	}
	d, err := e.beside()
	if err != nil {
		return err
	}
	d.documents()
	if err := d.files(); err != nil {
		return err
	}
	if !d.any {
		fmt.Fprintf(d.to, "%s has nothing of its own but school.yaml\n", e.school)
	}
	return nil
}

// difference prints what a school has that its trust has not.
type difference struct {
	fsys       fs.FS
	to         io.Writer
	own, trust model.Data
	any        bool // whether there is something
}

// beside reads the school's files, and its trust's.
func (e *env) beside() (*difference, error) {
	d := difference{fsys: os.DirFS(e.root), to: e.stdout}
	trusts, strays, unsafe, err := survey(d.fsys, e.school)
	switch {
	case err != nil:
		return nil, err
	case unsafe.Failed():
		return nil, e.report(unsafe)
	case len(trusts) == 0:
		return nil, usageError{fmt.Errorf("%s has no trust: its school.yaml has no field inherits", e.school)}
	}
	var failed error
	own, faults, err := clause.Read(d.fsys, e.school, trusts...)
	if faults = append(faults, strays...); faults.Failed() {
		faults.Sort()
		return nil, errors.Join(err, e.report(faults))
	}
	d.own = own
	d.trust, _, failed = clause.Read(d.fsys, trusts[0], trusts[1:]...) // its school.yaml need not be whole
	return &d, errors.Join(err, failed)
}

func (d *difference) say(format string, args ...any) {
	d.any = true
	fmt.Fprintf(d.to, format+"\n", args...)
}

// documents prints the documents that only one has, and the parts of the others that differ.
func (d *difference) documents() {
	own, trusts := byID(d.own.Documents), byID(d.trust.Documents)
	for _, doc := range d.trust.Documents {
		if _, kept := own[doc.ID.Value]; !kept {
			d.say("policy/%s.yaml: left out%s", doc.ID, d.because(doc.ID.Value))
		}
	}
	for _, doc := range d.own.Documents {
		old, both := trusts[doc.ID.Value]
		if !both {
			d.say("policy/%s.yaml: only the school has it", doc.ID)
			continue
		}
		head := fmt.Sprintf("policy/%s.yaml:", doc.ID)
		for _, c := range site.Compare([]model.Document{old}, []model.Document{doc}) {
			if lines := d.change(c); lines != nil {
				d.say("%s", strings.TrimPrefix(head+"\n  "+strings.Join(lines, "\n    "), "\n"))
				head = ""
			}
		}
	}
}

func byID(documents []model.Document) map[string]model.Document {
	list := map[string]model.Document{}
	for _, doc := range documents {
		list[doc.ID.Value] = doc
	}
	return list
}

// change returns the lines about a part, or none if it does not differ.
func (d *difference) change(c site.Change) []string {
	switch {
	case c.Now == nil:
		return []string{c.ID + ": left out" + d.because(c.ID)}
	case c.Was == nil:
		return append([]string{c.ID + ": only the school has it"}, quoted("+ ", c.Now.Words)...)
	}
	differ := ownFields(c)
	if c.Changed {
		differ = append([]string{"words"}, differ...)
	}
	if len(differ) == 0 {
		return nil
	}
	lines := []string{c.ID + ": other " + strings.Join(differ, ", ")}
	if c.Changed {
		old, young := words.Diff(c.Was.Words, c.Now.Words)
		lines = slices.Concat(lines, quoted("- ", marked(old)), quoted("+ ", marked(young)))
	}
	return lines
}

// because returns the reason for which the school leaves something out.
func (d *difference) because(id string) string {
	if why := d.own.Omitted[id]; why.Value != "" {
		return ": " + why.Value
	}
	return ""
}

// quoted returns words with a mark before each line.
func quoted(mark, text string) (lines []string) {
	for line := range strings.Lines(text) {
		lines = append(lines, mark+strings.TrimSuffix(line, "\n"))
	}
	return lines
}

// adopted are the fields whose words are compared, or whose parts are. A mark may follow from a place.
var adopted = []string{"text", "errata", "clauses", "mark", "heading", "passages", "stem", "closing", "sections", "signoff", "author"}

// ownFields returns the fields of a part, beside its adopted words, that differ.
func ownFields(c site.Change) (names []string) {
	was, now := fieldsOf(*c.Was), fieldsOf(*c.Now)
	for _, name := range slices.Sorted(maps.Keys(now)) {
		if !slices.Contains(adopted, name) && !reflect.DeepEqual(was[name], now[name]) {
			names = append(names, name)
		}
	}
	return names
}

// fieldsOf returns the fields of a part. The day on which somebody compared a lesson is none.
func fieldsOf(p site.Part) view.Record {
	switch {
	case p.Clause != nil:
		fields := view.Fields(*p.Clause).(view.Record)
		if p.Clause.Lesson != nil {
			fields["lesson"] = p.Clause.Lesson.Name.Value + p.Clause.Lesson.None.Value
		}
		return fields
	case p.Section != nil:
		return view.Fields(*p.Section).(view.Record)
	}
	return view.Fields(p.Document).(view.Record)
}

// files prints the school's other files, beside school.yaml and the PDF files, which each school has.
func (d *difference) files() error {
	return folder.Walk(d.fsys, d.own.Folder, func(name string, entry fs.DirEntry, err error) error {
		rel := strings.TrimPrefix(name, d.own.Folder+"/")
		switch {
		case err != nil:
			return err
		case entry.IsDir() && slices.Contains([]string{"policy", downloads}, rel):
			return fs.SkipDir
		case entry.IsDir(), rel == "school.yaml":
			return nil
		}
		how, err := d.besideTrusts(name, rel)
		if err == nil {
			d.say("%s: %s", rel, how)
		}
		return err
	})
}

// besideTrusts says what a school's file is to that of its trust.
func (d *difference) besideTrusts(name, rel string) (string, error) {
	for _, beneath := range d.own.Trusts {
		theirs, err := regular.ReadFile(d.fsys, path.Join(beneath, rel), folder.Largest)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		own, failed := regular.ReadFile(d.fsys, name, folder.Largest)
		switch {
		case err != nil || failed != nil:
			return "", errors.Join(err, failed)
		case bytes.Equal(own, theirs):
			return "the same as in " + beneath, nil
		case path.Ext(rel) == ".yaml":
			return "laid over that in " + beneath, nil
		}
		if why, omits := prose.Omits(diag.NewSource(rel, own)); omits {
			return "left out: " + why.Value, nil
		}
		return "in place of that in " + beneath, nil
	}
	return "only the school has it", nil
}
