package lesson

import (
	"regexp"

	"github.com/yuin/goldmark/util"

	"safeonline/tools/internal/diag"
)

var entity = regexp.MustCompile(`&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);`)

// mostEntities is how many entities of a file are reported one by one.
const mostEntities = 10

// entities reports Markdown entities for characters that are not allowed in a file: &shy; hides in a word, as the soft
// hyphen itself does.
func (r *reader) entities(body int) {
	before := len(r.faults)
	for _, m := range entity.FindAllIndex(r.src.Text[body:], -1) {
		at := body + m[0]
		character := util.ResolveEntityNames(util.ResolveNumericReferences(r.src.Text[at : body+m[1]]))
		r.faults.Characters(diag.Text{Value: string(character), Pos: r.src.At(at)})
		if len(r.faults)-before >= mostEntities {
			return
		}
	}
}
