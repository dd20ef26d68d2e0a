package page

import (
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/paper"
	"safeonline/tools/internal/site"
	"safeonline/tools/internal/view"
)

// posterPage returns the poster of a rule.
func posterPage(v *view.Site, r site.Rule) page {
	return sheetPage(v, r, r.Poster(), "poster", paper.Poster(v, r))
}

// worksheetPages returns the worksheet of a rule's lesson, its answers, its exit slip and, if it has any, its pages for a tablet.
func worksheetPages(v *view.Site, r site.Rule) []page {
	about, questions := v.Rule(r), paper.Worksheet(v, r)
	pages := []page{
		sheetPage(v, r, about.Worksheet, "worksheet", questions),
		sheetPage(v, r, about.Answers, "answers", questions),
		sheetPage(v, r, about.Exit, "exit", paper.Exit(v, r)),
	}
	if about.Tablet != "" {
		pages = append(pages, sheetPage(v, r, about.Tablet, "tablet", paper.Tablet(v, r)))
	}
	return pages
}

// sheetPage returns the page of a sheet about a rule. kind is its layout, and names its words.
func sheetPage(v *view.Site, r site.Rule, address, kind string, s paper.Sheet) page {
	return page{
		path: file(address), Layout: kind, Params: s,
		Title:       v.Text(kind+"_page", i18n.Values{"title": view.Typeset(r.Clause.Title)}),
		Description: v.Text(kind+"_about", nil),
	}
}
