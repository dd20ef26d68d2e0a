package report

import (
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"strings"
)

// sheets are the styles of the site's pages that this page has too, in the order of its layers.
var sheets = []string{
	"assets/css/reset.css", "assets/css/tokens.css", "assets/css/dark.css", "assets/css/base.css",
	"assets/components/button/button.css", "assets/components/tile/tile.css",
}

// fonts are the files of the site's typeface, by weight.
var fonts = []struct {
	weight int
	file   string
}{{400, "static/fonts/andika-400.woff2"}, {700, "static/fonts/andika-700.woff2"}}

// dress adds the styles, the fonts, the script, and the security policy that allows these alone.
func (s *shown) dress(project fs.FS) error {
	style := strings.Builder{}
	style.WriteString("@layer reset, tokens, base, layout, components, print;\n")
	for _, f := range fonts {
		body, err := optional(project, f.file)
		if err != nil {
			return err
		}
		if len(body) > 0 {
			fmt.Fprintf(&style, "@font-face { font-family: Andika; src: url(data:font/woff2;base64,%s) format(\"woff2\"); font-weight: %d; }\n",
				base64.StdEncoding.EncodeToString(body), f.weight)
		}
	}
	for _, name := range sheets {
		body, err := optional(project, name)
		if err != nil {
			return err
		}
		style.Write(body)
	}
	own, err := parts.ReadFile("report.css")
	if err != nil {
		return err
	}
	style.Write(own)
	for _, f := range s.Bar() {
		fmt.Fprintf(&style, ".bar [data-hue=%s] { flex-grow: %d; }\n", f.Hue, f.N)
	}
	script, err := parts.ReadFile("report.js")
	if err != nil {
		return err
	}
	s.Style, s.Script = template.CSS(style.String()), template.JS(script)
	s.Policy = policy(style.String(), string(script), s.Live != nil)
	return nil
}

// optional returns a file of the project, or nothing if it has none of this name.
func optional(project fs.FS, name string) ([]byte, error) {
	body, err := fs.ReadFile(project, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return body, err
}

// policy returns the content security policy of the page.
func policy(style, script string, live bool) string {
	forms := "'none'"
	if live {
		forms = "'self'"
	}
	return fmt.Sprintf("default-src 'none'; style-src %s; script-src %s; font-src data:; form-action %s; base-uri 'none'",
		hash(style), hash(script), forms)
}

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
