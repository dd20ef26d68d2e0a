package adopt

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/words"
)

// documentPairs returns for each document as made the index of what it was: that with the most of its clauses, its heading or its id.
func documentPairs(was, made []model.Document) map[int]int {
	type pair struct {
		was, made int
		score     float64
	}
	var list []pair
	for i, d := range made {
		for k, old := range was {
			score := float64(shared(old, d))
			if old.ID.Value == d.ID.Value {
				score += 2
			}
			if words.Same(old.Heading.Value, d.Heading.Value) || old.IsPolicy() && d.IsPolicy() {
				score++
			}
			if score > 0 {
				list = append(list, pair{k, i, score})
			}
		}
	}
	slices.SortStableFunc(list, func(a, b pair) int { return cmp.Compare(b.score, a.score) })
	pairs, taken := map[int]int{}, map[int]bool{}
	for _, p := range list {
		if _, found := pairs[p.made]; !found && !taken[p.was] {
			pairs[p.made], taken[p.was] = p.was, true
		}
	}
	return pairs
}

// shared counts the texts that two documents share.
func shared(a, b model.Document) (n int) {
	texts := map[string]bool{}
	for _, text := range textsOf(a) {
		texts[words.Fold(text)] = true
	}
	for _, text := range textsOf(b) {
		if texts[words.Fold(text)] {
			n++
		}
	}
	return n
}

// textsOf returns the adopted texts of a document: its passages and clauses.
func textsOf(d model.Document) (texts []string) {
	for _, s := range d.Sections {
		for _, p := range slices.Concat(s.Passages, s.Closing) {
			texts = append(texts, p.Text.Value)
		}
	}
	for c := range d.AllClauses() {
		texts = append(texts, c.Text.Value)
	}
	return texts
}

// pair finds what the clauses and the sections of each document were.
func (j *joiner) pair(was, made []model.Document, documents map[int]int) {
	for i := range made {
		if k, found := documents[i]; found {
			old, now := clausesOf(&was[k]), clausesOf(&made[i])
			for n, at := range alike(clauseTexts(old), clauseTexts(now)) {
				if at >= 0 {
					j.clauses[now[n].ID.Value] = old[at]
				}
			}
			j.pairSections(&was[k], &made[i])
		}
	}
}

func clausesOf(d *model.Document) (list []*model.Clause) {
	for c := range d.AllClauses() {
		list = append(list, c)
	}
	return list
}

func clauseTexts(list []*model.Clause) (texts []string) {
	for _, c := range list {
		texts = append(texts, c.Text.Value)
	}
	return texts
}

// pairSections finds what each section was: that which shares most clauses, the heading or a passage; of an only section, the only one.
func (j *joiner) pairSections(was, made *model.Document) {
	taken := map[*model.Section]bool{}
	for i := range made.Sections {
		s := &made.Sections[i]
		var best *model.Section
		most := 0
		for k := range was.Sections {
			if old := &was.Sections[k]; !taken[old] {
				if n := j.inCommon(old, s); n > most {
					best, most = old, n
				}
			}
		}
		if best == nil && len(was.Sections) == 1 && len(made.Sections) == 1 {
			best = &was.Sections[0]
		}
		if best != nil {
			j.sections[s.ID.Value], taken[best] = best, true
		}
	}
}

func (j *joiner) inCommon(was, now *model.Section) (n int) {
	mine := map[*model.Clause]bool{}
	for c := range was.AllClauses() {
		mine[c] = true
	}
	for c := range now.AllClauses() {
		if mine[j.clauses[c.ID.Value]] {
			n++
		}
	}
	if h := now.Heading.Value; h != "" && words.Same(h, was.Heading.Value) {
		n += 5
	}
	for _, p := range slices.Concat(now.Passages, now.Closing) {
		if slices.ContainsFunc(slices.Concat(was.Passages, was.Closing), func(o model.Passage) bool { return words.Same(o.Text.Value, p.Text.Value) }) {
			n++
		}
	}
	return n
}

// enough is from which likeness on a changed text is clearly the same: two thirds of what its words say are in both.
const enough = 0.65

// alike returns for each text as it is now the index of the text that it was, or -1. The same words come first, in order; then those that
// are most alike.
func alike(was, now []string) []int {
	pairs, taken := make([]int, len(now)), make([]bool, len(was))
	for i, text := range now {
		pairs[i] = -1
		for k := range was {
			if pairs[i] < 0 && !taken[k] && words.Same(text, was[k]) {
				pairs[i], taken[k] = k, true
			}
		}
	}
	weigh := weights(was, now)
	type pair struct {
		was, now int
		likeness float64
	}
	var list []pair
	for i, text := range now {
		for k := range was {
			if pairs[i] < 0 && !taken[k] {
				if l := likeness(was[k], text, weigh); l >= enough {
					list = append(list, pair{k, i, l})
				}
			}
		}
	}
	slices.SortStableFunc(list, func(a, b pair) int { return cmp.Compare(b.likeness, a.likeness) })
	for _, p := range list {
		if pairs[p.now] < 0 && !taken[p.was] {
			pairs[p.now], taken[p.was] = p.was, true
		}
	}
	return pairs
}

// weights returns what each word says: the more texts have it, the less.
func weights(lists ...[]string) func(word string) float64 {
	counts, n := map[string]int{}, 0
	for _, texts := range lists {
		for _, text := range texts {
			n++
			seen := map[string]bool{}
			for _, w := range bare(text) {
				if !seen[w] {
					counts[w]++
				}
				seen[w] = true
			}
		}
	}
	return func(word string) float64 { return math.Log(1 + float64(n)/float64(1+counts[word])) }
}

// likeness returns which share of what two texts say is in both, in the same order.
func likeness(a, b string, weigh func(string) float64) float64 {
	was, now := bare(a), bare(b)
	inA, inB := words.Common(was, now)
	both, all := 0.0, 0.0
	for list, in := range map[*[]string][]bool{&was: inA, &now: inB} {
		for i, w := range *list {
			all += weigh(w)
			if in[i] {
				both += weigh(w)
			}
		}
	}
	if all == 0 {
		return 0
	}
	return both / all
}

// bare returns the words of a text without marks, in small letters.
func bare(text string) []string {
	return strings.FieldsFunc(words.Fold(text), func(r rune) bool { return strings.ContainsRune(" .,;:!?()/\"", r) })
}
