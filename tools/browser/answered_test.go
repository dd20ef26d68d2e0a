package browser

import (
	"fmt"
	"slices"
	"testing"

	"safeonline/tools/internal/sweep"
)

// Each kind of question is tried in each key stage, since the stages show questions differently, and so are the other steps of their
// lessons. Whoever watches the network sees which lesson a child reads, but not the answers: once every step has been seen, answering,
// and coming to the end, sends no request at all.
func TestAnswering(t *testing.T) {
	all := lessonsAndGallery(t)
	due := newKinds(all)
	for _, l := range all {
		if len(due[l.address]) == 0 && !sweep.Full() {
			continue
		}
		t.Run(named(l.address), func(t *testing.T) {
			t.Parallel()
			b := borrowAt(t, l.address)
			b.readToTheEnd()
			b.do(media(dark), media(calm)) // so that no picture for one of them is fetched while answering
			before := b.asked()
			for _, together := range l.shownTogether() {
				b.tryAnswers(l, together, due[l.address])
				b.next(together[0])
			}
			b.promise(t, "the quiz done", func() { b.inspectSteps(l, "the quiz done") })
			b.readToTheEnd()
			b.promise(t, "asks for nothing", func() {
				if after := b.asked(); len(after) > len(before) {
					b.t.Errorf("answering asked for %v", after[len(before):])
				}
			})
			b.promise(t, "stores only progress", func() { b.keepsOnly("local storage", "session storage") })
			b.promise(t, "writes nothing to the console", b.quiet)
		})
	}
}

// inspectSteps inspects the first step of each kind that holds no question: the rule, a scene's beginning and how it goes on, the end.
// The others are checked for contrast and large controls. A page that is no path is inspected once.
func (b *tab) inspectSteps(l lesson, when string) {
	b.t.Helper()
	seen := map[string]bool{}
	b.eachStep(func(step string) {
		kind, _ := b.stepNow()
		if kind == "question" {
			return
		}
		kind += fmt.Sprint(b.seen("[data-path-step][data-now] [data-title]"))
		if seen[kind] {
			b.hasContrast(l.page(), when+step, calm, dark)
			b.hasLargeTargets(when + step)
			return
		}
		seen[kind] = true
		b.inspectState(l.page(), when+step)
	})
}

// inspectState has axe-core inspect a state of the page in light colours, and checks its contrast in the others. In a full sweep
// TestEveryPage has axe-core look at the others, too.
func (b *tab) inspectState(p page, when string) {
	b.t.Helper()
	b.inspect(p, when)
	b.hasContrast(p, when, dark, forced)
}

// tryAnswers leaves questions that are shown together unanswered, answers them wrongly and then rightly, and checks each
// state. The whole of axe-core runs if one of them is of a kind that is due.
func (b *tab) tryAnswers(l lesson, together []question, due map[string]bool) {
	b.t.Helper()
	whole := sweep.Full()
	for _, q := range together {
		whole = whole || due[q.Kind]
	}
	b.stepTo(together[0].ID)
	check := func(when string) {
		b.t.Helper()
		when = together[0].ID + " " + when
		if whole {
			b.inspectState(l.page(), when)
		} else {
			b.hasContrast(l.page(), when, calm, dark)
			b.hasLargeTargets(when)
		}
	}
	check("as it opens")
	b.each(together, b.check)
	check("left unanswered")
	b.each(together, b.answerWrongly)
	check("chosen")
	b.each(together, b.check)
	check("answered wrongly")
	for _, q := range together {
		b.answerRightly(q)
		b.check(q)
		b.says(q, "Yes.")
		delete(due, q.Kind)
	}
	check("answered rightly")
}

// newKinds returns, by the address of a lesson, the kinds of question that no lesson before it has in the same key stage. The
// gallery counts as a stage of its own.
func newKinds(all []lesson) map[string]map[string]bool {
	seen, due := map[string]bool{}, map[string]map[string]bool{}
	for _, l := range mostKindsFirst(all) {
		stage := l.Set
		if l.address == galleryAt {
			stage = galleryAt
		}
		due[l.address] = map[string]bool{}
		for _, q := range l.Quiz {
			if name := stage + " " + q.Kind; !seen[name] {
				seen[name], due[l.address][q.Kind] = true, true
			}
		}
	}
	return due
}

// mostKindsFirst sorts lessons by how many kinds of question they have, so that few of them have all kinds.
func mostKindsFirst(all []lesson) []lesson {
	kinds := func(l lesson) int {
		has := map[string]bool{}
		for _, q := range l.Quiz {
			has[q.Kind] = true
		}
		return len(has)
	}
	sorted := slices.Clone(all)
	slices.SortStableFunc(sorted, func(a, b lesson) int { return kinds(b) - kinds(a) })
	return sorted
}

// shownTogether divides the questions as a child sees them: one at a time on the path of a lesson, all at once in the gallery.
func (l lesson) shownTogether() (parts [][]question) {
	if l.address == galleryAt {
		return [][]question{l.Quiz}
	}
	for _, q := range l.Quiz {
		parts = append(parts, []question{q})
	}
	return parts
}

// each does something with each question.
func (b *tab) each(questions []question, do func(question)) {
	b.t.Helper()
	for _, q := range questions {
		do(q)
	}
}

func nothing(question) {}

func TestNewKindsCoversEachKindInEachStage(t *testing.T) {
	all := []lesson{
		{address: "/one/", Set: "ks1", Quiz: []question{{Kind: "choice"}}},
		{address: "/two/", Set: "ks1", Quiz: []question{{Kind: "choice"}, {Kind: "order"}}},
		{address: "/three/", Set: "ks2", Quiz: []question{{Kind: "choice"}}},
		{address: galleryAt, Set: "ks2", Quiz: []question{{Kind: "choice"}}},
	}
	due := newKinds(all)
	for address, want := range map[string]int{"/one/": 0, "/two/": 2, "/three/": 1, galleryAt: 1} {
		if got := len(due[address]); got != want {
			t.Errorf("%s has %d new kinds, expected %d", address, got, want)
		}
	}
}
