package model

import (
	"path"
	"strings"

	"safeonline/tools/internal/diag"
)

// Page is a page in prose: a Markdown file of content/ that is not a lesson. Its layout decides which parts of front
// matter it has.
type Page struct {
	Path     string // below content/, such as "about/governors.md"
	Misnamed bool   // the file's name cannot be that of a page; Path is what was probably meant
	PageHead
	Band
	Desk
	HomePage
	OnePage
	Families
	Gather
	Guide
	Case
	Cases
	Body  []byte      // the Markdown below the front matter
	Links []Link      // to addresses of this site, in the body and in the front matter
	Heads []Heading   // in their order
	IDs   []diag.Text // of headings and of groups, as in the browser
	Calls []Call      // of shortcodes
	Read  bool        // false if the file could not be read whole: then its ids are not known
}

// Address returns the address of the page.
func (p Page) Address() string { return AddressOf(p.Path) }

// AddressOf returns the address of the Markdown file with this path below content/.
func AddressOf(file string) string {
	address := strings.TrimSuffix(file, ".md")
	if path.Base(address) == "_index" {
		address = path.Dir(address)
	}
	return strings.TrimPrefix("/"+address+"/", "/.")
}

// PageHead is the front matter that every page in prose has.
type PageHead struct {
	Pos         diag.Pos
	Title       diag.Text `yaml:"title,required"`
	Layout      diag.Text `yaml:"layout,required"`
	Description diag.Text `yaml:"description,required"`
	Hue         diag.Text `yaml:"hue"`
	Pupils      bool      `yaml:"pupils"` // for children

	Words []diag.Text `yaml:"words"` // everyday words by which people look for the page
}

// Band is the coloured band at the top of most pages.
type Band struct {
	Lead  diag.Text   `yaml:"lead"`
	Scene []diag.Text `yaml:"scene"` // names of data/library/scenery.yaml
}

// Desk is for pages that adults use at their desks.
type Desk struct {
	Landscape bool `yaml:"landscape"` // the orientation of the paper
}

// HomePage is the front matter of the home page.
type HomePage struct {
	Greeting diag.Text `yaml:"greeting,required"`
	Doors    []Door    `yaml:"doors,required"`
}

// Door leads from the home page to a part of the site.
type Door struct {
	To       diag.Text   `yaml:"to,required"`
	Hue      diag.Text   `yaml:"hue,required"`
	Pictures []diag.Text `yaml:"pictures,required"` // names of data/library/scenery.yaml
	Title    diag.Text   `yaml:"title,required"`
	Text     diag.Text   `yaml:"text,required"`
}

// OnePage is the front matter of the page that fits on one side of paper.
type OnePage struct {
	Short  []diag.Text `yaml:"short,required"`
	Ask    []diag.Text `yaml:"ask,required"`
	Help   diag.Text   `yaml:"help,required"`
	Routes []diag.Text `yaml:"routes,required"` // ids of data/library/help.yaml
}

// Families is the front matter of the page on which a family chooses its years.
type Families struct {
	Others []OtherYears `yaml:"others"`
}

// OtherYears are pupils of the school for whom it has no rules, and what there is for them.
type OtherYears struct {
	YearGroup
	Says diag.Text `yaml:"says,required"`
	Ask  diag.Text `yaml:"ask"` // what a parent may say tonight
	To   diag.Text `yaml:"to"`  // a page to look at together
}

// Gather is the front matter of the page that lists everything to print.
type Gather struct {
	Groups []Group `yaml:"groups,required"`
}

// Group is one group of sheets on that page.
type Group struct {
	Title diag.Text `yaml:"title,required"`
	ID    diag.Text `yaml:"id,required"`
	Text  diag.Text `yaml:"text,required"`
	Items []Sheet   `yaml:"items,required"`
}

// Sheet is a page that can be printed. Sides is a number of sides of A4, if it is known. Each takes the place of the rest: it
// stands for the sheets of one sort that are made from the school's data.
type Sheet struct {
	Pos   diag.Pos
	Each  diag.Text `yaml:"each"` // agreements, slips, posters, places or certificates
	To    diag.Text `yaml:"to"`
	Name  diag.Text `yaml:"name"`
	Sides *int      `yaml:"sides"`
	Text  diag.Text `yaml:"text"`
}

// Guide is the front matter of a long page for adults.
type Guide struct {
	Filter bool `yaml:"filter"` // it has a table that a script filters
}

// Heading is a heading of a page, with the id that it has in the browser.
type Heading struct{ ID, Title diag.Text }

// Link leads to an address of this site, which begins with / or, on the same page, with #.
type Link struct {
	To    diag.Text
	Whole bool // it must be a page, without an anchor
}

// Call is a shortcode in a page, with its parameters.
type Call struct {
	Name diag.Text
	Args []diag.Text
}

// Redirect is a line of data/school/redirects.yaml: an old address, and the page that it leads to now.
type Redirect struct {
	From diag.Text `yaml:"from,required" over:"key"`
	To   diag.Text `yaml:"to,required"`
}

// Prop is a picture in data/library/scenery.yaml, which pages in prose and the interface refer to by its name.
type Prop struct {
	Name diag.Text `yaml:"name,required"`
	File diag.Text `yaml:"file,required"` // of assets/pictures
	Alt  diag.Text `yaml:"alt,required"`
	Role diag.Text `yaml:"role,required"` // setting, person, face or thing
}
