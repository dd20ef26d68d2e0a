package browser

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"safeonline/tools/internal/sweep"
)

// player is a page that plays items with qti-components, which is not ours: play answers one, and tells what comes of it.
const player = `<!doctype html><meta charset="utf-8"><title>Player</title><script type="module" src="/index.js"></script>
<qti-item><item-container></item-container></qti-item>
<script>
async function play(xml, responses) {
	const box = document.querySelector("item-container")
	box.itemXML = ""
	await new Promise(done => setTimeout(done))
	const item = new Promise(done => box.addEventListener("qti-assessment-item-connected", ({ detail }) => done(detail), { once: true }))
	box.itemXML = xml
	const played = await item
	await played.updateComplete
	for (const [id, value] of Object.entries(responses)) played.updateResponseVariable(id, value)
	played.processResponse()
	await new Promise(done => setTimeout(done))
	const value = id => played.variables.find(v => v.identifier === id)?.value
	const words = {}, whys = {}
	for (const e of played.querySelectorAll("qti-item-body [identifier]")) words[e.getAttribute("identifier")] = e.textContent.trim()
	for (const e of played.querySelectorAll("qti-modal-feedback")) whys[e.getAttribute("identifier")] = e.textContent
	return { Score: "" + value("SCORE"), Told: [value("FEEDBACK")].flat().filter(Boolean), Words: words, Whys: whys,
		Body: played.querySelector("qti-item-body").textContent }
}
</script>`

// played is what came of an item.
type played struct {
	Score, Body string
	Told        []string
	Words, Whys map[string]string
}

// The items of the lessons, played by a program that is not ours: they have the words, the right answers and the whys of the lessons.
func TestAPlayerPlaysTheItems(t *testing.T) {
	t.Parallel()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/" {
			fmt.Fprint(w, player)
			return
		}
		http.FileServer(http.Dir(filepath.Join(project, "node_modules", "@citolab", "qti-components", "cdn"))).ServeHTTP(w, r)
	}))
	t.Cleanup(server.Close)
	b := visitAt(t, server.URL)
	b.until(`customElements.get("item-container")`, "the player")
	questions, items := itemsOfLessons(t)
	for i, item := range toQTI3(t, items) {
		q := questions[i]
		b.playsItem(item, q, q.responses(q.rightly()), "1")
		b.playsItem(item, q, q.responses(q.wrongly()), "0")
	}
}

// itemsOfLessons returns the questions that have items, with those: all of them, or two of each kind. A chat has none.
func itemsOfLessons(t *testing.T) (questions []question, items []string) {
	t.Helper()
	kinds := map[string]int{}
	for _, l := range lessons(t) {
		of := qtiItems(t, l)
		for _, q := range l.Quiz {
			if (of[q.ID] == "") != (q.Kind == "chat") {
				t.Errorf("%s %s, a %s, has the item %q", l.address, q.ID, q.Kind, of[q.ID])
			}
			if of[q.ID] == "" {
				continue
			}
			if kinds[q.Kind]++; kinds[q.Kind] <= 2 || sweep.Full() {
				questions, items = append(questions, q), append(items, of[q.ID])
			}
		}
	}
	if len(kinds) != 7 {
		t.Errorf("the lessons have items of the kinds %v", kinds)
	}
	return questions, items
}

// qtiItems returns the items of a lesson's package, by the ids of their questions.
func qtiItems(t *testing.T, l lesson) map[string]string {
	t.Helper()
	name := strings.Trim(l.address, "/")
	z, err := zip.OpenReader(filepath.Join(built().public(), "take", name, filepath.Base(name)+"-qti.zip"))
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	items := map[string]string{}
	for _, q := range l.Quiz {
		if text, err := fs.ReadFile(z, "items/"+q.ID+".xml"); err == nil {
			items[q.ID] = string(text)
		}
	}
	return items
}

// toQTI3 returns items as the player reads them.
func toQTI3(t *testing.T, items []string) (made []string) {
	t.Helper()
	list, _ := json.Marshal(items)
	node := exec.Command("node", filepath.Join("testdata", "qti3.mjs"))
	node.Stdin = bytes.NewReader(list)
	said, err := node.Output()
	if err == nil {
		err = json.Unmarshal(said, &made)
	}
	if err != nil {
		t.Fatalf("the items can't be read (are the tools there? make tools): %v", err)
	}
	return made
}

// number returns the number of an option in the lesson's file, with which its id ends.
func (o option) number() string { return o.ID[strings.LastIndex(o.ID, "-")+1:] }

// placed is an option, and where it is put.
type placed struct {
	option
	at int
}

// rightly returns a right answer.
func (q question) rightly() (answer []placed) {
	options := q.right()
	switch q.Kind {
	case "order":
		options = q.inOrder()
	case "sort", "match":
		options = q.Options
	}
	for _, o := range options {
		answer = append(answer, placed{o, o.Place})
	}
	return answer
}

// wrongly returns an answer with one mistake.
func (q question) wrongly() []placed {
	answer := q.rightly()
	switch q.Kind {
	case "order":
		answer[0], answer[1] = answer[1], answer[0]
	case "match":
		answer[0].at, answer[1].at = answer[1].at, answer[0].at
	case "sort":
		answer[0].at = answer[0].at%len(q.Bins) + 1
	case "gaps":
		wrong := q.wrong()[0]
		i := slices.IndexFunc(answer, func(p placed) bool { return p.Place == wrong.Place })
		answer[i].option = wrong
	default:
		answer[0].option = q.wrong()[0]
	}
	return answer
}

// responses returns an answer as an item takes it.
func (q question) responses(answer []placed) map[string]any {
	var values []string
	all := map[string]any{}
	for _, p := range answer {
		value := "option-" + p.number()
		switch q.Kind {
		case "sort":
			value += fmt.Sprint(" bin-", p.at)
		case "match": // the number of a partner is that of the option that it goes with
			i := slices.IndexFunc(q.Options, func(o option) bool { return o.Place == p.at })
			value += " bin-" + q.Options[i].number()
		case "gaps":
			all[fmt.Sprint("RESPONSE", p.at)] = value
		}
		values = append(values, value)
	}
	switch q.Kind {
	case "choice":
		all["RESPONSE"] = values[0]
	case "gaps":
	default:
		all["RESPONSE"] = values
	}
	return all
}

// playsItem answers an item, and compares what comes of it with the question.
func (b *tab) playsItem(item string, q question, answer map[string]any, score string) {
	b.t.Helper()
	given, _ := json.Marshal(answer)
	name := q.Key
	got := ask[played](b, fmt.Sprintf(`play(%q, %s)`, item, given))
	if got.Score != score {
		b.t.Errorf("%s: the answer %s scores %s, want %s", name, given, got.Score, score)
	}
	if !strings.Contains(squeeze(got.Body), squeeze(q.Stem)) {
		b.t.Errorf("%s: the item asks %q", name, got.Body)
	}
	for _, o := range q.Options {
		id := "option-" + o.number()
		if !strings.HasSuffix(squeeze(got.Words[id]), squeeze(o.Text)) {
			b.t.Errorf("%s: %s says %q, want %q", name, id, got.Words[id], o.Text)
		}
		if !strings.Contains(squeeze(got.Whys[id]), squeeze(o.Feedback)) {
			b.t.Errorf("%s: the why of %s is %q, want %q", name, id, got.Whys[id], o.Feedback)
		}
		if hint := q.hintOf(o); hint != "" && !strings.Contains(squeeze(got.Whys[id]), squeeze(hint)) {
			b.t.Errorf("%s: the why of %s is %q, without the hint %q", name, id, got.Whys[id], hint)
		}
		told := strings.Contains(string(given), `"`+id+`"`) || slices.Contains([]string{"order", "sort", "match"}, q.Kind)
		if slices.Contains(got.Told, id) != told {
			b.t.Errorf("%s: to the answer %s, a pupil is told %v", name, given, got.Told)
		}
	}
}

// hintOf returns the hint that a child gets who chooses an option.
func (q question) hintOf(o option) string {
	switch {
	case o.Right || q.Kind != "choice" && q.Kind != "several":
		return ""
	case o.Hint != "":
		return o.Hint
	}
	return q.Hint
}
