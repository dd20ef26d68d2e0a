// Package render runs Hugo, in this process, on a project whose generated files are in place.
package render

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/gohugoio/hugo/commands"
)

// Options are the settings of one rendering. If BaseURL is empty, that of hugo.toml is used.
type Options struct {
	Root        string // the project's folder
	Generated   string // the folder of the generated files, relative to Root: "generated" if empty
	Destination string // a folder that is empty or does not exist
	BaseURL     string
	Environment string // "production" if empty; pages of any other ask search engines to stay away
}

// Hugo renders the site. It returns Hugo's warnings as an error, so that nobody gets used to them. (Hugo's own
// --panicOnWarning panics in a goroutine, which would end a preview.) Only one call at a time is allowed: meanwhile the
// process's own streams are captured, and it has only the variables of Environment.
func Hugo(o Options) error {
	config, err := settings(o)
	if err != nil {
		return err
	}
	args := []string{
		"build", "--noBuildLock", "--printI18nWarnings", "--source", o.Root, "--destination", o.Destination,
		"--config", config,
		// Hugo needs a folder for what it fetches, and fetches nothing. The next build deletes whatever is put there.
		"--cacheDir", filepath.Join(o.Root, o.GeneratedFolder()),
	}
	if o.BaseURL != "" {
		args = append(args, "--baseURL", o.BaseURL)
	}
	if o.Environment != "" {
		args = append(args, "--environment", o.Environment)
	}
	defer setEnvironment(os.Environ())
	setEnvironment(Environment(os.Environ()))
	said, err := caught(func() error { return commands.Execute(args) })
	if found := complaints(said); len(found) > 0 {
		return told{strings.Join(found, "\n"), err}
	}
	if err != nil {
		return told{brief(err.Error()), err}
	}
	return nil
}

const (
	settingsName  = "hugo.toml"
	generatedName = "generated"
)

// GeneratedFolder returns the folder of the generated files, relative to the project's.
func (o Options) GeneratedFolder() string { return cmp.Or(o.Generated, generatedName) }

// settings returns the name of the file with Hugo's settings, relative to the project's folder: of a whole path Hugo would make two at a
// comma. Where the generated files are in a folder of their own, so is a copy of the settings that mounts them.
func settings(o Options) (string, error) {
	if o.GeneratedFolder() == generatedName {
		return settingsName, nil
	}
	text, err := os.ReadFile(filepath.Join(o.Root, settingsName))
	if err != nil {
		return "", err
	}
	mounts := fmt.Sprintf(`source = "%s/`, filepath.ToSlash(o.Generated))
	text = bytes.ReplaceAll(text, []byte(`source = "`+generatedName+`/`), []byte(mounts))
	name := path.Join(filepath.ToSlash(o.Generated), settingsName)
	return name, os.WriteFile(filepath.Join(o.Root, name), text, 0o644)
}

// told is an error of Hugo's in fewer words, which wraps the original: a full disk, say.
type told struct {
	words  string
	behind error
}

func (t told) Error() string { return t.words }
func (t told) Unwrap() error { return t.behind }

// caught runs f and returns what it wrote to standard output and standard error.
func caught(f func() error) (said string, err error) {
	r, w, err := os.Pipe()
	if err != nil {
		return "", err
	}
	var buf bytes.Buffer
	read := make(chan struct{})
	go func() {
		io.Copy(&buf, r) // ends when w is closed
		close(read)
	}()
	stdout, stderr := os.Stdout, os.Stderr
	os.Stdout, os.Stderr = w, w
	defer func() {
		os.Stdout, os.Stderr = stdout, stderr
		w.Close()
		<-read
		r.Close()
		said = buf.String()
	}()
	return "", f()
}

var complaint = regexp.MustCompile(`^(?:\x1b\[[0-9;]*m)*(WARN|ERROR)(?:\x1b\[[0-9;]*m)* +(.*)`)

// complaints returns the warnings and errors in Hugo's output, each once, with their continuation lines.
func complaints(said string) (found []string) {
	seen := map[string]bool{}
	inside := false
	for _, line := range strings.Split(said, "\n") {
		m := complaint.FindStringSubmatch(line)
		switch {
		case m != nil:
			text := strings.ToLower(m[1]) + ": " + brief(m[2])
			inside = !seen[text]
			if inside {
				seen[text] = true
				found = append(found, text)
			}
		case inside && strings.HasPrefix(line, " "):
			found[len(found)-1] += "\n" + line
		default:
			inside = false
		}
	}
	return found
}

var wrapping = regexp.MustCompile(`^(?:error building site: |render: |\[[^\]]*\] |failed to render pages: |render of "[^"]*" failed: |assemble: |process: )+`)

// longest is how many bytes of an error are printed. A template that includes itself causes one of 400,000.
const longest = 2000

// brief returns an error's text without the layers in which Hugo wraps it, so that it begins with the name of the template
// or page. Of a very long text it keeps the beginning, and the end, which has the cause.
func brief(s string) string {
	s = strings.TrimSpace(wrapping.ReplaceAllString(s, ""))
	if len(s) > longest {
		s = s[:longest/2] + " … " + s[len(s)-longest/2:]
	}
	return strings.ToValidUTF8(s, "")
}
