package main

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/out"
	"safeonline/tools/internal/record"
	"safeonline/tools/internal/regular"
	"safeonline/tools/internal/site"
)

const reviewHelp = `usage: go run ./tools/site review [flags] STAGE/LESSON ...

Records, with each clause that a lesson teaches, that you have compared the two today. STAGE/LESSON is the path of the
lesson's file below content/lessons, without .md. When the clause or the lesson changes, check and serve warn that the comparison is stale, and build refuses until it has been made again.

`

func review(e *env, args []string) error {
	s, names, err := e.lessons("review", reviewHelp, args)
	if err != nil {
		return err
	}
	for _, name := range names {
		if err := e.record(s, name); err != nil {
			return err
		}
	}
	return nil
}

// lessons reads the site, and the arguments of a verb that works on lessons: their names, as STAGE/LESSON. A clause names each of them.
func (e *env) lessons(verb, help string, args []string) (*site.Site, []string, error) {
	names, err := e.parse(verb, help, args, func(*flag.FlagSet) {})
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
	for _, name := range names {
		if !slices.ContainsFunc(s.Rules, func(r site.Rule) bool { return teaches(r, name) }) {
			return nil, nil, usageError{fmt.Errorf("no clause names a lesson %q: name one that the school uses, as STAGE/LESSON", name)}
		}
	}
	return s, names, nil
}

// teaches reports whether a rule's lesson has a name, as STAGE/LESSON.
func teaches(r site.Rule, name string) bool {
	return r.Taught() && site.LessonID(r.Lesson.Stage, r.Lesson.Name) == name
}

// record writes the review of one lesson into the clauses that it teaches.
func (e *env) record(s *site.Site, name string) error {
	for _, r := range s.Rules {
		if !teaches(r, name) {
			continue
		}
		file := r.Clause.Pos.Source.Name
		text, err := regular.ReadFile(os.DirFS(e.root), file, diag.Limit)
		if err != nil {
			return err
		}
		ref := model.LessonOf{Name: r.Clause.Lesson.Name, Pos: r.Clause.Lesson.Pos}
		ref.Read.Value, ref.On.Value = site.Fingerprint(r.Clause, r.Lesson), time.Now().Format(time.DateOnly)
		edited, err := withReview(text, r.Clause, ref)
		if err != nil {
			return fmt.Errorf("%s:%d: %w\n  hint: write this line yourself: lesson: %s", file, r.Clause.Lesson.Pos.Line, err, asYAML(ref))
		}
		if err := out.Write(filepath.Join(e.root, filepath.FromSlash(file)), edited); err != nil {
			return err
		}
		fmt.Fprintf(e.stdout, "%s: clause %s compared with %s\n", file, r.Clause.ID, r.Lesson.Pos.Source.Name)
	}
	return nil
}

// asYAML returns the value of a clause's field lesson.
func asYAML(ref model.LessonOf) string {
	return fmt.Sprintf("{ name: %s, read: %s, on: %s }", ref.Name, ref.Read, ref.On)
}

// withReview returns a document's text in which the value of a clause's field lesson is another. It fails if the value is
// not in braces on one line.
func withReview(text []byte, clause model.Clause, ref model.LessonOf) ([]byte, error) {
	lines := lineForm.FindAll(text, -1)
	at := ref.Pos.Line - 1
	if at < 0 || at >= len(lines) || !inBraces.Match(lines[at]) {
		return nil, errNoPlace
	}
	lines[at] = inBraces.ReplaceAll(lines[at], []byte("${1}"+asYAML(ref)+"${2}"))
	edited := bytes.Join(lines, nil)
	var read model.Document
	faults := record.Decode(diag.NewSource(ref.Pos.Source.Name, []byte(asRead.Replace(string(edited)))), &read)
	if faults.Failed() {
		return nil, errNoPlace
	}
	for _, c := range read.Clauses() {
		if c.ID.Value == clause.ID.Value && c.Lesson != nil && c.Lesson.Read.Value == ref.Read.Value {
			return edited, nil
		}
	}
	return nil, errNoPlace
}

var errNoPlace = errors.New("the lesson of this clause is not written in braces on one line")

// asRead gives a text the line ends with which documents are read.
var asRead = strings.NewReplacer("\ufeff", "", "\r\n", "\n", "\r", "\n")

var (
	lineForm = regexp.MustCompile(`[^\r\n]*(?:\r\n|\r|\n|$)`)
	inBraces = regexp.MustCompile(`(["']?\blesson["']?[ \t]*:[ \t]*)\{[^{}\r\n]*\}(.*)`)
)
