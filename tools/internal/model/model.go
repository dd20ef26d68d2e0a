// Package model holds what the school's files say: plain types, each value with its place. Nothing here is linked or
// checked; package site does that.
package model

import (
	"cmp"
	"iter"
	"strings"

	"safeonline/tools/internal/diag"
)

// Data is everything in the files. Flawed means that a file of data/ has a fault, so the lists here may lack a name
// that the file has.
type Data struct {
	Folder         string // of the school: data/school, or that of another one
	Flawed         bool
	School         School
	Stages         []Stage
	Topics         []Topic
	Documents      []Document // the policy first, then its agreements, in their order
	Help           []Route
	Frameworks     Frameworks
	Cast           []Character
	Misconceptions []Misconception
	Pictures       []Picture
	Wording        []Wording
	Year           []HalfTerm
	Licences       []Licence
	Lessons        []Lesson
	Pages          []Page
	Redirects      []Redirect
	Scenery        []Prop
	Files          []File // that are published unchanged
}

// File is a file that is published unchanged. Path is that below the site, such as "downloads/elm-lane-policy.pdf".
type File struct {
	Name string // in the project
	Path string
	Size int64 // in bytes
}

// School is school.yaml in the school's folder. To add a field, add a line here: package record reads it, and checks the kind that its
// tag names (package kind). An empty field is unknown, and pages do not show it.
type School struct {
	Pos        diag.Pos
	Name       diag.Text `yaml:"name,required"`
	Short      diag.Text `yaml:"short,required"`               // the name as the header of each page shows it
	Site       diag.Text `yaml:"site,required"`                // the name of this site, beside that of the school
	Slug       diag.Text `yaml:"slug,required"`                // the beginning of the names of its files, as in <slug>-policy.pdf
	Crest      diag.Text `yaml:"crest"`                        // a picture in the folder static of the school's; a shield without it
	Domain     diag.Text `yaml:"domain" kind:"web"`            // the address of this site
	Contact    diag.Text `yaml:"contact"`                      // a role, not a person
	Repository diag.Text `yaml:"repository" kind:"repository"` // the address of an editor; adding a file's path to it leads to the file
	Telephone  diag.Text `yaml:"telephone" kind:"phone"`
	Email      diag.Text `yaml:"email" kind:"email"`
	Address    diag.Text `yaml:"address"`
	Website    diag.Text `yaml:"website" kind:"web"`
	Reviewed   diag.Text `yaml:"reviewed" kind:"date"`
	NextReview diag.Text `yaml:"next-review" kind:"date"`
	Forms      *Forms    `yaml:"forms"`
	Security   *Security `yaml:"security"`

	// Frames are the origins of learning platforms that may show a lesson in a frame. If it is nil, the school names
	// none, and the common platforms may; if it is empty, none may.
	Frames []diag.Text `yaml:"frames"`
}

// Forms says to whom a signed form is returned, and by when.
type Forms struct {
	To diag.Text `yaml:"to,required"`
	By diag.Text `yaml:"by"`
}

// Security says where to report a fault in the site's security, and until when that is valid, for
// /.well-known/security.txt (RFC 9116).
type Security struct {
	Pos     diag.Pos
	Contact diag.Text `yaml:"contact,required" kind:"contact"` // an address with its scheme: mailto:, https: or tel:
	Expires diag.Text `yaml:"expires,required" kind:"date"`    // the last day
}

// Licence is an entry of data/library/licences.yaml: something that is published, and its licence.
type Licence struct {
	Pos     diag.Pos
	What    diag.Text   `yaml:"what,required"`
	Name    diag.Text   `yaml:"name"`
	By      diag.Text   `yaml:"by"`
	Terms   diag.Text   `yaml:"terms,required"`
	Address diag.Text   `yaml:"address" kind:"web"` // where the licence is explained
	Note    diag.Text   `yaml:"note"`
	Text    diag.Text   `yaml:"text"`            // the file with the full text
	Covers  []diag.Text `yaml:"covers,required"` // folders, below the project's
}

// Document is one file of the school's policy: the policy itself, or an agreement to sign. If it has a stage, its clauses
// are rules for pupils.
type Document struct {
	Pos      diag.Pos
	ID       diag.Text `yaml:"id,required" kind:"id"` // the name of its file
	Kind     diag.Text `yaml:"kind,required"`         // policy or agreement
	Order    int       `yaml:"order"`                 // its place in the policy
	Title    diag.Text `yaml:"title,required"`        // the name that this site uses
	Heading  diag.Text `yaml:"heading,required"`      // the adopted heading
	Name     diag.Text `yaml:"name"`                  // of a document whose title does not say what it is: "Staff agreement"
	Subtitle diag.Text `yaml:"subtitle"`              // below the title, on the first slide
	Audience diag.Text `yaml:"audience,required"`
	Stage    diag.Text `yaml:"stage"`   // the id of a stage
	Address  diag.Text `yaml:"address"` // the folder of its rules, if that is not its id
	Rules    *RuleSet  `yaml:"rules"`
	Adopted  int       `yaml:"adopted" kind:"year"`
	Author   diag.Text `yaml:"author"`
	Themes   []Theme   `yaml:"themes"`
	Sections []Section `yaml:"sections,required"`
	Signoff  []Signoff `yaml:"signoff"` // one for each person who signs
}

// IsPolicy reports whether the document is the policy itself.
func (d Document) IsPolicy() bool { return d.Kind.Value == "policy" }

// Folder returns the folder of its rules, in addresses.
func (d Document) Folder() string { return cmp.Or(d.Address.Value, d.ID.Value) }

// RuleSet says how pages call the rules of a document. The words of the interface take the place of an empty field.
type RuleSet struct {
	Pos         diag.Pos
	Name        diag.Text `yaml:"name,required"` // "Our rules"
	Menu        diag.Text `yaml:"menu"`          // its name in the menu
	Years       diag.Text `yaml:"years"`         // whose rules they are, if not those of all pupils of the stage: "Years 3 and 4"
	Title       diag.Text `yaml:"title"`         // the heading of the page with all rules
	Rule        diag.Text `yaml:"rule"`          // what stands before the mark of a rule, in place of "Rule"
	Poster      diag.Text `yaml:"poster"`        // the heading of the poster with all rules
	Mix         diag.Text `yaml:"mix"`           // the heading of the mix
	Certificate diag.Text `yaml:"certificate"`   // the heading of the certificate
	Remembered  diag.Text `yaml:"remembered"`    // what the certificate calls the rules
}

// Theme groups clauses and gives them their colour.
type Theme struct {
	Pos   diag.Pos
	ID    diag.Text `yaml:"id,required" kind:"id"`
	Title diag.Text `yaml:"title,required"`
	Hue   diag.Text `yaml:"hue,required"`
}

// Section is part of a document: an adopted heading (agreements may have none), prose, a stem, clauses that go on from it, and
// what follows the clauses and is no rule.
type Section struct {
	Pos      diag.Pos
	ID       diag.Text `yaml:"id,required" kind:"id"`
	Heading  diag.Text `yaml:"heading"`
	Short    diag.Text `yaml:"short,required"` // the section in plain words, which are this site's own
	Passages []Passage `yaml:"passages"`
	Stem     diag.Text `yaml:"stem"` // "I will not:"
	Clauses  []Clause  `yaml:"clauses"`
	Closing  []Passage `yaml:"closing"`
}

// Passage is a paragraph of adopted words.
type Passage struct {
	Text   diag.Text `yaml:"text,required"`
	Errata []Erratum `yaml:"errata"`
}

// Erratum is a mistake in adopted words and its correction. Was is in the text exactly once.
type Erratum struct {
	Was diag.Text `yaml:"was,required"`
	Now diag.Text `yaml:"now,required"`
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
			if !eachClause(s.Clauses, yield) {
				return
			}
		}
	}
}

func eachClause(clauses []Clause, yield func(*Clause) bool) bool {
	for i := range clauses {
		if !yield(&clauses[i]) || !eachClause(clauses[i].Clauses, yield) {
			return false
		}
	}
	return true
}

// Clause is one rule. Its ID is permanent: never renumbered, and never used again. A rule for pupils has a slug, a title, a
// plain sentence, a picture and a lesson, or the reason why it has none.
type Clause struct {
	Pos     diag.Pos
	ID      diag.Text `yaml:"id,required" kind:"id"`
	Mark    diag.Text `yaml:"mark"` // its number or letter, as it is shown; if it is empty, its place in the document
	Text    diag.Text `yaml:"text,required"`
	Errata  []Erratum `yaml:"errata"`
	Slug    diag.Text `yaml:"slug"`
	Title   diag.Text `yaml:"title"`
	Plain   diag.Text `yaml:"plain"`
	Picture diag.Text `yaml:"picture"` // an emoji
	Theme   diag.Text `yaml:"theme"`
	Lesson  *LessonOf `yaml:"lesson"`
	Clauses []Clause  `yaml:"clauses"` // its parts, if it is divided: its text is then their stem

	// Say is the whole sentence, for where the clause stands alone. Package site joins it from the stem and the text, unless it
	// is given because that reads wrong.
	Say diag.Text `yaml:"say"`
}

// LessonOf says which lesson of the library teaches a clause, or why none does. Read is a short hash of the clause's
// published words and of the lesson's file when somebody compared the two (site.Fingerprint), and On the day.
type LessonOf struct {
	Pos  diag.Pos
	Name diag.Text `yaml:"name"`
	None diag.Text `yaml:"none"`
	Read diag.Text `yaml:"read"`
	On   diag.Text `yaml:"on" kind:"date"`
}

// Signoff is the end of an agreement: what one person signs, in the adopted order.
type Signoff struct {
	Who     diag.Text `yaml:"who"` // who signs, if several do
	Heading diag.Text `yaml:"heading"`
	Agree   diag.Text `yaml:"agree"` // the sentence to agree to
	Fields  []Field   `yaml:"fields,required"`
}

// Field is a line to fill in by hand.
type Field struct {
	ID    diag.Text `yaml:"id,required" kind:"id"`
	Label diag.Text `yaml:"label,required"`
}

// Route is a place to get help.
type Route struct {
	ID       diag.Text `yaml:"id,required" kind:"id"`
	Name     diag.Text `yaml:"name,required"`
	Phone    diag.Text `yaml:"phone" kind:"phone"`
	Web      diag.Text `yaml:"web" kind:"web"`
	Email    diag.Text `yaml:"email" kind:"email"`
	For      diag.Text `yaml:"for,required"`
	Who      diag.Text `yaml:"who,required"`
	Audience diag.Text `yaml:"audience,required"` // pupils or adults
	Sure     diag.Text `yaml:"sure,required"`     // certain, high, medium or unknown
	Checked  diag.Text `yaml:"checked" kind:"date"`
}

// Frameworks is data/library/frameworks.yaml: the frameworks that schools teach from, and the place of each lesson in them.
type Frameworks struct {
	Frameworks []Framework `yaml:"frameworks,required"`
	Lessons    []Mapping   `yaml:"lessons,required"`
}

// Framework is one edition of a published framework.
type Framework struct {
	ID        diag.Text `yaml:"id,required"`
	Title     diag.Text `yaml:"title,required"`
	Publisher diag.Text `yaml:"publisher,required"`
	Edition   diag.Text `yaml:"edition,required"`
	Items     []Item    `yaml:"items,required"`
}

// Item is a strand or a statement of a framework.
type Item struct {
	ID    diag.Text `yaml:"id,required"`
	Title diag.Text `yaml:"title,required"`
	Stage diag.Text `yaml:"stage"` // if it is for one stage only
}

// Topic is what a lesson is about.
type Topic struct {
	ID    diag.Text   `yaml:"id,required" kind:"id"`
	Title diag.Text   `yaml:"title,required"`
	Words []diag.Text `yaml:"words,required"` // by which a rule on the topic can be recognised
}

// Mapping places a lesson, such as "STAGE/passwords", in the frameworks.
type Mapping struct {
	Lesson    diag.Text   `yaml:"lesson,required"`
	Strands   []diag.Text `yaml:"strands"`
	Computing []diag.Text `yaml:"computing"`
	FourCs    []diag.Text `yaml:"four-cs"`
}

// HalfTerm is a sixth of a suggested year: the lessons for it, and a national week that fits, if there is one.
type HalfTerm struct {
	Half    diag.Text   `yaml:"half,required"`
	About   diag.Text   `yaml:"about,required"`
	Anchor  diag.Text   `yaml:"anchor"`
	Lessons []diag.Text `yaml:"lessons,required"`
}

// Character is a person in the lessons.
type Character struct {
	Name    diag.Text `yaml:"name,required"`
	Stage   diag.Text `yaml:"stage,required"` // the id of a stage, or "all"
	Picture diag.Text `yaml:"picture,required"`
	Who     diag.Text `yaml:"who,required"`
}

// Misconception is a thought that makes a wrong option tempting.
type Misconception struct {
	ID     diag.Text `yaml:"id,required" kind:"id"`
	Thinks diag.Text `yaml:"thinks,required"`
	Answer diag.Text `yaml:"answer,required"`
}

// Wording lists words that part of a lesson must not use.
type Wording struct {
	In    diag.Text   `yaml:"in,required"` // stem, option, feedback or any
	Why   diag.Text   `yaml:"why,required"`
	Words []diag.Text `yaml:"words,required"`
}

// Picture maps an emoji to a file of assets/pictures.
type Picture struct {
	Emoji diag.Text `yaml:"emoji,required"`
	File  diag.Text `yaml:"file,required"`
	Alt   diag.Text `yaml:"alt,required"`
	Role  diag.Text `yaml:"role,required"` // setting, person, face or thing
}

// BareEmoji removes the mark that asks for the coloured form of a symbol (U+FE0F). Keyboards differ in whether they
// type it, so pictures are found without it.
func BareEmoji(emoji string) string { return strings.ReplaceAll(emoji, "\ufe0f", "") }
