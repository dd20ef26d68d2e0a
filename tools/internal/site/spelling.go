package site

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/english"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/spelling"
	"safeonline/tools/internal/words"
)

// spelt matches a word with its apostrophes and hyphens.
var spelt = regexp.MustCompile(`[\pL\pN]+(?:['-][\pL\pN]+)*`)

// ownWords collects the words that are right although the list of British words lacks them: the names of the cast, and those of
// data/library/spelling.yaml.
func (c *checker) ownWords() {
	c.right = map[string]bool{}
	add := func(t diag.Text) {
		for _, word := range spelt.FindAllString(words.Straight(t.Value), -1) {
			c.right[strings.ToLower(word)] = true
		}
	}
	for _, who := range c.data.Cast {
		add(who.Name)
	}
	for _, s := range c.data.Spelling {
		for _, word := range s.Words {
			add(word)
		}
	}
}

// spelling reports the words of a lesson that no list has. The same word is reported once in a lesson.
func (c *checker) spelling(l model.Lesson) {
	seen := map[string]bool{}
	for _, t := range slices.Concat(titleWords(l), pupilWords(l), teacherWords(l)) {
		text := words.Straight(t.Value)
		for _, at := range spelt.FindAllStringIndex(text, -1) {
			word := text[at[0]:at[1]]
			if seen[word] || c.isRight(word) {
				continue
			}
			seen[word] = true
			hint := "if it is right, add it to data/library/spelling.yaml"
			if similar := spelling.Suggest(word); len(similar) > 0 {
				hint = fmt.Sprintf("did you mean %s? %s", strings.Join(similar, ", "), "If not, add it to data/library/spelling.yaml")
			}
			c.faults.Add(diag.Fault{
				Pos: within(t, at[0], regexp.MustCompile(`(`+words.Pattern(word)+`)`)), Code: diag.Misspelt,
				Message: fmt.Sprintf("no list of British words has %q", word),
				Hint:    hint,
			})
		}
	}
}

// isRight reports whether a word is spelt rightly, or all parts of one with hyphens, where names may be in small letters: the name of a file
// has them.
func (c *checker) isRight(word string) bool {
	parts := strings.Split(word, "-")
	for _, part := range parts {
		if !c.isWord(part) && (len(parts) == 1 || !c.isWord(english.Capital(part))) {
			return false
		}
	}
	return true
}

// isWord reports whether a word without hyphens is spelt rightly, as it is or without the s of its owner. The name of a user, such as
// MudKing9, a number, and a single letter always are.
func (c *checker) isWord(word string) bool {
	owner := strings.TrimSuffix(word, "'s")
	if strings.ContainsFunc(owner, unicode.IsDigit) || isUserName(owner) && owner != strings.ToUpper(owner) || len([]rune(owner)) == 1 {
		return true
	}
	return c.right[strings.ToLower(owner)] || spelling.IsKnown(owner) || spelling.IsKnown(word)
}

// titleWords returns the titles in a lesson, and its key words.
func titleWords(l model.Lesson) (texts []diag.Text) {
	for _, s := range l.Story {
		texts = append(texts, s.Title)
	}
	for _, q := range slices.Concat(l.Quiz, l.Slip) {
		texts = append(texts, q.Title)
		for _, s := range q.Scenes {
			texts = append(texts, s.Title)
		}
	}
	for _, w := range l.Words {
		texts = append(texts, w.Term)
	}
	return texts
}
