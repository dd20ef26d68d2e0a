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

Records in each lesson, such as ks2/passwords, that you have compared it with its clause today. When the clause changes,
check and serve warn that the lesson is stale, and build refuses until you have reviewed it again.

`

func review(e *env, args []string) error {
	names, err := e.parse("review", reviewHelp, args, func(*flag.FlagSet) {})
	if err != nil {
		return err
	}
	if len(names) == 0 {
		return usageError{fmt.Errorf("which lesson? name it as ks2/passwords")}
	}
	s, faults, err := load(os.DirFS(e.root))
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
			return fmt.Errorf("%s: %w\n  hint: write it there yourself: %s", file, err, line)
		}
		if err := out.Write(full, edited); err != nil {
			return err
		}
		fmt.Fprintf(e.stdout, "%s: read against clause %s\n", file, r.Clause.ID)
		return nil
	}
	return usageError{fmt.Errorf("there is no lesson %q; they are named as ks2/passwords", name)}
}

// withReview replaces the line that records a lesson's review, or adds one below its clause. It fails if the front matter
// is written in a way that has no place for such a line.
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

var errNoPlace = errors.New("the front matter is written in a way that leaves no line for the review")

// asRead converts line ends to those that a file is read with.
var asRead = strings.NewReplacer("\ufeff", "", "\r\n", "\n", "\r", "\n")

var (
	lineForm     = regexp.MustCompile(`[^\r\n]*(?:\r\n|\r|\n|$)`)
	lineEnds     = regexp.MustCompile(`[\r\n]+$`)
	reviewedLine = regexp.MustCompile(`^["']?reviewed["']?[ \t]*:`)
	furtherLine  = regexp.MustCompile(`^(?:[ \t}]|[\r\n]+$)`) // of a value that goes on
)
