// Package headers reads the response headers that the host is told of in netlify.toml, so that whoever else serves the
// site (the preview, the tests) sends the same ones and no list of them stands twice.
//
// Of the host's syntax (https://docs.netlify.com/routing/headers/) it knows what the project uses: a path as it is, or
// the beginning of paths with a "*" behind it. Where several rules match, all hold, and of one header the last.
package headers

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"safeonline/tools/internal/diag"
)

// File is where the headers stand, below the project's folder.
const File = "netlify.toml"

// Rules are the headers of all paths, in the order of the file.
type Rules []rule

type rule struct {
	For    string            `toml:"for"`
	Values map[string]string `toml:"values"`
}

// Read reads the rules. A project without the file has none.
func Read(fsys fs.FS) (Rules, diag.List, error) {
	src, faults, err := diag.Read(fsys, File)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil || faults.Failed() {
		return nil, faults, err
	}
	var file struct {
		Headers []rule `toml:"headers"`
	}
	if err := toml.Unmarshal(src.Text, &file); err != nil {
		at := diag.Pos{Source: src}
		if where := new(toml.DecodeError); errors.As(err, &where) {
			at.Line, at.Col = where.Position()
		}
		faults.Errorf(at, "bad-toml", "a header is written as Name = \"value\" below [headers.values]", "this is no TOML as it is wanted here: %s", strings.TrimPrefix(err.Error(), "toml: "))
		return nil, faults, nil
	}
	for i, r := range file.Headers {
		if why := r.wrong(); why != "" {
			faults.Errorf(place(src, i), "bad-header", "mend it as the rules beside it are written", "the headers for %q: %s", r.For, why)
		}
	}
	if faults.Failed() {
		return nil, faults, nil
	}
	return file.Headers, nil, nil
}

// place is where rule i stands, counted from 0; the whole file, if it is written in a way that hides it.
func place(src *diag.Source, i int) diag.Pos {
	for n := 1; n <= bytes.Count(src.Text, []byte("\n"))+1; n++ {
		if strings.HasPrefix(strings.TrimSpace(src.Line(n)), "[[headers]]") {
			if i--; i < 0 {
				return diag.Pos{Source: src, Line: n, Col: 1}
			}
		}
	}
	return diag.Pos{Source: src}
}

// wrong tells why a rule can't hold, or nothing.
func (r rule) wrong() string {
	if !strings.HasPrefix(r.For, "/") {
		return "a path begins with /"
	}
	if strings.ContainsAny(strings.TrimSuffix(r.For, "*"), "*:") {
		return "a path is written out, but for one * at its end"
	}
	for _, name := range slices.Sorted(maps.Keys(r.Values)) {
		if strings.Trim(strings.ToLower(name), "abcdefghijklmnopqrstuvwxyz0123456789-") != "" || name == "" {
			return fmt.Sprintf("%q is no name of a header", name)
		}
		if strings.ContainsFunc(r.Values[name], func(c rune) bool { return c < ' ' || c > '~' }) {
			return fmt.Sprintf("%s must be one line of plain characters", name)
		}
	}
	return ""
}

func (r rule) matches(path string) bool {
	if from, open := strings.CutSuffix(r.For, "*"); open {
		return strings.HasPrefix(path, from)
	}
	return path == r.For
}

// For gives the headers of a path, which begins with a slash.
func (rules Rules) For(path string) http.Header {
	all := http.Header{}
	for _, r := range rules {
		if r.matches(path) {
			for name, value := range r.Values {
				all.Set(name, value)
			}
		}
	}
	return all
}

// Handler adds the headers to whatever next answers. Next may change them.
func (rules Rules) Handler(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		maps.Copy(w.Header(), rules.For(r.URL.Path))
		next.ServeHTTP(w, r)
	})
}
