package lesson

import (
	"regexp"

	"github.com/yuin/goldmark/util"

	"safeonline/tools/internal/diag"
)

var entity = regexp.MustCompile(`&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);`)

// mostEntities is how many entities are reported of a file, one by one.
const mostEntities = 10

// entities reports those of Markdown's entities that stand for a character that a file must not hold as it is: &shy; hides
// in a word like the soft hyphen itself.
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
