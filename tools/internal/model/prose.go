package model

import (
	"path"
	"strings"

	"safeonline/tools/internal/diag"
)

// Page is a page in prose: a Markdown file of content/, lessons left out. Which of the parts of front matter it has
// depends on its layout.
type Page struct {
	Path     string // below content/, such as "about/governors.md"
	Misnamed bool   // the file has another name, which is no name of a page; Path is what it was probably meant to be
	PageHead
	Band
	Desk
	HomePage
	OnePage
	Gather
	Guide
	Body  []byte      // the Markdown below the front matter
	Links []Link      // to addresses of this site, in the body and in the front matter
	IDs   []diag.Text // of headings and of groups, as browsers find them
	Calls []Call      // of shortcodes
	Read  bool        // false where the file could not be read whole: then nothing is known of its ids
}

// Address returns the address of the page.
func (p Page) Address() string { return AddressOf(p.Path) }

// AddressOf returns the address of a Markdown file that has this path below content/.
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
	Pupils      bool      `yaml:"pupils"` // children read it
}

// Band is the coloured band at the head of most pages.
type Band struct {
	Lead  diag.Text   `yaml:"lead"`
	Scene []diag.Text `yaml:"scene"` // names of data/scenery.yaml
}

// Desk is for pages that grown-ups have on their desks.
type Desk struct {
	Landscape bool `yaml:"landscape"` // how the paper lies
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
	Pictures []diag.Text `yaml:"pictures,required"` // names of data/scenery.yaml
	Title    diag.Text   `yaml:"title,required"`
	Text     diag.Text   `yaml:"text,required"`
}

// OnePage is the front matter of the page that fits one side of paper. Ideas are by the themes of Key Stage Two.
type OnePage struct {
	Short  []diag.Text          `yaml:"short,required"`
	Ideas  map[string]diag.Text `yaml:"ideas,required"`
	Ask    []diag.Text          `yaml:"ask,required"`
	Help   diag.Text            `yaml:"help,required"`
	Routes []diag.Text          `yaml:"routes,required"` // ids of data/help.yaml
}

// Gather is the front matter of the page that gathers what can be printed.
type Gather struct {
	Groups []Group `yaml:"groups,required"`
}

// Group is a part of a page that gathers.
type Group struct {
	Title diag.Text `yaml:"title,required"`
	ID    diag.Text `yaml:"id,required"`
	Text  diag.Text `yaml:"text,required"`
	Items []Sheet   `yaml:"items,required"`
}

// Sheet is a page that can be printed. Sides counts sides of A4.
type Sheet struct {
	To    diag.Text `yaml:"to,required"`
	Name  diag.Text `yaml:"name,required"`
	Sides int       `yaml:"sides,required"`
	Text  diag.Text `yaml:"text,required"`
}

// Guide is the front matter of a long page for grown-ups.
type Guide struct {
	Filter bool    `yaml:"filter"` // it has a table that a script filters
	Again  []Quote `yaml:"again"`
}

// Quote is words of a clause that the school may want to look at again.
type Quote struct {
	Clause diag.Text `yaml:"clause,required"` // the id of a clause or section of the policy
	Words  diag.Text `yaml:"words,required"`
	Why    diag.Text `yaml:"why,required"`
}

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

// Redirect is a line of data/redirects.yaml: an old address, and the page that it leads to now.
type Redirect struct {
	From diag.Text `yaml:"from,required"`
	To   diag.Text `yaml:"to,required"`
}

// Prop is a picture of data/scenery.yaml, which pages in prose and the interface call by its name.
type Prop struct {
	Name diag.Text `yaml:"name,required"`
	File diag.Text `yaml:"file,required"` // of assets/pictures
	Alt  diag.Text `yaml:"alt,required"`
	Role diag.Text `yaml:"role,required"` // setting, person, face or thing
}
