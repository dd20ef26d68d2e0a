// Package render runs Hugo, in this process, over a project whose generated files are in place.
package render

import (
	"errors"
	"fmt"
	"regexp"
	"strings"

	"github.com/gohugoio/hugo/commands"
)

// Options say what to render. BaseURL may be empty: then hugo.toml's holds.
type Options struct {
	Root        string // the project's folder
	Destination string // a folder that is not there yet, or is empty
	BaseURL     string
}

// Hugo renders the site. A warning of Hugo's is an error here: in a site that is checked there is none to get used to.
func Hugo(o Options) (err error) {
	defer func() {
		if p := recover(); p != nil { // --panicOnWarning
			err = errors.New(brief(fmt.Sprint(p)))
		}
	}()
	args := []string{"build", "--quiet", "--panicOnWarning", "--noBuildLock", "--source", o.Root, "--destination", o.Destination}
	if o.BaseURL != "" {
		args = append(args, "--baseURL", o.BaseURL)
	}
	if err := commands.Execute(args); err != nil {
		return errors.New(brief(err.Error()))
	}
	return nil
}

var wrapping = regexp.MustCompile(`^(?:error building site: |failed to render pages: |render of "[^"]*" failed: |assemble: |process: )+`)

// brief drops the layers that Hugo wraps an error in: what is left begins with the template or page that is meant.
func brief(s string) string { return strings.TrimSpace(wrapping.ReplaceAllString(s, "")) }
