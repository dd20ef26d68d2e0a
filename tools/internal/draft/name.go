package draft

import (
	"regexp"
	"slices"
	"strings"
)

// schoolName matches the name of a school.
var schoolName = regexp.MustCompile(`((?:(?:[A-Z][\pL'’]*\.?|C\.?\s?of\s?E\.?|\([A-Z]{1,3}\)|&)[ -]|(?:and|of|the|on|in|de|upon)[ -])*[A-Z][\pL'’]+\.? (?:\([A-Z]{1,3}\) )?(?:Primary|Infants?|Juniors?|First|Middle|Nursery|Community|Preparatory|Prep|Catholic|C\.?P\.?|V\.?A\.?|V\.?C\.?|JMI|CE|C of E|Church of England|Village|Church)(?: (?:and|&) (?:Nursery|Infants?|Juniors?|Primary|Pre-?[Ss]chool))?(?: (?:Voluntary|Aided|Controlled|Primary|Community|CE|RC|Infants?|Juniors?|Nursery))* (?:School|Academy)(?: (?:and|&) Nursery)?)`)

// beginnings are words with a capital that stand before a name and are no part of it.
var beginnings = []string{"Primary", "Infant", "Junior", "School", "Whole", "Your", "This", "Each", "Any", "Every", "Outside", "After", "At", "The", "Welcome", "To", "For", "Of", "In", "From", "All", "By", "Our", "and", "of", "the", "on", "in"}

// anySchool matches what may be the name of a school, where nothing says what kind of school it is.
var anySchool = regexp.MustCompile(`(?:[A-Z][\pL'’]+\.? )+(?:School|Academy)`)

// named finds the names of schools, the one that is there most often first, and the line of each.
func named(list []*piece, form *regexp.Regexp) (found []string, first map[string]int) {
	counts := map[string]int{}
	first = map[string]int{}
	for _, p := range list {
		for _, name := range form.FindAllString(titled(p.text), -1) {
			words := strings.Fields(name)
			for len(words) > 2 && slices.Contains(beginnings, words[0]) {
				words = words[1:]
			}
			if name = strings.Join(words, " "); slices.Contains(beginnings, words[0]) || bracketed.MatchString(p.text) && strings.Contains(bracketed.FindString(p.text), name) {
				continue
			}
			if counts[name]++; counts[name] == 1 {
				found = append(found, name)
				first[name] = p.lines[0]
			}
		}
	}
	slices.SortStableFunc(found, func(a, b string) int { return counts[b] - counts[a] })
	return distinct(found), first
}

// name finds the name of the school.
func (m *maker) name(list []*piece) (found []string, first map[string]int) {
	if found, first = named(list, schoolName); len(found) == 0 {
		found, first = named(list, anySchool)
	}
	if len(found) > 0 {
		m.draft.Name, m.draft.Named = found[0], first[found[0]]
	}
	if said := m.answer(WhichName, theSchool, nil); said != "" {
		m.draft.Name = said
	}
	return found, first
}

// theSchool is what the question of its name is about.
const theSchool = "school"

// askName asks what the school is called if no name was found, or two.
func (m *maker) askName(list []*piece) {
	found, first := m.name(list)
	q := Question{Ask: WhichName, Line: -1, About: theSchool, Text: "What is the school called?", Why: "the files do not name it"}
	for i, name := range found {
		q.Options = append(q.Options, Option{name, name, i == 0})
	}
	if len(found) > 0 {
		q.Line, q.Why = first[found[0]], "the files name more than one school"
	}
	if len(found) != 1 || m.answer(WhichName, theSchool, nil) != "" {
		m.ask(q, nil)
	}
}

// titled returns a text in capitals as a title, so that a name in it is found.
func titled(text string) string {
	if !inCapitals(text) {
		return text
	}
	words := strings.Fields(strings.ToLower(text))
	for i, w := range words {
		if r := []rune(w); w != "of" && w != "and" && w != "the" {
			words[i] = strings.ToUpper(string(r[:1])) + string(r[1:])
		}
	}
	return strings.Join(words, " ")
}

// distinct drops names that are part of another, such as "Elm Primary School" beside "Elm Primary School and Nursery".
func distinct(names []string) (out []string) {
	for i, name := range names {
		within := slices.ContainsFunc(names[:i], func(o string) bool {
			return strings.Contains(strings.ToLower(o), strings.ToLower(name)) || strings.Contains(strings.ToLower(name), strings.ToLower(o))
		})
		if !within {
			out = append(out, name)
		}
	}
	return out
}
