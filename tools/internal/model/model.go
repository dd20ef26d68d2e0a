// Package model holds what the school's files say, as they say it: plain types, each value with its place. Nothing here
// is linked or checked; package site does that.
package model

import (
	"strings"

	"safeonline/tools/internal/diag"
)

// Data is everything that the files say. Flawed says that a file of data/ has a fault, so that a name may be missing from
// the lists here that is in the file.
type Data struct {
	Flawed         bool
	School         School
	Documents      []Document // the policy first, then its agreements
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
	Static         []string // the files of static/, by their paths below it
}

// School is data/school.yaml. A new field is a line here: package record reads it, and holds its value to the kind that
// its tag names (package kind has them). What is empty is not known, and no page invents it.
type School struct {
	Pos        diag.Pos
	Name       diag.Text `yaml:"name,required"`
	Short      diag.Text `yaml:"short,required"`               // the name as the masthead says it
	Site       diag.Text `yaml:"site,required"`                // what this site is called beside the name
	Slug       diag.Text `yaml:"slug,required"`                // how the names of its files begin, as in <slug>-policy.pdf
	Contact    diag.Text `yaml:"contact"`                      // a role, not a person
	Repository diag.Text `yaml:"repository" kind:"repository"` // address under which a file's path leads to an editor
	Telephone  diag.Text `yaml:"telephone" kind:"phone"`
	Email      diag.Text `yaml:"email" kind:"email"`
	Address    diag.Text `yaml:"address"`
	Website    diag.Text `yaml:"website" kind:"web"`
	Reviewed   diag.Text `yaml:"reviewed" kind:"date"`
	NextReview diag.Text `yaml:"next-review" kind:"date"`
	Forms      *Forms    `yaml:"forms"`
	Security   *Security `yaml:"security"`

	// Frames are the origins of learning platforms that may show a lesson in a frame. Nil means that the school names none,
	// and the common platforms may; an empty list means that none may.
	Frames []diag.Text `yaml:"frames"`
}

// Forms says who takes a signed form back, and by when.
type Forms struct {
	To diag.Text `yaml:"to,required"`
	By diag.Text `yaml:"by"`
}

// Security says where a fault in the site's security may be reported, and until when that holds: what
// /.well-known/security.txt says (RFC 9116).
type Security struct {
	Pos     diag.Pos
	Contact diag.Text `yaml:"contact,required" kind:"contact"` // an address with its scheme: mailto:, https: or tel:
	Expires diag.Text `yaml:"expires,required" kind:"date"`    // the last day
}

// Licence is an entry of data/licences.yaml: something that is published, and its terms.
type Licence struct {
	Pos     diag.Pos
	What    diag.Text   `yaml:"what,required"`
	Name    diag.Text   `yaml:"name"`
	By      diag.Text   `yaml:"by"`
	Terms   diag.Text   `yaml:"terms,required"`
	Address diag.Text   `yaml:"address" kind:"web"` // where the terms are explained
	Note    diag.Text   `yaml:"note"`
	Text    diag.Text   `yaml:"text"`            // the file that holds the terms word for word
	Covers  []diag.Text `yaml:"covers,required"` // folders, below the project's
}

// Document is one file of data/policy: the policy, or an agreement to sign.
type Document struct {
	Pos      diag.Pos
	ID       diag.Text `yaml:"id,required"`
	Title    diag.Text `yaml:"title,required"`   // what this site calls it
	Heading  diag.Text `yaml:"heading,required"` // the adopted heading
	Audience diag.Text `yaml:"audience,required"`
	Adopted  int       `yaml:"adopted" kind:"year"`
	Author   diag.Text `yaml:"author"`
	Themes   []Theme   `yaml:"themes"`
	Sections []Section `yaml:"sections,required"`
	Signoff  *Signoff  `yaml:"signoff"`
}

// Theme groups clauses and gives them their colour.
type Theme struct {
	Pos   diag.Pos
	ID    diag.Text `yaml:"id,required" kind:"id"`
	Title diag.Text `yaml:"title,required"`
	Hue   diag.Text `yaml:"hue,required"`
}

// Section is a stretch of a document: an adopted heading (agreements have none), prose, then clauses.
type Section struct {
	Pos      diag.Pos
	ID       diag.Text `yaml:"id,required" kind:"id"`
	Heading  diag.Text `yaml:"heading"`
	Short    diag.Text `yaml:"short,required"` // the section in plain words, ours
	Passages []Passage `yaml:"passages"`
	Clauses  []Clause  `yaml:"clauses"`
}

// Passage is a paragraph of adopted words.
type Passage struct {
	Text   diag.Text `yaml:"text,required"`
	Errata []Erratum `yaml:"errata"`
}

// Erratum is a slip in adopted words and what is published in its place. Was stands in the text exactly once.
type Erratum struct {
	Was diag.Text `yaml:"was,required"`
	Now diag.Text `yaml:"now,required"`
}

// Clause is one rule. Its ID is permanent: never renumbered, never used again. A clause that a lesson teaches has a
// slug, a title, a plain sentence, a picture and a theme.
type Clause struct {
	Pos     diag.Pos
	ID      diag.Text `yaml:"id,required" kind:"id"`
	Mark    diag.Text `yaml:"mark,required"` // its number or letter, as it is shown
	Text    diag.Text `yaml:"text,required"`
	Errata  []Erratum `yaml:"errata"`
	Slug    diag.Text `yaml:"slug"`
	Title   diag.Text `yaml:"title"`
	Plain   diag.Text `yaml:"plain"`
	Picture diag.Text `yaml:"picture"` // an emoji
	Theme   diag.Text `yaml:"theme"`
}

// Signoff is the foot of an agreement, in the adopted order.
type Signoff struct {
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

// Frameworks is data/frameworks.yaml: what schools teach from, and where each clause sits in it.
type Frameworks struct {
	Frameworks []Framework `yaml:"frameworks,required"`
	Clauses    []Mapping   `yaml:"clauses,required"`
}

// Framework is one published scheme in one edition.
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
}

// Mapping places a clause in the frameworks.
type Mapping struct {
	Clause    diag.Text   `yaml:"clause,required"`
	Strands   []diag.Text `yaml:"strands"`
	Computing []diag.Text `yaml:"computing"`
	FourCs    []diag.Text `yaml:"four-cs"`
}

// HalfTerm is a sixth of a suggested year: the clauses to teach then, and a national week that fits, if there is one.
type HalfTerm struct {
	Half    diag.Text   `yaml:"half,required"`
	About   diag.Text   `yaml:"about,required"`
	Anchor  diag.Text   `yaml:"anchor"`
	Clauses []diag.Text `yaml:"clauses,required"`
}

// Character is somebody whom the lessons tell of.
type Character struct {
	Name    diag.Text `yaml:"name,required"`
	Stage   diag.Text `yaml:"stage,required"` // ks1, ks2 or all
	Picture diag.Text `yaml:"picture,required"`
	Who     diag.Text `yaml:"who,required"`
}

// Misconception is a thought that makes a wrong option tempting.
type Misconception struct {
	ID     diag.Text `yaml:"id,required" kind:"id"`
	Thinks diag.Text `yaml:"thinks,required"`
	Answer diag.Text `yaml:"answer,required"`
}

// Wording keeps words out of a part of lessons.
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

// BareEmoji drops the mark that asks for the coloured form of a symbol (U+FE0F): keyboards differ in whether they
// write it, and a picture is found by what is left.
func BareEmoji(emoji string) string { return strings.ReplaceAll(emoji, "\ufe0f", "") }
