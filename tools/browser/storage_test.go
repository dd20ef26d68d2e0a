package browser

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// Where nothing can be kept, the quiz is as good as ever, and says so once.
func TestTheQuizWorksWhereNothingCanBeKept(t *testing.T) {
	for name, trouble := range map[string]string{
		"blocked": `for (const name of ["localStorage", "sessionStorage"])
			Object.defineProperty(window, name, { get() { throw new DOMException("no", "SecurityError") } })`,
		"full":   `Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError") }`,
		"absent": `for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { value: null })`,
	} {
		t.Run(name, func(t *testing.T) {
			l := lessonAt(t, "/smart/s/")
			b := visit(t, l.address, early(trouble))
			if b.seen("[data-unkept]") {
				t.Error("a word of storage before anything was answered")
			}
			for _, q := range l.Quiz {
				b.answerWrongly(q)
				b.check(q)
				b.says(q, "Not yet.")
				b.answerRightly(q)
				b.check(q)
				b.says(q, "Yes.")
				b.next(q)
			}
			const kind = "Your stars can’t be kept on this device. The questions work just the same."
			if n := strings.Count(squeeze(ask[string](b, `document.body.innerText`)), kind); n != 1 {
				t.Errorf("it is said %d times that stars can’t be kept", n)
			}
			if w := b.words("[data-finish]"); !strings.Contains(w, "1 rule remembered.") {
				t.Errorf("the end of the lesson says %q", w)
			}
			b.inspectAll(l.page(), "storage "+name)
			b.open("/smart/")
			b.tap(".foot [data-forget]")
			b.quiet()
		})
	}
}

// What the script has not written itself is as good as nothing, and is replaced by what is right.
func TestBrokenStorageStartsAfresh(t *testing.T) {
	l := lessonAt(t, "/smart/s/")
	for _, broken := range []string{
		``, `{`, `null`, `7`, `"stars"`, `[]`, `{}`, `{"version":2,"answers":{},"stars":{},"mixes":{}}`,
		`{"version":1,"answers":[],"stars":{},"mixes":{}}`,
		`{"version":1,"answers":{"s#boxes":[9,1]},"stars":{},"mixes":{}}`,
		`{"version":1,"answers":{"s#boxes":"right"},"stars":{},"mixes":{}}`,
		`{"version":1,"answers":{},"stars":{"ks1-s":"<b>"},"mixes":{}}`,
		`{"version":1,"answers":{},"stars":{"ks1-s":-4},"mixes":{}}`,
		`{"version":1,"answers":{},"stars":{},"mixes":{"ks1":{"day":1,"keys":"all"}}}`,
		`{"version":1,"answers":{},"stars":{},"mixes":{"ks1":null}}`,
	} {
		b := visit(t, "/smart/")
		ask[bool](b, `localStorage.setItem("safe-online", `+quoted(broken)+`), true`)
		for _, address := range []string{"/smart/", "/smart/mix/", l.address} {
			b.open(address)
			if b.seen("[data-ask]") || b.seen("[data-stars]") {
				t.Errorf("%s: %s shows progress", broken, address)
			}
		}
		b.doAll(l)
		if k := b.device(); k.Version != 1 || len(k.Stars) != 1 || b.seen("[data-unkept]") {
			t.Errorf("%s: after a lesson the device keeps %v", broken, k)
		}
		b.quiet()
		b.do(chromedp.Navigate("about:blank"))
	}
}
