package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"

	"safeonline/tools/internal/amend"
	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/out"
	"safeonline/tools/internal/record"
	"safeonline/tools/internal/regular"
	"safeonline/tools/internal/site"
)

const reviewHelp = `usage: go run ./tools/site review [flags] STAGE/LESSON ...

Records, with each clause that a lesson teaches, that you have compared the two today. STAGE/LESSON is the path of the
lesson's file below content/lessons, without .md. It is recorded in the school's folder; with --trust, in that of its trust, for all schools
that have the same words. If one of them cannot be recorded, none is. When the clause or the lesson changes, check and serve warn that the comparison is stale, and build refuses until it has been made again.

`

func review(e *env, args []string) error {
	var forTrust bool
	s, names, err := e.lessons("review", reviewHelp, args, func(f *flag.FlagSet) {
		f.BoolVar(&forTrust, "trust", false, "record it for all schools of the trust that have the same words")
	})
	if err != nil {
		return err
	}
	r := &reviewing{env: e, forTrust: forTrust, texts: map[string][]byte{}}
	for _, name := range names {
		r.lesson(s, name)
	}
	if err := r.refused(); err != nil {
		return err
	}
	return r.write()
}

// lessons reads the site, and the arguments of a verb that works on lessons: their names, as STAGE/LESSON. A clause names each of them.
func (e *env) lessons(verb, help string, args []string, set func(*flag.FlagSet)) (*site.Site, []string, error) {
	names, err := e.parse(verb, help, args, set)
	if err != nil {
		return nil, nil, err
	}
	if len(names) == 0 {
		return nil, nil, usageError{fmt.Errorf("no lesson given: name one, as STAGE/LESSON")}
	}
	s, err := e.sound()
	if err != nil {
		return nil, nil, err
	}
	var unknown []error
	for _, name := range names {
		if !slices.ContainsFunc(s.Rules, func(r site.Rule) bool { return teaches(r, name) }) {
			unknown = append(unknown, fmt.Errorf("no clause names a lesson %q: name one that the school uses, as STAGE/LESSON", name))
		}
	}
	if len(unknown) > 0 {
		return nil, nil, usageError{errors.Join(unknown...)}
	}
	return s, names, nil
}

// teaches reports whether a rule's lesson has a name, as STAGE/LESSON.
func teaches(r site.Rule, name string) bool {
	return r.Taught() && site.LessonID(r.Lesson.Stage, r.Lesson.Name) == name
}

// reviewing is the recording of reviews: all of them, or none if one cannot be recorded.
type reviewing struct {
	env      *env
	forTrust bool
	texts    map[string][]byte // of the documents that change, as they will be
	said     []string
	own      []string // clauses that are the school's own, which cannot be recorded for the trust
	failed   []error
}

// lesson adds the review of one lesson to the clauses that it teaches: in the school's own files, or in those that name the lesson.
func (w *reviewing) lesson(s *site.Site, name string) {
	for _, r := range s.Rules {
		if !teaches(r, name) {
			continue
		}
		ref := model.LessonOf{Name: r.Clause.Lesson.Name, Pos: r.Clause.Lesson.Pos}
		ref.Read.Value, ref.On.Value = site.Fingerprint(r.Clause, r.Lesson), time.Now().Format(time.DateOnly)
		file := path.Join(w.env.school, "policy", r.Document.ID.Value+".yaml")
		if w.forTrust {
			file = r.Clause.Lesson.Name.Pos.Source.Name
			places := []diag.Pos{r.Clause.Text.Pos, r.Clause.Lesson.Pos}
			if i := slices.IndexFunc(places, w.env.isOwn); i >= 0 {
				w.own = append(w.own, fmt.Sprintf("%s: %s: clause %s has words, a lesson or a review of the school's own", places[i], name, r.Clause.ID))
				continue
			}
		}
		if r.Clause.Lesson.Name.Pos.Source.Name != file {
			ref.Name.Value = "" // the trust's, which may name another one
		}
		text, edited, err := w.reviewed(r, ref, file)
		if err == nil {
			err = holds(file, text, edited, r.Clause.ID.Value, ref)
		}
		if err != nil {
			w.failed = append(w.failed, fmt.Errorf("%s: clause %s: %w\n  hint: write this line yourself: lesson: %s", file, r.Clause.ID, err, asYAML(ref)))
			continue
		}
		w.texts[file] = edited
		w.said = append(w.said, fmt.Sprintf("%s: clause %s compared with %s", file, r.Clause.ID, r.Lesson.Pos.Source.Name))
	}
}

// refused returns what cannot be recorded, and why.
func (w *reviewing) refused() error {
	var why []error
	if len(w.own) > 0 {
		why = append(why, fmt.Errorf("--trust records only what all schools of the trust share:\n%s\n  hint: record these lessons without --trust, in the school's own folder",
			strings.Join(w.own, "\n")))
	}
	if why = append(why, w.failed...); len(why) == 0 {
		return nil
	}
	return fmt.Errorf("nothing is recorded: %w", errors.Join(why...))
}

// write writes the reviews, and prints what was compared.
func (w *reviewing) write() error {
	var files []out.File
	for _, name := range slices.Sorted(maps.Keys(w.texts)) {
		files = append(files, out.File{Path: name, Body: w.texts[name]})
	}
	if err := out.Together(w.env.root, files); err != nil {
		return err
	}
	for _, line := range w.said {
		fmt.Fprintln(w.env.stdout, line)
	}
	return nil
}

// isOwn reports whether a place is in the school's folder.
func (e *env) isOwn(at diag.Pos) bool { return strings.HasPrefix(at.Source.Name, e.school+"/") }

// reviewed returns the text of a school's document, with the reviews so far, and the same with one more. Of a document that is its trust's, the
// school may have no file.
func (w *reviewing) reviewed(r site.Rule, ref model.LessonOf, file string) (text, edited []byte, err error) {
	text, begun := w.texts[file]
	if !begun {
		text, err = regular.ReadFile(os.DirFS(w.env.root), file, diag.Limit)
	}
	switch beneath := r.Clause.Lesson.Pos.Source.Name; {
	case errors.Is(err, fs.ErrNotExist):
		text = []byte("# What this school has of its own. The rest is in " + beneath + ".\n")
		edited, err = amend.Put(text, wayTo(r.Document, r.Clause.ID.Value), "lesson", asYAML(ref))
	case err != nil:
	case beneath == file:
		ref.Pos = lessonIn(file, text, r.Clause.ID.Value) // another review may have added lines above
		edited, err = withReview(text, ref)
	default:
		edited, err = amend.Put(text, wayTo(r.Document, r.Clause.ID.Value), "lesson", asYAML(ref))
	}
	return text, edited, err
}

// wayTo returns the way from the top of a document to a clause.
func wayTo(d model.Document, clause string) []amend.Step {
	for _, s := range d.Sections {
		if way := wayAmong(s.Clauses, clause); way != nil {
			return append([]amend.Step{{Field: "sections", ID: s.ID.Value}}, way...)
		}
	}
	return nil
}

func wayAmong(clauses []model.Clause, clause string) []amend.Step {
	for _, c := range clauses {
		here := []amend.Step{{Field: "clauses", ID: c.ID.Value}}
		if c.ID.Value == clause {
			return here
		}
		if way := wayAmong(c.Clauses, clause); way != nil {
			return append(here, way...)
		}
	}
	return nil
}

// asYAML returns the value of a clause's field lesson.
func asYAML(ref model.LessonOf) string {
	review := fmt.Sprintf("read: %s, on: %s }", ref.Read, ref.On)
	if ref.Name.Value == "" {
		return "{ " + review
	}
	return fmt.Sprintf("{ name: %s, %s", ref.Name, review)
}

// withReview returns a document's text in which the value of a clause's field lesson is another. It fails if the value is
// not in braces on one line.
func withReview(text []byte, ref model.LessonOf) ([]byte, error) {
	lines := lineForm.FindAll(text, -1)
	at := ref.Pos.Line - 1
	if at < 0 || at >= len(lines) || !inBraces.Match(lines[at]) {
		return nil, errNoPlace
	}
	lines[at] = inBraces.ReplaceAll(lines[at], []byte("${1}"+asYAML(ref)+"${2}"))
	return bytes.Join(lines, nil), nil
}

// holds fails unless an edited document has the review of a clause, and no fault that it had not before. A document that is laid over that
// of a trust may lack fields.
func holds(file string, text, edited []byte, clause string, ref model.LessonOf) error {
	_, before := clauseIn(file, text, clause)
	c, after := clauseIn(file, edited, clause)
	if c.Lesson != nil && c.Lesson.Read.Value == ref.Read.Value && len(after) <= len(before) {
		return nil
	}
	return errNoPlace
}

// lessonIn returns the place of a clause's lesson in the text of a document.
func lessonIn(file string, text []byte, clause string) (at diag.Pos) {
	if c, _ := clauseIn(file, text, clause); c.Lesson != nil {
		at = c.Lesson.Pos
	}
	return at
}

// clauseIn returns a clause as it is in the text of a document, and the document's faults except for fields that it lacks.
func clauseIn(file string, text []byte, clause string) (found model.Clause, faults diag.List) {
	var d model.Document
	faults = record.Decode(diag.NewSource(file, []byte(asRead.Replace(string(text)))), &d)
	for c := range d.AllClauses() {
		if c.ID.Value == clause {
			found = *c
		}
	}
	return found, slices.DeleteFunc(faults, func(f diag.Fault) bool { return f.Code == diag.MissingField })
}

var errNoPlace = errors.New("the lesson of this clause is not written in braces on one line")

// asRead gives a text the line ends with which documents are read.
var asRead = strings.NewReplacer("\ufeff", "", "\r\n", "\n", "\r", "\n")

var (
	lineForm = regexp.MustCompile(`[^\r\n]*(?:\r\n|\r|\n|$)`)
	inBraces = regexp.MustCompile(`(["']?\blesson["']?[ \t]*:[ \t]*)\{[^{}\r\n]*\}(.*)`)
)
