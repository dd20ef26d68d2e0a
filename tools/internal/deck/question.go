package deck

import (
	"slices"
	"strings"

	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
	"safeonline/tools/internal/view"
)

// questionPart shows a question to a class, below a heading: it is asked, the class votes, it is answered, and then each option
// says why. Each kind has its own way.
func questionPart(v *view.Site, q model.Question, shown view.Question, heading string) part {
	slides := append(stems(shown, heading), slidesOf[q.Kind](v, shown)...)
	return part{Name: "question", Heading: heading, Title: shown.Title, Slides: slides, note: questionNote(v, q, slides)}
}

// slidesOf says how a class is shown each kind of question, once it was asked. Each function is in a file that is named
// after the kind.
var slidesOf = map[model.Kind]func(*view.Site, view.Question) []slide{
	quiz.Choice:  choiceSlides,
	quiz.Several: choiceSlides,
	quiz.Order:   orderSlides,
	quiz.Sort:    sortSlides,
	quiz.Gaps:    gapsSlides,
	quiz.Spot:    spotSlides,
	quiz.Chat:    chatSlides,
	quiz.Match:   matchSlides,
}

// stems shows the question alone, so that the class thinks before it sees what there is to choose from. A text that asks
// by itself needs none.
func stems(q view.Question, heading string) []slide {
	if q.Stem == "" {
		return nil
	}
	size := largest(textSizes, []string{q.Stem, heading}, func(size int) bool {
		return bold.height(q.Stem, size, slideWide) <= slideHigh-headingHigh(heading, slideWide)
	})
	return []slide{{Kind: "stem", Text: q.Stem, Size: size}}
}

// handsUp shows what there is to choose from, and lets the class vote. On paper the first is enough.
func handsUp(q view.Question) []slide {
	hands := vote(q.Kind, "", q.Options, false)
	hands.ScreenOnly = true
	return []slide{options(q), hands}
}

// options shows what there is to choose from, below the question.
func options(q view.Question) slide {
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

// vote shows options with their hands. Ask is the kind of the question; about is what it is about, if not the whole. The
// options are cards if that is asked for, or if they are fit to be.
func vote(ask, about string, list []view.Option, cards bool) slide {
	s := slide{Kind: "vote", Ask: ask, Text: about, Options: list, Cards: cards || sideBySide(list)}
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

func wordsOf(list []view.Option) (words []string) {
	for _, o := range list {
		words = append(words, o.Text)
	}
	return words
}

// answer shows options with the right ones marked.
func answer(list []view.Option, cards bool) slide {
	s := vote("", "", list, cards)
	s.Kind, s.ScreenOnly = "answer", true
	return s
}

// verdictKeys are the keys of the words for a verdict. A step has none: its number says it.
var verdictKeys = map[string]string{
	"yes": "quiz_yes", "not-yet": "quiz_not_yet", "clue": "spot_clue", "harmless": "spot_harmless", "bin": "deck_bin",
}

// why shows one option and what comes of it; then is the bin that it belongs to, or the title of the scene that it leads to.
func why(v *view.Site, o view.Option, verdict, then string) slide {
	s := slide{Kind: "why", Option: &o, Verdict: verdict, Then: then, ScreenOnly: true}
	if key, ok := verdictKeys[verdict]; ok {
		s.Title = v.Text(key, i18n.Values{"bin": then})
	}
	onward := then != "" && verdict != "bin" // the bin is in the title
	if onward {
		s.Then = v.Text("deck_then", i18n.Values{"scene": then})
	}
	const lettered, pictured = 16, 18
	wide := slideWide - lettered
	if o.Picture != nil {
		wide -= pictured
	}
	s.Size = largest(textSizes, []string{o.Text, o.Feedback, then}, func(size int) bool {
		least := min(size, 60) // of the option, and of what comes of it
		high := bold.height(o.Text, least, wide) + regular.height(s.Title+" "+o.Feedback, size, slideWide-6) + 22
		if onward {
			high += 4 + bold.height(s.Then, least, slideWide)
		}
		return high <= slideHigh
	})
	return s
}

func verdict(o view.Option) string {
	if o.Right {
		return "yes"
	}
	return "not-yet"
}

// passageSize is the largest at which a text fits beside what else stands on its slide, which is so high.
func passageSize(q view.Question, rest float64) int {
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
func sideBySide(list []view.Option) bool {
	return len(list) == 3 && !slices.ContainsFunc(list, func(o view.Option) bool { return o.Picture == nil })
}

// optionsHigh is how high options stand, as rows or as cards, with something to the right of each row or below each card.
func optionsHigh(list []view.Option, cards bool, size int, right, below float64) (total float64) {
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
