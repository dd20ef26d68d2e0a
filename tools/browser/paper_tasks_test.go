package browser

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/chromedp/chromedp"
)

// Each kind has its own form on paper, and what a child sees of a question on a screen stands there too, without a word of
// why.
func TestAWorksheetHasEveryQuestionToDoWithAPencil(t *testing.T) {
	for _, l := range lessons(t) {
		t.Run(named(l.address), func(t *testing.T) {
			doc := built().page("/print" + l.address + "worksheet/").doc
			var tasks []*html.Node
			for s := range elements(doc, "section") {
				if attr(s, "data-task") != "" {
					tasks = append(tasks, s)
				}
			}
			if len(tasks) != len(l.Quiz) {
				t.Fatalf("it has %d questions, and the lesson %d", len(tasks), len(l.Quiz))
			}
			for i, q := range l.Quiz {
				hasPaperForm(t, q, tasks[i])
				for _, o := range q.every() {
					if !strings.Contains(text(tasks[i]), squeeze(o.Text)) {
						t.Errorf("question %s lacks %q", q.ID, o.Text)
					}
					if strings.Contains(text(tasks[i]), squeeze(o.Feedback)) {
						t.Errorf("question %s tells the why of %q", q.ID, o.Text)
					}
				}
			}
		})
	}
}

// hasPaperForm: boxes to tick or to number, a table of boxes, lines with their words, phrases, or scenes that say where to
// go.
func hasPaperForm(t *testing.T, q question, task *html.Node) {
	t.Helper()
	if kind := attr(task, "data-task"); kind != q.Kind {
		t.Fatalf("question %s is of the kind %s, and on paper of %s", q.ID, q.Kind, kind)
	}
	want := map[string]int{}
	switch q.Kind {
	case "choice", "several", "order":
		want["box"] = len(q.Options)
	case "sort":
		want["box"] = len(q.Options) * len(q.Bins)
	case "gaps":
		want["gapline"] = gapsOf(q)
	case "spot":
		want["spottext__phrase"] = len(q.Options)
	case "chat":
		want["turnbox"], want["box"], want["turnbox__to"] = len(q.Scenes), len(q.every()), len(q.every())
	}
	for class, n := range want {
		if found := withClass(task, class); len(found) != n {
			t.Errorf("question %s (%s) has %d of %s on paper, want %d", q.ID, q.Kind, len(found), class, n)
		}
	}
	if q.Kind == "chat" {
		goesToItsScenes(t, q, task)
	}
}

func gapsOf(q question) (n int) {
	for _, o := range q.Options {
		n = max(n, o.Place)
	}
	return n
}

// goesToItsScenes: a reply names the number of the scene that it leads to.
func goesToItsScenes(t *testing.T, q question, task *html.Node) {
	t.Helper()
	number := func(id string) int {
		return 1 + slices.IndexFunc(q.Scenes, func(s scene) bool { return s.ID == id })
	}
	going := withClass(task, "turnbox__to")
	for i, o := range q.every() {
		if want := fmt.Sprintf("Go to %d", number(o.Goto)); number(o.Goto) == 0 || text(going[i]) != want {
			t.Errorf("question %s: the reply %q says %q, want %q", q.ID, o.Text, text(going[i]), want)
		}
	}
	for i, box := range withClass(task, "turnbox__number") {
		if text(box) != fmt.Sprint(i+1) {
			t.Errorf("question %s: scene %d has the number %s", q.ID, i+1, text(box))
		}
	}
}

func withClass(n *html.Node, class string) (list []*html.Node) {
	for e := range elements(n, "*") {
		if slices.Contains(strings.Fields(attr(e, "class")), class) {
			list = append(list, e)
		}
	}
	return list
}

func TestTheAnswersToAWorksheetTellTheWhyOfEveryOption(t *testing.T) {
	for _, l := range lessons(t) {
		t.Run(named(l.address), func(t *testing.T) {
			doc := built().page("/print" + l.address + "answers/").doc
			all, whys := text(doc), 0
			for s := range elements(doc, "section") {
				if attr(s, "data-why") != "" {
					whys++
				}
			}
			if whys != len(l.Quiz) {
				t.Errorf("it has answers to %d questions, and there are %d", whys, len(l.Quiz))
			}
			ticked := 0
			for _, q := range l.Quiz {
				for _, o := range q.every() {
					if !strings.Contains(all, squeeze(o.Text)) || !strings.Contains(all, squeeze(o.Feedback)) {
						t.Errorf("question %s: %q or its why is missing", q.ID, o.Text)
					}
					if o.Right && q.Kind != "order" && q.Kind != "sort" {
						ticked++
					}
				}
			}
			if n := len(withClass(doc, "box--ticked")); n != ticked {
				t.Errorf("%d boxes are ticked, want %d", n, ticked)
			}
		})
	}
}

// Whoever looks for something to print finds it: from the plan, from the pages for parents and teachers, from the policy
// and from the rules.
func TestWhatCanBePrintedIsLinkedWhereAPersonWouldLook(t *testing.T) {
	for _, l := range lessons(t) {
		to, poster := links(built().page("/teachers"+l.address).doc), "/print"+l.address
		for _, want := range []string{poster, poster + "worksheet/", poster + "answers/"} {
			if !slices.Contains(to, want) {
				t.Errorf("the plan of %s has no link to %s", l.address, want)
			}
		}
	}
	for from, want := range map[string][]string{
		"/parents/":    {"/print/", "/policy/ks1/", "/policy/ks2/", "/print/slip/ks1/", "/print/slip/ks2/", "/parents/one-page/"},
		"/teachers/":   {"/print/", "/print/smart/"},
		"/policy/":     {"/print/policy/", "/policy/staff/"},
		"/policy/ks1/": {"/print/slip/ks1/", "/print/"},
		"/policy/ks2/": {"/print/slip/ks2/", "/print/"},
		"/smart/":      {"/print/smart/", "/print/"},
		"/ks2/":        {"/policy/ks2/", "/print/"},
	} {
		to := links(built().page(from).doc)
		for _, address := range want {
			if !slices.Contains(to, address) {
				t.Errorf("%s has no link to %s", from, address)
			}
		}
	}
	for _, id := range []string{"ks1", "ks2", "staff"} {
		if at := built().page("/print/policy/" + id + "/").leads(); at != "/policy/"+id+"/" {
			t.Errorf("/print/policy/%s/ leads to %q", id, at)
		}
	}
}

// A school that has said more of itself has longer sheets: who takes them back and by when, and dates of review.
func TestTheSheetsOfASchoolThatSaysMoreStillFit(t *testing.T) {
	folder := t.TempDir()
	more := filepath.Join(folder, "more")
	if err := copyProject(built().root, more); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(more, "static", "downloads")); err != nil { // they would be stale
		t.Fatal(err)
	}
	p := pdfProject{t, "", more}
	p.edit("data/school.yaml", "contact: ", "reviewed: 2026-09-01\nnext-review: 2027-09-01\n"+
		"forms: { to: the class teacher or the school office, by: the end of the second week of the autumn term }\ncontact: ")
	site, err := buildSite(more, filepath.Join(folder, "built"))
	if err != nil {
		t.Fatal(err)
	}
	server, err := site.serve()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(server.Close)
	for address, words := range map[string]string{
		"/policy/ks1/":     "Give the signed sheet to the class teacher or the school office by the end of the second week",
		"/policy/ks2/":     "Give the signed sheet to the class teacher or the school office by the end of the second week",
		"/print/slip/ks2/": "Please give this slip to the class teacher or the school office by the end of the second week",
	} {
		t.Run(named(address), func(t *testing.T) {
			b := visit(t, "/print/")
			b.do(chromedp.Navigate(site.url + address))
			s := b.onA4(t)
			if n := sides(s.body); n != 1 {
				t.Errorf("it takes %d sides", n)
			}
			if !strings.Contains(s.text(), tight(words)) {
				t.Errorf("it does not say %q", words)
			}
		})
	}
}
