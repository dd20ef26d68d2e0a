package page

import (
	"cmp"
	"slices"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/shuffle"
	"safeonline/tools/internal/site"
)

// mostMixed is how many questions the page of a mix may hold. All are on the page, so that no request reveals which
// were drawn; with thousands, the page would be too large for a tablet.
const mostMixed = 120

// share is the questions that one rule adds to a mix.
type share struct {
	rule site.Rule
	quiz []model.Question
}

// pool returns the questions that a set's mix draws from, in the order of the rules: those of suitable kinds, up to
// as many as a page may hold.
func (b *builder) pool(s site.Set, fits func(model.Question) bool) []share {
	var all []share
	for _, r := range s.Lessons() {
		of := share{rule: r}
		for _, q := range r.Lesson.Quiz {
			if fits(q) {
				of.quiz = append(of.quiz, q)
			}
		}
		if len(of.quiz) > 0 {
			all = append(all, of)
		}
	}
	return inTurns(all, mostMixed)
}

// inTurns keeps a number of the questions: first one of each rule, then a second of each, and so on. Only their keys
// decide which ones, so the choice stays the same when a rule or question is moved.
func inTurns(all []share, most int) []share {
	type candidate struct {
		share, question, turn int
		chance                uint64
	}
	chance := func(a, b candidate) int { return cmp.Compare(a.chance, b.chance) }
	var list []candidate
	for i, of := range all {
		own := make([]candidate, len(of.quiz))
		for n, q := range of.quiz {
			own[n] = candidate{share: i, question: n, chance: shuffle.Seeded("pool " + key(of.rule, q)).Uint64()}
		}
		slices.SortFunc(own, chance)
		for turn := range own {
			own[turn].turn = turn
		}
		list = append(list, own...)
	}
	slices.SortFunc(list, func(a, b candidate) int { return cmp.Or(cmp.Compare(a.turn, b.turn), chance(a, b)) })
	list = list[:min(most, len(list))]
	slices.SortFunc(list, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.share, b.share), cmp.Compare(a.question, b.question))
	})
	var kept []share
	for i, c := range list {
		if i == 0 || c.share != list[i-1].share {
			kept = append(kept, share{rule: all[c.share].rule})
		}
		last := &kept[len(kept)-1]
		last.quiz = append(last.quiz, all[c.share].quiz[c.question])
	}
	return kept
}
