package report

import (
	"fmt"
	"html/template"
	"io/fs"
	"strings"

	"safeonline/tools/internal/alone"
)

// dress adds the styles, the script, and the security policy that allows these alone.
func (s *shown) dress(project fs.FS) error {
	own, err := parts.ReadFile("report.css")
	if err != nil {
		return err
	}
	var bar strings.Builder
	for _, f := range s.Bar() {
		fmt.Fprintf(&bar, ".bar [data-hue=%s] { flex-grow: %d; }\n", f.Hue, f.N)
	}
	style, err := alone.Style(project, string(own)+bar.String())
	if err != nil {
		return err
	}
	script, err := parts.ReadFile("report.js")
	if err != nil {
		return err
	}
	s.Style, s.Script = template.CSS(style), template.JS(script)
	s.Policy = alone.Policy(style, string(script), s.Live != nil)
	return nil
}
