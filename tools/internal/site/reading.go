package site

import (
	"fmt"
	"strings"
	"sync"
	"unicode"

	"github.com/jdkato/prose/v3/summarize"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/english"
	"safeonline/tools/internal/model"
)

// Grade returns the Flesch-Kincaid grade of texts: about the year of school, minus one, in which they are read with
// ease. A text without a full stop, such as an option, is a sentence too. Syllables are counted by the library that the
// linter Vale uses; its own splitting of sentences would take most of a build's time.
func Grade(texts []string) float64 {
	var count struct{ sentences, words, syllables float64 }
	for _, t := range texts {
		for _, s := range english.Sentences(t) {
			before := count.words
			for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' }) {
				count.words++
				count.syllables += syllables(w)
			}
			if count.words > before {
				count.sentences++
			}
		}
	}
	if count.words == 0 {
		return 0
	}
	return 0.39*count.words/count.sentences + 11.8*count.syllables/count.words - 15.59
}

// counted remembers the syllables of words: counting them again in every lesson would take most of a check's time.
var counted sync.Map

func syllables(word string) float64 {
	if n, ok := counted.Load(word); ok {
		return n.(float64)
	}
	n := float64(summarize.Syllables(word))
	counted.Store(word, n)
	return n
}

// pupilWords returns the texts of a lesson that a pupil reads. The words of the rule are the school's, and left out.
func pupilWords(l model.Lesson) (texts []diag.Text) {
	for _, s := range l.Story {
		for _, line := range s.Lines {
			texts = append(texts, line.Text)
		}
	}
	for _, q := range l.Quiz {
		texts = append(texts, q.Stem, q.Short, q.Hint)
		texts = append(texts, passage(q))
		for _, b := range q.Bins {
			texts = append(texts, b.Title)
		}
		texts = append(texts, optionWords(q.Options)...)
		for _, s := range q.Scenes {
			for _, line := range s.Lines {
				texts = append(texts, line.Text)
			}
			texts = append(texts, optionWords(s.Replies)...)
		}
	}
	for _, q := range l.Slip {
		texts = append(texts, q.Stem)
		for _, o := range q.Options {
			texts = append(texts, o.Text)
		}
	}
	texts = append(texts, l.Talk...)
	texts = append(texts, l.Refrain...)
	texts = append(texts, l.Home.Ask, l.Home.Do)
	for _, w := range l.Words {
		texts = append(texts, w.Meaning)
	}
	return texts
}

func optionWords(options []model.Option) (texts []diag.Text) {
	for _, o := range options {
		texts = append(texts, o.Text, o.Feedback, o.Hint)
	}
	return texts
}

// passage joins a text with gaps or phrases. A gap has its right word.
func passage(q model.Question) diag.Text {
	t := diag.Text{Pos: q.Title.Pos}
	for i, s := range q.Passage {
		if i == 0 {
			t.Pos = s.Text.Pos
		}
		word := s.Text.Value
		for _, o := range q.Options {
			if s.Slot > 0 && o.Slot == s.Slot && o.Right {
				word = o.Text.Value
			}
		}
		t.Value += word
	}
	return t
}

// reading compares a lesson's grade with the limit of its stage.
func (c *checker) reading(l model.Lesson, stage model.Stage) {
	var texts []string
	for _, t := range pupilWords(l) {
		texts = append(texts, t.Value)
	}
	if g := Grade(texts); g > float64(stage.Grade) {
		c.faults.Add(diag.Fault{
			Pos: l.Pos, Code: diag.HardToRead,
			Message: fmt.Sprintf("the lesson reads at grade %.1f, and may read at grade %d at most in this key stage", g, stage.Grade),
			Hint:    "use shorter sentences and shorter words",
		})
	}
}
