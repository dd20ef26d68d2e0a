package browser

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// preview is a copy of the project that `site serve` serves.
type preview struct{ root, url string }

// startPreview copies the project, changes it, and serves it, until the test ends.
func startPreview(t *testing.T, change func(root string), flags ...string) preview {
	t.Helper()
	p := preview{root: filepath.Join(t.TempDir(), "project")}
	if err := copyProject(project, p.root); err != nil {
		t.Fatal(err)
	}
	change(p.root)
	serve := exec.Command(command(), append([]string{"serve", "--addr", "127.0.0.1:0"}, flags...)...)
	serve.Dir = p.root
	said, err := serve.StdoutPipe()
	if err == nil {
		err = serve.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		serve.Process.Signal(os.Interrupt)
		serve.Wait()
	})
	lines := bufio.NewScanner(said)
	for p.url == "" && lines.Scan() {
		if _, address, is := strings.Cut(lines.Text(), "the site is on "); is {
			p.url = strings.TrimSuffix(strings.Fields(address)[0], "/")
		}
	}
	if p.url == "" {
		t.Fatal("serve ended before it printed the site's address")
	}
	go io.Copy(io.Discard, said)
	return p
}

// edit replaces text in a file.
func (p preview) edit(t *testing.T, file, was, now string) {
	t.Helper()
	file = filepath.Join(p.root, filepath.FromSlash(file))
	text, err := os.ReadFile(file)
	if err == nil && !strings.Contains(string(text), was) {
		err = fmt.Errorf("%s lacks %q", file, was)
	}
	if err == nil {
		err = os.WriteFile(file, []byte(strings.ReplaceAll(string(text), was, now)), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// beside opens another tab of the same browser session. Such tabs share connections, and a browser opens at most six to one
// host. It does not wait for the page, which might never arrive.
func (b *tab) beside(url string) *tab {
	b.t.Helper()
	other := &tab{t: b.t}
	ctx, cancel := chromedp.NewContext(b.ctx, chromedp.WithListener(other.listen))
	b.t.Cleanup(cancel)
	if err := chromedp.Do(ctx); err != nil {
		b.t.Fatal(err)
	}
	other.ctx, cancel = context.WithTimeout(ctx, patience)
	b.t.Cleanup(cancel)
	other.do(chromedp.Navigate(url))
	return other
}

func TestThePreview(t *testing.T) {
	t.Parallel()
	p := startPreview(t, func(string) {})
	for _, l := range []lesson{gallery(t), lessonAt(t, "/smart/s/")} {
		t.Run("marks the best answers of "+named(l.address), func(t *testing.T) { p.marksTheBest(t, l) })
	}
	t.Run("hides marks in one tab", p.marksCanBeTurnedOff)
	t.Run("updates many tabs", p.updatesManyTabs)
}

// The best answers of every kind of question are marked, and nothing else. The marks stay when the page's own script changes the
// page, obey the security policy, and pass axe-core.
func (p preview) marksTheBest(t *testing.T, l lesson) {
	b := visitAt(t, p.url+l.address)
	b.marksTheBest(l, "as it loads")
	b.inspectAll(built().page(l.address), "with marks")
	for _, q := range l.Quiz {
		b.answerRightly(q)
		b.check(q)
		b.next(q)
	}
	b.marksTheBest(l, "answered")
	b.do(screen(narrow, 640))
	b.fits("with marks")
	b.do(onPaper)
	if n := b.marksShown(); n > 0 {
		t.Errorf("%d marks are on paper", n)
	}
	for _, complaint := range b.complaints() {
		t.Errorf("the console says: %s", complaint)
	}
}

func (p preview) marksCanBeTurnedOff(t *testing.T) {
	b := visitAt(t, p.url+"/ks2/mix/")
	if n := b.marksShown(); n == 0 {
		t.Error("the first question of a mix has no marks")
	}
	ask[bool](b, `document.querySelector(".preview-bar input").click(), true`)
	b.do(chromedp.Navigate(p.url + "/ks2/passwords/#offer"))
	if n := b.marksShown(); n > 0 {
		t.Errorf("turned off, %d marks are shown on the next page", n)
	}
	if n := b.beside(p.url + "/ks2/passwords/#offer").marksShown(); n == 0 {
		t.Error("turned off in one tab, no marks are shown in another")
	}
	b.do(chromedp.Navigate(p.url + "/about/"))
	if ask[bool](b, `!!document.querySelector(".preview-bar")`) {
		t.Error("a page without questions has a switch for answers")
	}
}

// An author may have a lesson open in more tabs than a browser opens connections to one host, which are six. Each tab shows
// an edit, a fault, and the page once the fault is mended.
func (p preview) updatesManyTabs(t *testing.T) {
	const at, file = "/ks2/passwords/", "content/lessons/ks2/passwords.md"
	tabs := []*tab{visitAt(t, p.url+at)}
	for range 7 {
		tabs = append(tabs, tabs[0].beside(p.url+at))
	}
	all := func(expression, meaning string) {
		t.Helper()
		for i, b := range tabs {
			b.until(expression, fmt.Sprintf("tab %d %s", i+1, meaning))
		}
	}
	p.edit(t, file, "## Story", "## Tale")
	all(`document.querySelector(".preview-notice")?.textContent.includes("passwords.md")`, "shows the fault")
	p.edit(t, file, "## Tale", "## Story")
	p.edit(t, file, "picked with no pattern", "chosen with no pattern")
	all(`!document.querySelector(".preview-notice") && document.body.textContent.includes("chosen with no pattern")`, "shows the edit")
}

func (b *tab) marksShown() int {
	b.t.Helper()
	return ask[int](b, `[...document.querySelectorAll(".preview-mark")].filter(mark => mark.getClientRects().length > 0).length`)
}

// marksTheBest compares the marks on a page with the answers.
func (b *tab) marksTheBest(l lesson, when string) {
	b.t.Helper()
	for _, q := range l.Quiz {
		got := ask[[]string](b, fmt.Sprintf(`[...document.querySelectorAll("#%s [data-option] .preview-mark")]
			.map(mark => mark.closest("[data-option]").dataset.option + " " + mark.textContent)`, q.ID))
		want := q.marks()
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			b.t.Errorf("%s, question %s is marked %q, want %q", when, q.ID, got, want)
		}
	}
}

// marks returns the marks that a question should have.
func (q question) marks() (marks []string) {
	for _, o := range q.every() {
		switch {
		case q.Kind == "order":
			marks = append(marks, fmt.Sprintf("%s preview: place %d", o.ID, o.Place))
		case q.Kind == "sort" || q.Kind == "match":
			marks = append(marks, fmt.Sprintf("%s-%d preview: best answer", o.ID, o.Place))
		case o.Right:
			marks = append(marks, o.ID+" preview: best answer")
		}
	}
	return marks
}
