package export

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"os/exec"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/net/html"

	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/quiz"
	"safeonline/tools/internal/sample"
	"safeonline/tools/internal/sweep"
)

const project = "../../.."

// asked is a question as a program of other people reads it. Right has what is right: options, or pairs of one and what it belongs to.
type asked struct {
	Stem    string
	Options []string
	Right   []string
	Whys    []string // of the options
}

// back reads files by programs or packages that are not ours, by the ids of their formats. QTI and others that hold what they make in
// packages have tests of their own.
var back = map[string]func(testing.TB, []byte) []asked{
	"kahoot": backKahoot, "blooket": backBlooket, "quizizz": backQuizizz, "worksheet": backWord, "quickimport": backWord,
	"forms": backForms, "gift": backGift, "moodle": backMoodle,
}

// What goes into a file comes out of it: the words, what is right, and the whys, for all lessons, and for one that has every special character
// in every field.
func TestWhatGoesInComesBack(t *testing.T) {
	words, some := sample.Words(t), append(lessons(t), hostile())
	if !sweep.Full() {
		some = some[len(some)-3:]
	}
	for id, read := range back {
		f := format(t, id)
		for _, l := range some {
			d := f.Draft(words, l)
			file, err := f.File(words, l, nil)
			must(t, err)
			if file.Path == "" {
				continue
			}
			got := read(t, file.Body)
			var want []asked
			for _, q := range d.Questions {
				if id == "worksheet" && !quiz.Of(q.Kind).Games {
					continue // TestTheWorksheet has the others
				}
				want = append(want, wanted(q, f))
			}
			compare(t, file.Path, got, want)
		}
	}
}

func compare(t *testing.T, path string, got, want []asked) {
	t.Helper()
	if len(got) != len(want) {
		t.Errorf("%s: %d questions come back, want %d", path, len(got), len(want))
		return
	}
	for i := range want {
		if !reflect.DeepEqual(got[i], want[i]) {
			t.Errorf("%s: comes back as\n%q, want\n%q", path, got[i], want[i])
		}
	}
}

// stemIn returns the stem that a format has to have: games have the short one.
func stemIn(f Format, q Question) string {
	if slices.Contains([]string{"kahoot", "blooket", "quizizz"}, f.ID) && q.Short != "" {
		return q.Short
	}
	return q.Stem
}

// wanted is a question as it has to come back.
func wanted(q Question, f Format) asked {
	to := asked{Stem: stemIn(f, q)}
	for _, s := range q.Passage {
		if q.Kind == quiz.Gaps && s.Slot > 0 {
			to.Stem += fmt.Sprintf("[[%d]]", slices.IndexFunc(q.Options, func(o Option) bool { return o.Slot == s.Slot && o.Right })+1)
		} else {
			to.Stem += s.Text
		}
	}
	for i, o := range q.Options {
		to.Options = append(to.Options, o.Said())
		if !slices.Contains(f.Lacks, "export_no_whys") {
			to.Whys = append(to.Whys, strings.Join(q.Told(o), " "))
		}
		switch {
		case q.Bins != nil:
			to.Right = append(to.Right, o.Said()+" -> "+q.Bins[o.Slot-1].Said())
		case q.Kind == quiz.Order:
			to.Right = append(to.Right, fmt.Sprint(i+1, " ", o.Said()))
		case o.Right:
			to.Right = append(to.Right, o.Said())
		}
	}
	return to
}

func format(t testing.TB, id string) Format {
	t.Helper()
	for _, f := range formats {
		if f.ID == id {
			return f
		}
	}
	t.Fatalf("there is no format %s", id)
	return Format{}
}

// lessons returns those of the school.
func lessons(t testing.TB) (list []Lesson) {
	t.Helper()
	s := sample.SiteOf(t, project, folder.School)
	v := newView(s, t)
	for _, set := range s.Sets() {
		list = append(list, Lessons(v, set, "A school", "https://school.example/")...)
	}
	if len(list) < 20 {
		t.Fatalf("found %d lessons", len(list))
	}
	return list
}

// chosen returns those texts that a list of numbers names, such as "1,3".
func chosen(t testing.TB, texts []string, numbers string) (list []string) {
	t.Helper()
	for _, n := range strings.Split(numbers, ",") {
		i, err := strconv.Atoi(n)
		must(t, err)
		list = append(list, texts[i-1])
	}
	return list
}

func rowsOf(t testing.TB, body []byte) [][]string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(body))
	must(t, err)
	defer f.Close()
	rows, err := f.GetRows("Sheet1")
	must(t, err)
	return rows
}

func full(cells []string) []string {
	return slices.DeleteFunc(slices.Clone(cells), func(s string) bool { return s == "" })
}

func backKahoot(t testing.TB, body []byte) (list []asked) {
	for _, row := range rowsOf(t, body)[8:] {
		if seconds, _ := strconv.Atoi(row[6]); seconds < 60 {
			t.Errorf("Kahoot gives %d seconds", seconds)
		}
		options := full(row[2:6])
		list = append(list, asked{Stem: row[1], Options: options, Right: chosen(t, options, row[7])})
	}
	return list
}

func backBlooket(t testing.TB, body []byte) (list []asked) {
	rows, err := csv.NewReader(bytes.NewReader(body)).ReadAll()
	must(t, err)
	for _, row := range rows[2:] {
		options := full(row[2:6])
		list = append(list, asked{Stem: row[1], Options: options, Right: chosen(t, options, row[7])})
	}
	return list
}

func backQuizizz(t testing.TB, body []byte) (list []asked) {
	for _, row := range rowsOf(t, body)[2:] {
		to := asked{Stem: row[0], Options: full(row[2:7])}
		to.Right = chosen(t, to.Options, row[7])
		if several := strings.Contains(row[7], ","); several != (row[1] == "Checkbox") {
			t.Errorf("Quizizz has a question of the kind %s with the answer %s", row[1], row[7])
		}
		to.Whys = unlettered(t, to.Options, strings.Split(row[10], "\n"))
		list = append(list, to)
	}
	return list
}

// unlettered returns whys without the letters and the words of their options.
func unlettered(t testing.TB, options, lines []string) (whys []string) {
	t.Helper()
	if len(lines) != len(options) {
		t.Fatalf("%d options have %d whys: %q", len(options), len(lines), lines)
	}
	for i, line := range lines {
		why, ok := strings.CutPrefix(line, Letter(i+1)+". "+options[i]+": ")
		if !ok {
			t.Fatalf("%q is not about %q", line, options[i])
		}
		whys = append(whys, why)
	}
	return whys
}

// wordParagraphs reads the styles and the texts of a document of Word.
func wordParagraphs(t testing.TB, body []byte) (list []paragraph) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	must(t, err)
	f, err := z.Open("word/document.xml")
	must(t, err)
	text, err := io.ReadAll(f)
	must(t, err)
	var doc struct {
		Paragraphs []struct {
			Style struct {
				Val string `xml:"val,attr"`
			} `xml:"pPr>pStyle"`
			Text string `xml:"r>t"`
		} `xml:"body>p"`
	}
	must(t, xml.Unmarshal(text, &doc))
	for _, p := range doc.Paragraphs {
		list = append(list, paragraph{p.Style.Val, p.Text})
	}
	return list
}

// backWord reads the questions that have options with letters. A paragraph that says how to answer one begins another kind.
func backWord(t testing.TB, body []byte) (list []asked) {
	whys := -1 // the question that the whys are of
	others := map[int]bool{}
	var lines []string
	for _, p := range wordParagraphs(t, body) {
		of := len(list) - 1
		if whys >= 0 {
			of = whys
		}
		switch {
		case p.Style == "Question":
			stem, ok := strings.CutPrefix(p.Text, fmt.Sprintf("%d. ", len(list)+1))
			if !ok {
				t.Errorf("question %d is %q", len(list)+1, p.Text)
			}
			list = append(list, asked{Stem: stem})
		case p.Style == "How":
			others[of] = true
		case p.Style == "Heading2" || p.Style == "Foot":
			if whys >= 0 && len(lines) > 0 {
				list[whys].Whys = unlettered(t, list[whys].Options, lines)
			}
			whys, lines = whys+1, nil
		case others[of]:
		case p.Style == "Option":
			option, _ := strings.CutPrefix(p.Text, Letter(len(list[of].Options)+1)+". ")
			list[of].Options = append(list[of].Options, option)
		case p.Style == "Answer":
			for _, letter := range strings.Split(strings.TrimPrefix(p.Text, "Answer: "), ", ") {
				list[of].Right = append(list[of].Right, list[of].Options[letter[0]-'A'])
			}
		case p.Style == "Why":
			lines = append(lines, p.Text)
		}
	}
	var lettered []asked
	for n, q := range list {
		if !others[n] {
			lettered = append(lettered, q)
		}
	}
	return lettered
}

// node runs a script in Node, from the project's folder, and returns what it prints.
func node(t testing.TB, script string, input []byte) []byte {
	t.Helper()
	run := exec.Command("node", "-e", script)
	run.Dir, run.Stdin, run.Stderr = project, bytes.NewReader(input), os.Stderr
	said, err := run.Output()
	if err != nil {
		t.Fatalf("Node did not run, or a package is missing (make tools): %v", err)
	}
	return said
}

// formsDouble stands in for Google Forms: it keeps what a script makes, and knows only what Google's reference has.
const formsDouble = `
const made = [];
const item = (several) => {
	const is = {several, options: []};
	made.push(is);
	const on = {
		setTitle: (text) => { is.stem = text; return on; },
		setPoints: () => on,
		createChoice: (text, right) => ({text, right}),
		setChoices: (list) => { is.options = list; return on; },
		setFeedbackForCorrect: (f) => { is.right = f.text; return on; },
		setFeedbackForIncorrect: (f) => { is.wrong = f.text; return on; },
	};
	return on;
};
const form = {
	setIsQuiz: () => form, setDescription: () => form, setCollectEmail: () => form, setShuffleQuestions: () => form,
	addCheckboxItem: () => item(true), addMultipleChoiceItem: () => item(false), getEditUrl: () => "",
};
const feedback = () => { const f = {setText: (text) => { f.text = text; return f; }, build: () => f}; return f; };
const world = {FormApp: {create: () => form, createFeedback: feedback}, Logger: {log: () => {}}};
require("vm").runInNewContext(require("fs").readFileSync(0, "utf8") + "\nmakeQuiz();", world);
console.log(JSON.stringify(made));`

func backForms(t testing.TB, body []byte) (list []asked) {
	var made []struct {
		Stem, Right, Wrong string
		Options            []struct {
			Text  string
			Right bool
		}
	}
	must(t, json.Unmarshal(node(t, formsDouble, body), &made))
	for _, m := range made {
		to := asked{Stem: m.Stem}
		whys := strings.Split(m.Wrong, "\n\n")
		for i, o := range m.Options {
			to.Options = append(to.Options, o.Text)
			if o.Right {
				to.Right = append(to.Right, o.Text)
				if !strings.Contains(m.Right, whys[i]) {
					t.Errorf("the right answer %q is told %q", o.Text, m.Right)
				}
			}
			to.Whys = append(to.Whys, strings.TrimPrefix(whys[i], o.Text+": "))
		}
		list = append(list, to)
	}
	return list
}

func backGift(t testing.TB, body []byte) (list []asked) {
	type text struct{ Text string }
	var made []struct {
		Type, Title string
		Stem        text
		Choices     []struct {
			IsCorrect      bool
			Weight         *float64
			Text, Feedback text
		}
		MatchPairs []struct {
			Subquestion text
			Subanswer   string
		}
		GlobalFeedback text
	}
	must(t, json.Unmarshal(node(t, `console.log(JSON.stringify(require("gift-pegjs").parse(require("fs").readFileSync(0, "utf8"))))`, body), &made))
	for _, m := range made {
		if m.Type == "Category" {
			continue
		}
		to := asked{Stem: textOf(t, m.Stem.Text)}
		for _, c := range m.Choices {
			o := textOf(t, c.Text.Text)
			to.Options, to.Whys = append(to.Options, o), append(to.Whys, textOf(t, c.Feedback.Text))
			if c.IsCorrect || c.Weight != nil && *c.Weight > 0 {
				to.Right = append(to.Right, o)
			}
		}
		for i, pair := range m.MatchPairs {
			o := textOf(t, pair.Subquestion.Text)
			to.Options, to.Right = append(to.Options, o), append(to.Right, o+" -> "+giftMarks.Replace(pair.Subanswer))
			to.Whys = append(to.Whys, strings.TrimPrefix(items(t, m.GlobalFeedback.Text)[i], o+": "))
		}
		list = append(list, to)
	}
	return list
}

// giftMarks are what gift-pegjs leaves in the right side of a pair for the characters that were escaped; Moodle has the characters.
var giftMarks = strings.NewReplacer("&&092;", `\`, "&&058;", ":", "&&035;", "#", "&&061;", "=", "&&123;", "{", "&&125;", "}", "&&126;", "~")

func backMoodle(t testing.TB, body []byte) (list []asked) {
	var made struct {
		Questions []struct {
			Type    string `xml:"type,attr"`
			Text    string `xml:"questiontext>text"`
			General string `xml:"generalfeedback>text"`
			Answers []struct {
				Fraction float64 `xml:"fraction,attr"`
				Text     string  `xml:"text"`
				Why      string  `xml:"feedback>text"`
			} `xml:"answer"`
			Pairs []struct {
				Text   string `xml:"text"`
				Answer string `xml:"answer>text"`
			} `xml:"subquestion"`
			Words []struct {
				Text  string `xml:"text"`
				Group int    `xml:"group"`
			} `xml:"selectoption"`
		} `xml:"question"`
	}
	must(t, xml.Unmarshal(body, &made))
	for _, m := range made.Questions[1:] {
		to := asked{Stem: textOf(t, m.Text)}
		if m.Type != "multichoice" {
			to.Whys = items(t, m.General)
		}
		for _, a := range m.Answers {
			o := textOf(t, a.Text)
			switch to.Options = append(to.Options, o); {
			case m.Type == "ordering":
				to.Right = append(to.Right, fmt.Sprint(a.Fraction, " ", o))
				continue
			case a.Fraction > 0:
				to.Right = append(to.Right, o)
			}
			to.Whys = append(to.Whys, textOf(t, a.Why))
		}
		for _, p := range m.Pairs {
			to.Options, to.Right = append(to.Options, textOf(t, p.Text)), append(to.Right, textOf(t, p.Text)+" -> "+p.Answer)
		}
		for _, w := range m.Words {
			to.Options = append(to.Options, w.Text)
		}
		for i, o := range m.Words {
			if strings.Contains(m.Text, fmt.Sprintf("[[%d]]", i+1)) {
				to.Right = append(to.Right, o.Text)
			}
		}
		for i, why := range to.Whys {
			to.Whys[i] = strings.TrimPrefix(why, to.Options[i]+": ")
		}
		list = append(list, to)
	}
	return list
}

// parsed parses a piece of HTML as a browser does.
func parsed(t testing.TB, markup string) *html.Node {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(markup))
	must(t, err)
	return doc
}

// textOf returns the text of a piece of HTML.
func textOf(t testing.TB, markup string) string {
	t.Helper()
	return textIn(parsed(t, markup))
}

func textIn(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

// items returns the texts of the items of a list in HTML.
func items(t testing.TB, markup string) (list []string) {
	t.Helper()
	for n := range parsed(t, markup).Descendants() {
		if n.Data == "li" {
			list = append(list, textIn(n))
		}
	}
	return list
}
