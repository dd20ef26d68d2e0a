package main

import (
	"fmt"
	"io"
	"strings"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

// tellUnknown tells the school what families look for and nobody has filled in. That is no fault: pages leave it out.
func tellUnknown(to io.Writer, s *site.Site) {
	u := s.Unknown()
	var lines []string
	add := func(what, file string, names []string) {
		if len(names) > 0 {
			lines = append(lines, fmt.Sprintf("  %s, in %s: %s", what, file, strings.Join(names, ", ")))
		}
	}
	const help = "data/library/help.yaml"
	add("fields", s.Folder+"/school.yaml", u.Fields)
	add("fields", s.Folder+"/history.yaml", u.History)
	add("roles of people", s.Folder+"/school.yaml", u.Roles)
	add("services without a phone, web or email", help, idsOf(u.Missing))
	add("services without the day on which somebody tried them (checked)", help, idsOf(u.Untried))
	if len(lines) > 0 {
		fmt.Fprintf(to, "notice: pages leave out what is not filled in:\n%s\n", strings.Join(lines, "\n"))
	}
}

func idsOf(routes []model.Route) (ids []string) {
	for _, r := range routes {
		ids = append(ids, r.ID.Value)
	}
	return ids
}
