package site

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/kind"
	"safeonline/tools/internal/model"
)

var (
	digits = regexp.MustCompile(`^\d+$`)

	// hues are the colours of pages; each is a value of the attribute data-hue in assets/css.
	hues          = namesOf("coral", "amber", "leaf", "sky", "plum")
	roles         = namesOf("setting", "person", "face", "thing")
	posts         = namesOf(model.Roles...)
	audiences     = namesOf("pupils", "adults")
	certainty     = namesOf("certain", "high", "medium", "unknown")
	documentKinds = namesOf("policy", "agreement")
	// reserved are slugs that other pages use, or will use.
	reserved = []string{"index", "mix", "place", "present", "print", "certificate"}
)

// oneOf reports a value that is not one of the allowed words.
func (c *checker) oneOf(value diag.Text, words *names) {
	if value.Value != "" {
		c.known(diag.UnknownWord, "value", value, words, "use one of "+strings.Join(words.list, ", "))
	}
}

// lists checks the short lists that lessons refer to: pictures, cast, misconceptions, topics, help.
func (c *checker) lists() {
	seen := map[string]diag.Pos{}
	for _, p := range c.data.Pictures {
		if c.unique(seen, "picture", p.Emoji) {
			c.site.pictures[p.Emoji.Value] = p
			c.toneless[withoutTone(p.Emoji.Value)] = p.Emoji.Value
		}
		c.oneOf(p.Role, roles)
	}
	c.speakers = map[string]*names{}
	stages := c.stageIDs()
	for _, s := range stages.list {
		c.speakers[s] = namesOf()
	}
	stages.add("all")
	seen = map[string]diag.Pos{}
	for _, p := range c.data.Cast {
		if c.unique(seen, "name", p.Name) {
			c.site.cast[p.Name.Value] = p
		}
		c.oneOf(p.Stage, stages)
		for stage, speakers := range c.speakers {
			if p.Stage.Value == "all" || p.Stage.Value == stage {
				speakers.add(p.Name.Value)
			}
		}
		c.picture(p.Picture)
	}
	seen = map[string]diag.Pos{}
	for _, m := range c.data.Misconceptions {
		c.unique(seen, "misconception", m.ID)
		c.misconceptions.add(m.ID.Value)
	}
	seen = map[string]diag.Pos{}
	for _, t := range c.data.Topics {
		c.unique(seen, "topic", t.ID)
		c.topics.add(t.ID.Value)
	}
	seen = map[string]diag.Pos{}
	for _, h := range c.data.Help {
		c.unique(seen, "route", h.ID)
		c.oneOf(h.Audience, audiences)
		c.oneOf(h.Sure, certainty)
		c.hours(h.Hours)
	}
}

// leastSources is how many pages must agree on the hours of a service.
const leastSources = 2

// hours checks that several pages have the hours of a service: a child who rings in vain may not try again.
func (c *checker) hours(h *model.Hours) {
	if h == nil {
		return
	}
	different := map[string]bool{}
	for _, s := range h.Sources {
		different[s.Value] = true
	}
	if len(different) < leastSources {
		c.faults.Add(diag.Fault{
			Pos: h.Pos, Code: diag.TooFew,
			Message: "the hours need two sources that agree",
			Hint:    "add the address of another page that has the same hours to sources, or delete the hours",
		})
	}
}

// documents checks ids, themes and errata of the policy and its agreements.
func (c *checker) documents() {
	c.kindsOfDocuments()
	c.ordersOfDocuments()
	ids := map[string]diag.Pos{} // all are on the page of the policy
	for _, d := range c.data.Documents {
		c.unique(ids, "document", d.ID)
	}
	for i, d := range c.data.Documents {
		ids := ids
		if d.IsPolicy() && i > 0 { // a second policy is reported, and its ids may be those of the first
			ids = map[string]diag.Pos{}
		}
		themes := map[string]diag.Pos{}
		for _, t := range d.Themes {
			c.unique(themes, "theme", t.ID)
			c.oneOf(t.Hue, hues)
		}
		for _, s := range d.Sections {
			c.anchor(ids, "section", s.ID)
			for _, p := range slices.Concat(s.Passages, s.Closing) {
				c.errata(p.Text, p.Errata)
				c.longWord(p.Text)
			}
			c.longWord(s.Stem)
			if s.Stem.Value != "" && len(s.Clauses) == 0 {
				c.faults.Add(diag.Fault{
					Pos: s.Stem.Pos, Code: diag.StemWithoutClauses,
					Message: "the stem has no clauses that go on from it",
					Hint:    "add clauses to the section, or make the stem a passage",
				})
			}
			c.say(s.Stem.Value, s.Clauses)
			c.marks(s.Clauses)
		}
		for cl := range d.AllClauses() {
			if len(cl.Clauses) > 0 {
				c.divided(*cl)
			}
			c.anchor(ids, "clause", cl.ID)
			c.errata(cl.Text, cl.Errata)
			for _, t := range []diag.Text{cl.Text, cl.Title, cl.Plain} {
				c.longWord(t)
			}
		}
	}
	c.fillDocuments()
}

// divided reports fields that a clause has no use for, because its parts have them.
func (c *checker) divided(cl model.Clause) {
	const why = "its parts have their own"
	for name, value := range map[string]diag.Text{"slug": cl.Slug, "title": cl.Title, "plain": cl.Plain, "picture": cl.Picture, "theme": cl.Theme} {
		if value.Value != "" {
			c.idle(diag.Text{Value: name, Pos: value.Pos}, why)
		}
	}
	if cl.Lesson != nil {
		c.idle(diag.Text{Value: "lesson", Pos: cl.Lesson.Pos}, why)
	}
}

// anchor checks an id that becomes an anchor in the policy's page: sections and clauses share that page.
func (c *checker) anchor(ids map[string]diag.Pos, what string, id diag.Text) {
	if id.Value == "" {
		return
	}
	c.unique(ids, what, id)
}

// errata checks that the words of each erratum are in its text exactly once, and that no two errata overlap.
func (c *checker) errata(text diag.Text, errata []model.Erratum) {
	for i, e := range errata {
		was := e.Was.Value
		if n := strings.Count(text.Value, was); n != 1 && was != "" {
			message := fmt.Sprintf("the words %q are not in the text", was)
			if n > 1 {
				message = fmt.Sprintf("the words %q are in the text %d times, and must be there exactly once", was, n)
			}
			c.faults.Add(diag.Fault{
				Pos: e.Was.Pos, Code: diag.ErratumNotFound,
				Message: message,
				Hint:    "copy the mistake and a word beside it from the text above",
			})
			continue
		}
		at := strings.Index(text.Value, was)
		for _, other := range errata[:i] {
			from := strings.Index(text.Value, other.Was.Value)
			if from >= 0 && from < at+len(was) && at < from+len(other.Was.Value) {
				c.faults.Add(diag.Fault{
					Pos: e.Was.Pos, Code: diag.ErrataOverlap,
					Message: fmt.Sprintf("this erratum and %q correct the same words", other.Was.Value),
					Hint:    "combine the two",
				})
			}
		}
	}
}

// frameworks checks that the frameworks have what lessons are mapped to.
func (c *checker) frameworks() {
	stages := c.stageIDs()
	items := map[string]*names{}
	for id := range (model.Mapping{}).Places() {
		items[id] = namesOf()
	}
	for _, f := range c.data.Frameworks.Frameworks {
		if items[f.ID.Value] == nil {
			c.faults.Add(diag.Fault{
				Pos: f.ID.Pos, Code: diag.UnknownFramework,
				Message: fmt.Sprintf("there is no framework %q", f.ID.Value),
				Hint:    "the frameworks are strands, computing, four-cs and rshe",
			})
			continue
		}
		for _, i := range f.Items {
			items[f.ID.Value].add(i.ID.Value)
			c.oneOf(i.Stage, stages)
			if i.Lacks.Value != "" && i.Part.Value == "" {
				c.idle(diag.Text{Value: "lacks", Pos: i.Lacks.Pos}, "only a statement, which has a part, is covered in part")
			}
		}
	}
	c.mappings = map[string]model.Mapping{}
	for _, rows := range [][]model.Mapping{c.data.Frameworks.Lessons, c.data.Mapped.Lessons} { // the school's own go before the library's
		seen := map[string]diag.Pos{}
		for _, m := range rows {
			if c.unique(seen, "lesson", m.Lesson) {
				c.mappings[m.Lesson.Value] = m
			}
			for id, mapped := range m.Places() {
				for _, n := range mapped {
					c.known(diag.UnknownStrand, "\""+id+"\" item", n, items[id], "the items are listed at the beginning of data/library/frameworks.yaml")
				}
			}
		}
	}
}

// CanBeSlug reports whether a text can be the last part of a lesson's address.
func CanBeSlug(s string) bool {
	return kind.IsID(s) && !digits.MatchString(s) && !slices.Contains(reserved, s)
}

// slug checks the last part of a lesson's address, and reports whether it is allowed.
func (c *checker) slug(s diag.Text) bool {
	before := len(c.faults)
	switch {
	case !kind.IsID(s.Value) || digits.MatchString(s.Value):
		hint := "use small letters, digits and single hyphens, with at least one letter, as in my-files"
		if id := kind.CertainID(s.Value); id != "" && !digits.MatchString(id) {
			hint = "use small letters, digits and single hyphens: " + id
		}
		c.faults.Add(diag.Fault{
			Pos: s.Pos, Code: diag.BadSlug,
			Message: fmt.Sprintf("%q cannot be part of an address", s.Value),
			Hint:    hint,
		})
	case slices.Contains(reserved, s.Value):
		c.faults.Add(diag.Fault{
			Pos: s.Pos, Code: diag.ReservedSlug,
			Message: fmt.Sprintf("the address %q is needed for another page", s.Value),
			Hint:    "choose another word",
		})
	}
	return len(c.faults) == before
}
