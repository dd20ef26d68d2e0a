package draft

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"safeonline/tools/internal/english"
	"safeonline/tools/internal/match"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

// neutral is the picture of a rule whose topic is not known.
const neutral = "💻"

// say returns the whole sentence of a clause, and asks for it where it reads wrong after its stem.
func (w *written) say(p *piece, stem string, c *model.Clause, section string) string {
	text := site.Published(c.Text, c.Errata)
	if stem == "" {
		if p.say != "" && count(p.say) > 2 && finished(p.say) {
			c.Say.Value = p.say
			return p.say
		}
		return text
	}
	whole := site.Joined(stem, text)
	if !readsWrong(stem, text) && !w.nounAlone(stem, text) {
		if firstPerson.MatchString(text) {
			c.Say.Value = whole // else it would be reported
		}
		return whole
	}
	q := Question{Ask: WhichSentence, Line: p.lines[0], About: p.text, Text: "How is this said where it stands alone, as on a poster?", Why: fmt.Sprintf("with its stem it reads “%s”", whole)}
	q.Must = !speaking.MatchString(text)
	if alone := english.Capital(text); !q.Must || finished(text) {
		q.Options = append(q.Options, Option{alone, alone, !q.Must})
	}
	q.Options = append(q.Options, Option{whole, whole, false})
	if c.Say.Value = w.ask(q, nil); c.Say.Value == "" {
		c.Say.Value = likely(q.Options)
	}
	if c.Say.Value == "" {
		c.Say.Value = text
	}
	return c.Say.Value
}

var doingForm = regexp.MustCompile(`^[a-z]{2,}ing$`)

// pause is where the first part of a sentence ends.
var pause = regexp.MustCompile(`[,.;:!?(–—]|\s-\s`)

// readsWrong reports whether a text cannot go on from a stem: "I will" and "I share", "I will not" and "never share".
func readsWrong(stem, text string) bool {
	w := wordsOf(strings.TrimLeft(text, "… "))
	if len(w) == 0 || !endsWith(stem, bare) {
		return len(w) > 0 && w[0] == "i" && !endsWith(stem, matcher("that", "if", "when", "understand", "know", "agree", "promise"))
	}
	first := w[0]
	switch {
	case slices.Contains(noVerb, first):
		return !(first == "no" && len(w) > 1 && w[1] == "longer" || first == "all" && endsWith(stem, matcher("only")))
	case doingForm.MatchString(first):
		return !slices.Contains([]string{"bring", "sing", "string"}, first)
	case slices.Contains(adverbs, first):
		return endsWith(stem, limiting) // "not never", "not always"
	case first == "don't" || slices.Contains(finite, first) || first == "do" && len(w) > 1 && w[1] == "not":
		return !endsWith(stem, matcher("I", "we", "you"))
	}
	return plural(first) && !(endsWith(stem, matcher("to")) && !ofSpeaker(stem)) || states(wordsOf(pause.Split(text, 2)[0]))
}

// mostWithoutVerb is how many words a text has at most that may be a noun without a verb. A longer one has a verb that no example may have.
const mostWithoutVerb = 3

// nounAlone reports whether a few words below a stem are a noun without a verb: "I will not" and "tablet games". The library's examples tell
// verbs: none begins so.
func (m *maker) nounAlone(stem, text string) bool {
	w := wordsOf(strings.TrimLeft(text, "… "))
	return len(m.verbs) > 0 && len(w) > 0 && len(w) <= mostWithoutVerb && endsWith(stem, bare) && !slices.Contains(adverbs, w[0]) && !m.verbs[w[0]]
}

// verbsOf returns the words of the library's examples that go on from a stem, or from words that the bare form of a verb follows; and those of
// which they have the form that ends in -ing.
func verbsOf(lib model.Data) map[string]bool {
	verbs := map[string]bool{}
	for _, e := range lib.Examples {
		for _, r := range e.Rules {
			w := wordsOf(r.Value)
			for i := range w {
				if i == 0 && english.Capital(r.Value) != r.Value || i > 0 && bare.MatchString(w[i-1]) {
					verbs[w[i]] = true
				}
				if doingForm.MatchString(w[i]) {
					verbs[strings.TrimSuffix(w[i], "ing")] = true
				}
			}
		}
	}
	return verbs
}

// plural reports whether a word ends as the plural of a noun does, which no bare form of a verb does but a few.
func plural(word string) bool {
	return strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") && !slices.Contains(endInS, word)
}

// states reports whether words say something of a subject of their own, which has one word or two: "homework is", "social media is". In
// "check homework is" it is what is checked, and in "say what is" there is none.
func states(w []string) bool {
	return len(w) > 1 && slices.Contains(finite, w[1]) ||
		len(w) > 2 && slices.Contains(finite, w[2]) && !slices.Contains(clausal, w[0]) && !slices.Contains(asking, w[1])
}

// rule gives a clause what a rule for pupils has: a title, plain words, a picture, and a lesson or why there is none. All words are the
// rule's own: those that the library has on its topic are offered, as nobody has compared them with the rule.
func (w *written) rule(p *piece, whole, stem string, c *model.Clause) {
	found := w.match(whole, stem)
	c.Title.Value, c.Plain.Value, c.Picture.Value = w.ownTitle(whole), plain(whole), neutral
	if found.Topic != nil {
		c.Picture.Value = found.Picture()
	}
	line := &w.draft.Lines[w.fullest(p)]
	if proposes(found, whole) {
		line.Offer = found.Plain()
	}
	if p.picture != "" && slices.ContainsFunc(w.lib.Pictures, func(one model.Picture) bool { return one.Emoji.Value == model.BareEmoji(p.picture) }) {
		c.Picture.Value = model.BareEmoji(p.picture)
	}
	if p.name != "" {
		c.Title.Value = english.Capital(p.name)
	}
	w.titles[c.Title.Value] = true
	c.Slug.Value = w.slugs.slug(c.Title.Value)
	if c.Lesson = w.lesson(p, found); c.Lesson.Name.Value != "" {
		line.Why = found.Candidate.String()
	}
}

// anyUse matches the beginning of a stem that only says that somebody uses technology: it shows nothing of what each rule is about.
var anyUse = regexp.MustCompile(`^(?i:(?:when(?:ever)?|while|if)\s+(?:I|we|I[’']m|I\s+am|we\s+are)?\s*(?:use|using|go|going|get|work|working)\b)[^.;:]*?\s((?:I|we)\s+(?:will|must|should|shall|may|promise|agree|won[’']?t|do\s+not|don[’']?t)\b)`)

// match finds the topic of a rule. What its stem says of using technology may not decide: it is sure only if the rule shows the same without.
func (w *written) match(whole, stem string) match.Match {
	of := match.For{Audience: w.of.match, Stage: w.of.stage.ID.Value}
	found := w.matcher.Rule(whole, of)
	short := withoutUse(whole, stem)
	if short == whole {
		return found
	}
	alone := w.matcher.Rule(short, of)
	if alone.Sure && (!found.Sure || found.Topic != alone.Topic) {
		alone.Sure, alone.Lesson, alone.Why = false, "", "the words that all these rules begin with show something else"
	}
	return alone
}

// withoutUse returns a rule without the words of its stem that say only that somebody uses technology.
func withoutUse(whole, stem string) string {
	if short := afterUse(whole); len(whole)-len(short) < len(stem) {
		return short
	}
	return whole
}

// afterUse returns a rule without what says at its beginning only that somebody uses technology.
func afterUse(whole string) string {
	if m := anyUse.FindStringSubmatchIndex(whole); m != nil {
		return whole[m[2]:]
	}
	return whole
}

// fullest returns the line of a piece with most text: the number of a rule may be in a cell of its own.
func (w *written) fullest(p *piece) (line int) {
	most := -1
	for _, n := range p.lines {
		if length := len(w.draft.Lines[n].Block.Text()); length > most {
			line, most = n, length
		}
	}
	return line
}

// plain returns a sentence as plain words, which have a full stop.
func plain(whole string) string {
	whole = english.Capital(strings.TrimRight(whole, " ;,"))
	if !finished(whole) {
		whole += "."
	}
	return whole
}

var (
	subject = regexp.MustCompile(`^(?i:(?:I|we)(?:[’']ll|\s+(?:will|must|can|should|shall|may|agree\s+to|promise\s+to|understand\s+that|know\s+that|am\s+going\s+to|try\s+to|always))*|you\s+(?:must|should|will)|pupils\s+(?:will|must|should))\s+`)
	// condition is what stands before the rule itself: "When I use a tablet, I …".
	condition = regexp.MustCompile(`^(?i:when|if|before|while|whenever|at\s+(?:school|home)|in\s+school|to)\b(?:[^,]*,\s*(?:then\s+)?((?:I|we)\b)|[^.;:]*?\s((?:I|we)\s+(?:will|must|should|shall|may|promise|agree|won[’']?t|do\s+not|don[’']?t)\b))`)
	// doSo begins a rule of which only the condition says what it is about: "If I print, I will do so in colour".
	doSo     = regexp.MustCompile(`^(?i:(?:only\s+)?do\s+(?:so|this|that|it)\b)`)
	whenever = regexp.MustCompile(`^(?i:when(?:ever)?|if|before|while)\s+`)
	clipped  = regexp.MustCompile(`(?i)[,.;:(–]|\s-\s|\s(?:and|because|if|when|unless|so|or|which|who|that|but|even|in order|while)\s`)
)

// situation begins words that say when a rule is to be followed.
var situation = regexp.MustCompile(`(?i)^(?:if|when|unless|while)\b`)

const titleWords = 6

// ownTitle makes a short title of the words of a rule. Where another rule has the same, what it leaves out is what tells them apart.
func (w *written) ownTitle(whole string) string {
	title, other := titlesOf(whole)
	if w.titles[title] && other != "" {
		return other
	}
	return title
}

// titlesOf returns the title of a rule, and one of the situation that this leaves out, if there is one.
func titlesOf(whole string) (title, other string) {
	title, rest := shortTitle(whole)
	if !situation.MatchString(rest) {
		return title, ""
	}
	if other, _ = shortTitle(rest); count(other) < 3 {
		other = ""
	}
	return title, other
}

// IsTitleOf reports whether a title is one that an import makes of the words of a rule.
func IsTitleOf(title, whole string) bool {
	own, other := titlesOf(whole)
	return title != "" && (title == own || title == other)
}

// toDo returns a rule without who follows it, and without a condition before it, unless only that says what it is about.
func toDo(whole string) string {
	rule := condition.ReplaceAllString(whole, "$1$2")
	text := subject.ReplaceAllString(rule, "")
	if before := strings.TrimSuffix(whole, rule); whenever.MatchString(before) && doSo.MatchString(text) {
		return subject.ReplaceAllString(whenever.ReplaceAllString(before, ""), "")
	}
	return text
}

// shortTitle makes a short title of the words of a rule, and returns what stands after a break in them. A title that leaves out some of what
// the rule says ends with “…”: it may stand alone, and "Use my phone" is not what "I will use my phone if my teacher agrees" says.
func shortTitle(whole string) (title, after string) {
	whole = strings.TrimSpace(whole)
	text := toDo(whole)
	all := !whenever.MatchString(afterUse(whole))
	if rest, found := strings.CutPrefix(text, "not "); found {
		text = "do not " + rest
	}
	if rest, found := strings.CutPrefix(text, "am "); found {
		text = "be " + rest
	}
	if at := clipped.FindStringIndex(text); at != nil && count(text[:at[0]]) > 1 {
		text, after = text[:at[0]], strings.TrimLeft(text[at[0]:], " ,.;:(–-")
	}
	words := strings.Fields(text)
	n := len(words)
	if n > titleWords+1 { // the last word alone is not worth cutting off
		n = titleWords
	}
	for n > 2 && english.Small(strings.ToLower(words[n-1])) {
		n--
	}
	title = english.Capital(strings.TrimRight(strings.Join(words[:n], " "), ",.;:!?…–- "))
	if !all || after != "" || n < len(words) {
		title += "…"
	}
	return title, after
}

// lesson returns the lesson of a rule, or why it has none; it asks where one may fit.
func (w *written) lesson(p *piece, found match.Match) *model.LessonOf {
	stage := w.of.stage.ID.Value
	of := &model.LessonOf{}
	fits := func(answer string) bool {
		return answer == noLesson || strings.HasPrefix(answer, stage+"/") && w.known(answer)
	}
	options := w.candidates(found, stage)
	name := found.Lesson
	if name == "" && len(options) > 0 || w.answer(WhichLesson, p.text, fits) != "" {
		if name != "" {
			options = append([]Option{{name, w.lessonTitle(name), true}}, options...)
		}
		q := Question{Ask: WhichLesson, Line: w.fullest(p), About: p.text, Words: slices.Concat(found.Met, found.Next.Met), Text: "Which lesson says the same?", Options: append(options, Option{noLesson, "No lesson", len(options) == 0 || found.Sure && name == ""}), Why: found.Why}
		if q.Why == "" {
			q.Why = found.Candidate.String()
		}
		switch name = w.ask(q, fits); name {
		case noLesson:
			of.None.Value = "The school has looked: no lesson fits this rule."
			return of
		case "":
			of.None.Value = "Nobody has said yet which lesson fits this rule."
			return of
		}
	}
	switch {
	case name != "":
		of.Name.Value, of.Matched = strings.TrimPrefix(name, stage+"/"), w.answer(WhichLesson, p.text, fits) == ""
	case found.Sure:
		of.None.Value = fmt.Sprintf("There is no lesson on “%s” for %s.", found.Topic.Title, w.of.stage.Years)
	default:
		of.None.Value = "No lesson is about this rule."
	}
	return of
}

// lessonTitle names a lesson for whoever chooses.
func (w *written) lessonTitle(id string) string {
	_, name, _ := strings.Cut(id, "/")
	return english.Capital(strings.ReplaceAll(name, "-", " "))
}

// known reports whether there is a lesson.
func (w *written) known(id string) bool {
	return slices.ContainsFunc(w.lib.Lessons, func(l model.Lesson) bool { return l.Stage+"/"+l.Name == id })
}

// candidates returns the lessons on the topics that a rule may be on, the likely one first.
func (w *written) candidates(found match.Match, stage string) (out []Option) {
	for _, c := range []match.Candidate{found.Candidate, found.Next} {
		if c.Topic == nil {
			continue
		}
		for _, l := range w.lib.Lessons {
			id := l.Stage + "/" + l.Name
			if l.Stage != stage || l.Topic.Value != c.Topic.ID.Value || id == found.Lesson || slices.ContainsFunc(out, func(o Option) bool { return o.Value == id }) {
				continue
			}
			out = append(out, Option{id, w.lessonTitle(id), len(out) == 0 && !found.Sure})
		}
	}
	return out
}
