package draft

import (
	"regexp"
	"strings"
	"unicode"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/spelling"
)

var (
	spelt  = regexp.MustCompile(`[\pL\pN@./_:]*[\pL\pN]+(?:['’-][\pL\pN]+)*[@/_:]?`)
	within = regexp.MustCompile(`[\pL]+(?:['’][\pL]+)*`)
)

// errata asks about slips of spelling in a text, and returns the corrections that somebody wants.
func (m *maker) errata(text string, line int) (list []model.Erratum) {
	for _, at := range m.slips(text) {
		was := text[at[0]:at[1]]
		var options []Option
		for i, now := range m.corrections(was) {
			value := now
			if i == 0 {
				value = correctIt
			}
			options = append(options, Option{value, now, i == 0})
		}
		answer := m.ask(Question{
			Ask: WhichSpelling, Line: line, About: was, Text: "Is this a slip of spelling?", Options: append(options, Option{keepIt, "It is right", false}),
			Why: "no list of British words has it",
		}, nil)
		switch answer {
		case "", keepIt:
			continue
		case correctIt:
			answer = options[0].Label
		}
		if e, ok := erratum(text, at, answer); ok {
			list = append(list, e)
		}
	}
	return list
}

// erratum makes a correction whose words are in the text once.
func erratum(text string, at []int, now string) (e model.Erratum, ok bool) {
	from, to := at[0], at[1]
	for strings.Count(text, text[from:to]) != 1 {
		if from == 0 && to == len(text) {
			return e, false
		}
		from = strings.LastIndex(strings.TrimRight(text[:from], " "), " ") + 1
		if next := strings.Index(strings.TrimLeft(text[to:], " "), " "); next < 0 {
			to = len(text)
		} else {
			to = len(text) - len(strings.TrimLeft(text[to:], " ")) + next
		}
	}
	e.Was.Value = text[from:to]
	e.Now.Value = text[from:at[0]] + now + text[at[1]:to]
	return e, true
}

// slips finds words that are misspelt, and words that are there twice.
func (m *maker) slips(text string) (list [][]int) {
	last := ""
	for _, at := range spelt.FindAllStringIndex(text, -1) {
		whole := text[at[0]:at[1]]
		if strings.ContainsAny(whole, "@/_:.") || strings.ContainsFunc(whole, unicode.IsDigit) {
			last = ""
			continue
		}
		if len(list) == 0 || list[len(list)-1][1] <= at[0] {
			if before := strings.TrimRight(text[:at[0]], " "); strings.EqualFold(last, whole) && strings.HasSuffix(before, last) && len(whole) > 1 && !strings.EqualFold(whole, "that") && !strings.EqualFold(whole, "had") {
				list = append(list, []int{len(before) - len(last), at[1]})
				continue
			}
		}
		last = whole
		for _, part := range within.FindAllStringIndex(whole, -1) {
			if word := whole[part[0]:part[1]]; m.misspelt(word) {
				list = append(list, []int{at[0] + part[0], at[0] + part[1]})
			}
		}
	}
	return list
}

// mostSlips is how many unknown words are looked at. More of them are no slips: the file is in another language.
const mostSlips = 200

// misspelt reports whether a word in small letters is in no list, and is nearly one that is.
func (m *maker) misspelt(word string) bool {
	straight := strings.TrimSuffix(strings.ReplaceAll(word, "’", "'"), "'s")
	if len(word) < 4 || !startsLow(word) || strings.ToLower(word) != word || m.right[straight] || spelling.IsKnown(straight) {
		return false
	}
	slip, known := m.slipped[straight]
	if !known && len(m.slipped) < mostSlips {
		slip = len(spelling.Suggest(straight)) > 0
		m.slipped[straight] = slip
	}
	return slip
}

// corrections returns what may be meant.
func (m *maker) corrections(was string) []string {
	if first, second, twice := strings.Cut(was, " "); twice && strings.EqualFold(first, second) {
		return []string{first}
	}
	return spelling.Suggest(strings.ReplaceAll(was, "’", "'"))
}

// ownWords are those of the library that no list of British words has.
func ownWords(lib model.Data) map[string]bool {
	right := map[string]bool{}
	add := func(texts []diag.Text) {
		for _, t := range texts {
			for _, w := range wordsOf(t.Value) {
				right[w] = true
			}
		}
	}
	for _, s := range lib.Spelling {
		add(s.Words)
	}
	for _, t := range lib.Topics {
		add(t.Words)
	}
	for _, w := range modern {
		right[w] = true
	}
	return right
}

// modern are words of schools' policies that are right and younger than the list.
var modern = strings.Fields(`ict online offline email emails internet blog blogs blogging vlog vlogs website websites webpage webpages webcam webcams app apps wifi safeguarding
	cyberbullying cyberbully cyber login logon logins username usernames screenshot screenshots smartwatch smartwatches smartphone smartphones chatbot chatbots livestream
	livestreaming podcast podcasts tweet tweets selfie selfies sexting headteacher headteachers carer carers malware phishing ipad ipads ebook intranet multimedia esafety
	social media emoji emojis messaging hashtag whistleblowing timetable filesharing touchscreen laptop laptops chromebook chromebooks deepfake deepfakes ai`)
