package site

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/english"
	"safeonline/tools/internal/model"
)

// How many people of the cast a child has to keep apart.
const (
	inStory  = 4
	inLesson = 6
)

// people checks how many people of the cast a lesson names.
func (c *checker) people(l model.Lesson) {
	var story, quiz []diag.Text
	for _, s := range l.Story {
		for _, line := range s.Lines {
			story = append(story, line.Who, line.Text)
		}
	}
	for _, q := range slices.Concat(l.Quiz, l.Slip) {
		quiz = append(quiz, questionWords(q)...)
	}
	c.fewNames(l.Pos, "the story", c.namedIn(story), inStory)
	c.fewNames(l.Pos, "the lesson", c.namedIn(append(story, quiz...)), inLesson)
}

func (c *checker) fewNames(at diag.Pos, where string, named []string, most int) {
	if len(named) > most {
		c.faults.Add(diag.Fault{
			Pos: at, Code: diag.ManyNames,
			Message: fmt.Sprintf("%s names %s, and may name at most %d: %s", where, english.Count(len(named), "member")+" of the cast", most, strings.Join(named, ", ")),
			Hint:    "use a name that is there already, or write \"a friend\" or \"a girl in her class\"",
		})
	}
}

// namedIn returns the members of the cast that texts name, in the order of the cast, but for those who have the name of a user.
func (c *checker) namedIn(texts []diag.Text) (named []string) {
	said := map[string]bool{}
	for _, t := range texts {
		for _, who := range c.data.Cast {
			said[who.Name.Value] = said[who.Name.Value] || hasName(t.Value, who.Name.Value)
		}
	}
	for _, who := range c.data.Cast {
		if said[who.Name.Value] && !isUserName(who.Name.Value) {
			named = append(named, who.Name.Value)
		}
	}
	return named
}

// isUserName reports whether a name is one that a user of a game has chosen, such as SkyFox or MudKing9.
func isUserName(name string) bool {
	_, size := utf8.DecodeRuneInString(name)
	return strings.ContainsFunc(name[size:], func(r rune) bool { return unicode.IsDigit(r) || unicode.IsUpper(r) }) && !strings.Contains(name, " ")
}

// hasName reports whether a text has a name, which is no part of a longer word.
func hasName(text, name string) bool {
	for rest := text; ; {
		before, after, found := strings.Cut(rest, name)
		if !found {
			return false
		}
		last, _ := utf8.DecodeLastRuneInString(before)
		next, _ := utf8.DecodeRuneInString(after)
		if !unicode.IsLetter(last) && !unicode.IsLetter(next) && !unicode.IsDigit(next) {
			return true
		}
		rest = after
	}
}

// questionWords returns the texts of a question that a pupil reads, the feedback excepted.
func questionWords(q model.Question) (texts []diag.Text) {
	texts = append(texts, q.Stem, q.Short, passage(q))
	options := q.Options
	for _, s := range q.Scenes {
		for _, line := range s.Lines {
			texts = append(texts, line.Who, line.Text)
		}
		options = append(options, s.Replies...)
	}
	for _, o := range options {
		texts = append(texts, o.Text)
	}
	return texts
}

// told reports a right option that repeats what the story says: the child need not think.
func (c *checker) told(l model.Lesson) {
	const least = 5 // words; fewer are bound to meet
	var sentences []string
	for _, s := range l.Story {
		for _, line := range s.Lines {
			for _, sentence := range english.Sentences(line.Text.Value) {
				if english.CountWords(sentence) >= least {
					sentences = append(sentences, bareWords(sentence))
				}
			}
		}
	}
	for _, q := range l.Quiz {
		for _, o := range q.Options {
			option := bareWords(o.Text.Value)
			tells := func(sentence string) bool {
				return strings.Contains(option, sentence) || english.CountWords(o.Text.Value) >= least && strings.Contains(sentence, option)
			}
			if o.Right && slices.ContainsFunc(sentences, tells) {
				c.faults.Add(diag.Fault{
					Pos: o.Pos, Code: diag.StoryTells,
					Message: fmt.Sprintf("the story says the words of this right option: %q", o.Text.Value),
					Hint:    "ask about a new case, or say it in other words",
				})
			}
		}
	}
}
