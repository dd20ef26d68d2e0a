package find_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"

	"safeonline/tools/internal/find"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/sample"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

const project = "../../.."

// schools are the folders of the schools whose sites are tested: this project's own, and invented ones of another shape.
var schools = []string{folder.School, "tools/site/testdata/schools/thistledown", "tools/site/testdata/schools/gull-harbour"}

// eachSchool runs a test for the site of each school.
func eachSchool(t *testing.T, run func(t *testing.T, s *site.Site, entries []find.Entry)) {
	words := sample.WordsOf(t, project)
	for _, school := range schools {
		t.Run(school, func(t *testing.T) {
			s := sample.SiteOf(t, project, school)
			run(t, s, find.Entries(view.New(s, words), s, nil))
		})
	}
}

// An entry leads to a page and a part of it that exist, and no two lead to the same.
func TestEntriesLeadSomewhere(t *testing.T) {
	eachSchool(t, func(t *testing.T, s *site.Site, entries []find.Entry) {
		there := map[string]bool{}
		for _, a := range s.Addresses {
			there[a.URL] = a.Leads == ""
			for _, id := range a.IDs() {
				there[a.URL+"#"+id] = true
			}
		}
		seen := map[string]bool{}
		for _, e := range entries {
			if !there[e.To] {
				t.Errorf("%q leads to %s, which does not exist", e.Title, e.To)
			}
			if seen[e.To] {
				t.Errorf("%s is there twice", e.To)
			}
			if seen[e.To] = true; e.Title == "" || e.What == "" {
				t.Errorf("%s lacks words: %+v", e.To, e)
			}
		}
	})
}

// Each rule, lesson, plan, question, place to get help and page can be found.
func TestEverythingIsThere(t *testing.T) {
	eachSchool(t, func(t *testing.T, s *site.Site, entries []find.Entry) {
		want := []string{"/policy/"}
		for _, r := range s.Rules {
			if want = append(want, r.Anchor()); r.Leads() {
				want = append(want, r.URL(), "/teachers"+r.URL())
				for _, q := range r.Lesson.Quiz {
					want = append(want, r.URL()+"#"+q.ID.Value)
				}
			}
		}
		for _, h := range s.Help {
			if h.Reachable() {
				want = append(want, "/help/#"+h.ID.Value)
			}
		}
		for _, d := range s.Documents {
			for _, c := range d.Clauses() {
				want = append(want, "/policy/#"+c.ID.Value)
			}
		}
		for _, p := range s.Pages {
			if a := p.Address(); a != "/" && a != "/offline/" {
				want = append(want, a)
			}
		}
		for _, to := range want {
			if !slices.ContainsFunc(entries, func(e find.Entry) bool { return e.To == to }) {
				t.Errorf("%s cannot be found", to)
			}
		}
	})
}

func TestLettersAreInOrderAndWhole(t *testing.T) {
	eachSchool(t, func(t *testing.T, _ *site.Site, entries []find.Entry) {
		var letters []string
		n := 0
		for _, l := range find.Letters(entries) {
			letters = append(letters, l.Letter)
			n += len(l.Entries)
		}
		if once := slices.Compact(slices.Sorted(slices.Values(letters))); len(letters) < 10 || !slices.Equal(once, letters) {
			t.Errorf("the letters are %v", letters)
		}
		if n != len(entries) {
			t.Errorf("%d of %d entries have a letter", n, len(entries))
		}
	})
}

// An index sorts a title without the article, and without the quotation mark, that it begins with.
func TestTitlesAreSortedAsInABook(t *testing.T) {
	entry := func(title string) find.Entry { return find.Entry{Title: title} }
	letters := find.Letters([]find.Entry{entry("999"), entry("An email"), entry("“The fox”")})
	var got []string
	for _, l := range letters {
		got = append(got, l.Letter)
	}
	if strings.Join(got, " ") != "0–9 E F" {
		t.Errorf("the letters are %q", got)
	}
}

// most is the largest size of the index, in bytes compressed by brotli.
const most = 40 * 1024

func TestTheIndexIsLight(t *testing.T) {
	words := sample.WordsOf(t, project)
	eachSchool(t, func(t *testing.T, _ *site.Site, entries []find.Entry) {
		var sent bytes.Buffer
		w := brotli.NewWriterLevel(&sent, brotli.BestCompression)
		if _, err := w.Write([]byte(find.Index(words, entries))); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if t.Logf("%d entries, %d bytes", len(entries), sent.Len()); sent.Len() > most {
			t.Errorf("the index takes %d bytes, more than %d", sent.Len(), most)
		}
	})
}
