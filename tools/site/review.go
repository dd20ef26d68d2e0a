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
	"safeonline/tools/internal/lesson"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/out"
	"safeonline/tools/internal/regular"
	"safeonline/tools/internal/site"
)

const reviewHelp = `usage: go run ./tools/site review STAGE/LESSON ...

Records in each lesson, such as ks2/passwords, that you have reviewed it today against the text of its clause. When that
text changes, check and serve warn that the lesson is stale, and build refuses until it has been reviewed again.

`

func review(e *env, args []string) error {
	names, err := e.parse("review", reviewHelp, args, func(*flag.FlagSet) {})
	if err != nil {
		return err
	}
	if len(names) == 0 {
		return usageError{fmt.Errorf("no lesson given: name one, such as ks2/passwords")}
	}
	s, faults, err := load(os.DirFS(e.root), e.school)
	if err != nil {
		return err
	}
	if faults.Failed() {
		return e.report(faults)
	}
	for _, name := range names {
		if err := e.record(s, name); err != nil {
			return err
		}
	}
	return nil
}

// record writes the review of one lesson into its front matter.
func (e *env) record(s *site.Site, name string) error {
	for _, r := range s.Rules {
		if string(r.Stage)+"/"+r.Lesson.Name != name {
			continue
		}
		file := r.Lesson.Pos.Source.Name
		full := filepath.Join(e.root, filepath.FromSlash(file))
		text, err := regular.ReadFile(os.DirFS(e.root), file, diag.Limit)
		if err != nil {
			return err
		}
		line := fmt.Sprintf("reviewed: { text: %s, on: %s }", site.Fingerprint(r.Clause), time.Now().Format(time.DateOnly))
		edited, err := withReview(text, r.Lesson, line)
		if err != nil {
			return fmt.Errorf("%s: %w\n  hint: add this line to it yourself: %s", file, err, line)
		}
		if err := out.Write(full, edited); err != nil {
			return err
		}
		fmt.Fprintf(e.stdout, "%s: reviewed against clause %s\n", file, r.Clause.ID)
		return nil
	}
	return usageError{fmt.Errorf("there is no lesson %q: name one, such as ks2/passwords", name)}
}

// withReview returns a lesson's text with a line that records a review, in place of the line that does so now, or else below
// the line of its clause. It fails if the front matter is written so that no such line fits.
func withReview(text []byte, l model.Lesson, line string) ([]byte, error) {
	lines := lineForm.FindAll(text, -1)
	at := l.Clause.Pos.Line // of the line below
	if at < 1 || at > len(lines) {
		return nil, errNoPlace
	}
	lineEnd := lineEnds.Find(lines[at-1])
	end := at
	if l.Reviewed != nil {
		at = slices.IndexFunc(lines, reviewedLine.Match)
		for end = at + 1; end > 0 && end < len(lines) && furtherLine.Match(lines[end]); end++ {
		}
	}
	if at < 0 || at > end {
		return nil, errNoPlace
	}
	edited := bytes.Join(slices.Concat(lines[:at], [][]byte{[]byte(line), lineEnd}, lines[end:]), nil)
	read, faults := lesson.Read(diag.NewSource(l.Pos.Source.Name, []byte(asRead.Replace(string(edited)))))
	if faults.Failed() || read.Clause.Value != l.Clause.Value || read.Reviewed == nil || !strings.Contains(line, read.Reviewed.Text.Value) {
		return nil, errNoPlace
	}
	return edited, nil
}

var errNoPlace = errors.New("the front matter is written so that no line for the review fits")

// asRead gives a text the line ends with which lessons are read.
var asRead = strings.NewReplacer("\ufeff", "", "\r\n", "\n", "\r", "\n")

var (
	lineForm     = regexp.MustCompile(`[^\r\n]*(?:\r\n|\r|\n|$)`)
	lineEnds     = regexp.MustCompile(`[\r\n]+$`)
	reviewedLine = regexp.MustCompile(`^["']?reviewed["']?[ \t]*:`)
	furtherLine  = regexp.MustCompile(`^(?:[ \t}]|[\r\n]+$)`) // of a value that goes on
)
