package paper

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// Download is a PDF file that the site can offer: its name, the address of the page that it is a print of, and its
// mark, a fingerprint of the data that it shows. A file with another mark is stale. If Picture is not 0, it is a PNG file in place of that: one of the
// pictures on the page, by its number from 1, of so many.
type Download struct {
	File, Address, Mark string
	Picture, Of         int
}

// Downloads returns the PDF files that a school mails and archives: the policy, its agreements, the slips for parents, and the
// rules on one page; and the pages for tablets of its lessons, as PDF files and as pictures. It does not check which of them exist: making one needs a browser.
func Downloads(s *site.Site) (list []Download) {
	add := func(file, address string, shows ...any) {
		list = append(list, Download{File: s.School.Slug.Value + file, Address: address, Mark: mark(shows)})
	}
	add(policyFile, "/print/policy/", everySheet(s), edition(s), view.StateOf(s), written(s, s.Documents), view.Errata(s.Documents))
	for _, d := range s.Agreements() {
		add(agreementFile(d), d.URL(), everySheet(s), edition(s), view.Fields(s.School.Forms), written(s, []model.Document{d}), beside(s, d))
	}
	for _, set := range s.Sets() {
		if d := set.Document; set.Slip() {
			add(slipFile(d), "/print/slip/"+d.ID.Value+"/", everySheet(s), edition(s), view.Fields(s.School.Forms), named(set))
		}
	}
	for _, p := range s.Pages {
		if IsOnePage(p) {
			add(onePageFile, p.Address(), everySheet(s), edition(s), onOnePage(s, p))
		}
	}
	for _, set := range s.Sets() {
		for _, r := range set.Lessons() {
			list = append(list, forTablet(s, r)...)
		}
	}
	return list
}

// forTablet returns the files of the pages for a tablet of a rule's lesson: one of all, and a picture of each. Only the former has a title.
func forTablet(s *site.Site, r site.Rule) (list []Download) {
	pages, every := onTablet(s, r), []any{s.School.Name.Value, s.School.Domain.Value, r.URL()}
	if len(pages) == 0 {
		return nil
	}
	all := mark([]any{every, s.School.Short.Value, s.School.Site.Value, pages})
	list = append(list, Download{File: tabletFile(r, 0), Address: r.Tablet(), Mark: all})
	for i, page := range pages {
		list = append(list, Download{tabletFile(r, i+1), r.Tablet(), mark([]any{every, page}), i + 1, len(pages)})
	}
	return list
}

// The names of the files, after the school's slug.
const (
	policyFile  = "-policy.pdf"
	onePageFile = "-one-page.pdf"
)

func agreementFile(d model.Document) string { return "-agreement-" + d.ID.Value + ".pdf" }
func slipFile(d model.Document) string      { return "-slip-" + d.ID.Value + ".pdf" }

// Offer is a PDF file as pages offer it: its path in the site, and its size in units of 1,024 bytes, rounded up.
type Offer struct {
	File string `json:"file"`
	KB   int64  `json:"kb"`
}

// Offered returns the PDF file of a document, or nil if the school has none.
func Offered(s *site.Site, d model.Document) *Offer {
	if d.IsPolicy() {
		return offer(s, policyFile)
	}
	return offer(s, agreementFile(d))
}

// OfOnePage returns the PDF file of the rules on one page, or nil if the school has none.
func OfOnePage(s *site.Site) *Offer { return offer(s, onePageFile) }

func offer(s *site.Site, file string) *Offer { return offered(s, s.School.Slug.Value+file) }

// offered returns a file of the folder downloads, or nil if the school does not have it.
func offered(s *site.Site, file string) *Offer {
	for _, f := range s.Files {
		if f.Path == "downloads/"+file {
			return &Offer{File: f.Path, KB: (f.Size + 1023) / 1024}
		}
	}
	return nil
}

// IsOnePage reports whether a page is the one with all that parents need on one side of paper.
func IsOnePage(p model.Page) bool { return p.Layout.Value == "onepage" }

// mark returns a fingerprint of what a print shows.
func mark(shows []any) string {
	text, err := json.Marshal(shows)
	if err != nil {
		panic(err) // it is all text and numbers
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:8])
}
