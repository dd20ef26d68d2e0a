// Package model holds what the school's files say: plain types, each value with its place. Nothing here is linked or
// checked; package site does that.
package model

import (
	"strings"

	"safeonline/tools/internal/diag"
)

// Data is everything in the files. Flawed means that a file of data/ has a fault, so the lists here may lack a name
// that the file has.
type Data struct {
	Folder         string   // of the school: data/school, or that of another one
	Trusts         []string // the folders that it inherits from, the nearest first
	Flag           string   // that names the folder to a command, with a space before it; empty for this project's own
	Flawed         bool
	Sound          bool // the lessons of the library have been checked, and are not checked again
	School         School
	History        History
	Stages         []Stage
	Topics         []Topic
	Examples       []Examples
	Alike          []Alike
	Asked          []Asked
	Documents      []Document // the policy first, then its agreements, in their order
	Help           []Route
	Frameworks     Frameworks
	Mapped         Mapped // what the school says of its own lessons
	Cast           []Character
	Misconceptions []Misconception
	Cautions       []Caution
	Guidance       []Guidance
	Standards      []Standard
	Expected       Expected
	Comparison     Comparison // empty if nobody has compared the policy with what is expected of it
	Import         Import     // empty if the policy was not imported
	TrustImports   []Import   // of each of the trusts
	Spelling       []Spelling
	Illustrations  []Illustration
	Kit            Kit
	Pictures       []Picture
	Wording        []Wording
	Year           []HalfTerm
	Licences       []Licence
	Lessons        []Lesson
	Pages          []Page
	Redirects      []Redirect
	Omitted        map[string]diag.Text // what the school leaves out of its trust's words, by its id: why
	Scenery        []Prop
	Places         []Place
	Files          []File // that are published unchanged
}

// StageIDs returns the ids of the stages.
func (d Data) StageIDs() (ids []string) {
	for _, s := range d.Stages {
		ids = append(ids, s.ID.Value)
	}
	return ids
}

// Unchecked returns the lessons that nobody has checked yet: of a sound library, only those that a school has beside it.
func (d Data) Unchecked() (lessons []Lesson) {
	for _, l := range d.Lessons {
		if l.Own || !d.Sound {
			lessons = append(lessons, l)
		}
	}
	return lessons
}

// File is a file that is published unchanged. Path is that below the site, such as "downloads/elm-lane-policy.pdf".
type File struct {
	Name string // in the project
	Path string
	Size int64 // in bytes
}

// School is school.yaml in the school's folder. To add a field, add a line here: package record reads it, and checks the kind that its
// tag names (package kind). An empty field is unknown, and pages do not show it. Those with the tag over:"never" are each school's own, whatever
// its trust has.
type School struct {
	Pos        diag.Pos
	Inherits   diag.Text `yaml:"inherits" over:"never" typeset:"no"` // the folder of the trust whose words the school shares
	Name       diag.Text `yaml:"name,required" over:"never"`
	Short      diag.Text `yaml:"short,required" over:"never"`    // the name as the header of each page shows it
	Site       diag.Text `yaml:"site,required"`                  // the name of this site, beside that of the school
	Slug       diag.Text `yaml:"slug,required" over:"never"`     // the beginning of the names of its files, as in <slug>-policy.pdf
	Crest      diag.Text `yaml:"crest" typeset:"no"`             // a picture in the folder static of the school's; a shield without it
	Domain     diag.Text `yaml:"domain" kind:"web" over:"never"` // the address of this site
	Contact    diag.Text `yaml:"contact"`                        // a role, not a person
	Repository diag.Text `yaml:"repository" kind:"repository"`   // the address of an editor; adding a file's path to it leads to the file
	Telephone  diag.Text `yaml:"telephone" kind:"phone"`
	Email      diag.Text `yaml:"email" kind:"email"`
	Address    diag.Text `yaml:"address"`
	Website    diag.Text `yaml:"website" kind:"web"`
	Forms      *Forms    `yaml:"forms"`
	Security   *Security `yaml:"security"`

	// What families look for.
	Hours         diag.Text   `yaml:"hours"`                // when the office answers
	Languages     []diag.Text `yaml:"languages"`            // that the office speaks
	Behaviour     diag.Text   `yaml:"behaviour" kind:"web"` // the address of the behaviour policy
	ReadingRecord diag.Text   `yaml:"reading-record"`       // what a parent without a printer may write into it and sign
	People        []Person    `yaml:"people"`

	// What its data protection officer looks for.
	Controller  diag.Text `yaml:"controller"`   // who answers for personal data
	LawfulBasis diag.Text `yaml:"lawful-basis"` // on which personal data is used, if any is
	Host        diag.Text `yaml:"host"`         // the company that hosts this site
	HostLogs    diag.Text `yaml:"host-logs"`    // until when the host keeps its notes of visits

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
	Hours    *Hours    `yaml:"hours"`

	Words []diag.Text `yaml:"words"` // everyday words by which people look for it
}

// Hours are the hours of a service, as at least two pages have them.
type Hours struct {
	Pos     diag.Pos
	Says    diag.Text   `yaml:"says,required"`
	Sources []diag.Text `yaml:"sources,required" kind:"web"`
}

// Reachable reports whether the entry says how to reach the service.
func (r Route) Reachable() bool { return r.Phone.Value+r.Web.Value+r.Email.Value != "" }

// Frameworks is data/library/frameworks.yaml: the frameworks that schools teach from, and the place of each lesson in them.
type Frameworks struct {
	Frameworks []Framework `yaml:"frameworks,required"`
	Lessons    []Mapping   `yaml:"lessons,required"`
}

// Mapped is frameworks.yaml in the folder of a school or of a trust: the places of its own lessons in the library's frameworks.
type Mapped struct {
	Lessons []Mapping `yaml:"lessons,required"`
}

// Framework is one edition of a published framework.
type Framework struct {
	ID        diag.Text `yaml:"id,required"`
	Title     diag.Text `yaml:"title,required"`
	Publisher diag.Text `yaml:"publisher,required"`
	Edition   diag.Text `yaml:"edition,required"`
	Web       diag.Text `yaml:"web" kind:"web"`
	Note      diag.Text `yaml:"note"`                // what was not read in the framework itself
	Checked   diag.Text `yaml:"checked" kind:"date"` // the day on which somebody compared the items with it
	Items     []Item    `yaml:"items,required"`
}

// Item is a strand of a framework, or a statement that is quoted from it: that has the part of the framework in which it stands.
type Item struct {
	ID    diag.Text `yaml:"id,required"`
	Title diag.Text `yaml:"title,required"`
	Stage diag.Text `yaml:"stage"` // if it is for one stage only
	Part  diag.Text `yaml:"part"`
	Lacks diag.Text `yaml:"lacks"` // what of a statement no lesson says
}

// Mapping places a lesson, such as "STAGE/passwords", in the frameworks.
type Mapping struct {
	Lesson    diag.Text   `yaml:"lesson,required" over:"key"`
	Strands   []diag.Text `yaml:"strands"`
	Computing []diag.Text `yaml:"computing"`
	FourCs    []diag.Text `yaml:"four-cs"`
	RSHE      []diag.Text `yaml:"rshe"`
}

// Places returns the ids of the items that the lesson covers, by the framework's id.
func (m Mapping) Places() map[string][]diag.Text {
	return map[string][]diag.Text{"strands": m.Strands, "computing": m.Computing, "four-cs": m.FourCs, "rshe": m.RSHE}
}

// HalfTerm is a sixth of a suggested year: the lessons for it, and a national week that fits, if there is one.
type HalfTerm struct {
	Half    diag.Text   `yaml:"half,required"`
	About   diag.Text   `yaml:"about,required"`
	Anchor  diag.Text   `yaml:"anchor"`
	Page    diag.Text   `yaml:"page"` // about the week, for teachers
	Lessons []diag.Text `yaml:"lessons,required"`
}

// Character is a person in the lessons.
type Character struct {
	Name    diag.Text `yaml:"name,required"`
	Stage   diag.Text `yaml:"stage,required"` // the id of a stage, or "all"
	Picture diag.Text `yaml:"picture,required"`
	Who     diag.Text `yaml:"who,required"`

	// How the person is drawn in illustrations.
	Head  diag.Text   `yaml:"head"`  // a picture of the head alone, if Picture is more
	Wears diag.Text   `yaml:"wears"` // a colour of package draw
	With  []diag.Text `yaml:"with"`  // things of the kit that go with them
}

// Misconception is a thought that makes a wrong option tempting.
type Misconception struct {
	ID     diag.Text `yaml:"id,required" kind:"id"`
	Thinks diag.Text `yaml:"thinks,required"`
	Answer diag.Text `yaml:"answer,required"`
}

// Caution is what the site adds, in its own voice, to each rule for pupils that has one of some words.
type Caution struct {
	Says  diag.Text   `yaml:"says,required"`
	Words []diag.Text `yaml:"words,required"`
}

// Guidance is what the law or the government's guidance says about topics of lessons, to clauses that grown-ups agree to, or about this site.
type Guidance struct {
	Pos     diag.Pos
	About   diag.Text   `yaml:"about"`  // a part of the page for governors: "storage" or "childrens-code"
	Topics  []diag.Text `yaml:"topics"` // ids
	Words   []diag.Text `yaml:"words"`  // of the clauses
	Says    diag.Text   `yaml:"says,required"`
	Source  diag.Text   `yaml:"source,required"`
	Web     diag.Text   `yaml:"web,required" kind:"web"`
	From    diag.Text   `yaml:"from,required" kind:"date"`    // since when it applies, or when it was published
	Checked diag.Text   `yaml:"checked,required" kind:"date"` // the day on which somebody compared it with its source
}

// Standard is one of the standards of the Children's Code, and how this site meets it.
type Standard struct {
	Title diag.Text `yaml:"title,required"`
	Met   diag.Text `yaml:"met,required"` // yes, partly, school (which alone can say) or none (the site has nothing of the kind)
	Says  diag.Text `yaml:"says,required"`
}

// Spelling lists words of the lessons that no list of British words has.
type Spelling struct {
	About diag.Text   `yaml:"about,required"`
	Words []diag.Text `yaml:"words,required"`
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
