package view

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"safeonline/tools/internal/english"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

// Step is the part of a scene that a child sees at once. ID is unique in the page, and stays the same while the scene's title does.
type Step struct {
	ID    string `json:"id"`
	Lines []Line `json:"lines"`
}

// Story returns the story of a rule's lesson, with each scene in steps, and with the question that it ends with.
func (v *Site) Story(r site.Rule) (story []Scene) {
	taken := takenBy(r)
	for i, s := range r.Lesson.Story {
		shown := v.Scene(r.Lesson, i+1)
		groups := group(lengths(s.Lines), r.Stage.Limits.Step)
		ids := stepIDs(s.Title.Value, i+1, len(groups), taken)
		rest := shown.Lines
		shown.Lines = nil
		for j, n := range groups {
			shown.Steps = append(shown.Steps, Step{ID: ids[j], Lines: rest[:n]})
			rest = rest[n:]
		}
		story = append(story, shown)
	}
	for _, q := range r.Lesson.Quiz {
		if q.Scene > 0 {
			story[q.Scene-1].Question = q.ID.Value
			story[q.Scene-1].Outcomes = v.outcomes(r.Lesson, q)
		}
	}
	return story
}

func lengths(lines []model.Line) (words []int) {
	for _, l := range lines {
		words = append(words, english.CountWords(l.Text.Value))
	}
	return words
}

// group divides lines of these lengths into as few groups of at most so many words as possible, and of such divisions
// chooses one whose longest group is shortest. It returns the number of lines of each group. A line that is too long is a
// group of its own: its lesson has a waiver.
func group(words []int, most int) []int {
	groups := fill(words, most)
	for shorter := most - 1; shorter > 0; shorter-- {
		next := fill(words, shorter)
		if len(next) > len(groups) {
			break
		}
		groups = next
	}
	return groups
}

// fill puts lines into groups, each of as many lines as fit into so many words.
func fill(words []int, most int) (groups []int) {
	sum := 0
	for _, n := range words {
		if len(groups) == 0 || sum+n > most {
			groups, sum = append(groups, 0), 0
		}
		groups[len(groups)-1]++
		sum += n
	}
	return groups
}

// ids are those of other parts of a page.
type ids struct {
	whole  []string
	begins []string // with each, the ids of the parts of a question begin
}

func (t *ids) has(id string) bool {
	return slices.Contains(t.whole, id) || slices.ContainsFunc(t.begins, func(b string) bool { return strings.HasPrefix(id, b) })
}

// takenBy returns the ids that steps of a lesson's story may not have: those of its page, of its questions, and of what is
// within them.
func takenBy(r site.Rule) *ids {
	t := &ids{whole: []string{"rule", "end", "main", "the-quiz", "take-home", "screen-title", "screen-text", "ask-title", "gone-title"}}
	question := func(id string) {
		t.whole, t.begins = append(t.whole, id), append(t.begins, id+"-")
	}
	for _, q := range r.Lesson.Quiz {
		question(q.ID.Value)
	}
	for _, a := range r.Again {
		question(recalledID(a.Rule, a.Question))
	}
	return t
}

// stepIDs returns the ids of the steps of scene n, and notes that they are taken: "the-rain", "the-rain-2". If one of them is
// taken already, all begin with the number of the scene.
func stepIDs(title string, n, steps int, taken *ids) (list []string) {
	base := slug(title)
	for {
		list = []string{base}
		for i := 2; i <= steps; i++ {
			list = append(list, fmt.Sprintf("%s-%d", base, i))
		}
		if base != "" && !slices.ContainsFunc(list, taken.has) {
			break
		}
		base = strings.TrimSuffix(fmt.Sprintf("%d-%s", n, base), "-")
	}
	taken.whole = append(taken.whole, list...)
	return list
}

// slug returns the letters and digits of a text in lower case and without accents, with a hyphen between words. Apostrophes, and
// letters that addresses show as codes, are left out.
func slug(text string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(text)) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case unicode.IsSpace(r) || unicode.IsPunct(r) && !strings.ContainsRune("'’", r):
			b.WriteRune(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), "-")
}
