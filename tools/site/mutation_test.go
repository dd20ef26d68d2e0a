package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"math"
	"math/rand/v2"
	"os"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/fstest"
	"time"

	"safeonline/tools/internal/clause"
	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/lesson"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/page"
	"safeonline/tools/internal/prose"
	"safeonline/tools/internal/raster"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/slideshow"
	"safeonline/tools/internal/sweep"
)

// mutateFor is how long TestNoEditTakesTheCommandDown tries edits of its own choice. Without it the edits are the same in
// every run.
var mutateFor = flag.Duration("mutate", 0, "how long to try random edits of the real content")

// TestNoEditTakesTheCommandDown makes slips of every sort in the school's real files: it drops, doubles, moves, joins and
// swaps lines, words and blocks. Whatever comes of an edit, it is a fault with a place, or a site whose pages and PowerPoint files can be made.
// Every slip is made and every file is edited.
func TestNoEditTakesTheCommandDown(t *testing.T) {
	began, seed, edits := time.Now(), uint64(1), 120
	switch {
	case *mutateFor > 0:
		seed, edits = rand.Uint64(), math.MaxInt
	case sweep.Full():
		edits = 600
	}
	var next, tried, sites atomic.Int64
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			m := newMutant(t)
			if fewest := max(len(m.names), len(slips)*len(separators)); edits < fewest {
				t.Errorf("%d edits are too few: %d files, %d slips, %d separators", edits, len(m.names), len(slips), len(separators))
			}
			for !t.Failed() {
				n := int(next.Add(1))
				if n > edits || *mutateFor > 0 && time.Since(began) > *mutateFor {
					return
				}
				tried.Add(1)
				if m.try(t, seed, n) {
					sites.Add(1)
				}
			}
		})
	}
	workers.Wait()
	t.Logf("%d edits with the seed %d, of which %d make a site", tried.Load(), seed, sites.Load())
	if !t.Failed() && (sites.Load() == 0 || sites.Load() == tried.Load()) {
		t.Error("all edits come out alike: are they edits?")
	}
}

// mutant is the real content, of which one file at a time is edited. The other files are read once.
type mutant struct {
	content fstest.MapFS
	names   []string // of the files that people edit
	data    model.Data
	words   i18n.Words
}

func newMutant(t *testing.T) *mutant {
	m := &mutant{content: realContent(t)}
	for name := range m.content {
		if mutated(name) {
			m.names = append(m.names, name)
		}
	}
	slices.Sort(m.names)
	var found diag.List
	var err error
	m.data, found, err = clause.Read(m.content, folder.School)
	if err == nil {
		m.words, _, err = i18n.Read(m.content)
	}
	if err == nil {
		m.data.Lessons, _, err = lesson.ReadAll(m.content, m.data.StageIDs())
	}
	if err == nil {
		m.data.Pages, _, err = prose.ReadAll(m.content, folder.School)
	}
	if err != nil || len(found) > 0 || len(m.names) < 30 {
		t.Errorf("%d files to edit, %d faults before any edit: %v", len(m.names), len(found), err)
	}
	return m
}

// slidesEvery is of how many edits one has its PowerPoint files made too, unless there is time for all: they show what the pages of the
// slides show, whose making has already been tried.
const slidesEvery = 7

// try makes the edit number n of a seed, in one file, and reports whether a site comes of it.
func (m *mutant) try(t *testing.T, seed uint64, n int) bool {
	random := rand.New(rand.NewPCG(seed, uint64(n)))
	name := m.names[n%len(m.names)]
	was := m.content[name]
	text, what := mutate(random, n, was.Data)
	m.content[name] = &fstest.MapFile{Data: text}
	defer func() { m.content[name] = was }()
	what = fmt.Sprintf("edit %d of seed %d: %s: %s", n, seed, name, what)
	data, faults, err := m.read(name)
	if err != nil {
		t.Errorf("%s: %v", what, err)
		return false
	}
	var s *site.Site
	if !data.Flawed {
		var found diag.List
		s, found = site.New(data)
		faults = append(faults, found...)
	}
	for _, f := range faults {
		if f.Code == diag.InternalFault || !placed(f.Pos) {
			t.Errorf("%s: %s: %s", what, f.Pos, f.Message)
		}
		// A slip in a lesson is not a fault of other files, unless one of them repeats a question that is gone, or is a picture of its own of a scene
		// that is gone, or is excused from having the same words; a clause remembers with which lesson it was compared.
		drawn := strings.TrimSuffix(strings.Replace(name, lessons, "data/library/illustrations/", 1), ".md") + ".yaml"
		if strings.HasPrefix(name, lessons) && !f.Waived && f.Code != diag.IdleWaiver && f.Pos.Source.Name != name && f.Pos.Source.Name != drawn && f.Code != diag.UnknownQuestion && f.Code != diag.StaleLesson {
			t.Errorf("%s: a fault in another file: %s: %s", what, f.Pos, f.Message)
		}
	}
	faults.Fprint(io.Discard)
	if faults.Failed() || s == nil {
		return false
	}
	if !strings.HasPrefix(name, "data/") { // the pages of other lessons have not changed
		alone := *s
		alone.Rules = slices.DeleteFunc(slices.Clone(s.Rules), func(r site.Rule) bool { return r.Lesson.Pos.Source.Name != name })
		s = &alone
	}
	if _, err := page.All(s, m.words); err != nil {
		t.Errorf("%s: %v", what, err)
	}
	if n%slidesEvery != 0 && !sweep.Full() && *mutateFor == 0 {
		return true
	}
	shown := *s
	shown.Rules = slices.DeleteFunc(slices.Clone(s.Rules), func(r site.Rule) bool { return !r.Taught() || !hasSlidesOf(r.Lesson, name) })
	if err := slideshow.All(&shown, m.words, m.content, raster.PNG, func(slideshow.File) error { return nil }); err != nil {
		t.Errorf("%s: %v", what, err)
	}
	return true
}

// hasSlidesOf reports whether the slides of a lesson show what is in a file: its own, that of its pictures, or the cast.
func hasSlidesOf(l model.Lesson, name string) bool {
	of := site.LessonID(l.Stage, l.Name)
	return name == lessons+of+".md" || name == "data/library/illustrations/"+of+".yaml" || name == "data/library/cast.yaml"
}

// read reads the file that was edited, with what the others say.
func (m *mutant) read(name string) (model.Data, diag.List, error) {
	switch {
	case strings.HasPrefix(name, "data/"):
		data, faults, err := clause.Read(m.content, folder.School)
		data.Lessons, data.Pages = m.data.Lessons, m.data.Pages
		if stages := data.StageIDs(); err == nil && !slices.Equal(stages, m.data.StageIDs()) { // which lessons are read follows the stages
			var found diag.List
			data.Lessons, found, err = lesson.ReadAll(m.content, stages)
			faults = append(faults, found...)
		}
		return data, faults, err
	case !strings.HasPrefix(name, lessons):
		pages, faults, err := prose.ReadAll(m.content, folder.School)
		data := m.data
		data.Pages = pages
		return data, faults, err
	}
	read, faults, err := lesson.ReadAll(fstest.MapFS{name: m.content[name]}, m.data.StageIDs())
	data := m.data
	data.Lessons = slices.Clone(data.Lessons)
	for i, l := range data.Lessons {
		if l.Pos.Source.Name == name {
			data.Lessons[i] = read[0]
		}
	}
	return data, faults, err
}

// mutated reports whether a file is one that people edit.
func mutated(name string) bool {
	return strings.HasPrefix(name, "content/") && path.Ext(name) == ".md" || strings.HasPrefix(name, "data/") && path.Ext(name) == ".yaml"
}

// placed reports whether a position is in a file: in one of its lines, at a character or the end.
func placed(p diag.Pos) bool {
	if p.Source == nil || p.Line == 0 {
		return p.Source != nil
	}
	line := p.Source.Line(p.Line)
	return p.Line <= bytes.Count(p.Source.Text, []byte("\n"))+1 && p.Col >= 1 && p.Col <= len([]rune(line))+1
}

// slips are mistakes that people make in a text. Each is given the parts of a text and the indexes of two of them.
var slips = []struct {
	name string
	do   func(parts []string, a, b int) []string
}{
	{"drop", func(parts []string, a, _ int) []string { return slices.Delete(parts, a, a+1) }},
	{"double", func(parts []string, a, _ int) []string { return slices.Insert(parts, a, parts[a]) }},
	{"swap", func(parts []string, a, b int) []string {
		parts[a], parts[b] = parts[b], parts[a]
		return parts
	}},
	{"move", func(parts []string, a, b int) []string {
		moved := parts[a]
		return slices.Insert(slices.Delete(parts, a, a+1), min(b, len(parts)-1), moved)
	}},
	{"copy", func(parts []string, a, b int) []string { return slices.Insert(parts, b, parts[a]) }},
	{"join", func(parts []string, a, _ int) []string {
		if a+1 < len(parts) {
			parts[a] += parts[a+1]
			return slices.Delete(parts, a+1, a+2)
		}
		return parts
	}},
	{"cut off", func(parts []string, a, _ int) []string { return parts[:a] }},
	{"halve", func(parts []string, a, _ int) []string {
		half := []rune(parts[a])
		parts[a] = string(half[:len(half)/2])
		return parts
	}},
}

// separators are what may be between the parts of a text.
var separators = []string{"\n", "\n\n", " ", "", "\n## ", "\n### ", ":"}

// mutate makes one to three slips in a text, and says which. n chooses the first, so that as many edits as there are slips
// and separators make every slip between every separator.
func mutate(random *rand.Rand, n int, text []byte) (edited []byte, what string) {
	now := string(text)
	for range 1 + random.IntN(3) {
		slip, between := slips[n%len(slips)], separators[n/len(slips)%len(separators)]
		n = random.IntN(len(slips) * len(separators))
		parts := strings.Split(now, between)
		if len(parts) < 2 {
			continue
		}
		a, b := random.IntN(len(parts)), random.IntN(len(parts))
		now = strings.Join(slip.do(parts, a, b), between)
		what += fmt.Sprintf("%s part %d (%d) between %q; ", slip.name, a, b, between)
	}
	return []byte(now), what
}

// realContent returns the project's files that load reads, in memory.
func realContent(t *testing.T) fstest.MapFS {
	t.Helper()
	root := os.DirFS(project)
	files := fstest.MapFS{}
	for _, part := range parts {
		err := fs.WalkDir(root, part, func(name string, entry fs.DirEntry, err error) error {
			if err != nil || !entry.Type().IsRegular() {
				return err
			}
			body, err := fs.ReadFile(root, name)
			files[name] = &fstest.MapFile{Data: body}
			return err
		})
		must(t, err)
	}
	return files
}
