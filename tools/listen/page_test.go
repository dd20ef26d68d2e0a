//go:build listen

package listen

import (
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// question is a question of the built site: where it is, and what is to be heard of it.
type question struct {
	address string // of its page
	id      string
	stem    string // what it asks
	kind    string
	title   string // its heading, as it is said
	scene   string // of a chat: the heading of its first scene
	speech  string // and the name of the first to speak, with the first words
	check   string // the words of its main button before a check
	retry   string // after a wrong answer
	next    string // and after a right one
	options []option
}

// option is any part of a question that can be right or wrong: an option, a step, a thing in a bin, a word, a phrase, a reply.
type option struct {
	text  string
	why   string // its feedback
	group string // what it answers: a thing to sort, a gap or a scene; empty if it answers the whole question
	right bool
	place string // of a step: its right place, from 1
	next  string // of a reply: the scene it leads to
	to    string // and the heading of that scene
}

// first returns the first question of a kind in the lessons of Key Stage Two.
func first(t *testing.T, kind string) question {
	t.Helper()
	site := os.DirFS(*folder)
	files, err := fs.Glob(site, "ks2/*/index.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		page := read(t, file)
		for q := range page.Descendants() {
			if attr(q, "data-question") != kind {
				continue
			}
			// Questions that come from another lesson have no number.
			if q := readQuestion(page, q, "/"+path.Dir(file)+"/"); strings.HasPrefix(q.title, "Question ") {
				return q
			}
		}
	}
	t.Fatalf("no lesson has a question of the kind %q", kind)
	return question{}
}

func read(t *testing.T, file string) *html.Node {
	t.Helper()
	source, err := os.Open(path.Join(*folder, file))
	if err != nil {
		t.Fatal(err)
	}
	defer source.Close()
	page, err := html.Parse(source)
	if err != nil {
		t.Fatal(err)
	}
	return page
}

func readQuestion(page, element *html.Node, address string) question {
	q := question{address: address, id: attr(element, "id"), kind: attr(element, "data-question")}
	group := ""
	for n := range element.Descendants() {
		switch {
		case q.title == "" && has(n, "data-title"):
			q.title = headingText(n)
		case q.scene == "" && has(n, "data-heading"):
			q.scene = text(n)
		case n.Data == "legend":
			q.stem = text(n)
		case q.speech == "" && attr(n, "class") == "say__bubble":
			q.speech = strings.Join(strings.Fields(text(n))[:4], " ")
		case has(n, "data-actions"):
			q.check, q.retry, q.next = attr(n, "data-word-check"), attr(n, "data-word-retry"), attr(n, "data-word-next")
		case has(n, "data-item"):
			group = attr(n, "data-item")
		case has(n, "data-turn"):
			group = attr(n, "data-turn")
		case has(n, "aria-labelledby"): // the words for a gap
			if attr(n, "role") == "group" {
				group = attr(n, "aria-labelledby")
			}
		case has(n, "data-option"):
			q.options = append(q.options, readOption(page, n, group))
		}
	}
	return q
}

func readOption(page, element *html.Node, group string) option {
	o := option{group: group, right: has(element, "data-right"), place: attr(element, "data-place"), next: attr(element, "data-goto")}
	for n := range element.Descendants() {
		if o.text == "" && (has(n, "data-text") || has(n, "data-bin") || attr(n, "class") == "opt__text" || n.Data == "span" && attr(n.Parent, "class") == "opt phrase") {
			o.text = strings.TrimSpace(strings.TrimSuffix(text(n), "Tried")) // a phrase holds its marks, which are hidden
		}
	}
	if why := byID(page, attr(element, "data-option")+"-why"); why != nil {
		o.why = text(why)
	} else if why := byID(page, group+"-why"); why != nil { // of a thing to sort
		o.why = text(why)
	}
	if scene := byID(page, o.next); scene != nil {
		for n := range scene.Descendants() {
			if has(n, "data-heading") {
				o.to = text(n)
			}
		}
	}
	return o
}

// reply returns the best reply in a scene of a chat, or false if the chat ends there.
func (q question) reply(scene string) (option, bool) {
	for _, o := range q.options {
		if o.group == scene && o.right {
			return o, true
		}
	}
	return option{}, false
}

// places returns the options of a thing to sort, or the replies in a scene of a chat.
func (q question) places(thing string) (options []option) {
	for _, o := range q.options {
		if o.group == thing {
			options = append(options, o)
		}
	}
	return options
}

// words returns the texts that are heard when the question is read line by line.
func (q question) words() []string {
	texts := []string{q.title, q.stem}
	options := q.options
	if q.kind == "chat" { // its first scene
		texts = append(texts, q.scene, q.speech)
		options = q.places(options[0].group)
	}
	for _, o := range options {
		texts = append(texts, o.text)
	}
	return texts
}

// last returns words of the question's last line.
func (q question) last() string {
	if q.kind == "chat" {
		return "Back push button"
	}
	return q.check + " push button"
}

// with returns the options that are right, or those that are not.
func (q question) with(right bool) (options []option) {
	for _, o := range q.options {
		if o.right == right {
			options = append(options, o)
		}
	}
	return options
}

// among returns the options that are among these, in their order on the page.
func (q question) among(some ...option) (options []option) {
	for _, o := range q.options {
		if slices.Contains(some, o) {
			options = append(options, o)
		}
	}
	return options
}

func has(n *html.Node, name string) bool {
	for _, a := range n.Attr {
		if a.Key == name {
			return true
		}
	}
	return false
}

func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func byID(page *html.Node, id string) *html.Node {
	for n := range page.Descendants() {
		if id != "" && attr(n, "id") == id {
			return n
		}
	}
	return nil
}

// text returns the words in an element that are said: those that are not hidden.
func text(element *html.Node) string {
	var words strings.Builder
	var add func(*html.Node)
	add = func(n *html.Node) {
		if n.Type == html.TextNode {
			words.WriteString(n.Data)
		}
		if n.Type == html.ElementNode && (has(n, "hidden") || attr(n, "aria-hidden") == "true") {
			return
		}
		for c := range n.ChildNodes() {
			add(c)
		}
	}
	add(element)
	return strings.Join(strings.Fields(words.String()), " ")
}
