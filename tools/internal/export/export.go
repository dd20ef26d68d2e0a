// Package export makes files of lessons for the programs that schools have: quizzes, documents and data. Each format is a file, named after
// it, and an entry of the list below. It is a pure function of a lesson, knows no other format, and holds whole questions or leaves them
// out: what it may not hold is decided here, before the format sees it, and said on the page and in the file.
package export

import (
	"fmt"
	"io/fs"
	"path"
	"slices"

	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
)

// formats are all formats, in the order in which the page for teachers shows them. Nothing else lists them.
var formats = []Format{classroom, forms, teams, quickImport, worksheet, moodle, gift, kahoot, blooket, quizizz, qti, scorm, cartridge, h5p, markdown, data}

// All returns all formats.
func All() []Format { return slices.Clone(formats) }

// Format is a form in which a lesson, or all lessons of a set, leave the site.
type Format struct {
	ID     string // of its words in i18n, export_<id>
	For    string // the id of the product that it is for, with the words take_<id>; formats for one product stand together
	Ending string // of its files' names, which follows the lesson's: "-kahoot.xlsx"

	// Kinds are the kinds of question that it can hold. If it is nil, the format holds the lesson rather than a quiz, and no question is
	// left out.
	Kinds []model.Kind
	Lacks []string // words of the interface for what it holds of no question

	// Untitled says that pupils see no titles of questions: the stem of one from another lesson says then which rule it is from.
	Untitled bool

	// OneAnswer says that a pupil gives one answer to a question, and that any right one counts. A question that asks for several then asks
	// for one of them.
	OneAnswer bool

	limit func(Question) *Reason        // why a question of these kinds does not fit; nil if none has to be asked
	make  func(Draft) ([]byte, error)   // the file of a lesson
	all   func([]Draft) ([]byte, error) // in place of make: the one file of all lessons of a set
	share string                        // in place of both: the beginning of an address that takes that of the lesson

	// page makes, in place of make, the file of a lesson from its page in the built site.
	page func(Draft, fs.FS) ([]byte, error)
}

// OfSet reports whether there is one file for all lessons of a set.
func (f Format) OfSet() bool { return f.all != nil }

// Shares reports whether it is a link in place of a file.
func (f Format) Shares() bool { return f.share != "" }

// OfPage reports whether its files are made from the pages of the built site.
func (f Format) OfPage() bool { return f.page != nil }

// Draft is what a file is made of: a lesson with those questions that the format keeps, those that it left out, and the words of the
// interface.
type Draft struct {
	Lesson
	Left  []Left
	Lacks []string // texts
	i18n.Words
}

// Left is a question that was left out, and why.
type Left struct {
	Question Question
	Why      Reason
}

// Reason is a word of the interface, with what it fills in.
type Reason struct {
	Key    string
	Values i18n.Values
}

// Draft chooses the questions of a lesson that the format keeps.
func (f Format) Draft(words i18n.Words, l Lesson) Draft {
	d := Draft{Lesson: l, Words: words}
	for _, key := range f.Lacks {
		d.Lacks = append(d.Lacks, words.Text(key, nil))
	}
	if f.Kinds == nil {
		return d
	}
	d.Questions = nil
	for _, q := range l.Questions {
		worded := f.worded(words, q)
		if why := f.refuses(worded); why != nil {
			d.Left = append(d.Left, Left{q, *why})
			continue
		}
		d.Questions = append(d.Questions, worded)
	}
	return d
}

// worded returns a question with its stem as the format needs it.
func (f Format) worded(words i18n.Words, q Question) Question {
	if f.OneAnswer {
		q.Stem, q.Short = quiz.AskForOne(q.Stem), quiz.AskForOne(q.Short)
	}
	if f.Untitled && q.From != "" {
		q.Stem, q.Short = again(words, q, q.Stem), again(words, q, q.Brief())
	}
	return q
}

// again returns the stem of a question from another lesson with its rule before it.
func again(words i18n.Words, q Question, stem string) string {
	return words.Text("export_again_stem", i18n.Values{"rule": q.rule, "stem": asks(words, q, stem)})
}

// asks returns the stem of a question, or what is asked where its text stands without one.
func asks(words i18n.Words, q Question, stem string) string {
	if stem == "" {
		return words.Text("quiz_stem_"+string(q.Kind), nil)
	}
	return stem
}

// refuses returns why the format does not hold a question, or nil if it does.
func (f Format) refuses(q Question) *Reason {
	switch {
	case !slices.Contains(f.Kinds, q.Kind):
		return &Reason{Key: "export_left_kind"}
	case f.limit != nil:
		return f.limit(q)
	}
	return nil
}

// Empty reports whether nothing is left to make a file of.
func (d Draft) Empty() bool { return len(d.Questions) == 0 && len(d.Left) > 0 }

// Imprint returns the lines that each file has: where it is from, and under which terms it may be used.
func (d Draft) Imprint() []string {
	return []string{
		d.Text("export_from", i18n.Values{"title": d.Title, "school": d.School, "address": d.Address}),
		d.Text("export_terms", i18n.Values{"terms": d.Terms.Name, "address": d.Terms.Address}),
	}
}

// Without returns sentences about what was left out.
func (d Draft) Without() (lines []string) {
	for _, l := range d.Left {
		lines = append(lines, d.Text("export_left", i18n.Values{"title": l.Question.Title, "why": d.Text(l.Why.Key, l.Why.Values)}))
	}
	return append(lines, d.Lacks...)
}

// Foot returns all that a file says about itself.
func (d Draft) Foot() []string { return append(d.Imprint(), d.Without()...) }

// File is a file of the site: its path, and its bytes.
type File struct {
	Path string
	Body []byte
}

// File makes the file of a lesson, for formats that need its page with the built site. It has no path if nothing is left to make it of.
func (f Format) File(words i18n.Words, l Lesson, built fs.FS) (File, error) {
	d := f.Draft(words, l)
	if d.Empty() {
		return File{}, nil
	}
	make := f.make
	if f.OfPage() {
		make = func(d Draft) ([]byte, error) { return f.page(d, built) }
	}
	body, err := make(d)
	if err != nil {
		return File{}, fmt.Errorf("%s%s: %w", l.ID, f.Ending, err)
	}
	return File{f.path(l), body}, nil
}

// path returns the path of a lesson's file.
func (f Format) path(l Lesson) string { return Folder + "/" + l.ID + "/" + l.Name + f.Ending }

// OfAll makes the file of all lessons of a set, whose folder is named.
func (f Format) OfAll(words i18n.Words, folder string, lessons []Lesson) (File, error) {
	var drafts []Draft
	for _, l := range lessons {
		drafts = append(drafts, f.Draft(words, l))
	}
	body, err := f.all(drafts)
	if err != nil {
		return File{}, fmt.Errorf("%s%s: %w", folder, f.Ending, err)
	}
	return File{f.pathOfSet(folder), body}, nil
}

// pathOfSet returns the path of the one file of a set, whose folder is named.
func (f Format) pathOfSet(folder string) string {
	return Folder + "/" + folder + "/" + path.Base(folder) + f.Ending
}
