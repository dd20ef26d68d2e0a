package site

import (
	"fmt"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// mostPictures is how many pictures fit in a scene.
const mostPictures = 4

// scenery collects the pictures that pages in prose refer to by name.
func (c *checker) scenery() {
	seen := map[string]diag.Pos{}
	for _, p := range c.data.Scenery {
		if c.unique(seen, "picture", p.Name) {
			c.props.add(p.Name.Value)
		}
		c.oneOf(p.Role, roles)
	}
	for _, s := range c.data.Stages {
		c.pictured(s.Scene)
		c.yearGroups(s.Groups)
	}
}

// prose checks what the pages in prose say about the data.
func (c *checker) prose() {
	clauses, lessons := c.clauseIDs(), c.lessonIDs()
	asked, routes := c.askedIDs(), c.routes()
	for _, p := range c.data.Pages {
		c.oneOf(p.Hue, hues)
		c.pictured(p.Scene)
		for _, d := range p.Doors {
			c.oneOf(d.Hue, hues)
			c.pictured(d.Pictures)
		}
		for _, g := range p.Groups {
			for _, s := range g.Items {
				if p.Read {
					c.sheet(s)
				}
				if s.Sides != nil && *s.Sides < 1 && p.Read {
					c.faults.Add(diag.Fault{
						Pos: s.To.Pos, Code: diag.TooFew,
						Message: "a sheet must have at least one side",
						Hint:    "write the number of sides of A4 that it prints on",
					})
				}
			}
		}
		c.onePage(p, routes)
		c.happened(p, asked, routes)
		for _, o := range p.Others {
			c.picture(o.Picture)
		}
		c.calls(p, clauses, lessons)
	}
}

// sheets are the sorts of sheets that are made from the school's data.
var sheets = namesOf(EachSheet...)

// EachSheet is the sorts of sheets that are made from the school's data.
var EachSheet = []string{"agreements", "slips", "posters", "places", "certificates"}

// sheet checks an entry of the page that lists everything to print: it stands for one sheet, or for each of a sort.
func (c *checker) sheet(s model.Sheet) {
	c.oneOf(s.Each, sheets)
	for _, f := range []struct {
		name  string
		value diag.Text
	}{{"to", s.To}, {"name", s.Name}, {"text", s.Text}} {
		if f.value.Value != "" && s.Each.Value != "" {
			c.idle(diag.Text{Value: f.name, Pos: f.value.Pos}, "\"each\" takes its place")
		}
		if f.value.Value == "" && s.Each.Value == "" {
			c.faults.Add(diag.Fault{
				Pos: s.Pos, Code: diag.MissingField,
				Message: fmt.Sprintf("the field %q is missing", f.name),
				Hint:    "add " + f.name + ": …, or write each: with one of " + strings.Join(sheets.list, ", "),
			})
		}
	}
}

func (c *checker) pictured(names []diag.Text) {
	for _, n := range names {
		c.known(diag.UnknownPicture, "picture called", n, c.props, "pictures are: "+strings.Join(c.props.list, ", "))
	}
	if len(names) > mostPictures {
		c.faults.Add(diag.Fault{
			Pos: names[mostPictures].Pos, Code: diag.TooMany,
			Message: fmt.Sprintf("a scene has room for only %d pictures", mostPictures),
			Hint:    "delete some",
		})
	}
}

// onePage checks the page on one side of paper: its ways to get help must exist.
func (c *checker) onePage(p model.Page, routes *names) {
	if p.Layout.Value != "onepage" || !p.Read {
		return
	}
	c.knownRoutes(p.Routes, routes)
}

// routes returns the ids of the ways to get help.
func (c *checker) routes() *names {
	ids := namesOf()
	for _, h := range c.data.Help {
		ids.add(h.ID.Value)
	}
	return ids
}

// knownRoutes reports ways to get help that do not exist.
func (c *checker) knownRoutes(ids []diag.Text, routes *names) {
	for _, id := range ids {
		c.known(diag.UnknownRoute, "way to get help called", id, routes, "see data/library/help.yaml")
	}
}

// quotable returns the ids of the clauses and sections that a page may quote.
func (c *checker) quotable() *names {
	ids := namesOf()
	for id := range citations(c.data.Documents) {
		ids.add(id)
	}
	return ids
}

// fold reduces white space to single spaces.
func fold(s string) string { return strings.Join(strings.Fields(s), " ") }

// calls checks the parameters of a page's shortcodes. The reader has checked how many there are.
func (c *checker) calls(p model.Page, clauses, lessons *names) {
	for _, call := range p.Calls {
		switch call.Name.Value {
		case "expected":
			if len(c.data.Expected.Topics) == 0 && !c.data.Flawed {
				c.faults.Add(diag.Fault{
					Pos: call.Name.Pos, Code: diag.MissingFile,
					Message: "there is no list of what a policy is expected to cover",
					Hint:    "restore data/library/expected.yaml from the project's history, or delete the shortcode",
				})
			}
		case "law":
			c.oneOf(call.Args[0], lawParts)
		case "home-rules":
			if len(call.Args) == 0 {
				continue
			}
			c.known(diag.UnknownWord, "set of rules", call.Args[0], c.sets(), "sets of rules are: "+strings.Join(c.sets().list, ", "))
		case "sheets":
			for _, a := range call.Args {
				c.known(diag.UnknownWord, "agreement", a, c.agreements(), "agreements are: "+strings.Join(c.agreements().list, ", "))
			}
		case "mark":
			c.known(diag.UnknownClause, "clause", call.Args[0], clauses, "see "+c.data.Folder+"/policy for the clauses")
		case "person":
			c.known(diag.UnknownWord, "role", call.Args[0], posts, "roles are: "+strings.Join(posts.list, ", "))
		case "ring":
			c.knownRoutes(call.Args, c.routes())
		case "policy":
			c.policyField(call.Args[0])
		case "school":
			c.schoolField(call.Args[0])
		case "taught":
			c.known(diag.UnknownLesson, "lesson", call.Args[0], lessons, "see content/lessons for the lessons")
		}
	}
}

// clauseIDs returns the ids of the clauses, which have marks, of all documents.
func (c *checker) clauseIDs() *names {
	ids := namesOf()
	for _, d := range c.data.Documents {
		for cl := range d.AllClauses() {
			ids.add(cl.ID.Value)
		}
	}
	return ids
}

// agreements returns the ids of the documents to sign.
func (c *checker) agreements() *names {
	ids := namesOf()
	for _, d := range c.data.Documents {
		if !d.IsPolicy() {
			ids.add(d.ID.Value)
		}
	}
	return ids
}

// sets returns the ids of the documents with rules for pupils.
func (c *checker) sets() *names {
	ids := namesOf()
	for _, d := range c.data.Documents {
		if d.Stage.Value != "" {
			ids.add(d.ID.Value)
		}
	}
	return ids
}

// policyField checks that the policy has the field that a sentence uses.
func (c *checker) policyField(name diag.Text) {
	known := namesOf("title", "adopted")
	if !c.known(diag.UnknownField, "field of the policy's", name, known, "fields are: "+strings.Join(known.list, ", ")) || name.Value != "adopted" {
		return
	}
	if c.data.History.Current().Adopted.Value == "" {
		c.faults.Add(diag.Fault{
			Pos: name.Pos, Code: diag.EmptyValue,
			Message: "nothing says when the policy was adopted",
			Hint:    "add the edition to " + c.data.Folder + "/history.yaml, or change the sentence here",
		})
	}
}

// schoolField checks that the school's data has the field that a sentence uses.
func (c *checker) schoolField(name diag.Text) {
	s := c.data.School
	fields := map[string]diag.Text{
		"name": s.Name, "short": s.Short, "site": s.Site, "contact": s.Contact,
		"telephone": s.Telephone, "email": s.Email, "address": s.Address, "website": s.Website,
	}
	known := namesOf("name", "short", "site", "contact", "telephone", "email", "address", "website")
	if c.known(diag.UnknownField, "field of the school's", name, known, "fields are: "+strings.Join(known.list, ", ")) && fields[name.Value].Value == "" && name.Value != "contact" { // a word of the interface takes the place of the contact
		c.faults.Add(diag.Fault{
			Pos: name.Pos, Code: diag.EmptyValue,
			Message: fmt.Sprintf("%s/school.yaml has no value for %q", c.data.Folder, name.Value),
			Hint:    "fill it in there, or change the sentence here",
		})
	}
}
