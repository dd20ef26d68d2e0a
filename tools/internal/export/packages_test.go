package export

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
	"safeonline/tools/internal/sample"
	"safeonline/tools/internal/sweep"
)

// What goes into the packages for learning platforms comes out of them, for all lessons and for one that has every special character in every
// field. In tools/browser, players that are not ours answer the items of QTI, and play the packages of SCORM.
func TestWhatGoesIntoPackagesComesBack(t *testing.T) {
	words, some := sample.Words(t), someLessons(t)
	for id, read := range map[string]func(testing.TB, fs.FS, Draft) []asked{"qti": fromQTI, "h5p": fromH5P} {
		f := format(t, id)
		for _, l := range some {
			d := f.Draft(words, l)
			file, err := f.File(words, l, nil)
			must(t, err)
			compareInAnyOrder(t, file.Path, read(t, unpacked(t, file.Body), d), d, f)
		}
	}
	f := format(t, "cartridge")
	var drafts []Draft
	for _, l := range some {
		drafts = append(drafts, f.Draft(words, l))
	}
	body, err := f.all(drafts)
	must(t, err)
	for _, d := range drafts {
		compareInAnyOrder(t, d.Name+f.Ending, fromCartridge(t, unpacked(t, body), d), d, f)
	}
}

// A server of H5P that is not ours takes the question sets.
func TestAServerTakesTheQuestionSets(t *testing.T) {
	words, f := sample.Words(t), format(t, "h5p")
	var folders []string
	for _, l := range someLessons(t) {
		file, err := f.File(words, l, nil)
		must(t, err)
		folder := t.TempDir()
		must(t, os.CopyFS(folder, unpacked(t, file.Body)))
		folders = append(folders, folder)
	}
	list, err := json.Marshal(folders)
	must(t, err)
	said := node(t, `
		const { H5PConfig } = require("@lumieducation/h5p-server")
		const { default: Validator } = require("./node_modules/@lumieducation/h5p-server/build/src/PackageValidator.js")
		const checks = JSON.parse(require("fs").readFileSync(0)).map((folder) =>
			new Validator(new H5PConfig(), {}).validateExtractedPackage(folder, true, false).catch((no) => console.log(no.message, no.getErrors?.())))
		Promise.all(checks).then(() => console.log(checks.length))`, list)
	if string(said) != fmt.Sprintln(len(folders)) {
		t.Errorf("of %d question sets, the server says\n%s", len(folders), said)
	}
}

// Each part that the cartridge of a set lists is there, and nothing else.
func TestACartridgeListsItsParts(t *testing.T) {
	words, f := sample.Words(t), format(t, "cartridge")
	var drafts []Draft
	for _, l := range append(lessons(t), hostile()) {
		drafts = append(drafts, f.Draft(words, l))
	}
	body, err := f.all(drafts)
	must(t, err)
	files := unpacked(t, body)
	manifest := readXML(t, files, "imsmanifest.xml")
	var listed, there, ids, named []string
	for _, r := range manifest.all("resource") {
		ids = append(ids, r.attr("identifier"))
		for _, file := range r.all("file") {
			listed = append(listed, file.attr("href"))
		}
	}
	for _, i := range manifest.all("item") {
		if of := i.attr("identifierref"); of != "" {
			named = append(named, of)
		}
	}
	must(t, fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && name != "imsmanifest.xml" {
			there = append(there, name)
		}
		return err
	}))
	slices.Sort(listed)
	if !slices.Equal(listed, there) {
		t.Errorf("the cartridge lists %v, and has %v", listed, there)
	}
	if !slices.Equal(ids, named) || len(ids) < 3*len(drafts)-5 {
		t.Errorf("the cartridge has the parts %v, and shows %v", ids, named)
	}
}

// someLessons returns all lessons, or two of them, and the hostile one.
func someLessons(t testing.TB) []Lesson {
	t.Helper()
	all := append(lessons(t), hostile())
	if !sweep.Full() {
		all = all[len(all)-3:]
	}
	return all
}

func unpacked(t testing.TB, body []byte) fs.FS {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(body), int64(len(body)))
	must(t, err)
	return z
}

// compareInAnyOrder compares questions whose options may be in the order in which the site shows them.
func compareInAnyOrder(t *testing.T, path string, got []asked, d Draft, f Format) {
	t.Helper()
	var want []asked
	for _, q := range d.Questions {
		w := wanted(q, f)
		if q.Kind == quiz.Gaps { // the words are in the text, at their gaps
			w.Stem = q.Stem
			for _, s := range q.Passage {
				if s.Slot == 0 {
					w.Stem += s.Text
				}
			}
		}
		want = append(want, w)
	}
	for _, list := range [][]asked{got, want} {
		for i, a := range list {
			told := make([]string, len(a.Options))
			for n, o := range a.Options {
				told[n] = o + ": " + a.Whys[n]
			}
			slices.Sort(told)
			slices.Sort(a.Right)
			list[i] = asked{Stem: bareSpaces(a.Stem), Right: a.Right, Whys: told}
		}
	}
	compare(t, path, got, want)
}

func bareSpaces(s string) string { return strings.Join(strings.Fields(s), " ") }

// xmlNode is an element of a file in XML.
type xmlNode struct {
	XMLName xml.Name
	Attrs   []xml.Attr `xml:",any,attr"`
	Nodes   []xmlNode  `xml:",any"`
	Text    string     `xml:",chardata"`
	Inner   string     `xml:",innerxml"`
}

func readXML(t testing.TB, files fs.FS, name string) (n xmlNode) {
	t.Helper()
	body, err := fs.ReadFile(files, name)
	must(t, err)
	must(t, xml.Unmarshal(body, &n))
	return n
}

// all returns the elements within, at any depth, with a name, in their order.
func (n xmlNode) all(name string) (list []xmlNode) {
	for _, c := range n.Nodes {
		if c.XMLName.Local == name {
			list = append(list, c)
		}
		list = append(list, c.all(name)...)
	}
	return list
}

func (n xmlNode) attr(name string) string {
	for _, a := range n.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// said returns the text of an element and of all that is in it.
func (n xmlNode) said() string {
	var b strings.Builder
	for d := xml.NewDecoder(strings.NewReader(n.Inner)); ; {
		token, err := d.Token()
		if err != nil {
			return b.String()
		}
		if text, is := token.(xml.CharData); is {
			b.Write(text)
		}
	}
}

// fromQTI reads the items of a package of QTI.
func fromQTI(t testing.TB, files fs.FS, d Draft) (list []asked) {
	for _, q := range d.Questions {
		n := readXML(t, files, "items/"+q.ID+".xml")
		words, whys := map[string]string{}, map[string]string{}
		to := asked{}
		for _, name := range []string{"simpleChoice", "simpleAssociableChoice", "hottext", "inlineChoice"} {
			for _, o := range n.all(name) {
				words[o.attr("identifier")] = o.said()
			}
		}
		for _, why := range n.all("modalFeedback") {
			var lines []string
			for _, p := range why.all("p") {
				if p.all("strong") == nil {
					lines = append(lines, p.said())
				}
			}
			whys[why.attr("identifier")] = strings.Join(lines, " ")
		}
		for i := range q.Options {
			id := fmt.Sprint("option-", i+1)
			if q.Kind == quiz.Spot { // a phrase stands in its text, without a picture
				words[id] = said(q.Options[i].Picture, words[id])
			}
			to.Options, to.Whys = append(to.Options, words[id]), append(to.Whys, whys[id])
		}
		for i, v := range n.all("value") {
			switch parent := n.all("correctResponse"); {
			case !slices.ContainsFunc(parent, func(p xmlNode) bool { return strings.Contains(p.Inner, ">"+v.Text+"<") }):
			case q.Bins != nil:
				option, bin, _ := strings.Cut(v.Text, " ")
				to.Right = append(to.Right, words[option]+" -> "+words[bin])
			case q.Kind == quiz.Order:
				to.Right = append(to.Right, fmt.Sprint(i+1, " ", words[v.Text]))
			default:
				to.Right = append(to.Right, words[v.Text])
			}
		}
		to.Stem = qtiStem(n, q.Kind)
		list = append(list, to)
	}
	return list
}

// qtiStem returns what an item asks, without the words of its gaps.
func qtiStem(n xmlNode, kind model.Kind) (stem string) {
	for _, p := range n.all("prompt") {
		stem += p.said()
	}
	if kind != quiz.Gaps && kind != quiz.Spot {
		return stem
	}
	for _, p := range n.all("itemBody")[0].all("p") {
		text := p.said()
		if kind == quiz.Gaps {
			for _, gap := range p.all("inlineChoiceInteraction") {
				text = strings.Replace(text, gap.said(), "", 1)
			}
		}
		stem += text
	}
	return stem
}

// linesOf returns the text of paragraphs in HTML, with spaces between them.
func linesOf(t testing.TB, markup string) string {
	t.Helper()
	return textOf(t, strings.ReplaceAll(markup, "</p><p>", "</p> <p>"))
}

// fromH5P reads a question set of H5P.
func fromH5P(t testing.TB, files fs.FS, d Draft) (list []asked) {
	var set struct {
		Questions []struct {
			Params struct {
				Question, TaskDescription, TextField string
				Answers                              []struct {
					Text            string
					Correct         bool
					TipsAndFeedback struct{ ChosenFeedback string }
				}
			}
		}
	}
	body, err := fs.ReadFile(files, "content/content.json")
	must(t, err)
	must(t, json.Unmarshal(body, &set))
	for _, q := range set.Questions {
		to := asked{Stem: textOf(t, q.Params.Question) + textOf(t, q.Params.TaskDescription)}
		for _, a := range q.Params.Answers {
			o := textOf(t, a.Text)
			to.Options, to.Whys = append(to.Options, o), append(to.Whys, linesOf(t, a.TipsAndFeedback.ChosenFeedback))
			if a.Correct {
				to.Right = append(to.Right, o)
			}
		}
		for line := range strings.Lines(q.Params.TextField) {
			o, rest, _ := strings.Cut(strings.TrimSpace(line), " *")
			bin, why, _ := strings.Cut(rest, `\+`)
			why, _, _ = strings.Cut(why, `\-`)
			o = textOf(t, o)
			to.Options, to.Whys, to.Right = append(to.Options, o), append(to.Whys, textOf(t, why)), append(to.Right, o+" -> "+textOf(t, bin))
		}
		list = append(list, to)
	}
	return list
}

// fromCartridge reads the quiz of a lesson.
func fromCartridge(t testing.TB, files fs.FS, d Draft) (list []asked) {
	if len(d.Questions) == 0 {
		return nil
	}
	for _, n := range readXML(t, files, "quizzes/"+d.Name+".xml").all("item") {
		to, words := asked{}, map[string]string{}
		whys := map[string]string{}
		for _, why := range n.all("itemfeedback") {
			whys[why.attr("ident")] = linesOf(t, why.said())
		}
		for _, o := range n.all("response_label") {
			id := o.attr("ident")
			words[id] = o.said()
			to.Options, to.Whys = append(to.Options, o.said()), append(to.Whys, whys[id+"-why"])
		}
		for _, c := range n.all("respcondition") {
			if c.all("setvar") == nil {
				continue
			}
			for _, chosen := range c.all("varequal") {
				if !strings.Contains(c.Inner, "<not>"+`<varequal respident="response">`+chosen.Text) {
					to.Right = append(to.Right, words[chosen.Text])
				}
			}
		}
		to.Stem = textOf(t, n.all("presentation")[0].Nodes[0].said())
		list = append(list, to)
	}
	return list
}
