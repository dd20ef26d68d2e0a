package page

import (
	"fmt"
	"slices"
	"strings"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

// questionPart shows a question to a class: it is asked, the class votes, it is answered, and then each option says why.
// Each kind has its own way.
func (b *builder) questionPart(q model.Question, r site.Rule, id string) part {
	shown := b.question(q, r, id)
	if q.Kind == model.Gaps {
		shown = lettered(shown)
	}
	p := part{Name: "question", Title: shown.Title, Slides: stems(shown, "Question 1 of 5: "+shown.Title), note: b.questionNote(q, shown)}
	switch q.Kind {
	case model.Order:
		p.Slides = append(p.Slides, orderSlides(shown)...)
	case model.Sort:
		p.Slides = append(p.Slides, sortSlides(shown)...)
	case model.Gaps:
		p.Slides = append(p.Slides, gapSlides(shown)...)
	case model.Spot:
		p.Slides = append(p.Slides, spotSlides(shown)...)
	case model.Chat:
		p.Slides = append(p.Slides, chatSlides(shown)...)
	default:
		p.Slides = append(p.Slides, chooseSlides(shown)...)
	}
	return p
}

// stems shows the question alone, so that the class thinks before it sees what there is to choose from. A text that asks
// by itself needs none.
func stems(q question, heading string) []slide {
	if q.Stem == "" {
		return nil
	}
	size := largest(textSizes, []string{q.Stem, heading}, func(size int) bool {
		return bold.height(q.Stem, size, slideWide) <= slideHigh-headingHigh(heading, slideWide)
	})
	return []slide{{Kind: "stem", Text: q.Stem, Size: size}}
}

// chooseSlides is a choice, or a choice of several.
func chooseSlides(q question) []slide {
	list := []slide{options(q), vote(q.Kind, "", q.Options), answer(q.Options)}
	for _, o := range q.Options {
		list = append(list, why(o, verdict(o), ""))
	}
	return list
}

// orderSlides asks which step comes first, and shows them in their order.
func orderSlides(q question) []slide {
	list := []slide{options(q), vote(q.Kind, "", q.Options)}
	steps := slices.Clone(q.Options)
	slices.SortFunc(steps, func(a, b option) int { return a.Place - b.Place })
	in := answer(steps)
	in.Kind = "steps"
	list = append(list, in)
	for _, o := range steps {
		list = append(list, why(o, "step", ""))
	}
	return list
}

// sortSlides shows thing by thing: where does it go? It goes there.
func sortSlides(q question) (list []slide) {
	for _, thing := range q.Options {
		var bins []option
		for n, bin := range q.Bins {
			bins = append(bins, option{
				ID: fmt.Sprintf("%s-%d", thing.ID, n+1), Letter: letter(n), Text: bin.Title, Picture: bin.Picture, Right: n+1 == thing.Place,
			})
		}
		list = append(list, vote(q.Kind, thing.Text, bins), why(thing, "bin", q.Bins[thing.Place-1].Title))
	}
	return list
}

// gapSlides shows a text with its gaps, and fills one after the other.
func gapSlides(q question) []slide {
	list := []slide{passage(q, 0)}
	for _, s := range q.Passage {
		if s.Slot == 0 {
			continue
		}
		ask := vote(q.Kind, "", s.Options)
		ask.Passage, ask.Gap = q.Passage, s.Slot
		ask.Size = passageSize(q, 40)
		filled := passage(q, s.Slot)
		list = append(list, ask, filled)
		for _, o := range s.Options {
			list = append(list, why(o, verdict(o), ""))
		}
	}
	return list
}

// lettered gives the words for a gap letters of their own: on a slide the words for one gap stand alone.
func lettered(q question) question {
	q.Passage = slices.Clone(q.Passage)
	for i := range q.Passage {
		q.Passage[i].Options = slices.Clone(q.Passage[i].Options)
		for n := range q.Passage[i].Options {
			q.Passage[i].Options[n].Letter = letter(n)
		}
	}
	return q
}

// spotSlides shows a message and its phrases by their letters: which of them are clues?
func spotSlides(q question) []slide {
	message := passage(q, 0)
	ask := vote(q.Kind, "", q.Options)
	ask.Passage, ask.Size = q.Passage, passageSize(q, 13+11*float64((len(q.Options)+1)/2))
	solved := passage(q, 0)
	solved.Kind, solved.Options = "clues", q.Options
	list := []slide{message, ask, solved}
	for _, o := range q.Options {
		verdict := "harmless"
		if o.Right {
			verdict = "clue"
		}
		list = append(list, why(o, verdict, ""))
	}
	return list
}

// chatSlides goes the way of the best replies first, and then shows what other replies lead to.
func chatSlides(q question) (list []slide) {
	titles := map[string]string{}
	for _, s := range q.Scenes {
		titles[s.ID] = s.Title
	}
	for _, turn := range inTurn(q.Scenes) {
		like := slide{Kind: "turn", Title: turn.scene.Title, Text: turn.after, Verdict: turn.verdict()}
		rest := 0.0
		if turn.after != "" {
			rest += regular.height("If the reply is: “"+turn.after+"”", 60, slideWide-8) + 8
		}
		if like.Verdict == "end" {
			rest += 11
		}
		list = append(list, spoken(like, turn.scene.Lines, slideWide, rest)...)
		if len(turn.scene.Options) == 0 {
			continue
		}
		list = append(list, vote("chat", "", turn.scene.Options))
		for _, o := range turn.scene.Options {
			list = append(list, why(o, verdict(o), titles[o.Goto]))
		}
	}
	return list
}

// turn is a scene of a chat as a class comes to it. After is the reply that leads there, where it is not on the best way.
type turn struct {
	scene chatScene
	after string
}

func (t turn) verdict() string {
	if len(t.scene.Options) == 0 {
		return "end"
	}
	return ""
}

// inTurn gives the scenes on the way of the best replies, then the others as they stand.
func inTurn(scenes []chatScene) []turn {
	byID := map[string]chatScene{}
	for _, s := range scenes {
		byID[s.ID] = s
	}
	seen := map[string]bool{}
	var turns []turn
	for at := scenes[0].ID; at != "" && !seen[at]; {
		seen[at] = true
		turns = append(turns, turn{scene: byID[at]})
		next := ""
		for _, o := range byID[at].Options {
			if o.Right {
				next = o.Goto
			}
		}
		at = next
	}
	for _, s := range scenes {
		if !seen[s.ID] {
			turns = append(turns, turn{s, leadingTo(s.ID, scenes)})
		}
	}
	return turns
}

// leadingTo is the first reply that leads to a scene.
func leadingTo(id string, scenes []chatScene) string {
	for _, s := range scenes {
		for _, o := range s.Options {
			if o.Goto == id {
				return o.Text
			}
		}
	}
	return ""
}

// options shows what there is to choose from, below the question.
func options(q question) slide {
	s := slide{Kind: "options", Text: q.Stem, Options: q.Options, Cards: sideBySide(q.Options)}
	s.Size = largest(optionSizes, append(wordsOf(q.Options), q.Stem), func(size int) bool {
		stem := bold.height(q.Stem, size, slideWide) + 4
		return stem+optionsHigh(q.Options, s.Cards, size, 0, 0) <= slideHigh
	})
	return s
}

// What a vote adds to each option: to its right, the count and two buttons; and how high they are.
const (
	votesWide = 36.0
	votesHigh = 12.0
)

// vote shows options with their hands. Ask is the kind of the question; about is what it is about, if not the whole.
func vote(ask, about string, list []option) slide {
	s := slide{Kind: "vote", Ask: ask, Text: about, Options: list, Cards: sideBySide(list) || ask == "sort" || ask == "gaps" && len(list) < 4}
	const heading = 13.0
	if about != "" {
		s.About = largest(textSizes, append(wordsOf(list), about), func(size int) bool {
			return heading+bold.height(about, size, slideWide)+4+optionsHigh(list, s.Cards, 45, votesWide, votesHigh) <= slideHigh
		})
	}
	s.Size = largest(optionSizes, append(wordsOf(list), about), func(size int) bool {
		head := heading
		if about != "" {
			head += bold.height(about, s.About, slideWide) + 4
		}
		return head+optionsHigh(list, s.Cards, size, votesWide, votesHigh) <= slideHigh
	})
	return s
}

func wordsOf(list []option) (words []string) {
	for _, o := range list {
		words = append(words, o.Text)
	}
	return words
}

func answer(list []option) slide {
	s := vote("", "", list)
	s.Kind = "answer"
	return s
}

// why shows one option and what comes of it; then is the bin that it belongs to, or the scene that it leads to.
func why(o option, verdict, then string) slide {
	s := slide{Kind: "why", Option: &o, Verdict: verdict, Then: then}
	const lettered, pictured = 16, 18
	wide := slideWide - lettered
	if o.Picture != nil {
		wide -= pictured
	}
	s.Size = largest(textSizes, []string{o.Text, o.Feedback, then}, func(size int) bool {
		least := min(size, 60) // of the option, and of what comes of it
		high := bold.height(o.Text, least, wide) + regular.height("Not yet. "+o.Feedback, size, slideWide-6) + 22
		if then != "" {
			high += 4 + bold.height("Next: "+then, least, slideWide)
		}
		return high <= slideHigh
	})
	return s
}

func verdict(o option) string {
	if o.Right {
		return "yes"
	}
	return "not-yet"
}

// passage shows a text with gaps, of which so many are filled, or a message.
func passage(q question, filled int) slide {
	s := slide{Kind: "passage", Passage: q.Passage, Gap: filled + 1, Ask: q.Kind, Size: 60}
	if q.Kind == "spot" {
		s.Text = q.Stem
		s.Size = passageSize(q, 4+bold.height(q.Stem, 45, slideWide))
	}
	return s
}

// passageSize is the largest at which a text fits beside what else stands on its slide, which is so high.
func passageSize(q question, rest float64) int {
	var text strings.Builder
	for _, s := range q.Passage {
		text.WriteString(s.Text)
		for range min(len(s.Options), 1) { // a gap with its number, or a phrase with its letter
			text.WriteString(s.Options[0].Text + " mmm ")
		}
	}
	return largest(optionSizes, []string{text.String(), q.Stem}, func(size int) bool {
		s := float64(size) / 10
		return float64(regular.lines(text.String(), (slideWide-2*s)/s))*s*passageLeading+s <= slideHigh-rest
	})
}

// sideBySide tells whether options stand as cards: where each has a picture, and three fit.
func sideBySide(list []option) bool {
	return len(list) == 3 && !slices.ContainsFunc(list, func(o option) bool { return o.Picture == nil })
}

// optionsHigh is how high options stand, as rows or as cards, with something to the right of each row or below each card.
func optionsHigh(list []option, cards bool, size int, right, below float64) (total float64) {
	s := float64(size) / 10
	for _, o := range list {
		if cards {
			wide := (slideWide-4*float64(len(list)-1))/float64(len(list)) - 1.6*s
			high := bold.height(o.Text, size, wide) + 1.6*s + below
			if o.Picture != nil {
				high += 20
			}
			total = max(total, high)
			continue
		}
		row := regular.height(o.Text, size, slideWide-right-3.9*s)
		if below > 0 {
			row += 3 // the bar
		}
		total += max(row+.7*s, 1.9*s, below) + 2
	}
	return total
}

func letter(n int) string { return string(rune('A' + n)) }
