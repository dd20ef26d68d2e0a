package export

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"html"
	"io"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"safeonline/tools/internal/quiz"
	"safeonline/tools/internal/sample"
)

// In each format, each question is whole, or is left out and the file says so, by the question's title and with a reason.
func TestNothingIsCut(t *testing.T) {
	words, some := sample.Words(t), lessons(t)
	for _, f := range formats {
		if f.make == nil {
			continue // links, and what holds the page itself or the files of all lessons
		}
		for _, l := range some {
			d := f.Draft(words, l)
			if len(d.Questions)+len(d.Left) != len(l.Questions) {
				t.Errorf("%s, %s: of %d questions, %d are kept and %d left out", f.ID, l.ID, len(l.Questions), len(d.Questions), len(d.Left))
			}
			file, err := f.File(words, l, nil)
			must(t, err)
			if file.Path == "" {
				if len(d.Questions) > 0 {
					t.Errorf("%s, %s: there is no file", f.ID, l.ID)
				}
				continue
			}
			said := lettersOf(t, file.Body)
			for _, text := range textsOf(d, f) {
				if !strings.Contains(said, bare(text)) {
					t.Errorf("%s lacks %q", file.Path, text)
				}
			}
		}
	}
}

// textsOf returns the texts that a file has to have: all of the questions that it keeps, and what it says of itself. Of what it lacks, one of
// its sentences tells.
func textsOf(d Draft, f Format) (texts []string) {
	if f.ID != "data" { // its fields say the same
		texts = d.Foot()
	}
	for _, q := range d.Questions {
		options := slices.Clone(q.Options)
		texts = append(texts, stemIn(f, q))
		for _, b := range q.Bins {
			texts = append(texts, b.Title)
		}
		for _, s := range q.Scenes {
			options = append(options, s.Replies...)
			for _, line := range s.Lines {
				texts = append(texts, line.Text)
			}
		}
		for _, o := range options {
			texts = append(texts, o.Text)
			if !slices.Contains(f.Lacks, "export_no_whys") {
				texts = append(texts, o.Feedback)
			}
		}
	}
	return texts
}

var (
	tags  = regexp.MustCompile(`<[^>]*>`)
	codes = regexp.MustCompile(`\\u[0-9a-f]{4}`)
)

// lettersOf returns the letters and digits of a file, or of all files that are packed in one.
func lettersOf(t *testing.T, body []byte) string {
	t.Helper()
	var b strings.Builder
	if z, err := zip.NewReader(bytes.NewReader(body), int64(len(body))); err == nil {
		for _, f := range z.File {
			r, err := f.Open()
			must(t, err)
			part, err := io.ReadAll(r)
			must(t, err)
			b.WriteString(lettersOf(t, part))
		}
		return b.String()
	}
	said := codes.ReplaceAllString(string(body), "")
	for range 2 { // HTML is often within XML
		said = html.UnescapeString(tags.ReplaceAllString(said, ""))
	}
	return bare(said)
}

// bare returns the letters and digits of a text.
func bare(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, strings.ReplaceAll(text, `\n`, ""))
}

// The data keep to their schema, as a validator that is not ours sees it, and are the lesson.
func TestTheDataKeepToTheSchema(t *testing.T) {
	words := sample.Words(t)
	var all []json.RawMessage
	for _, l := range append(lessons(t), hostile()) {
		file, err := format(t, "data").File(words, l, nil)
		must(t, err)
		var back Lesson
		must(t, json.Unmarshal(file.Body, &back))
		again, err := json.Marshal(back)
		must(t, err)
		was, err := json.Marshal(l)
		must(t, err)
		if !bytes.Equal(again, was) {
			t.Errorf("%s comes back as\n%s, want\n%s", l.ID, again, was)
		}
		all = append(all, file.Body)
	}
	list, err := json.Marshal(all)
	must(t, err)
	said := node(t, `
		const validate = new (require("ajv/dist/2020"))({allErrors: true, strict: true, strictTypes: false}).compile(JSON.parse(require("fs").readFileSync("tools/internal/export/parts/lesson.schema.json")));
		for (const lesson of JSON.parse(require("fs").readFileSync(0))) if (!validate(lesson)) console.log(lesson.id, JSON.stringify(validate.errors));`, list)
	if len(said) > 0 {
		t.Errorf("%s", said)
	}
}

// The schema names each field that the data have, and no other.
func TestTheSchemaNamesEachField(t *testing.T) {
	var of struct {
		Properties map[string]any
		Defs       map[string]struct{ Properties map[string]any } `json:"$defs"`
	}
	must(t, json.Unmarshal(schema, &of))
	for value, properties := range map[any]map[string]any{
		&Lesson{}: of.Properties, &Scene{}: of.Defs["scene"].Properties, &Question{}: of.Defs["question"].Properties,
		&Option{}: of.Defs["option"].Properties, &Picture{}: of.Defs["picture"].Properties, &Teach{}: of.Defs["teach"].Properties, &Line{}: of.Defs["line"].Properties,
	} {
		kind := reflect.TypeOf(value).Elem()
		for i := range kind.NumField() {
			name, _, _ := strings.Cut(kind.Field(i).Tag.Get("json"), ",")
			if _, is := properties[name]; name != "" && !is {
				t.Errorf("the schema of a %s lacks %s", kind.Name(), name)
			}
			delete(properties, name)
		}
		if len(properties) > 0 {
			t.Errorf("the schema of a %s has more: %v", kind.Name(), properties)
		}
	}
	for _, k := range quiz.All() {
		if !bytes.Contains(schema, []byte(`"`+string(k.Name)+`"`)) {
			t.Errorf("the schema does not know the kind %s", k.Name)
		}
	}
}

// What Markdown says is what the lesson says, letter by letter, as a parser that is not ours reads it.
func TestMarkdownMeansTheTexts(t *testing.T) {
	words := sample.Words(t)
	parser := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser()
	for _, l := range append(lessons(t), hostile()) {
		file, err := format(t, "markdown").File(words, l, nil)
		must(t, err)
		var said strings.Builder
		must(t, ast.Walk(parser.Parse(text.NewReader(file.Body)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
			if n, is := n.(*ast.String); is && entering {
				said.Write(n.Value)
			}
			if n, is := n.(*ast.Text); is && entering {
				said.Write(unescaped(n.Value(file.Body)))
			}
			if n, is := n.(*ast.AutoLink); is && entering {
				said.Write(n.Label(file.Body))
			}
			return ast.WalkContinue, nil
		}))
		for _, q := range l.Questions {
			for _, text := range slices.Concat([]string{q.Title, q.Stem, q.Short, q.Hint}, optionTexts(q), binTexts(q)) {
				if !strings.Contains(said.String(), text) {
					t.Errorf("%s: nothing says %q", file.Path, text)
				}
			}
		}
		labelled := []string{words.Text("home_ask", nil) + " " + l.Home.Ask, words.Text("home_do", nil) + " " + l.Home.Do}
		for _, h := range l.Teach.Listen {
			labelled = append(labelled, words.Text("plan_answer", nil)+" "+h.Answer)
		}
		for _, text := range labelled {
			if !strings.HasSuffix(text, ": ") && !strings.Contains(said.String(), text) {
				t.Errorf("%s: nothing says %q", file.Path, text)
			}
		}
	}
}

func optionTexts(q Question) (texts []string) {
	for _, o := range q.Options {
		texts = append(texts, o.Said(), o.Feedback, o.Hint)
	}
	return texts
}

func binTexts(q Question) (texts []string) {
	for _, b := range q.Bins {
		texts = append(texts, b.Said())
	}
	return texts
}

var escape = regexp.MustCompile("\\\\([!-/:-@\\[-`{-~])")

// unescaped returns the text of a node as its reader sees it.
func unescaped(raw []byte) []byte { return escape.ReplaceAll(raw, []byte("$1")) }

// A picture goes into the file of Moodle whole, and the text shows it.
func TestMoodleHasThePictures(t *testing.T) {
	words := sample.Words(t)
	shown := 0
	for _, l := range lessons(t) {
		file, err := format(t, "moodle").File(words, l, nil)
		must(t, err)
		for _, q := range l.Questions {
			if q.Picture == nil {
				continue
			}
			shown++
			name := questionID(l, q) + ".svg"
			if !bytes.Contains(file.Body, []byte("@@PLUGINFILE@@/"+name)) || !bytes.Contains(file.Body, []byte(base64.StdEncoding.EncodeToString(q.Picture.SVG()))) {
				t.Errorf("%s lacks the picture %s", file.Path, name)
			}
		}
	}
	if shown == 0 {
		t.Error("no question has a picture")
	}
}

// docs/exports.md and the page for teachers say of each format how a teacher brings it in.
func TestTheGuideHasEachFormat(t *testing.T) {
	words := sample.Words(t)
	guide, err := os.ReadFile(project + "/docs/exports.md")
	must(t, err)
	for _, f := range formats {
		if !f.Shares() && words["how_"+f.ID] == nil {
			t.Errorf("the page for teachers does not say how to bring in %s", f.Ending)
		}
		if !f.Shares() && !bytes.Contains(guide, []byte("`"+f.Ending+"`")) {
			t.Errorf("docs/exports.md does not name %s", f.Ending)
		}
	}
}
