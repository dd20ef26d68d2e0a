// Package paper makes what is printed: posters, worksheets, exit slips and slips to sign, and pages for tablets. It also lists the PDF files and the
// pictures that a school commits, each with a fingerprint of what it shows, by which a file that is out of date is known.
package paper

import "safeonline/tools/internal/view"

// Sheet is a page for paper. Its content is one value, so that nothing takes the page for one that pupils read on a
// screen.
type Sheet struct {
	view.Origin
	Hue      string `json:"hue"`
	Content  any    `json:"sheet"`
	Foot     *Foot  `json:"foot,omitempty"`     // of each printed page
	Download *Offer `json:"download,omitempty"` // the same as a PDF file
}
