package export

import (
	"fmt"
	"strings"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
)

// qti is a package of QTI 2.2 (https://www.imsglobal.org/question/), for learning platforms and test players: an item for each question,
// and a test that has them all. A chat has no item: what it says next depends on the reply.
var qti = Format{
	ID: "qti", For: "platform", Ending: "-qti.zip",
	Kinds: []model.Kind{quiz.Choice, quiz.Several, quiz.Order, quiz.Sort, quiz.Match, quiz.Gaps, quiz.Spot},
	limit: unlikeGaps,
	make: func(d Draft) ([]byte, error) {
		files := []File{{"imsmanifest.xml", qtiManifest(d).document()}, {"test.xml", qtiTest(d).document()}}
		for _, q := range d.Questions {
			i := item{d, q}
			files = append(files, File{i.path(), i.element().document()})
			if q.Picture != nil {
				files = append(files, File{i.picture(), q.Picture.SVG()})
			}
		}
		return pack(files)
	},
}

const qtiSpace = "http://www.imsglobal.org/xsd/imsqti_v2p2"

// qtiManifest lists what is in the package, and says where it is from.
func qtiManifest(d Draft) element {
	test := el("resource", el("file").with("href", "test.xml")).
		with("identifier", "test", "type", "imsqti_test_xmlv2p2", "href", "test.xml")
	var items []element
	for _, q := range d.Questions {
		i := item{d, q}
		r := el("resource", el("file").with("href", i.path())).
			with("identifier", i.id(), "type", "imsqti_item_xmlv2p2", "href", i.path())
		if q.Picture != nil {
			r = r.holding(el("file").with("href", i.picture()))
		}
		items = append(items, r)
		test = test.holding(el("dependency").with("identifierref", i.id()))
	}
	return el("manifest",
		el("metadata", el("schema", "QTIv2.2 Package"), el("schemaversion", "1.0.0"), d.lom()),
		el("organizations"),
		el("resources", test, items),
	).with("xmlns", "http://www.imsglobal.org/xsd/imscp_v1p1", "identifier", d.name("package"))
}

// lom returns what a catalogue wants to know of a file (IEEE 1484.12.3), with what was left out.
func (d Draft) lom() element {
	said := func(name, text string) element {
		return el(name, el("string", text).with("language", d.Language))
	}
	vocabulary := func(name, value string) element { return el(name, el("source", "LOMv1.0"), el("value", value)) }
	about := strings.Join(append([]string{d.Objective}, d.Without()...), " ")
	return el("lom",
		el("general", said("title", d.Title), el("language", d.Language), said("description", about)),
		el("rights", vocabulary("copyrightAndOtherRestrictions", "yes"), said("description", strings.Join(d.Imprint(), " "))),
	).with("xmlns", "http://ltsc.ieee.org/xsd/LOM")
}

// name returns an identifier that belongs to the lesson for ever.
func (d Draft) name(of string) string { return of + "-" + strings.ReplaceAll(d.ID, "/", "-") }

// qtiTest returns the test. Pupils have the story before its questions; teachers, where the test is from and what it lacks.
func qtiTest(d Draft) element {
	section := el("assessmentSection",
		el("rubricBlock", d.story()).with("view", "candidate"),
		el("rubricBlock", paragraphs(d.Foot())).with("view", "author proctor scorer tutor"),
	).with("identifier", "section", "title", d.Title, "visible", "true")
	for _, q := range d.Questions {
		i := item{d, q}
		section = section.holding(el("assessmentItemRef").with("identifier", i.id(), "href", i.path()))
	}
	return el("assessmentTest",
		el("testPart", section).with("identifier", "part", "navigationMode", "nonlinear", "submissionMode", "individual"),
	).with("xmlns", qtiSpace, "identifier", d.name("test"), "title", d.Title)
}

// story returns the story as paragraphs.
func (d Draft) story() (list []element) {
	for _, s := range d.Story {
		list = append(list, el("p", el("strong", s.Title)))
		for _, l := range s.Lines {
			list = append(list, l.paragraph())
		}
	}
	return list
}

// paragraph returns the line as a paragraph, with the name of whoever speaks.
func (l Line) paragraph() element {
	if l.Who == "" {
		return el("p", l.Text)
	}
	return el("p", el("strong", l.Who+":"), " "+l.Text)
}

func paragraphs(texts []string) (list []element) {
	for _, t := range texts {
		list = append(list, el("p", t))
	}
	return list
}

// item is a question with its lesson.
type item struct {
	Draft
	q Question
}

func (i item) id() string      { return i.name("item") + "-" + i.q.ID }
func (i item) path() string    { return "items/" + i.q.ID + ".xml" }
func (i item) picture() string { return "items/" + i.q.ID + ".svg" }

// option returns the identifier of an option, counted from 0; and bin, that of a bin.
func (item) option(n int) string { return fmt.Sprint("option-", n+1) }
func (item) bin(n int) string    { return fmt.Sprint("bin-", n+1) }

// response is an answer that an item asks for: the type of its values, and the right ones.
type response struct {
	id, cardinality, base string
	right                 []string
}

func (i item) element() element {
	responses := i.responses()
	var declared []element
	for _, r := range responses {
		declared = append(declared, r.declaration())
	}
	return el("assessmentItem",
		declared, qtiOutcome("SCORE", "single", "float", "0"), qtiOutcome("MAXSCORE", "single", "float", "1"),
		qtiOutcome("FEEDBACK", i.feedbacks(), "identifier", ""),
		i.body(), i.processing(responses), i.whys(),
	).with("xmlns", qtiSpace, "identifier", i.id(), "title", i.q.Title, "adaptive", "false", "timeDependent", "false",
		"xml:lang", i.Language)
}

func (r response) declaration() element {
	right := el("correctResponse")
	for _, value := range r.right {
		right = right.holding(el("value", value))
	}
	return el("responseDeclaration", right).with("identifier", r.id, "cardinality", r.cardinality, "baseType", r.base)
}

func qtiOutcome(id, cardinality, base, value string) element {
	o := el("outcomeDeclaration").with("identifier", id, "cardinality", cardinality, "baseType", base)
	if value != "" {
		o = o.holding(el("defaultValue", el("value", value)))
	}
	return o
}

// responses returns the answers that the item asks for: one, or one for each gap.
func (i item) responses() []response {
	switch i.q.Kind {
	case quiz.Choice:
		return []response{{"RESPONSE", "single", "identifier", i.right(0)}}
	case quiz.Order:
		return []response{{"RESPONSE", "ordered", "identifier", i.all()}}
	case quiz.Sort, quiz.Match:
		var pairs []string
		for n, o := range i.q.Options {
			pairs = append(pairs, i.option(n)+" "+i.bin(o.Slot-1))
		}
		return []response{{"RESPONSE", "multiple", "directedPair", pairs}}
	case quiz.Gaps:
		var list []response
		for _, s := range i.q.Passage {
			if s.Slot > 0 {
				list = append(list, response{fmt.Sprint("RESPONSE", s.Slot), "single", "identifier", i.right(s.Slot)})
			}
		}
		return list
	}
	return []response{{"RESPONSE", "multiple", "identifier", i.right(0)}}
}

// right returns the options that are right for a gap, or for all of the question.
func (i item) right(slot int) (ids []string) {
	for n, o := range i.q.Options {
		if o.Right && (slot == 0 || o.Slot == slot) {
			ids = append(ids, i.option(n))
		}
	}
	return ids
}

func (i item) all() (ids []string) {
	for n := range i.q.Options {
		ids = append(ids, i.option(n))
	}
	return ids
}

// body returns what a pupil sees: the picture of the scene that the question ends, and the question.
func (i item) body() element {
	body := el("itemBody")
	if p := i.q.Picture; p != nil {
		body = body.holding(el("p", el("img").with("src", i.q.ID+".svg", "alt", p.Alt, "width", "400", "height", "300")))
	}
	if i.q.Kind == quiz.Gaps {
		if i.q.Stem != "" {
			body = body.holding(el("p", i.q.Stem))
		}
		return body.holding(i.gaps())
	}
	return body.holding(i.interaction().with("responseIdentifier", "RESPONSE"))
}

// interaction returns what a pupil does, for the kinds that have one stem and one response.
func (i item) interaction() element {
	prompt := el("prompt", i.q.Stem)
	switch i.q.Kind {
	case quiz.Order:
		return el("orderInteraction", prompt, i.choices("simpleChoice")).with("shuffle", "false")
	case quiz.Sort, quiz.Match:
		return i.matching(prompt)
	case quiz.Spot:
		return el("hottextInteraction", prompt, i.phrases()).with("maxChoices", "0")
	case quiz.Several:
		return el("choiceInteraction", prompt, i.choices("simpleChoice")).with("shuffle", "false", "maxChoices", fmt.Sprint(i.q.Choose))
	}
	return el("choiceInteraction", prompt, i.choices("simpleChoice")).with("shuffle", "false", "maxChoices", "1")
}

// choices returns the options, in the order in which the site shows them.
func (i item) choices(name string) (list []element) {
	for _, n := range i.q.Shown {
		list = append(list, el(name, i.q.Options[n].Said()).with("identifier", i.option(n)))
	}
	return list
}

// matching asks for a bin for each option. In a match, each bin is for one.
func (i item) matching(prompt element) element {
	options, most := i.choices("simpleAssociableChoice"), "1"
	for n := range options {
		options[n] = options[n].with("matchMax", "1")
	}
	if i.q.Kind == quiz.Sort {
		most = fmt.Sprint(len(options))
	}
	var bins []element
	for _, n := range i.q.Partners {
		bins = append(bins, el("simpleAssociableChoice", i.q.Bins[n].Said()).with("identifier", i.bin(n), "matchMax", most))
	}
	return el("matchInteraction", prompt, el("simpleMatchSet", options), el("simpleMatchSet", bins)).
		with("shuffle", "false", "maxAssociations", fmt.Sprint(len(options)))
}

// phrases returns the text whose phrases are to be judged.
func (i item) phrases() element {
	text := el("p")
	for _, s := range i.q.Passage {
		if s.Slot == 0 {
			text = text.holding(s.Text)
		} else {
			text = text.holding(el("hottext", s.Text).with("identifier", i.option(s.Slot-1)))
		}
	}
	return text
}

// gaps returns the text with a list of words for each gap.
func (i item) gaps() element {
	text := el("p")
	for _, s := range i.q.Passage {
		if s.Slot == 0 {
			text = text.holding(s.Text)
			continue
		}
		gap := el("inlineChoiceInteraction").with("responseIdentifier", fmt.Sprint("RESPONSE", s.Slot), "shuffle", "false")
		for _, n := range i.q.Shown {
			if o := i.q.Options[n]; o.Slot == s.Slot {
				gap = gap.holding(el("inlineChoice", o.Said()).with("identifier", i.option(n)))
			}
		}
		text = text.holding(gap)
	}
	return text
}

// feedbacks says whether a pupil is told one why or several.
func (i item) feedbacks() string {
	if i.q.Kind == quiz.Choice {
		return "single"
	}
	return "multiple"
}

// processing gives a point for an answer that is right in every part, and chooses what a pupil is told.
func (i item) processing(responses []response) element {
	var right []element
	for _, r := range responses {
		right = append(right, el("match", el("variable").with("identifier", r.id), el("correct").with("identifier", r.id)))
	}
	whole := el("and", right)
	if len(right) == 1 {
		whole = right[0]
	}
	told := i.told(responses)
	set := func(points string, told element) []element {
		return []element{
			el("setOutcomeValue", el("baseValue", points).with("baseType", "float")).with("identifier", "SCORE"),
			el("setOutcomeValue", told).with("identifier", "FEEDBACK"),
		}
	}
	wrong := told
	if i.hint() {
		wrong = told.holding(value("hint"))
	}
	return el("responseProcessing", el("responseCondition",
		el("responseIf", whole, set("1", told)), el("responseElse", set("0", wrong))))
}

// told returns the options whose whys a pupil is told: those that were chosen, or all of them if each has its place. Players differ on lists
// within lists, so there are none.
func (i item) told(responses []response) element {
	list := el("multiple")
	switch i.q.Kind {
	case quiz.Order, quiz.Sort, quiz.Match:
		for _, id := range i.all() {
			list = list.holding(value(id))
		}
	case quiz.Gaps:
		for _, r := range responses {
			list = list.holding(el("variable").with("identifier", r.id))
		}
	default:
		return el("variable").with("identifier", responses[0].id)
	}
	return list
}

func value(id string) element { return el("baseValue", id).with("baseType", "identifier") }

// hint reports whether the question has a hint that belongs to no option.
func (i item) hint() bool { return i.q.Kind == quiz.Order && i.q.Hint != "" }

// whys returns the feedback to each option. Where several are told at once, each names its option.
func (i item) whys() (list []element) {
	for n, o := range i.q.Options {
		why := el("modalFeedback").with("outcomeIdentifier", "FEEDBACK", "identifier", i.option(n), "showHide", "show")
		if i.q.Kind != quiz.Choice {
			why = why.holding(el("p", el("strong", o.Said())))
		}
		list = append(list, why.holding(paragraphs(i.q.Told(o))))
	}
	if i.hint() {
		list = append(list, el("modalFeedback", el("p", i.q.Hint)).with("outcomeIdentifier", "FEEDBACK", "identifier", "hint", "showHide", "show"))
	}
	return list
}
