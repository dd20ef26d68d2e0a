package model

import (
	"cmp"
	"iter"

	"safeonline/tools/internal/diag"
)

// Document is one file of the school's policy: the policy itself, or an agreement to sign. If it has a stage, its clauses
// are rules for pupils.
type Document struct {
	Pos      diag.Pos
	ID       diag.Text   `yaml:"id,required" kind:"id"`         // the name of its file
	Kind     diag.Text   `yaml:"kind,required"`                 // policy or agreement
	Order    diag.Number `yaml:"order"`                         // its place after the policy
	Title    diag.Text   `yaml:"title,required"`                // the name that this site uses
	Heading  diag.Text   `yaml:"heading,required" typeset:"no"` // the adopted heading
	Name     diag.Text   `yaml:"name"`                          // of a document whose title does not say what it is: "Staff agreement"
	Subtitle diag.Text   `yaml:"subtitle"`                      // below the title, on the first slide
	Audience diag.Text   `yaml:"audience,required"`
	Stage    diag.Text   `yaml:"stage"`   // the id of a stage
	Address  diag.Text   `yaml:"address"` // the folder of its rules, if that is not its id
	Rules    *RuleSet    `yaml:"rules"`
	Author   diag.Text   `yaml:"author" typeset:"no"`
	Themes   []Theme     `yaml:"themes"`
	Sections []Section   `yaml:"sections,required"`
	Signoff  []Signoff   `yaml:"signoff"` // one for each person who signs
	Answers  []Answer    `yaml:"answers"` // of the policy, to what parents ask
}

// IsPolicy reports whether the document is the policy itself.
func (d Document) IsPolicy() bool { return d.Kind.Value == "policy" }

// OneSigns reports whether at most one person signs the document.
func (d Document) OneSigns() bool { return len(d.Signoff) < 2 }

// Folder returns the folder of its rules, in addresses.
func (d Document) Folder() string { return cmp.Or(d.Address.Value, d.ID.Value) }

// URL returns the address of the document's page. That of the policy is the folder of all documents.
func (d Document) URL() string {
	if d.IsPolicy() {
		return "/policy/"
	}
	return "/policy/" + d.ID.Value + "/"
}

// RuleSet says how pages call the rules of a document. The words of the interface take the place of an empty field.
type RuleSet struct {
	Pos         diag.Pos
	Name        diag.Text   `yaml:"name,required"`             // "Junior rules"
	Menu        diag.Text   `yaml:"menu"`                      // its name in the menu
	Years       diag.Text   `yaml:"years" over:"drops groups"` // whose rules they are, if not those of all pupils of the stage: "Years 3 and 4"
	Groups      []YearGroup `yaml:"groups"`                    // the year groups that Years names; without it they are one group
	Title       diag.Text   `yaml:"title"`                     // the heading of the page with all rules
	Rule        diag.Text   `yaml:"rule"`                      // what stands before the mark of a rule, in place of "Rule"
	Poster      diag.Text   `yaml:"poster"`                    // the heading of the poster with all rules
	Mix         diag.Text   `yaml:"mix"`                       // the heading of the mix
	Certificate diag.Text   `yaml:"certificate"`               // the heading of the certificate
	Remembered  diag.Text   `yaml:"remembered"`                // what the certificate calls the rules
}

// Theme groups clauses and gives them their colour.
type Theme struct {
	Pos   diag.Pos
	ID    diag.Text `yaml:"id,required" kind:"id"`
	Title diag.Text `yaml:"title,required"`
	Hue   diag.Text `yaml:"hue,required"`
	Plain diag.Text `yaml:"plain"` // its rules in one or two short sentences, for families
}

// Section is part of a document: an adopted heading (agreements may have none), prose, a stem, clauses that go on from it, and
// what follows the clauses and is no rule.
type Section struct {
	Pos      diag.Pos
	ID       diag.Text `yaml:"id,required" kind:"id"`
	Heading  diag.Text `yaml:"heading" typeset:"no"`
	Short    diag.Text `yaml:"short,required"` // the section in plain words, which are this site's own
	Passages []Passage `yaml:"passages"`
	Stem     diag.Text `yaml:"stem" typeset:"no"` // "I will not:"
	Clauses  []Clause  `yaml:"clauses"`
	Closing  []Passage `yaml:"closing"`
}

// Passage is a paragraph of adopted words.
type Passage struct {
	Text   diag.Text `yaml:"text,required" typeset:"no"`
	Errata []Erratum `yaml:"errata"`
}

// Erratum is a mistake in adopted words and its correction. Was is in the text exactly once.
type Erratum struct {
	Was diag.Text `yaml:"was,required" typeset:"no"`
	Now diag.Text `yaml:"now,required" typeset:"no"`
}

// Clauses returns the clauses of all sections. Of a clause that is divided, it returns the parts in its place.
func (d Document) Clauses() (list []Clause) {
	for c := range d.AllClauses() {
		if len(c.Clauses) == 0 {
			list = append(list, *c)
		}
	}
	return list
}

// AllClauses returns the clauses of all sections, and their parts after each.
func (d Document) AllClauses() iter.Seq[*Clause] {
	return func(yield func(*Clause) bool) {
		for _, s := range d.Sections {
			for c := range s.AllClauses() {
				if !yield(c) {
					return
				}
			}
		}
	}
}

// AllClauses returns the clauses of a section, and their parts after each.
func (s Section) AllClauses() iter.Seq[*Clause] {
	return func(yield func(*Clause) bool) { eachClause(s.Clauses, yield) }
}

func eachClause(clauses []Clause, yield func(*Clause) bool) bool {
	for i := range clauses {
		if !yield(&clauses[i]) || !eachClause(clauses[i].Clauses, yield) {
			return false
		}
	}
	return true
}

// Clause is a statement of a document. Its ID is permanent: never renumbered, and never used again. A rule for pupils has a slug, a title, a
// plain sentence, a picture and a lesson, or the reason why it has none.
type Clause struct {
	Pos     diag.Pos
	ID      diag.Text `yaml:"id,required" kind:"id" over:"placed"`
	Mark    diag.Text `yaml:"mark" typeset:"no"` // its number or letter, as it is shown; if it is empty, its place in the document
	Text    diag.Text `yaml:"text,required" typeset:"no" over:"drops errata say"`
	Errata  []Erratum `yaml:"errata"`
	Slug    diag.Text `yaml:"slug"`
	Title   diag.Text `yaml:"title"`
	Plain   diag.Text `yaml:"plain"`
	Picture diag.Text `yaml:"picture"` // an emoji
	Theme   diag.Text `yaml:"theme"`
	Lesson  *LessonOf `yaml:"lesson"`
	Clauses []Clause  `yaml:"clauses"` // its parts, if it is divided: its text is then their stem

	Blank *Clause // what it was before words of the school were put into its blanks; nil if it has none

	// Say is the whole sentence, for where the clause stands alone. Package site joins it from the stem and the text, unless it
	// is given because that reads wrong.
	Say diag.Text `yaml:"say" typeset:"no"`
}

// LessonOf says which lesson of the library teaches a clause, or why none does. Read is a short hash of the clause's
// published words and of the lesson's file when somebody compared the two (site.Fingerprint), and On the day. Matched says that an import
// wrote this by the words of the clause, and may write it anew: nobody has compared the two, or decided, yet.
type LessonOf struct {
	Pos     diag.Pos
	Name    diag.Text `yaml:"name" over:"drops none"`
	None    diag.Text `yaml:"none" over:"drops name read on"`
	Matched bool      `yaml:"matched"`
	Read    diag.Text `yaml:"read"`
	On      diag.Text `yaml:"on" kind:"date"`
}

// Signoff is the end of an agreement: what one person signs, in the adopted order.
type Signoff struct {
	Who     diag.Text `yaml:"who" typeset:"no"` // who signs, if several do
	Heading diag.Text `yaml:"heading" typeset:"no"`
	Agree   diag.Text `yaml:"agree" typeset:"no"` // the sentence to agree to
	Fields  []Field   `yaml:"fields,required"`
}

// Field is a line to fill in by hand.
type Field struct {
	ID    diag.Text `yaml:"id,required" kind:"id"`
	Label diag.Text `yaml:"label,required" typeset:"no"` // adopted words
}
