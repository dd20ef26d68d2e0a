package browser

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/chromedp/chromedp"
)

// Each kind of question has its own form on paper, with all that a child sees of it on a screen and without the feedback.
func TestAWorksheetHasEveryQuestion(t *testing.T) {
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
			if drawn := files(doc, "img", "src", ""); !slices.ContainsFunc(drawn, func(file string) bool { return strings.Contains(file, "/scenes/ink/") }) {
				t.Error("it lacks the scene of the story's question")
			}
			for i, q := range l.Quiz {
				hasPaperForm(t, q, tasks[i])
				for _, o := range q.every() {
					if !strings.Contains(text(tasks[i]), squeeze(o.Text)) {
						t.Errorf("question %s lacks %q", q.ID, o.Text)
					}
					if strings.Contains(text(tasks[i]), squeeze(o.Feedback)) {
						t.Errorf("question %s has the feedback of %q", q.ID, o.Text)
					}
				}
			}
		})
	}
}

// hasPaperForm checks that a question has what its kind needs on paper: boxes to tick or to number, a table of boxes, lines with
// their words, phrases, or scenes that say where to go.
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
	case "match":
		want["ties__end"] = len(q.Options) + len(q.Bins)
	case "chat":
		want["turnbox"], want["box"], want["turnbox__to"] = len(q.Scenes), len(q.every()), len(q.every())
	default:
		t.Fatalf("hasPaperForm does not know questions of the kind %s: add it", q.Kind)
	}
	for class, n := range want {
		if found := withClass(task, class); len(found) != n {
			t.Errorf("question %s (%s) has %d of %s on paper, expected %d", q.ID, q.Kind, len(found), class, n)
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

// goesToItsScenes checks that a reply names the number of the scene that it leads to.
func goesToItsScenes(t *testing.T, q question, task *html.Node) {
	t.Helper()
	number := func(id string) int {
		return 1 + slices.IndexFunc(q.Scenes, func(s scene) bool { return s.ID == id })
	}
	going := withClass(task, "turnbox__to")
	for i, o := range q.every() {
		if want := fmt.Sprintf("Go to %d", number(o.Goto)); number(o.Goto) == 0 || text(going[i]) != want {
			t.Errorf("question %s: the reply %q says %q, expected %q", q.ID, o.Text, text(going[i]), want)
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

func TestTheAnswersToAWorksheetHaveTheFeedbackOfEveryOption(t *testing.T) {
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
						t.Errorf("question %s: %q or its feedback is missing", q.ID, o.Text)
					}
					if o.Right && !slices.Contains([]string{"order", "sort", "match"}, q.Kind) {
						ticked++
					}
				}
			}
			if n := len(withClass(doc, "box--ticked")); n != ticked {
				t.Errorf("%d boxes are ticked, expected %d", n, ticked)
			}
		})
	}
}

// What can be printed is linked from the plans, the pages for parents and teachers, the policy and the rules.
func TestWhatCanBePrintedIsLinked(t *testing.T) {
	for _, l := range lessons(t) {
		to, poster := links(built().page("/teachers"+l.address).doc), "/print"+l.address
		for _, want := range []string{poster, poster + "worksheet/", poster + "answers/"} {
			if !slices.Contains(to, want) {
				t.Errorf("the plan of %s has no link to %s", l.address, want)
			}
		}
	}
	for from, want := range map[string][]string{
		"/parents/":       {"/policy/ks1/", "/policy/ks2/", "/parents/one-page/"},
		"/parents/rules/": {"/print/", "/policy/ks1/", "/policy/ks2/", "/print/slip/ks1/", "/print/slip/ks2/", "/parents/one-page/"},
		"/teachers/":      {"/print/", "/print/smart/"},
		"/policy/":        {"/print/policy/", "/policy/staff/"},
		"/policy/ks1/":    {"/print/slip/ks1/", "/print/"},
		"/policy/ks2/":    {"/print/slip/ks2/", "/print/"},
		"/smart/":         {"/print/smart/", "/print/"},
		"/ks2/":           {"/policy/ks2/", "/print/"},
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

// A school that has given more data has longer sheets: who takes them back and by when, and dates of review.
func TestTheSheetsOfASchoolWithMoreDataStillFit(t *testing.T) {
	t.Parallel()
	site := deployPreview()
	for address, words := range map[string]string{
		"/policy/ks1/":     "Give the signed sheet to the class teacher or the school office by the end of the second week",
		"/policy/ks2/":     "Give the signed sheet to the class teacher or the school office by the end of the second week",
		"/print/slip/ks2/": "Please give this slip to the class teacher or the school office by the end of the second week",
	} {
		t.Run(named(address), func(t *testing.T) {
			b := borrow(t)
			b.do(chromedp.Navigate(site.url + address))
			s := b.onA4(t)
			if n := sides(s.body); n != 1 {
				t.Errorf("it prints on %d sides, expected 1", n)
			}
			if !strings.Contains(s.text(), tight(words)) {
				t.Errorf("it does not say %q", words)
			}
		})
	}
}
