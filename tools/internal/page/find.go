package page

import (
	"safeonline/tools/internal/find"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// FindIndex is the name of the file with what the script of the page /find/ searches. Templates read it.
const FindIndex = "data/find.json"

type findParams struct {
	Letters []find.Letter `json:"letters"`
}

// findFiles returns the index of what can be found: as a page from A to Z, and for the script.
func findFiles(v *view.Site, s *site.Site) []File {
	var printed []find.Entry
	for _, of := range site.EachSheet {
		var item model.Sheet
		item.Each.Value = of
		for _, sheet := range sheets(v, s, item) {
			printed = append(printed, find.SheetOf(v, sheet))
		}
	}
	entries := find.Entries(v, s, printed)
	p := page{
		path: "find.md", Layout: "find", Title: v.Text("find_title", nil), Description: v.Text("find_about", nil),
		Params: findParams{find.Letters(entries)},
	}
	return []File{{"content/" + p.path, encoded(p)}, {FindIndex, encoded(map[string]string{"index": find.Index(v.Words, entries)})}}
}
