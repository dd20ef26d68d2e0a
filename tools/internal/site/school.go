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

// school checks the school's own data.
func (c *checker) school() {
	c.fill(&c.data.School)
	c.fill(&c.data.Comparison)
	c.site.School, c.site.Comparison = c.data.School, c.data.Comparison
	c.longWord(c.data.School.Name)
	c.longWord(c.data.School.Short)
	c.longWord(c.data.School.Hours)
	c.longWord(c.data.School.ReadingRecord)
	for _, value := range []diag.Text{c.data.School.Controller, c.data.School.LawfulBasis, c.data.School.Host, c.data.School.HostLogs} {
		c.longWord(value)
	}
	c.languages(c.data.School.Languages)
	c.staff()
	c.forms()
	if slug := c.data.School.Slug; slug.Value != "" {
		c.slug(slug)
	}
	c.frames(c.data.School.Frames)
	c.crest(c.data.School.Crest)
	if domain := c.data.School.Domain; strings.ContainsAny(domain.Value, "?#@") {
		c.faults.Add(diag.Fault{
			Pos: domain.Pos, Code: diag.BadWeb,
			Message: fmt.Sprintf("%q is not the address of a whole site", domain),
			Hint:    "write it without ?, # and @, as in https://safe.school.example/",
		})
	}
}

// inDigits is a value that could only be a date.
var inDigits = regexp.MustCompile(`^[\d\s./–-]+$`)

// forms puts the day by which sheets go back to school into words, however it is written in the file: readers see it as it stands.
func (c *checker) forms() {
	f := c.data.School.Forms
	if f == nil {
		return
	}
	c.longWord(f.To)
	c.longWord(f.By)
	by := *f
	if day := kind.Day(f.By.Value); day != "" {
		by.By.Value = kind.InWords(day)
	} else if inDigits.MatchString(f.By.Value) {
		kind.Check("date", f.By, &c.faults)
	}
	c.site.School.Forms = &by
}

// languages checks the languages that the office speaks.
func (c *checker) languages(list []diag.Text) {
	seen := map[string]diag.Pos{}
	for _, l := range list {
		c.longWord(l)
		if strings.TrimSpace(l.Value) == "" {
			c.faults.Add(diag.Fault{
				Pos: l.Pos, Code: diag.EmptyValue,
				Message: "the name of a language is missing",
				Hint:    "write it, as in [English, Urdu], or delete the comma",
			})
			continue
		}
		c.once(seen, "language", l)
	}
}

// once reports a value that is in a list twice, and need be there only once.
func (c *checker) once(seen map[string]diag.Pos, what string, value diag.Text) {
	if !c.unique(seen, what, value) {
		c.faults[len(c.faults)-1].Hint = "delete one of the two"
	}
}

// staff checks the people whom the school names, and puts them in the order of their roles.
func (c *checker) staff() {
	seen := map[string]diag.Pos{}
	for _, p := range c.data.School.People {
		c.oneOf(p.Role, posts)
		c.once(seen, "role", p.Role)
		c.longWord(p.Name)
		c.longWord(p.Where)
		if p.Name.Value+p.Telephone.Value+p.Email.Value+p.Where.Value == "" {
			c.faults.Add(diag.Fault{
				Pos: p.Pos, Code: diag.MissingField,
				Message: "this says neither who it is nor how to reach them",
				Hint:    "add a line name: …, telephone: …, email: … or where: …, or delete this entry",
			})
		}
	}
	c.site.School.People = slices.SortedStableFunc(slices.Values(c.data.School.People), func(a, b model.Person) int {
		return slices.Index(model.Roles, a.Role.Value) - slices.Index(model.Roles, b.Role.Value)
	})
}

// crest reports a crest that is not a picture among the school's own files.
func (c *checker) crest(crest diag.Text) {
	own := func(f model.File) bool { return f.Path == crest.Value && !strings.HasPrefix(f.Name, "static/") }
	if crest.Value == "" || slices.ContainsFunc(c.data.Files, own) {
		return
	}
	c.faults.Add(diag.Fault{
		Pos: crest.Pos, Code: diag.PictureFile,
		Message: fmt.Sprintf("there is no picture %q among the school's files", crest.Value),
		Hint:    "copy it to " + c.data.Folder + "/static/" + crest.Value + ": a file that ends in .svg or .png",
	})
}
