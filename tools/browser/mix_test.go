package browser

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"safeonline/tools/internal/clause"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/sweep"
)

// stage returns the lessons of a key stage.
func stage(t *testing.T, name string) (of []lesson) {
	t.Helper()
	for _, l := range lessons(t) {
		if l.Set == name {
			of = append(of, l)
		}
	}
	return of
}

// mixes returns how many questions a mix has, by its address: as many as its stage says, and at most one of each lesson.
func mixes(t *testing.T) map[string]int {
	t.Helper()
	data, _, err := clause.Read(os.DirFS(project), folder.School)
	if err != nil {
		t.Fatal(err)
	}
	most := map[string]int{}
	for _, s := range data.Stages {
		most[s.ID.Value] = s.Mix
	}
	counts := map[string]int{}
	for _, d := range data.Documents {
		if n := min(most[d.Stage.Value], len(stage(t, d.ID.Value))); n > 0 {
			counts["/"+d.Folder()+"/mix/"] = n
		}
	}
	return counts
}

// drawn returns the keys of the questions in the mix, in order.
func (b *tab) drawn() []string {
	b.t.Helper()
	return ask[[]string](b, `[...document.querySelectorAll("[data-quiz] [data-key]")].map(q => q.getAttribute("data-key"))`)
}

// Which questions are drawn is tested in tools/script.
func TestAMixIsTheSameAllDayAndAnotherTheNext(t *testing.T) {
	t.Parallel()
	for address, count := range mixes(t) {
		t.Run(address, func(t *testing.T) {
			b := visit(t, address, onDay(0), withoutWorker)
			today := b.drawn()
			if len(today) != count || len(slices.Compact(slices.Sorted(slices.Values(today)))) != count {
				t.Fatalf("the mix has the questions %v, want %d different ones", today, count)
			}
			if first := b.control(`document.querySelector("[data-path-step][data-now] [data-title]")`).Name; !strings.HasPrefix(first, fmt.Sprintf("Question 1 of %d: ", count)) {
				t.Errorf("the first question of the mix is called %q", first)
			}
			b.keepsNothing()
			// Answers change what is due, but not the mix.
			for _, key := range today[:min(3, count)] {
				ask[bool](b, `document.querySelector('[data-key="`+key+`"]').dispatchEvent(
					new CustomEvent("question:checked", { bubbles: true, detail: { key: "`+key+`", right: true } })), true`)
			}
			b.open(address)
			if again := b.drawn(); !slices.Equal(again, today) {
				t.Errorf("after a reload the mix is %v, before %v", again, today)
			}
			b.do(onDay(1))
			b.open(address)
			first := b.drawnQuestion(t, b.drawn()[0])
			b.answerRightly(first)
			b.check(first)
			b.tap("[data-carry-on]")
			b.says(first, "Yes.")
			b.open(address)
			tomorrow := b.drawn()
			if count > 1 && slices.Equal(tomorrow, today) || len(tomorrow) != count {
				t.Errorf("the next day the mix is %v, the day before %v", tomorrow, today)
			}
			b.quiet()
		})
	}
}

// The list of rules names all questions, but the page of a mix has a limited number of them.
func TestAMixDrawsOnlyWhatItsPageHolds(t *testing.T) {
	b := visit(t, "/ks2/mix/", onDay(0), early(`document.addEventListener("readystatechange", () => {
		if (document.readyState !== "interactive") return
		window.listed = [...document.querySelectorAll("[data-keys]")].flatMap(rule => rule.dataset.keys.split(" ")).length
		const questions = [...document.querySelectorAll("[data-drawn][hidden]")]
		questions.forEach((question, i) => i % 10 && question.remove())
		window.held = document.querySelectorAll("[data-quiz] [data-key]").length
	})`))
	if listed, held := ask[int](b, "listed"), ask[int](b, "held"); held < 10 || held > listed/2 {
		t.Fatalf("the page holds %d questions of the %d in its list", held, listed)
	}
	if drawn, count := b.drawn(), mixes(t)["/ks2/mix/"]; len(drawn) != count {
		t.Errorf("the mix has the questions %v, want %d", drawn, count)
	}
	b.quiet()
}

func TestAMixFavoursWhatIsNewOrDue(t *testing.T) {
	t.Parallel()
	all := stage(t, "ks2")
	lessonOf := func(key string) string { slug, _, _ := strings.Cut(key, "#"); return "/ks2/" + slug + "/" }
	addresses := func(of []lesson) (list []string) {
		for _, l := range of {
			list = append(list, l.address)
		}
		return list
	}

	fresh := all[12:] // five rules not yet remembered, the others since today
	k := remembers(all[:12], 0)
	b := visit(t, "/ks2/mix/", onDay(0), withoutWorker, with(k))
	for _, key := range b.drawn() {
		if !slices.Contains(addresses(fresh), lessonOf(key)) {
			t.Errorf("%s is drawn, but its rule was remembered today", key)
		}
	}

	// All remembered today, but for three rules seven weeks ago.
	k = remembers(all, 0)
	long := remembers(all[3:6], -50)
	for key, answer := range long.Answers {
		k.Answers[key] = [2]int{3, answer[1]}
	}
	b = visit(t, "/ks2/mix/", onDay(0), withoutWorker, with(k))
	for _, key := range b.drawn() {
		if !slices.Contains(addresses(all[3:6]), lessonOf(key)) {
			t.Errorf("%s is drawn, but others are due", key)
		}
	}
}

func TestAMixWorksWithoutItsScript(t *testing.T) {
	t.Parallel()
	for address, count := range mixes(t) {
		b := visit(t, address, withoutScript)
		if n := ask[int](b, `[...document.querySelectorAll("[data-key]")].filter(q => q.getClientRects().length).length`); n != count {
			t.Errorf("%s shows %d questions, want %d", address, n, count)
		}
		b.do(onPaper)
		if n := ask[int](b, `[...document.querySelectorAll("[data-key]")].filter(q => q.getClientRects().length).length`); n != count {
			t.Errorf("%s has %d questions on paper, want %d", address, n, count)
		}
	}
}

func TestAMixIsDoneLikeALesson(t *testing.T) {
	t.Parallel()
	b := visit(t, "/smart/mix/", onDay(0), withoutWorker)
	keys := b.drawn()
	for i, key := range keys {
		q := b.drawnQuestion(t, key)
		if _, id := b.stepNow(); id != q.ID {
			t.Fatalf("question %d of the mix is %s, want %s", i+1, id, q.ID)
		}
		b.answerRightly(q)
		b.check(q)
		b.says(q, "Yes.")
		if sweep.Full() {
			b.inspect(built().page("/smart/mix/"), "question "+key+" answered")
		}
		b.next(q)
	}
	if !b.seen("[data-finish]") {
		t.Error("the mix does not show its end")
	}
	b.inspectAll(built().page("/smart/mix/"), "the mix done")
	b.quiet()
}

// in returns the question with the ids that it has on another page.
func (q question) in(id string) question {
	moved := q
	moved.ID = id
	moved.Options = slices.Clone(q.Options)
	for i, o := range q.Options {
		moved.Options[i].ID = id + strings.TrimPrefix(o.ID, q.ID)
	}
	return moved
}

// drawnQuestion returns a question as a mix has it.
func (b *tab) drawnQuestion(t *testing.T, key string) question {
	t.Helper()
	for _, l := range lessons(t) {
		for _, q := range l.own() {
			if q.Key == key {
				return q.in(ask[string](b, `document.querySelector('[data-key="`+key+`"]').id`))
			}
		}
	}
	t.Fatalf("no lesson has the question %s", key)
	return question{}
}
