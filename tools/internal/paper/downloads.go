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
// mark, a fingerprint of the data that it shows. A file with another mark is stale.
type Download struct {
	File, Address, Mark string
}

// Downloads returns the PDF files of the policy and its agreements, for a school that mails and archives them. It does
// not check which of them exist: making one needs a browser.
func Downloads(s *site.Site) []Download {
	whole := mark(s, s.Documents, view.Errata(s.Documents))
	list := []Download{{fileName(s.School, s.Policy()), "/print/policy/", whole}}
	for _, d := range s.Agreements() {
		list = append(list, Download{fileName(s.School, d), d.URL(), mark(s, []model.Document{d}, nil)})
	}
	return list
}

// Offer is a PDF file as pages offer it: its path in the site, and its size in units of 1,024 bytes, rounded up.
type Offer struct {
	File string `json:"file"`
	KB   int64  `json:"kb"`
}

// Offered returns the PDF file of a document, or nil if the school has none.
func Offered(s *site.Site, d model.Document) *Offer {
	for _, f := range s.Files {
		if f.Path == "downloads/"+fileName(s.School, d) {
			return &Offer{File: f.Path, KB: (f.Size + 1023) / 1024}
		}
	}
	return nil
}

// fileName returns the name of a document's PDF file.
func fileName(s model.School, d model.Document) string {
	if d.IsPolicy() {
		return s.Slug.Value + "-policy.pdf"
	}
	return s.Slug.Value + "-agreement-" + d.ID.Value + ".pdf"
}

// mark returns a fingerprint of what a print of these documents shows, with these corrections. Words that are not printed,
// such as a rule's plain sentence, do not affect it.
func mark(of *site.Site, documents []model.Document, errata []view.Erratum) string {
	s := of.School
	printed := []any{s.Name.Value, s.Short.Value, s.Site.Value, s.Reviewed.Value, s.NextReview.Value, view.Fields(s.Forms), errata}
	for _, d := range documents {
		for _, r := range of.Rules {
			if r.Document.ID.Value == d.ID.Value && r.Caution.Value != "" {
				printed = append(printed, r.Clause.ID.Value, view.Typeset(r.Caution))
			}
		}
		printed = append(printed, view.Typeset(d.Title), d.Heading.Value, view.Typeset(d.Audience), d.Adopted, d.Author.Value, view.Fields(d.Signoff))
		for _, s := range d.Sections {
			printed = append(printed, s.ID.Value, s.Heading.Value, view.Passages(s.Passages), s.Stem.Value, view.Passages(s.Closing), marked(s.Clauses))
		}
	}
	text, err := json.Marshal(printed)
	if err != nil {
		panic(err) // it is all text and numbers
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:8])
}

// marked returns what is printed of clauses.
func marked(clauses []model.Clause) (printed []any) {
	for _, c := range clauses {
		printed = append(printed, []any{c.Mark.Value, site.Published(c.Text, c.Errata), marked(c.Clauses)})
	}
	return printed
}
