package main

import (
	"flag"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"

	"safeonline/tools/internal/adopt"
	"safeonline/tools/internal/draft"
	"safeonline/tools/internal/english"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/words"
)

const importHelp = `usage: go run ./tools/site import [flags] FILE...

Makes a school's documents from its own policy: Word files (.docx), plain text (.txt) or Markdown (.md), or a folder of them.
Name the folder that the school is to have: go run ./tools/site import policy.docx --school schools/elm-lane
It writes school.yaml, a file for each document in policy/, and import.yaml with the questions that are open. Answer these in
import-report.html, or with go run ./tools/site serve, and import again. Without a FILE, it reads the files of the last import.
Importing again changes adopted words, their order and who signs. Ids, and what somebody set in the files, stay.

`

func importFiles(e *env, args []string) error {
	changes := ""
	e.mayMake = true
	files, err := e.parse("import", importHelp, args, func(f *flag.FlagSet) {
		f.Func("changes", "what becomes of tracked changes: `accept` or reject", func(value string) error {
			if changes = value; changes != "accept" && changes != "reject" {
				return fmt.Errorf("write accept or reject")
			}
			return nil
		})
	})
	if err != nil {
		return err
	}
	i := &importing{env: e, changes: changes, fresh: len(files) > 0}
	for _, f := range files {
		i.files = append(i.files, e.fileName(f))
	}
	if err := i.run(); err != nil {
		return err
	}
	i.tell()
	return nil
}

// tell prints what was read and made, and what comes next.
func (i *importing) tell() {
	say := func(form string, values ...any) { fmt.Fprintf(i.env.stdout, form+"\n", values...) }
	for _, s := range i.sources {
		say("read: %s, %s", s.Name, english.Count(len(s.File.Blocks), draft.Unit(s)))
	}
	for _, name := range i.passed {
		say("not read: %s, which is neither a Word file nor text nor Markdown", name)
	}
	for _, d := range i.joined.Documents {
		say("%s/policy/%s.yaml: %s", i.env.school, d.ID.Value, about(d))
	}
	i.tellChanges(say)
	say("%s", i.placed())
	open := i.open()
	say("%s", i.asked(len(open)))
	if !i.wrote {
		say("nothing has changed")
	}
	for _, line := range i.next(len(open)) {
		say("%s", line)
	}
}

// about says what a document has.
func about(d model.Document) string {
	clauses, rules, taught := d.Clauses(), d.Stage.Value != "", 0
	for _, c := range clauses {
		if c.Lesson != nil && c.Lesson.Name.Value != "" {
			taught++
		}
	}
	said := fmt.Sprintf("%s, %s", d.Title.Value, english.Count(len(clauses), "clause"))
	if rules {
		said += fmt.Sprintf(", %d of them with a lesson", taught)
	}
	return said
}

// placed says what became of the lines of the files: the numbers add up.
func (i *importing) placed() string {
	count := map[draft.Role]int{}
	for _, l := range i.draft.Lines {
		count[l.Role]++
	}
	n := len(i.draft.Lines)
	return fmt.Sprintf("%s: %d placed, %d left out, %d not placed", english.Count(n, draft.Unit(i.sources...)),
		n-count[draft.LeftOut]-count[draft.Unplaced], count[draft.LeftOut], count[draft.Unplaced])
}

// asked says how many questions are open, and how many of them a build waits for.
func (i *importing) asked(open int) string {
	must := "none"
	if n := len(i.record.Open); n > 0 {
		must = strconv.Itoa(n)
	}
	if open == 0 {
		return "no question is open"
	}
	return are(open, "question") + " open; a build waits for " + must + " of them"
}

// open returns the questions that nobody has answered.
func (i *importing) open() []draft.Question {
	return slices.DeleteFunc(slices.Clone(i.draft.Questions), func(q draft.Question) bool { return q.Answer != "" })
}

// tellChanges prints what is not as it was, clause by clause.
func (i *importing) tellChanges(say func(string, ...any)) {
	for _, c := range i.joined.Changes {
		at := c.Document
		if c.Of != "" {
			at += ", " + c.Of
		}
		switch c.Kind {
		case adopt.AddedDocument:
			if i.was != nil {
				say("new document: %s", at)
			}
		case adopt.Untouched:
			if i.hasPolicy(c.Document) {
				continue // the files may have none
			}
			say("%s: no file has this document, so it stays as it is; delete it if the school no longer has it", at)
		case adopt.Reworded:
			old, now := words.Diff(c.Was, c.Now)
			say("changed: %s\n  was: %s\n  now: %s", at, marked(old), marked(now))
		case adopt.Moved:
			say("moved: %s", at)
		default:
			say("%s: %s\n  %s", c.Kind, at, shortLine(c.Was+c.Now))
		}
	}
}

// hasPolicy reports whether a document is the policy itself.
func (i *importing) hasPolicy(id string) bool {
	return slices.ContainsFunc(i.joined.Documents, func(d model.Document) bool { return d.IsPolicy() && d.ID.Value == id })
}

// marked shows the words that only one of two texts has in square brackets.
func marked(pieces []words.Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		if p.Same {
			b.WriteString(p.Text)
		} else {
			b.WriteString("[" + p.Text + "]")
		}
	}
	return strings.ReplaceAll(b.String(), "\n", " / ")
}

func shortLine(text string) string {
	text = strings.ReplaceAll(text, "\n", " / ")
	if letters := []rune(text); len(letters) > 200 {
		return string(letters[:200]) + "…"
	}
	return text
}

// next says what to do next.
func (i *importing) next(open int) (lines []string) {
	flag := named(i.env.school)
	if open > 0 {
		lines = append(lines, "next: answer the questions, on the page /import/ of go run ./tools/site serve"+flag+", or in "+i.env.school+"/import.yaml as import-report.html shows")
	}
	if school := i.env.school; folder.IsTrust(school) {
		lines = append(lines, i.named()...)
		return append(lines, "next: make a folder for each school, such as "+path.Dir(school)+"/elm-lane, with a school.yaml of four lines: inherits: "+school+", and name, short and slug of the school")
	}
	if len(i.record.Open) == 0 {
		lines = append(lines, "next: go run ./tools/site build"+flag)
	}
	return lines
}

// named says which school the words of a trust name, if the files do.
func (i *importing) named() []string {
	if i.draft.Name == "" || i.draft.Name == ownName {
		return nil
	}
	return []string{"next: these words name " + i.draft.Name + ": where each school has its own name, write " + ownName + " in " + i.env.school + "/policy/"}
}

// answer writes an answer to a question of the import into the school's import.yaml, and imports the files of the last import again. Without
// an answer, it takes back the one that is there. What it returns has what was made.
func (e *env) answer(a draft.Answer) (*importing, error) {
	i := &importing{env: e, answer: &a}
	return i, i.run()
}

// lastImport reads the files of the last import again, and makes of them what the import would, without writing anything.
func (e *env) lastImport() (*importing, error) {
	i := &importing{env: e}
	return i, i.make()
}
