package browser

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// harbour is the folder of a school whose policy is imported, and harbourPolicy its file.
const harbour = "schools/gull-harbour"

// importHarbour imports the policy of an invented school into a copy of the project.
func importHarbour(t *testing.T, root string) {
	t.Helper()
	if err := copyFile(filepath.Join("testdata", "harbour.md"), filepath.Join(root, "harbour.md")); err != nil {
		t.Fatal(err)
	}
	run := exec.Command(command(), "import", "harbour.md", "--school", harbour)
	run.Dir = root
	if said, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
}

func TestTheReportOfAnImport(t *testing.T) {
	t.Parallel()
	p := startPreview(t, func(root string) { importHarbour(t, root) }, "--school", harbour)
	t.Run("can be read by everybody", func(t *testing.T) { p.reportIsForAll(t) })
	t.Run("shows lines of one kind", func(t *testing.T) { p.reportFilters(t) })
	t.Run("leads to a line", func(t *testing.T) { p.reportLeads(t) })
	t.Run("copies a line", func(t *testing.T) { p.reportCopies(t) })
	t.Run("takes answers", func(t *testing.T) { p.takesAnswers(t) })
	t.Run("takes answers without a script", func(t *testing.T) { p.takesAnswersPlainly(t) })
}

// report is the address of the report as a file.
func (p preview) report() string {
	return "file://" + filepath.ToSlash(filepath.Join(p.root, harbour, "import-report.html"))
}

// The report passes axe-core at each width, with all lines shown too, and fits a small telephone.
func (p preview) reportIsForAll(t *testing.T) {
	for _, url := range []string{p.report(), p.url + "/import/"} {
		b := visitAt(t, url)
		for _, width := range []int64{1280, 820, 390} {
			for _, kind := range []string{"questions", "all"} {
				b.do(screen(width, 900))
				b.show(kind)
				b.inspectAll(built().page("/import/"), fmt.Sprintf("%s, %d px wide, %s", url, width, kind))
			}
		}
		b.do(screen(narrow, 640))
		b.fits("the report")
		for _, complaint := range b.complaints() {
			t.Errorf("the console says: %s", complaint)
		}
	}
}

func (b *tab) show(kind string) {
	b.t.Helper()
	ask[bool](b, fmt.Sprintf(`document.querySelector("[data-show=%s]").click(), true`, kind))
}

// shownLines returns how many lines of the file are shown.
func (b *tab) shownLines() int {
	b.t.Helper()
	return ask[int](b, `[...document.querySelectorAll("[id^=line-]")].filter(e => e.checkVisibility()).length`)
}

// The filters are reached with the keyboard, and each shows as many lines as it says.
func (p preview) reportFilters(t *testing.T) {
	b := visitAt(t, p.report())
	all := ask[int](b, `document.querySelectorAll("[id^=line-]").length`)
	for i, kind := range []string{"questions", "unplaced", "all"} {
		b.press(tabKey, space)
		if on := ask[string](b, `document.activeElement.dataset.show + document.activeElement.getAttribute("aria-pressed")`); on != kind+"true" {
			t.Errorf("the key for filter %d leads to %q", i+1, on)
		}
		if n := b.shownLines(); kind == "all" && n != all || kind != "all" && n >= all {
			t.Errorf("%s shows %d of %d lines", kind, n, all)
		}
	}
}

// An address that ends in a line leads to it, in a run that is folded too.
func (p preview) reportLeads(t *testing.T) {
	b := visitAt(t, p.report()+"#line-4")
	b.until(`document.getElementById("line-4").checkVisibility()`, "the line is shown")
}

// A click copies the line of import.yaml that answers. The line is on the page too.
func (p preview) reportCopies(t *testing.T) {
	b := visitAt(t, p.report())
	line := ask[string](b, `document.querySelector("[data-copy]").click(), document.querySelector("[data-copy]").dataset.copy`)
	b.until(`document.querySelector("[data-said]").textContent !== ""`, "the page says that the line is copied")
	if on := ask[string](b, `document.querySelector("[data-copy]").closest(".ask").querySelector("[data-line]").textContent`); on != line {
		t.Errorf("copied %q, and the page shows %q", line, on)
	}
	text := ask[string](b, `(() => {
		const words = document.querySelector("[data-words]")
		words.value = 'The "Gull" & co'
		words.closest(".ask").querySelector("[data-begin]").click()
		return words.closest(".ask").querySelector("[data-line]").textContent
	})()`)
	if !strings.HasSuffix(text, `answer: "The \"Gull\" & co" }`) {
		t.Errorf("words of one's own become %q", text)
	}
}

// answers returns the answers in import.yaml.
func (p preview) answers(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(p.root, harbour, "import.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	_, answers, _ := strings.Cut(string(text), "answers:")
	answers, _, _ = strings.Cut(answers, "open:")
	return answers
}

// A click writes an answer, and the next one takes it back. The focus is on the question then.
func (p preview) takesAnswers(t *testing.T) {
	b := visitAt(t, p.url+"/import/")
	at := ask[string](b, `document.querySelector(".answers button").closest(".ask").querySelector("h3").id`)
	const state = `document.getElementById(%q).querySelector(".state").textContent`
	ask[bool](b, `document.querySelector(".answers button").click(), true`)
	b.until(fmt.Sprintf(state, at)+` === "Answered"`, "the question is answered")
	if on := ask[string](b, `document.activeElement.id`); on != at {
		t.Errorf("the focus is on %q, expected the question %q", on, at)
	}
	if p.answers(t) == "" {
		t.Error("import.yaml has no answer")
	}
	ask[bool](b, fmt.Sprintf(`document.getElementById(%q).closest(".ask").querySelector("button").click(), true`, at))
	b.until(fmt.Sprintf(state, at)+` !== "Answered"`, "the answer is taken back")
	if left := strings.TrimSpace(p.answers(t)); left != "" && left != "[]" {
		t.Errorf("import.yaml still has the answers %q", left)
	}
	for _, complaint := range b.complaints() {
		t.Errorf("the console says: %s", complaint)
	}
}

// withoutAnyScript turns off the scripts of pages, those within them too.
var withoutAnyScript = chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
	_, err := cdp.Call(ctx, t, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	return err
})

// Without a script everything is shown, and a blank is filled in with the form. The site can then be built.
func (p preview) takesAnswersPlainly(t *testing.T) {
	b := visitAt(t, p.url+"/import/", withoutAnyScript)
	for n := 0; ask[bool](b, `!!document.querySelector(".wait")`); n++ {
		if n > 9 {
			t.Fatal("the questions that a build waits for do not end")
		}
		was := ask[string](b, `document.querySelector(".wait").hash`)
		ask[bool](b, `(() => {
			const ask = document.querySelector(document.querySelector(".wait").hash).closest(".ask")
			const words = ask.querySelector("input[name=answer]")
			if (words) words.value = "Gull Harbour School"
			words ? words.form.querySelector("button").click() : ask.querySelector("button").click()
			return true
		})()`)
		b.until(fmt.Sprintf(`document.readyState === "complete" && document.querySelector(".wait")?.hash !== %q`, was), "the next question")
	}
	if n, all := b.shownLines(), ask[int](b, `document.querySelectorAll("[data-in] [id^=line-], [data-in][id^=line-]").length`); n == 0 || all == 0 {
		t.Errorf("%d of %d lines are shown", n, all)
	}
	if to := ask[string](b, `document.querySelector(".tools a").getAttribute("href")`); to != "/" {
		t.Errorf("the way on leads to %q", to)
	}
	b.do(chromedp.Navigate(p.url + "/"))
	b.until(`document.body.textContent.includes("Gull Harbour")`, "the site of the school")
}
