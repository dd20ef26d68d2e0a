// Package site links what the files say and checks it: clauses with their lessons, themes, pictures and places in the
// frameworks. New is the only maker of a Site, so whoever holds one holds a site without errors.
package site

import (
	"fmt"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/english"
	"safeonline/tools/internal/model"
)

// Site is the whole content, linked and without errors.
type Site struct {
	School     model.School
	Documents  []model.Document
	Rules      []Rule // those of Key Stage One, then those of Key Stage Two, in the adopted order
	Help       []model.Route
	Frameworks model.Frameworks
	Cast       []model.Character

	Misconceptions []model.Misconception
	Year           []model.HalfTerm
	Licences       []model.Licence
	Pages          []model.Page
	Redirects      []model.Redirect
	Scenery        []model.Prop
	Addresses      []Address // of everything that a link can lead to

	pictures map[string]model.Picture
	cast     map[string]model.Character
	scenery  map[string]model.Prop
}

// Rule is a clause for pupils with all that belongs to it.
type Rule struct {
	Stage   model.Stage
	Clause  model.Clause
	Theme   model.Theme
	Lesson  model.Lesson
	Again   []Recalled // questions of other lessons that come back at the end of its quiz
	Mapping model.Mapping
}

// Folder is where the pages of a stage stand: "smart" and "ks2" (the addresses of design.md).
func Folder(s model.Stage) string {
	if s == model.KS1 {
		return "smart"
	}
	return string(s)
}

// URL is the address of the rule's lesson.
func (r Rule) URL() string { return "/" + Folder(r.Stage) + "/" + r.Clause.Slug.Value + "/" }

// ByNumber is a rule's address by its number, which a child may type. It leads to the lesson.
func (r Rule) ByNumber() string { return "/" + Folder(r.Stage) + "/" + r.Clause.Mark.Value + "/" }

// Anchor is the address of the clause within the whole policy.
func (r Rule) Anchor() string { return "/policy/#" + r.Clause.ID.Value }

// Of gives the rules of a stage.
func (s *Site) Of(stage model.Stage) []Rule {
	var rules []Rule
	for _, r := range s.Rules {
		if r.Stage == stage {
			rules = append(rules, r)
		}
	}
	return rules
}

// Picture gives the picture of an emoji that passed the checks. An empty emoji has none.
func (s *Site) Picture(emoji diag.Text) (model.Picture, bool) {
	p, ok := s.pictures[emoji.Value]
	return p, ok
}

// Prop finds a picture of the scenery by its name.
func (s *Site) Prop(name diag.Text) (model.Prop, bool) {
	p, ok := s.scenery[name.Value]
	return p, ok
}

// Speaker gives a member of the cast by name.
func (s *Site) Speaker(name diag.Text) (model.Character, bool) {
	c, ok := s.cast[name.Value]
	return c, ok
}

// Published gives adopted words as they are published: with each erratum's slip corrected. Checked errata each stand in
// the text once, so their order does not matter.
func Published(text diag.Text, errata []model.Erratum) string {
	var pairs []string
	for _, e := range errata {
		pairs = append(pairs, e.Was.Value, e.Now.Value)
	}
	return strings.NewReplacer(pairs...).Replace(text.Value) // never into what it has put there
}

// New links and checks. The faults that it returns are all that it found; the site is nil if an error is among them.
func New(data model.Data) (*Site, diag.List) {
	c := checker{data: data, site: &Site{
		School:     data.School,
		Documents:  data.Documents,
		Help:       data.Help,
		Frameworks: data.Frameworks,
		Cast:       data.Cast,

		Misconceptions: data.Misconceptions,
		Year:           data.Year,
		Licences:       data.Licences,
		Pages:          data.Pages,
		Redirects:      data.Redirects,
		Scenery:        data.Scenery,

		pictures: map[string]model.Picture{},
		cast:     map[string]model.Character{},
		scenery:  map[string]model.Prop{},
	}, toneless: map[string]string{}, misconceptions: namesOf(), clauses: namesOf(), props: namesOf(), urls: namesOf()}
	for _, step := range []struct {
		file string // whose content it checks
		run  func()
	}{
		{"data", c.lists}, {"data/wording.yaml", c.wordings}, {"data/policy", c.renamed}, {"data/policy", c.documents},
		{"data/frameworks.yaml", c.frameworks}, {"data/policy", c.rules}, {"content/lessons", c.lessons},
		{"content/lessons", c.again}, {"content/lessons", c.balance}, {"content/lessons", c.waive},
		{"data/scenery.yaml", c.scenery}, {"content", c.prose}, {"content", c.addresses}, {"content", c.sections},
		{"data/redirects.yaml", c.redirects}, {"content", c.links},
	} {
		c.faults.Guard(diag.WholeFile(step.file), step.run)
	}
	c.tellPlaces()
	if c.faults.Failed() {
		return nil, c.faults
	}
	return c.site, c.faults
}

type checker struct {
	data           model.Data
	site           *Site
	toneless       map[string]string // an emoji that has a picture, by what it is without its skin tone
	misconceptions *names
	phrasebooks    []phrasebook
	speakers       map[model.Stage]*names
	clauses        *names             // ids of the clauses for pupils
	props          *names             // of the scenery
	urls           *names             // of everything that a link can lead to
	taken          map[string]Address // those, as hosts without capitals have them
	guesses        int                // how often what a link was meant to be has been looked for
	mappings       map[string]model.Mapping
	missed         map[lookup]*miss
	faults         diag.List
}

// unique reports a name that stands twice in a list, and tells whether it is the first.
func (c *checker) unique(seen map[string]diag.Pos, what string, id diag.Text) bool {
	if first, ok := seen[id.Value]; ok {
		c.faults.Add(diag.Fault{
			Pos: id.Pos, Code: diag.DuplicateID,
			Message: fmt.Sprintf("the %s %q stands at %s already", what, id.Value, first),
			Hint:    "give one of them a name of its own",
		})
		return false
	}
	seen[id.Value] = id.Pos
	return true
}

// names are the names that a value may have: quick to look up, and in order for a hint.
type names struct {
	list []string
	set  map[string]bool
}

func namesOf(list ...string) *names {
	n := &names{}
	for _, name := range list {
		n.add(name)
	}
	return n
}

func (n *names) add(name string) {
	if n.set == nil {
		n.set = map[string]bool{}
	}
	n.list = append(n.list, name)
	n.set[name] = true
}

// known reports a name that is none of those allowed.
func (c *checker) known(code diag.Code, what string, name diag.Text, allowed *names, hint string) bool {
	if allowed.set[name.Value] {
		return true
	}
	if c.first(code, name, allowed) {
		c.faults.Add(diag.Fault{
			Pos: name.Pos, Code: code,
			Message: fmt.Sprintf("there is no %s %q", what, name.Value),
			Hint:    diag.DidYouMean(name.Value, allowed.list, hint),
		})
	}
	return false
}

// lookup is a name that was looked for in a list. A nil list is that of the pictures.
type lookup struct {
	code diag.Code
	name string
	in   *names
}

// miss is a name that is not in its list, and the fault that says so. Most likely the list has it misspelt, and the name is
// used in many places: that is one slip, and one fault.
type miss struct {
	fault int // which of the checker's
	more  []diag.Pos
}

// first reports whether a name is missed in a list for the first time, and notes its further places.
func (c *checker) first(code diag.Code, name diag.Text, in *names) bool {
	key := lookup{code, name.Value, in}
	if met := c.missed[key]; met != nil {
		met.more = append(met.more, name.Pos)
		return false
	}
	if c.missed == nil {
		c.missed = map[lookup]*miss{}
	}
	c.missed[key] = &miss{fault: len(c.faults)}
	return true
}

// tellPlaces adds to the fault of an unknown name where else the name is.
func (c *checker) tellPlaces() {
	for _, met := range c.missed {
		switch n := len(met.more); {
		case n == 1:
			c.faults[met.fault].Message += fmt.Sprintf(" (nor at %s)", met.more[0])
		case n > 1:
			c.faults[met.fault].Message += fmt.Sprintf(" (nor at %s and in %s more)", met.more[0], english.Count(n-1, "place"))
		}
	}
}

// picture reports an emoji that no picture stands for.
func (c *checker) picture(emoji diag.Text) {
	if _, ok := c.site.pictures[emoji.Value]; ok || emoji.Value == "" {
		return
	}
	if !c.first(diag.UnknownPicture, emoji, nil) {
		return
	}
	hint := "data/pictures.yaml lists the pictures; add it there, or use another"
	if other := c.toneless[withoutTone(emoji.Value)]; other != "" {
		hint = "there is " + other + " (the skin tone differs)"
	}
	c.faults.Add(diag.Fault{
		Pos: emoji.Pos, Code: diag.UnknownPicture,
		Message: fmt.Sprintf("there is no picture for %s", emoji.Value),
		Hint:    hint,
	})
}

// withoutTone drops the five marks of skin tone.
func withoutTone(emoji string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x1f3fb && r <= 0x1f3ff {
			return -1
		}
		return r
	}, emoji)
}
