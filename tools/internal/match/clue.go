package match

import "math"

// clue is a word of a rule, or two words near each other, which may show what the rule is about.
type clue struct {
	name   string
	weight float64 // the squares of the weights of a rule's clues add up to 1
	places [2]int  // of its words
}

const (
	// near is how far apart the two words of a clue may be. One that most sentences have is a clue only with a neighbour.
	near = 5
	// late is how much less the last word of a rule says about its topic than the first: what a rule is about comes first.
	late = 0.3
	// pair is how much two words say, compared with one: they are in few examples.
	pair = 0.7
)

// clues returns the clues of a rule. One that occurs twice counts once.
func clues(words []word) (list []clue) {
	seen := map[string]bool{}
	add := func(name string, weight float64, places [2]int) {
		if !seen[name] {
			seen[name] = true
			list = append(list, clue{name, weight, places})
		}
	}
	for i, w := range words {
		says := 1 - late*float64(i)/float64(len(words))
		if !w.small {
			add(w.stem, says, [2]int{i, i})
		}
		for k := i + 1; k < len(words) && k <= i+near && words[k].sentence == w.sentence; k++ {
			if k == i+1 || !w.small && !words[k].small {
				add(w.stem+" "+words[k].stem, pair*says, [2]int{i, k})
			}
		}
	}
	return even(list)
}

// even makes the squares of the weights add up to 1, so that a long rule says no more than a short one.
func even(list []clue) []clue {
	sum := 0.0
	for _, c := range list {
		sum += c.weight * c.weight
	}
	for i := range list {
		list[i].weight /= math.Sqrt(sum)
	}
	return list
}
