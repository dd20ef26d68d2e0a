package export

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"testing"

	"safeonline/tools/internal/quiz"
	"safeonline/tools/internal/sample"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// The files of all formats, each of which is there by itself as well, with the same bytes.
func TestFilesAreTheSameEachTime(t *testing.T) {
	s, words := sample.Site(t), sample.Words(t)
	const base = "https://school.example/"
	made := map[string][]byte{}
	must(t, Files(s, words, base, func(f File) error { made[f.Path] = f.Body; return nil }))
	if len(made) == 0 {
		t.Fatal("there are no files")
	}
	for path, body := range made {
		again, err := One(s, words, base, nil, path)
		must(t, err)
		if !bytes.Equal(body, again) {
			t.Errorf("%s differs from time to time", path)
		}
	}
	if _, err := One(s, words, base, nil, Folder+"/nothing.json"); err == nil {
		t.Error("a file is made that is not there")
	}
}

// A question that is asked again says in its title which rule it is from: where it goes, there is no page around it to say so.
func TestQuestionsThatAreAskedAgainNameTheirRule(t *testing.T) {
	s, words := sample.SiteOf(t, "../../..", "data/school"), sample.WordsOf(t, "../../..")
	r := reader{Site: view.New(s, words)}
	n := 0
	for _, rule := range s.Rules {
		if rule.Lesson.Name == "" {
			continue
		}
		for i, q := range r.lesson(rule).Questions[len(rule.Lesson.Quiz):] {
			if from := " (from " + r.Call(rule.Again[i].Rule) + ")"; !strings.HasSuffix(q.Title, from) {
				t.Errorf("%s: %q does not end with %q", rule.URL(), q.Title, from)
			}
			n++
		}
	}
	if n == 0 {
		t.Fatal("nothing is asked again")
	}
}

// Where pupils see no titles, a question from another lesson begins with its rule, and games count it among the letters that fit.
func TestPupilsSeeWhichQuestionsAreFromAnotherRule(t *testing.T) {
	words := sample.Words(t)
	for _, f := range formats {
		if !f.Untitled {
			continue
		}
		again := 0
		for _, l := range lessons(t) {
			for _, q := range f.Draft(words, l).Questions {
				if labelled := regexp.MustCompile(`^Rule [0-9A-Z]+: `).MatchString(q.Brief()); labelled != (q.From != "") {
					t.Errorf("%s, %s: %q from %q begins %q", f.ID, l.ID, q.Title, q.From, q.Brief())
				}
				if n := letters(q.Brief()); f.ID == "kahoot" && n > 120 {
					t.Errorf("%s, %s: %q has %d letters", f.ID, l.ID, q.Brief(), n)
				}
				if q.From != "" {
					again++
				}
			}
		}
		if again == 0 {
			t.Errorf("%s asks nothing again", f.ID)
		}
	}
}

// Kahoot and Blooket take one answer, and say so. Programs that take several answers ask for as many as the lesson does.
func TestQuestionsAskForAsManyAnswersAsAProgramTakes(t *testing.T) {
	words, found := sample.Words(t), 0
	for _, l := range lessons(t) {
		for _, f := range formats {
			for _, q := range f.Draft(words, l).Questions {
				if q.Kind != quiz.Several {
					continue
				}
				found++
				most := []string{"Choose two.", "Choose three."}
				if f.ID == "kahoot" || f.ID == "blooket" {
					most = []string{"Choose one."}
				}
				for _, stem := range []string{q.Stem, q.Brief()} {
					if !slices.ContainsFunc(most, func(end string) bool { return strings.HasSuffix(stem, end) }) {
						t.Errorf("%s, %s: %q ends with none of %q", f.ID, l.ID, stem, most)
					}
				}
			}
		}
	}
	if found == 0 {
		t.Error("no question asks for several answers")
	}
}

// The pages that a class gets have no answer. What the teacher keeps begins on a new page, and is headed so.
func TestAWorksheetHasItsAnswersOnPagesOfTheTeacher(t *testing.T) {
	words := sample.Words(t)
	for _, l := range lessons(t) {
		file, err := worksheet.File(words, l, nil)
		must(t, err)
		text := wordParagraphs(t, file.Body)
		heading := slices.Index(text, paragraph{"Heading1", "Answers, for the teacher"})
		if heading < 0 {
			t.Errorf("%s has no heading for the teacher", file.Path)
			continue
		}
		for i, p := range text {
			if forTeacher := !slices.Contains([]string{"Title", "Question", "How", "Passage", "Option", "Line"}, p.Style); forTeacher != (i >= heading) {
				t.Errorf("%s: the paragraph %q stands on the wrong side of %q", file.Path, p.Text, text[heading].Text)
			}
		}
	}
	styles, err := wordParts.ReadFile("parts/word/styles.xml")
	must(t, err)
	if _, style, _ := strings.Cut(string(styles), `w:styleId="Heading1"`); !strings.Contains(strings.Split(style, "</w:style>")[0], "<w:pageBreakBefore/>") {
		t.Error("a heading of the first level does not begin a new page")
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func newView(s *site.Site, t testing.TB) *view.Site { return view.New(s, sample.Words(t)) }
