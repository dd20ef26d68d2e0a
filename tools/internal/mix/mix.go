// Package mix chooses the questions of a set of rules that its mixes draw from: the mix that a pupil does alone, and the mix
// that a class does together.
package mix

import (
	"cmp"
	"slices"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
	"safeonline/tools/internal/shuffle"
	"safeonline/tools/internal/site"
)

// most is how many questions the page of a mix may hold. All are on the page, so that no request reveals which
// were drawn; with thousands, the page would be too large for a tablet.
const most = 120

// Share is the questions that the lesson of one rule adds to a mix: at least one.
type Share struct {
	Rule site.Rule
	Quiz []model.Question
}

// ForPupils returns the questions that a pupil's mix of a set draws from, in the order of the rules, up to as many as a page
// may hold.
func ForPupils(s site.Set) []Share {
	return inTurns(shares(s, func(model.Question) bool { return true }), most)
}

// ForClass returns the questions that a class's mix of a set draws from, in the order of the rules: those that one show of
// hands answers, up to as many as a page may hold.
func ForClass(s site.Set) []Share {
	return inTurns(shares(s, func(q model.Question) bool { return quiz.Of(q.Kind).ByHands }), most)
}

// Drawn returns how many questions a pupil's mix of a set asks: as many as the stage says, and at most one of each lesson.
func Drawn(s site.Set) int {
	lessons := 0
	for _, r := range s.Lessons() {
		if len(r.Lesson.Quiz) > 0 {
			lessons++
		}
	}
	return min(s.Stage.Mix, lessons, most)
}

// shares returns the suitable questions of each lesson that has some.
func shares(s site.Set, fits func(model.Question) bool) (all []Share) {
	for _, r := range s.Lessons() {
		of := Share{Rule: r}
		for _, q := range r.Lesson.Quiz {
			if fits(q) {
				of.Quiz = append(of.Quiz, q)
			}
		}
		if len(of.Quiz) > 0 {
			all = append(all, of)
		}
	}
	return all
}

// inTurns keeps a number of the questions: first one of each rule, then a second of each, and so on. Only their keys
// decide which ones, so the choice stays the same when a rule or question is moved.
func inTurns(all []Share, most int) []Share {
	type candidate struct {
		share, question, turn int
		chance                uint64
	}
	chance := func(a, b candidate) int { return cmp.Compare(a.chance, b.chance) }
	var list []candidate
	for i, of := range all {
		own := make([]candidate, len(of.Quiz))
		for n, q := range of.Quiz {
			own[n] = candidate{share: i, question: n, chance: shuffle.Seeded("pool " + of.Rule.Key(q)).Uint64()}
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
	var kept []Share
	for i, c := range list {
		if i == 0 || c.share != list[i-1].share {
			kept = append(kept, Share{Rule: all[c.share].Rule})
		}
		last := &kept[len(kept)-1]
		last.Quiz = append(last.Quiz, all[c.share].Quiz[c.question])
	}
	return kept
}
