package main

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/english"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/kind"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/words"
)

// siteTitle is the title that is proposed for the site.
const siteTitle = "Safe online"

// name sets the name of the school in school.yaml, with what follows from it. What somebody set there stays, unless an answer says the name.
func (i *importing) name() {
	s := &i.school
	if folder.IsTrust(i.env.school) { // each school has its own name
		s.Site.Value = cmp.Or(s.Site.Value, siteTitle)
		return
	}
	guess := english.Capital(strings.ReplaceAll(path.Base(i.env.school), "-", " "))
	now := i.draft.Name
	if now == "" {
		now = guess
	}
	said := slices.ContainsFunc(i.record.Answers, func(a model.Answered) bool { return model.Ask(a.Ask.Value) == model.WhichName })
	proposed := proposedFor(s.Name.Value)
	if s.Name.Value == "" || said && i.draft.Name != "" || s.Name.Value == guess {
		s.Name.Value = now
	}
	i.ofAnother(said)
	follows := proposedFor(s.Name.Value)
	for _, f := range []struct {
		of       *diag.Text
		was, now string
	}{{&s.Short, proposed.short, follows.short}, {&s.Slug, proposed.slug, follows.slug}, {&s.Site, "", siteTitle}} {
		if f.of.Value == "" || f.was != "" && f.of.Value == f.was {
			f.of.Value = f.now
		}
	}
}

// ofAnother warns of files that name another school than the one that the folder has, unless somebody has said its name.
func (i *importing) ofAnother(said bool) {
	own, found := i.school.Name.Value, i.draft.Name
	if said || found == "" || within(own, found) || within(found, own) {
		return
	}
	line := i.draft.Lines[i.draft.Named]
	i.faults.Add(diag.Fault{
		Pos: diag.WholeFile(i.sources[line.Source].Name), Code: diag.OtherSchool,
		Message: fmt.Sprintf("the file names %s (%s: “%s”), and %s is the folder of %s", found, line.Block.Place, shortLine(line.Block.Text()), i.env.school, own),
		Hint: fmt.Sprintf("if it is the file of another school, take back what changed here, and import it with --school schools/%s; if not, write into %s/import.yaml, below answers: - { ask: name, about: school, answer: %q }",
			proposedFor(found).slug, i.env.school, own),
	})
}

// within reports whether a name is part of another, as "Elm Lane Primary" is of "Elm Lane Primary School".
func within(name, other string) bool { return strings.Contains(words.Fold(other), words.Fold(name)) }

type proposal struct{ short, slug string }

// proposedFor returns the short name and the slug of a school: "Elm Lane Primary" and "elm-lane" for Elm Lane Primary School.
func proposedFor(name string) (p proposal) {
	if name == "" {
		return p
	}
	p.short = strings.TrimSpace(strings.TrimSuffix(name, " School"))
	var own []string
	for _, word := range strings.Fields(name) {
		if plain := strings.Trim(word, ",.()"); !slices.Contains(common, strings.ToLower(plain)) {
			own = append(own, strings.NewReplacer("'", "", "’", "").Replace(plain))
		}
	}
	p.slug = kind.MakeID(strings.Join(own, " "))
	if p.slug == "" {
		p.slug = "school"
	}
	return p
}

// common are words of the names of many schools.
var common = strings.Fields("school primary junior infant infants nursery academy the and & of church england c e ce rc catholic voluntary aided controlled")
