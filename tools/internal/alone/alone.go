// Package alone gives a page that is one file the look of the site: its styles, its typeface, and a security policy that allows these alone.
package alone

import (
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// sheets are the styles of the site's pages that such a page has too, in the order of its layers.
var sheets = []string{
	"assets/css/reset.css", "assets/css/tokens.css", "assets/css/dark.css", "assets/css/base.css",
	"assets/components/button/button.css", "assets/components/tile/tile.css",
}

// fonts are the files of the site's typeface, by weight.
var fonts = []struct {
	weight int
	file   string
}{{400, "static/fonts/andika-400.woff2"}, {700, "static/fonts/andika-700.woff2"}}

// Style returns the styles of a page: the site's, then its own. project is the folder of the project; one without the site's files has a
// page without a look.
func Style(project fs.FS, own string) (string, error) {
	var style strings.Builder
	style.WriteString("@layer reset, tokens, base, layout, components, print;\n")
	for _, f := range fonts {
		body, err := optional(project, f.file)
		if err != nil {
			return "", err
		}
		if len(body) > 0 {
			fmt.Fprintf(&style, "@font-face { font-family: Andika; src: url(data:font/woff2;base64,%s) format(\"woff2\"); font-weight: %d; }\n",
				base64.StdEncoding.EncodeToString(body), f.weight)
		}
	}
	for _, name := range sheets {
		body, err := optional(project, name)
		if err != nil {
			return "", err
		}
		style.Write(body)
	}
	style.WriteString(own)
	return style.String(), nil
}

// optional returns a file of the project, or nothing if it has none of this name.
func optional(project fs.FS, name string) ([]byte, error) {
	body, err := fs.ReadFile(project, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return body, err
}

// Policy returns the content security policy of a page with these styles and this script, if it has one. forms says whether it sends forms
// to where it came from.
func Policy(style, script string, forms bool) string {
	to, scripts := "'none'", "'none'"
	if forms {
		to = "'self'"
	}
	if script != "" {
		scripts = hash(script)
	}
	return fmt.Sprintf("default-src 'none'; style-src %s; script-src %s; font-src data:; form-action %s; base-uri 'none'", hash(style), scripts, to)
}

func hash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}
