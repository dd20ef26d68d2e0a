package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/render"
	"safeonline/tools/internal/site"
)

// parts are the files and folders of the project that a build reads.
var parts = slices.Concat(watched, rootFiles)

// lessons is where the lessons are, by folder.
const lessons = "content/lessons/"

// BenchmarkCheck reads and checks the school's lessons, and ten and a hundred times as many. The exponent is that of the
// number of rules in the processor time: 1 means linear growth, 2 quadratic.
func BenchmarkCheck(b *testing.B) {
	var took, rules []float64
	for _, times := range []int{1, 10, 100} {
		content := manifold(b, times)
		s, faults, err := load(content, folder.School)
		if err != nil || faults.Failed() {
			faults.Fprint(os.Stderr)
			b.Fatal(err)
		}
		b.Run(fmt.Sprintf("rules=%d", len(s.Rules)), func(b *testing.B) {
			b.ReportAllocs()
			began := processorTime(b)
			for b.Loop() {
				if _, _, err := load(content, folder.School); err != nil {
					b.Fatal(err)
				}
			}
			each := (processorTime(b) - began).Seconds() / float64(b.N)
			b.ReportMetric(1000*each, "cpu-ms/op")
			took, rules = append(took, each), append(rules, float64(len(s.Rules)))
		})
	}
	if len(took) != 3 {
		return // -bench asked for some of them
	}
	b.Run("growth", func(b *testing.B) {
		for b.Loop() {
		}
		b.ReportMetric(0, "ns/op")
		for i := range 2 {
			exponent := math.Log(took[i+1]/took[i]) / math.Log(rules[i+1]/rules[i])
			b.ReportMetric(exponent, fmt.Sprintf("exponent-%.0f-to-%.0f", rules[i], rules[i+1]))
		}
	})
}

// What the benchmarks read has to stay content without a fault: they run in the long checks only.
func TestTheContentOfTheBenchmarksHasNoFault(t *testing.T) {
	_, faults, err := load(manifold(t, 10), folder.School)
	if err != nil {
		t.Fatal(err)
	}
	if faults.Failed() {
		faults.Fprint(os.Stderr)
		t.Error("the repeated content has faults")
	}
}

// processorTime returns the processor time of this process, which unlike the clock does not depend on other processes.
func processorTime(b *testing.B) time.Duration {
	b.Helper()
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		b.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}

// few is a number of lessons of a set. Ten copies of so few would not have their best options in all places.
const few = 3

// manifold returns the school's content in memory, with each clause for pupils and its lesson repeated so many times, under
// other names.
func manifold(b testing.TB, times int) fs.FS {
	b.Helper()
	root := os.DirFS(project)
	s, _, err := load(root, folder.School)
	if err != nil || s == nil {
		b.Fatal("the school's content has a fault", err)
	}
	files := fstest.MapFS{}
	for _, part := range parts {
		err := fs.WalkDir(root, part, func(name string, entry fs.DirEntry, err error) error {
			// The PDF files show other words, and the school's pages name posters that so many rules do not fit.
			stale := strings.HasPrefix(name, folder.School+"/"+downloads) || strings.HasPrefix(name, folder.School+"/content/")
			if err == nil && entry.Type().IsRegular() && !stale {
				files[name] = &fstest.MapFile{Data: contents(b, name)}
			}
			return err
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	c := copier{files: files}
	for _, set := range s.Sets() {
		if set.Taught() <= few {
			continue
		}
		policy := folder.School + "/policy/" + set.Document.ID.Value + ".yaml"
		head, _, _ := strings.Cut(string(files[policy].Data), "    clauses:\n")
		for copied := range times {
			if copied == times/2 && copied > 0 { // a file has at most 256 KB, so the second half is a document of its own
				c.write(policy, head)
				policy = strings.Replace(policy, ".yaml", "-b.yaml", 1)
				head = place.ReplaceAllString(another.ReplaceAllString(head, "${1}-b\n"), "")
			}
			for _, r := range set.Rules {
				c.rule(r, copied > 0) // pages quote the first by its id
			}
		}
		c.write(policy, head)
	}
	frameworks := files["data/library/frameworks.yaml"]
	frameworks.Data = append(frameworks.Data, c.mappings.String()...)
	files["data/library/year.yaml"].Data = []byte("[]\n")
	delete(files, "data/library/places.yaml") // a picture has no room for so many things
	return files
}

// copier writes copies of rules and of their lessons: the clauses of the next document, and rows of the frameworks.
type copier struct {
	files             fstest.MapFS
	clauses, mappings strings.Builder
	copies            int
}

// write writes the clauses below the head of a document.
func (c *copier) write(policy, head string) {
	c.files[policy] = &fstest.MapFile{Data: []byte(head + "    clauses:\n" + c.clauses.String())}
	c.clauses.Reset()
}

// rule writes a clause and its lesson, as they are or as copies under another name.
func (c *copier) rule(r site.Rule, another bool) {
	clause := r.Clause
	clause.Errata = nil
	if another {
		c.copies++
		clause.ID.Value = fmt.Sprintf("z%d", c.copies)
		clause.Slug, clause.Text.Value = clause.ID, "x"
	}
	fmt.Fprintf(&c.clauses, "      - {id: %s, mark: x, text: %q, slug: %s, title: x, plain: x, picture: \"%s\"", clause.ID, clause.Text, clause.Slug, clause.Picture)
	if clause.Theme.Value != "" {
		fmt.Fprintf(&c.clauses, ", theme: %s", clause.Theme)
	}
	if !r.Taught() {
		c.clauses.WriteString(", lesson: {none: x}}\n")
		return
	}
	lesson := r.Lesson
	if another {
		lesson.Name = clause.ID.Value
		file := lessons + lesson.Stage + "/" + lesson.Name + ".md"
		lesson.Pos.Source = diag.NewSource(file, copyOf(r.Lesson))
		c.files[file] = &fstest.MapFile{Data: lesson.Pos.Source.Text}
		fmt.Fprintf(&c.mappings, "  - {lesson: %s/%s}\n", lesson.Stage, lesson.Name)
	}
	// A build refuses a lesson that was not compared with its clause.
	fmt.Fprintf(&c.clauses, ", lesson: {name: %s, read: %s, on: 2026-01-01}}\n", lesson.Name, site.Fingerprint(clause, lesson))
}

// plainTopic is a topic without stances: any lesson on it teaches what its rules ask for.
const plainTopic = "equipment"

// copyOf returns the text of a lesson, with a waiver for the words that it shares with itself under another name. That comes after
// the others: of two questions that are the same, the second has the fault.
func copyOf(l model.Lesson) []byte {
	_, body, _ := strings.Cut(string(l.Pos.Source.Text), "\n---\n")
	front := "---\ntopic: " + plainTopic + "\nwaive:\n  - { code: same-words, why: a copy }\n"
	for _, w := range l.Waivers {
		if w.Code.Value != diag.SameWords.String() {
			front += fmt.Sprintf("  - { code: %s, why: a copy }\n", w.Code)
		}
	}
	return []byte(front + "---\n" + body)
}

// place finds the place of a document, which only one may have.
var place = regexp.MustCompile(`(?m)^order: .+\n`)

// another finds what a second document of a set has to say of its own: its id, its address and the id of its section.
var another = regexp.MustCompile(`(?m)^((?:id|address|  - id): .+)\n`)

func contents(b testing.TB, name string) []byte {
	b.Helper()
	text, err := os.ReadFile(filepath.Join(project, name))
	if err != nil {
		b.Fatal(err)
	}
	return text
}

func init() {
	programs["site-of-pages"] = func() {
		none := func(render.Options, *site.Site, i18n.Words) error { return nil }
		slideshows, exports, exportPages = none, none, none
		command()
	}
}

// BenchmarkSlideshows makes the PowerPoint files of all lessons.
func BenchmarkSlideshows(b *testing.B) {
	root := os.DirFS(project)
	s, _, err := load(root, folder.School)
	if err != nil || s == nil {
		b.Fatal("the school's content has a fault", err)
	}
	words, err := textsOf(root)
	if err != nil {
		b.Fatal(err)
	}
	began := processorTime(b)
	for b.Loop() {
		if err := writeSlideshows(render.Options{Root: project, Destination: b.TempDir()}, s, words); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(1000*(processorTime(b)-began).Seconds()/float64(b.N), "cpu-ms/op")
}

// BenchmarkExports makes the files of all lessons for other programs.
func BenchmarkExports(b *testing.B) {
	dir := copyProject(b)
	process(b, dir, "site", "build")
	s, _, err := load(os.DirFS(dir), folder.School)
	if err != nil || s == nil {
		b.Fatal("the school's content has a fault", err)
	}
	o := render.Options{Root: dir, Destination: filepath.Join(dir, "public"), BaseURL: "https://school.example/"}
	words, err := textsOf(os.DirFS(dir))
	if err != nil {
		b.Fatal(err)
	}
	began := processorTime(b)
	for b.Loop() {
		if err := errors.Join(writeExports(o, s, words), writeExportedPages(o, s, words)); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(1000*(processorTime(b)-began).Seconds()/float64(b.N), "cpu-ms/op")
}

// BenchmarkBuild builds a copy of the school's site by the command, and by Hugo alone from the pages that the command has
// written. It does so in turns, each in a process of its own, with warm caches. It leaves out the
// PowerPoint files and the exports, which the benchmarks above measure. It reports the medians of time, processor time
// and memory, and their ratios: the cost of checking, of writing pages and of replacing public/, compared with Hugo's. Both are
// this test's program: site is the command, hugo is the command's Hugo alone.
func BenchmarkBuild(b *testing.B) {
	besideHugo(b, copyProject(b), 10) // the median of fewer says little on a busy machine
}

// besideHugo reports the cost of so many builds of a project, and of Hugo alone on the same pages.
func besideHugo(b *testing.B, dir string, turns int) {
	b.Helper()
	alone := filepath.Join(dir, "alone")
	ours := func() spent { return process(b, dir, "site-of-pages", "build") }
	hugo := func() spent {
		if err := os.RemoveAll(alone); err != nil {
			b.Fatal(err)
		}
		return process(b, dir, "hugo", "build", "--noBuildLock", "--source", dir, "--destination", alone)
	}
	if turns > 1 { // a large site need not be built once more to be warm
		ours()
		hugo()
	}
	var sites, hugos []spent
	for b.Loop() {
		for range turns {
			sites = append(sites, ours())
			hugos = append(hugos, hugo())
		}
	}
	b.ReportMetric(0, "ns/op")
	s, h := medians(sites), medians(hugos)
	b.ReportMetric(1000*s.clock, "site-ms")
	b.ReportMetric(1000*h.clock, "hugo-ms")
	b.ReportMetric(s.clock/h.clock, "ratio")
	b.ReportMetric(s.processor/h.processor, "cpu-ratio")
	b.ReportMetric(s.memory, "site-MB")
	b.ReportMetric(h.memory, "hugo-MB")
	b.ReportMetric(s.memory/h.memory, "memory-ratio")
}

// spent is the cost of a process: seconds of time and of processor time, and the peak of its memory in MB.
type spent struct{ clock, processor, memory float64 }

func process(b *testing.B, dir string, command ...string) spent {
	b.Helper()
	cmd := exec.Command(command[0], command[1:]...)
	cmd.Dir, cmd.Stdout = dir, io.Discard
	var said strings.Builder
	cmd.Stderr = &said
	began := time.Now()
	if err := cmd.Run(); err != nil {
		b.Fatalf("%s: %v\n%s", command[0], err, said.String())
	}
	state := cmd.ProcessState
	return spent{time.Since(began).Seconds(), (state.UserTime() + state.SystemTime()).Seconds(), float64(peak(state)) / (1 << 20)}
}

func medians(list []spent) spent {
	median := func(of func(spent) float64) float64 {
		var values []float64
		for _, s := range list {
			values = append(values, of(s))
		}
		slices.Sort(values)
		return values[len(values)/2]
	}
	return spent{
		median(func(s spent) float64 { return s.clock }),
		median(func(s spent) float64 { return s.processor }),
		median(func(s spent) float64 { return s.memory }),
	}
}
