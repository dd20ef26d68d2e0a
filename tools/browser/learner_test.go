package browser

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"go.yaml.in/yaml/v3"
)

// lesson is a rule's lesson as the templates are given it.
type lesson struct {
	address string
	Set     string // its set of rules
	Rule    rule
	Quiz    []question // its own questions, then those that come back from other lessons
	Again   []question // only those that come back
}

// question is a question of any kind. The type Question in tools/internal/view says which lists each kind uses.
type question struct {
	ID, Key, Kind, Stem string
	Ask                 string // what the lesson's page shows of the stem, if the question is in its story
	Hint                string
	Choose              int
	Options             []option
	Bins                []struct{ Title string }
	Scenes              []scene
}

type option struct {
	ID, Text, Feedback, Hint string
	Right                    bool
	Place                    int    // where it belongs: its place in an order, its bin, its gap; from 1
	Goto                     string // of a reply: the scene it leads to
}

// scene is a turn of a chat.
type scene struct {
	ID, Title string
	Options   []option
}

func (l lesson) page() page { return built().page(l.address) }

// own returns the questions of the lesson itself, which come before its end.
func (l lesson) own() []question { return l.Quiz[:len(l.Quiz)-len(l.Again)] }

// lessons returns all lessons, Key Stage One first.
func lessons(t *testing.T) (all []lesson) {
	t.Helper()
	rules, err := built().rules()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rules {
		if !r.Leads {
			continue
		}
		l := lesson{address: r.URL}
		if err := built().params(r.URL, &l); err != nil {
			t.Fatal(err)
		}
		l.Quiz = append(l.Quiz, l.Again...)
		all = append(all, l)
	}
	if len(all) == 0 {
		t.Fatal("there is no lesson to test")
	}
	return all
}

// galleryAt is the address of a page with every kind of question, which only the tests build.
const galleryAt = "/gallery/"

// gallery returns the page of examples as if it were a lesson.
func gallery(t *testing.T) lesson {
	t.Helper()
	l := lesson{address: galleryAt, Set: "ks2"}
	text, err := os.ReadFile(filepath.Join(project, "assets", "components", "question", "examples.yaml"))
	if err == nil {
		err = yaml.Unmarshal(text, &l.Quiz)
	}
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// lessonsAndGallery returns all pages with a quiz.
func lessonsAndGallery(t *testing.T) []lesson {
	t.Helper()
	return append(lessons(t), gallery(t))
}

// lessonAt returns the lesson at an address.
func lessonAt(t *testing.T, address string) lesson {
	t.Helper()
	for _, l := range lessons(t) {
		if l.address == address {
			return l
		}
	}
	t.Fatalf("there is no lesson at %s", address)
	return lesson{}
}

// every returns all options of a question: those of all scenes if it is a chat.
func (q question) every() []option {
	all := slices.Clone(q.Options)
	for _, s := range q.Scenes {
		all = append(all, s.Options...)
	}
	return all
}

// right returns the options of a right answer.
func (q question) right() (options []option) {
	for _, o := range q.Options {
		if o.Right {
			options = append(options, o)
		}
	}
	return options
}

// wrong returns the options that do not belong to the right answer.
func (q question) wrong() (options []option) {
	for _, o := range q.Options {
		if !o.Right {
			options = append(options, o)
		}
	}
	return options
}

// inOrder returns the steps of an order question in their right order.
func (q question) inOrder() []option {
	steps := make([]option, len(q.Options))
	for _, o := range q.Options {
		steps[o.Place-1] = o
	}
	return steps
}
