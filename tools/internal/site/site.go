// Package site links the contents of the files and checks them: clauses with their lessons, themes, pictures and places
// in the frameworks. Only New makes a Site, so a Site never has errors.
package site

import (
	"fmt"
	"slices"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/draw"
	"safeonline/tools/internal/english"
	"safeonline/tools/internal/model"
)

// Site is the whole content, linked and without errors.
type Site struct {
	Folder     string // of the school
	School     model.School
	History    model.History
	Stages     []model.Stage
	Topics     []model.Topic
	Documents  []model.Document
	Asked      []model.Asked
	Rules      []Rule // by stage, then by document, in the adopted order
	Help       []model.Route
	Frameworks model.Frameworks
	Cast       []model.Character

	Misconceptions []model.Misconception
	Guidance       []model.Guidance
	Standards      []model.Standard
	Expected       model.Expected
	Comparison     model.Comparison
	Year           []model.HalfTerm
	Licences       []model.Licence
	Pages          []model.Page
	Redirects      []model.Redirect
	Scenery        []model.Prop
	Files          []model.File // that are published unchanged
	Addresses      []Address    // of everything that a link can lead to

	pictures map[string]model.Picture
	cast     map[string]model.Character
	places   map[string]model.Place // by stage

	illustrated map[moment]model.Illustration
	kit         model.Kit
}

// Policy returns the policy itself.
func (s *Site) Policy() model.Document { return s.Documents[0] }

// Agreements returns the documents to sign.
func (s *Site) Agreements() []model.Document { return s.Documents[1:] }

// LeaveOut takes a file that is published unchanged out of the site.
func (s *Site) LeaveOut(f model.File) {
	s.Files = slices.DeleteFunc(s.Files, func(other model.File) bool { return other.Path == f.Path })
	s.Addresses = slices.DeleteFunc(s.Addresses, func(a Address) bool { return a.URL == "/"+f.Path })
}

// Draw returns an illustration as an SVG file.
func (s *Site) Draw(of model.Illustration) []byte { return draw.SVG(of, s.kit, s.cast) }

// DrawInInk returns an illustration as an SVG file in black ink on white paper.
func (s *Site) DrawInInk(of model.Illustration) []byte { return draw.InInk(s.Draw(of)) }

// DrawWhole returns an illustration as an SVG file that has a shape of its own, 4:3.
func (s *Site) DrawWhole(of model.Illustration) []byte { return draw.Whole(of, s.kit, s.cast) }

// DrawGround returns the ground of a place as an SVG file.
func (s *Site) DrawGround(p *Place) []byte { return draw.Ground(s.kit.Grounds[p.Ground.Value]) }

// DrawThing returns a thing of a place as an SVG file: as it is, and beside that its outline.
func (s *Site) DrawThing(t model.Thing) []byte { return draw.Thing(t, s.kit, s.cast) }

// DrawToColour returns a place with all its things as an SVG file, in outlines.
func (s *Site) DrawToColour(p *Place) []byte {
	var things []model.Thing
	for _, spot := range p.Spots {
		things = append(things, spot.Thing)
	}
	return draw.ToColour(s.kit.Grounds[p.Ground.Value], things, s.kit, s.cast)
}

// Kit returns what pictures are put together from.
func (s *Site) Kit() model.Kit { return s.kit }

// Picture returns the picture of an emoji that passed the checks. An empty emoji has none.
func (s *Site) Picture(emoji diag.Text) (model.Picture, bool) {
	p, ok := s.pictures[emoji.Value]
	return p, ok
}

// Speaker returns a member of the cast by name.
func (s *Site) Speaker(name diag.Text) (model.Character, bool) {
	c, ok := s.cast[name.Value]
	return c, ok
}

// Published returns adopted words as they are published, with each erratum corrected. The words of checked errata are
// each in the text once, so their order does not matter.
func Published(text diag.Text, errata []model.Erratum) string {
	var pairs []string
	for _, e := range errata {
		pairs = append(pairs, e.Was.Value, e.Now.Value)
	}
	return strings.NewReplacer(pairs...).Replace(text.Value) // never within a correction
}

// New links and checks the data. It returns all faults; the site is nil if one of them is an error.
func New(data model.Data) (*Site, diag.List) {
	c := newChecker(data)
	c.run(func(step) bool { return true })
	if c.faults.Failed() {
		return nil, c.faults
	}
	return c.site, c.faults
}

// CheckLibrary checks what every school shares, by itself. New does so too, unless the data say that it is sound.
func CheckLibrary(data model.Data) diag.List {
	c := newChecker(data)
	c.run(func(s step) bool { return s.shared })
	return c.faults
}

func newChecker(data model.Data) *checker {
	return &checker{data: data, site: &Site{
		Folder:     data.Folder,
		School:     data.School,
		History:    data.History,
		Stages:     data.Stages,
		Topics:     data.Topics,
		Documents:  data.Documents,
		Asked:      data.Asked,
		Help:       data.Help,
		Frameworks: data.Frameworks,
		Cast:       data.Cast,

		Misconceptions: data.Misconceptions,
		Guidance:       data.Guidance,
		Standards:      data.Standards,
		Expected:       data.Expected,
		Comparison:     data.Comparison,
		Year:           data.Year,
		Licences:       data.Licences,
		Pages:          data.Pages,
		Redirects:      data.Redirects,
		Scenery:        data.Scenery,
		Files:          data.Files,

		pictures: map[string]model.Picture{},
		cast:     map[string]model.Character{},
		places:   map[string]model.Place{},
		kit:      data.Kit,
	}, stages: map[string]model.Stage{}, toneless: map[string]string{}, misconceptions: namesOf(), topics: namesOf(), props: namesOf(), urls: namesOf(), kitThings: namesIn(data.Kit.Things)}
}

// step checks a part of the content. A shared one is on the library alone, and needs nothing of a school.
type step struct {
	of     string // the file or folder with the content
	shared bool
	run    func()
}

// run takes the steps that it is asked to, in their order: each may need what those before it found.
func (c *checker) run(takes func(step) bool) {
	own := func(name string) string { return c.data.Folder + "/" + name }
	for _, s := range []step{
		{"data/library/stages.yaml", true, c.stageList}, {"data", true, c.lists}, {own("school.yaml"), false, c.school}, {own("history.yaml"), false, c.history},
		{"data/library/wording.yaml", true, c.wordings}, {"data/library/spelling.yaml", true, c.ownWords}, {"data/library/frameworks.yaml", true, c.frameworks},
		{"data/library", true, c.collect}, {"data/library/topics.yaml", true, c.topicList}, {"data/library/places.yaml", true, c.places}, {own("policy"), false, c.documents},
		{"data/library/asked.yaml", true, c.asked}, {own("policy"), false, c.answers}, {own("policy"), false, c.rules}, {own("history.yaml"), false, c.reasons},
		{"data/library/expected.yaml", true, c.expected}, {"data/library/childrens-code.yaml", true, c.standards}, {own("expected.yaml"), false, c.comparison},
		{"content/lessons", true, c.lessons}, {"data/library/illustrations", true, c.illustrations}, {"content/lessons", true, c.repeated}, {"content/lessons", false, c.again},
		{"content/lessons", true, c.balance}, {"content/lessons", true, c.waive}, {"data/library/scenery.yaml", true, c.scenery}, {"content", false, c.prose},
		{"content", false, c.addresses}, {"content", false, c.sections}, {own("redirects.yaml"), false, c.redirects}, {"content", false, c.links},
		{own("import.yaml"), false, c.imported}, {own("policy"), false, c.reviews},
	} {
		if takes(s) {
			c.faults.Guard(diag.WholeFile(s.of), s.run)
		}
	}
	c.tellPlaces()
}

type checker struct {
	data           model.Data
	site           *Site
	stages         map[string]model.Stage
	toneless       map[string]string // the emoji that has a picture, by the same emoji without a skin tone
	misconceptions *names
	topics         *names
	phrasebooks    []phrasebook
	speakers       map[string]*names       // by stage
	library        map[string]model.Lesson // by stage and name, as in "STAGE/passwords"
	lessonsOf      map[string]*names       // the names of the lessons, by stage
	props          *names                  // of the scenery
	kitThings      *names                  // of the kit
	right          map[string]bool         // words that are spelt rightly although no list has them
	urls           *names                  // of everything that a link can lead to
	taken          map[string]Address      // the same in small letters, for hosts that ignore case
	astray         bool                    // because of a fault, the addresses of some pages are unknown
	guesses        int                     // for how many links a similar address was searched
	mappings       map[string]model.Mapping
	missed         map[lookup]*miss
	faults         diag.List
}

// unique reports a name that is in a list twice, and returns whether it is the first.
func (c *checker) unique(seen map[string]diag.Pos, what string, id diag.Text) bool {
	if first, ok := seen[id.Value]; ok {
		c.faults.Add(diag.Fault{
			Pos: id.Pos, Code: diag.DuplicateID,
			Message: fmt.Sprintf("the %s %q is already at %s", what, id.Value, first),
			Hint:    "rename one of them",
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

// known reports a name that is not one of those allowed, and returns whether it is.
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

// lookup is a name that was searched in a list. A nil list is that of the pictures.
type lookup struct {
	code diag.Code
	name string
	in   *names
}

// miss is a name that is not in its list, and its fault. Most likely the name is misspelt in the list, and used in many
// places: that is one mistake, and one fault.
type miss struct {
	fault int // the index of the checker's fault
	more  []diag.Pos
}

// first reports whether a name is missing from a list for the first time, and notes its other places.
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

// tellPlaces adds the other places of an unknown name to its fault.
func (c *checker) tellPlaces() {
	for _, met := range c.missed {
		switch n := len(met.more); {
		case n == 1:
			c.faults[met.fault].Message += fmt.Sprintf(" (nor at %s)", met.more[0])
		case n > 1:
			c.faults[met.fault].Message += fmt.Sprintf(" (nor at %s and %s more)", met.more[0], english.Count(n-1, "place"))
		}
	}
}

// picture reports an emoji that has no picture.
func (c *checker) picture(emoji diag.Text) {
	if _, ok := c.site.pictures[emoji.Value]; ok || emoji.Value == "" {
		return
	}
	if !c.first(diag.UnknownPicture, emoji, nil) {
		return
	}
	hint := "add it to data/library/pictures.yaml, or use one that is there"
	if other := c.toneless[withoutTone(emoji.Value)]; other != "" {
		hint = "use " + other + ", which has another skin tone"
	}
	if isWord := !strings.ContainsFunc(emoji.Value, func(r rune) bool { return r >= 0x80 }); isWord {
		hint = "write one of the emoji in data/library/pictures.yaml" + c.named(emoji.Value)
	}
	c.faults.Add(diag.Fault{
		Pos: emoji.Pos, Code: diag.UnknownPicture,
		Message: fmt.Sprintf("there is no picture for %s", emoji.Value),
		Hint:    hint,
	})
}

// named returns ": " and the emoji whose picture has a name, or "" if none has.
func (c *checker) named(word string) string {
	name := strings.Trim(strings.ToLower(word), ":")
	for _, p := range c.data.Pictures {
		if name == strings.TrimSuffix(p.File.Value, ".svg") || name == p.File.Value || name == strings.ToLower(p.Alt.Value) {
			return ": " + p.Emoji.Value
		}
	}
	return ""
}

// withoutTone removes the five marks of skin tone.
func withoutTone(emoji string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x1f3fb && r <= 0x1f3ff {
			return -1
		}
		return r
	}, emoji)
}
