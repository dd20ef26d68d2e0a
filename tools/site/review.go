package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"time"

	"safeonline/tools/internal/out"
	"safeonline/tools/internal/site"
)

const reviewHelp = `usage: go run ./tools/site review STAGE/LESSON ...

Records in each lesson, such as ks2/passwords, that you have read it against the words of its clause, today. When those
words change, check and serve warn that the lesson is stale, and build refuses until it was read again.

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
		text, err := os.ReadFile(full)
		if err != nil {
			return err
		}
		line := fmt.Sprintf("reviewed: { text: %s, on: %s }", site.Fingerprint(r.Clause), time.Now().Format(time.DateOnly))
		if err := out.Write(full, withReview(text, line)); err != nil {
			return err
		}
		fmt.Fprintf(e.stdout, "%s: read against clause %s\n", file, r.Clause.ID)
		return nil
	}
	return usageError{fmt.Errorf("there is no lesson %q; they are named as ks2/passwords", name)}
}

var (
	reviewedLine = regexp.MustCompile(`(?m)^reviewed:[^\r\n]*`)
	clauseLine   = regexp.MustCompile(`(?m)^clause:[^\r\n]*(\r?\n)`)
)

// withReview puts the line in the place of the review that stands in the front matter, or below the clause. The text has
// passed the checks, so the first line that names a clause is the front matter's.
func withReview(text []byte, line string) []byte {
	head := clauseLine.FindSubmatchIndex(text)
	end := bytes.Index(text[head[1]:], []byte("\n---")) // of the front matter
	if old := reviewedLine.FindIndex(text[:head[1]+max(end, 0)]); old != nil {
		return bytes.Join([][]byte{text[:old[0]], []byte(line), text[old[1]:]}, nil)
	}
	lineEnd := text[head[2]:head[3]]
	return bytes.Join([][]byte{text[:head[1]], []byte(line), lineEnd, text[head[1]:]}, nil)
}
