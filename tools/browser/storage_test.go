package browser

import (
	"fmt"
	"strings"
	"testing"

	"safeonline/tools/internal/sweep"
)

// Where nothing can be stored, the quiz works as usual, and says once that stars can't be kept.
func TestTheQuizWorksWithoutStorage(t *testing.T) {
	t.Parallel()
	for name, trouble := range map[string]string{
		"blocked": `for (const name of ["localStorage", "sessionStorage"])
			Object.defineProperty(window, name, { get() { throw new DOMException("no", "SecurityError") } })`,
		"full":   `Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError") }`,
		"absent": `for (const name of ["localStorage", "sessionStorage"]) Object.defineProperty(window, name, { value: null })`,
	} {
		t.Run(name, func(t *testing.T) {
			l := lessonAt(t, "/smart/s/")
			b := visit(t, l.address, early(trouble), withoutWorker)
			if b.words("[data-unkept]") != "" {
				t.Error("the page speaks of storage before anything was answered")
			}
			const kind = "Your stars can’t be kept on this device. The questions work just the same."
			for i, q := range l.own() {
				b.answerWrongly(q)
				b.check(q)
				b.says(q, "Not yet.")
				if i == 0 {
					b.until(fmt.Sprintf(`document.getElementById(%q).innerText.includes(%q)`, q.ID, kind), kind)
				} else if strings.Contains(b.shown(q), kind) {
					t.Errorf("question %d says again that stars can’t be kept", i+1)
				}
				b.answerRightly(q)
				b.check(q)
				b.says(q, "Yes.")
				b.next(q)
			}
			if n := strings.Count(squeeze(ask[string](b, `document.body.innerText`)), kind); n != 0 {
				t.Errorf("the end says %d times that stars can’t be kept, want none", n)
			}
			if w := b.words("[data-finish]"); !strings.Contains(w, "1 rule remembered.") || strings.Contains(w, "star is yours") {
				t.Errorf("the end of the lesson says %q", w)
			}
			if name == "blocked" || sweep.Full() { // the page looks the same in each case
				b.inspectAll(l.page(), "storage "+name)
			}
			b.open("/smart/")
			b.tap(".foot [data-forget]")
			b.quiet()
		})
	}
}

// What the script has not written itself counts as nothing stored, and is replaced by the next answers. tools/script tries
// thousands of texts on the function that reads them.
func TestBrokenStorageStartsAfresh(t *testing.T) {
	t.Parallel()
	texts := []string{`{`, `{"version":2,"answers":{},"stars":{},"mixes":{}}`, `{"version":1,"answers":{"s#boxes":"right"},"stars":{},"mixes":{}}`}
	if sweep.Full() {
		texts = append(texts,
			``, `null`, `7`, `"stars"`, `[]`, `{}`,
			`{"version":1,"answers":[],"stars":{},"mixes":{}}`,
			`{"version":1,"answers":{"s#boxes":[9,1]},"stars":{},"mixes":{}}`,
			`{"version":1,"answers":{},"stars":{"ks1-s":"<b>"},"mixes":{}}`,
			`{"version":1,"answers":{},"stars":{"ks1-s":-4},"mixes":{}}`,
			`{"version":1,"answers":{},"stars":{},"mixes":{"ks1":{"day":1,"keys":"all"}}}`,
			`{"version":1,"answers":{},"stars":{},"mixes":{"ks1":null}}`)
	}
	l := lessonAt(t, "/smart/s/")
	b := visit(t, "/smart/", withoutWorker)
	for _, broken := range texts {
		ask[bool](b, `(localStorage.setItem("safe-online", `+quoted(broken)+`), sessionStorage.clear(), true)`)
		for _, address := range []string{"/smart/", "/smart/mix/", l.address} {
			b.open(address)
			if b.seen("[data-ask]") || b.seen("[data-stars]") {
				t.Errorf("with %s stored, %s shows progress", broken, address)
			}
		}
		b.doAll(l)
		if k := b.device(); k.Version != 1 || len(k.Stars) != 1 || b.words("[data-unkept]") != "" {
			t.Errorf("with %s stored, the device has %v after a lesson", broken, k)
		}
	}
	b.quiet()
}
