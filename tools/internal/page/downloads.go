package page

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

// Download is a PDF file that the site can offer: its name, the address of the page that it is a print of, and its
// mark, a fingerprint of the data that it shows. A file with another mark is stale.
type Download struct {
	File, Address, Mark string
}

// Downloads returns the PDF files of the policy and its agreements, for a school that mails and archives them. It does
// not check which of them exist: making one needs a browser.
func Downloads(s *site.Site) []Download {
	b := builder{site: s, rules: map[string]site.Rule{}}
	all := b.whole()
	list := []Download{{b.file(s.Documents[0]), "/print/policy/", b.mark(all.Documents, all.Errata)}}
	for i, d := range s.Documents[1:] {
		list = append(list, Download{b.file(d), b.documentURL(d), b.mark(all.Documents[i+1:i+2], nil)})
	}
	return list
}

// download is a PDF file as pages offer it: its path in the site, and its size.
type download struct {
	File string `json:"file"`
	KB   int64  `json:"kb"`
}

// download returns the PDF file of a document, or nil if there is none.
func (b *builder) download(d model.Document) *download {
	for _, f := range b.site.Files {
		if f.Path == "downloads/"+b.file(d) {
			return &download{File: f.Path, KB: (f.Size + 1023) / 1024}
		}
	}
	return nil
}

// file returns the name of a document's PDF file.
func (b *builder) file(d model.Document) string {
	name := b.site.School.Slug.Value
	if d.ID == b.site.Documents[0].ID {
		return name + "-policy.pdf"
	}
	return name + "-agreement-" + d.ID.Value + ".pdf"
}

// mark returns a fingerprint of what a print of these documents shows. Words that are not printed, such as a rule's
// plain sentence, do not affect it.
func (b *builder) mark(documents []document, errata []erratum) string {
	s := b.site.School
	printed := []any{s.Name.Value, s.Short.Value, s.Site.Value, s.Reviewed.Value, s.NextReview.Value, fields(s.Forms), errata}
	for _, d := range documents {
		printed = append(printed, d.Title, d.Heading, d.Audience, d.Adopted, d.Author, d.Signoff)
		for _, s := range d.Sections {
			printed = append(printed, s.ID, s.Heading, s.Passages, s.Stem, s.Closing, marked(s.Clauses))
		}
	}
	text, err := json.Marshal(printed)
	if err != nil && b.err == nil {
		b.err = err
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:8])
}

// marked returns what is printed of clauses.
func marked(clauses []clause) (printed []any) {
	for _, c := range clauses {
		printed = append(printed, []any{c.Mark, c.Text, marked(c.Parts)})
	}
	return printed
}
