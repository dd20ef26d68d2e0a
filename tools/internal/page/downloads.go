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
	var printed []document
	for _, d := range documents {
		d.URL, d.Name, d.Set = "", "", false
		sections := d.Sections
		d.Sections = nil
		for _, s := range sections {
			s.Short = ""
			clauses := s.Clauses
			s.Clauses = nil
			for _, c := range clauses {
				s.Clauses = append(s.Clauses, clause{Mark: c.Mark, Text: c.Text})
			}
			d.Sections = append(d.Sections, s)
		}
		printed = append(printed, d)
	}
	school := b.school()
	text, err := json.Marshal([]any{
		school.Name, school.Short, school.Site, school.Reviewed, school.NextReview, school.Forms, printed, errata,
	})
	if err != nil && b.err == nil {
		b.err = err
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:8])
}
