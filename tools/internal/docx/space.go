package docx

// space is a namespace, as far as the reader has to know it.
type space int

const (
	other        space = iota
	bare               // of attributes without a prefix
	w                  // WordprocessingML, ECMA-376 part 1, 17
	mc                 // markup compatibility, part 3
	rel                // relationships between parts, part 1, 22.8
	packaged           // the relationships of parts, as they are listed: part 2, 9.3
	vml                // drawings of older files: part 4, 19
	math               // Office Math: part 1, 22.1
	w14                // what Word 2010 added: [MS-DOCX]
	drawing            // part 1, 20.4: where pictures are
	diagram            // part 1, 21.4: SmartArt
	chart              // part 1, 21.2
	spreadsheet        // the main part of an Excel file
	presentation       // the main part of a PowerPoint file
)

// spaces has both names of each namespace: of the transitional form, which Word writes, and of the strict form (ECMA-376 part 1, annex A
// and part 4).
var spaces = map[string]space{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":           w,
	"http://purl.oclc.org/ooxml/wordprocessingml/main":                       w,
	"http://schemas.openxmlformats.org/markup-compatibility/2006":            mc,
	"http://schemas.openxmlformats.org/officeDocument/2006/relationships":    rel,
	"http://purl.oclc.org/ooxml/officeDocument/relationships":                rel,
	"http://schemas.openxmlformats.org/package/2006/relationships":           packaged,
	"urn:schemas-microsoft-com:vml":                                          vml,
	"http://schemas.openxmlformats.org/officeDocument/2006/math":             math,
	"http://purl.oclc.org/ooxml/officeDocument/math":                         math,
	"http://schemas.microsoft.com/office/word/2010/wordml":                   w14,
	"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": drawing,
	"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing":             drawing,
	"http://schemas.openxmlformats.org/drawingml/2006/diagram":               diagram,
	"http://purl.oclc.org/ooxml/drawingml/diagram":                           diagram,
	"http://schemas.openxmlformats.org/drawingml/2006/chart":                 chart,
	"http://purl.oclc.org/ooxml/drawingml/chart":                             chart,
	"http://schemas.openxmlformats.org/spreadsheetml/2006/main":              spreadsheet,
	"http://purl.oclc.org/ooxml/spreadsheetml/main":                          spreadsheet,
	"http://schemas.openxmlformats.org/presentationml/2006/main":             presentation,
	"http://purl.oclc.org/ooxml/presentationml/main":                         presentation,
}
