// Package offline builds the site's service worker: our own script (worker/), bundled by esbuild, with the list of the files
// that children need and the hash of each. The worker keeps a copy of these files, the same for everyone, and never stores a
// file that differs from the build.
package offline

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/evanw/esbuild/pkg/api"
)

// Name is the worker's file. It is at the site's root, because a worker serves only the pages in its folder and below.
const Name = "worker.js"

//go:embed worker/worker.ts
var worker string

//go:embed worker/off.ts
var off string

// leftOut lists what nobody needs offline: pages for grown-ups, sheets to print, files for machines, and the styles and
// scripts of those pages only.
var leftOut = []string{
	"about/", "accessibility/", "codes/notes/", "codes/tablet/", "downloads/tablet/", "licences/", "parents/", "places/line/", "print/", "scenes/ink/", "take/", "teachers/",
	"css/family.", "css/landscape.", "css/tablet.", "js/family.", "js/filter.", "js/notes.", "404.html", "sitemap.xml", Name,
	"_", // instructions for the host, such as _headers, which are not served
}

// Pace is how long the worker waits.
type Pace struct {
	// Pause is the longest pause between two files that are fetched for the copy. Each pause is between a third of it and
	// all of it, at random, so that a class of tablets does not ask for everything at once.
	Pause time.Duration
	// Patience is how long a page may take to arrive before the copy is shown instead.
	Patience time.Duration
}

// Usual is the pace of a published site's worker.
var Usual = Pace{Pause: 100 * time.Millisecond, Patience: 2500 * time.Millisecond}

// Files returns the files of a built site that the worker keeps: the SHA-256 of each in base64, by its address relative to the
// site's own ("rules/passwords/", "" for the home page).
func Files(site fs.FS) (map[string]string, error) {
	files := map[string]string{}
	err := fs.WalkDir(site, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || isLeftOut(name) {
			return err
		}
		body, err := fs.ReadFile(site, name)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(body)
		if path.Base(name) == "index.html" {
			name = strings.TrimSuffix(name, "index.html")
		}
		files[name] = base64.StdEncoding.EncodeToString(sum[:])
		return nil
	})
	return files, err
}

// route matches the slides of a plan's route, which the deck itself has too.
var route = regexp.MustCompile(`^present/.+/\d+/`)

func isLeftOut(name string) bool {
	return route.MatchString(name) || path.Ext(name) == ".pdf" || path.Ext(name) == ".txt" ||
		slices.ContainsFunc(leftOut, func(beginning string) bool { return strings.HasPrefix(name, beginning) })
}

// Worker returns the worker of a built site. The same site gives the same bytes.
func Worker(site fs.FS) ([]byte, error) { return WorkerAt(Usual, site) }

// WorkerAt returns a worker with another pace, for tests that must not wait.
func WorkerAt(pace Pace, site fs.FS) ([]byte, error) {
	files, err := Files(site)
	if err != nil {
		return nil, err
	}
	list, err := json.Marshal(files) // sorted by address
	if err != nil {
		return nil, err
	}
	build, err := json.Marshal(fmt.Sprintf("%x", sha256.Sum256(list))[:16])
	if err != nil {
		return nil, err
	}
	return bundle(worker, map[string]string{
		"FILES":    string(list),
		"BUILD":    string(build),
		"PAUSE":    strconv.FormatInt(pace.Pause.Milliseconds(), 10),
		"PATIENCE": strconv.FormatInt(pace.Patience.Milliseconds(), 10),
	})
}

// Off returns the worker of a site without an offline copy. It replaces an earlier worker, deletes the copy, and unregisters
// itself.
func Off() ([]byte, error) { return bundle(off, nil) }

func bundle(script string, define map[string]string) ([]byte, error) {
	made := api.Build(api.BuildOptions{
		Stdin:             &api.StdinOptions{Contents: script, Loader: api.LoaderTS, Sourcefile: Name},
		Bundle:            true,
		Define:            define,
		Format:            api.FormatIIFE,
		Target:            api.ES2020,
		Charset:           api.CharsetUTF8,
		TsconfigRaw:       "{}",
		MinifySyntax:      true,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
	})
	var faults []error
	for _, m := range append(made.Errors, made.Warnings...) {
		faults = append(faults, errors.New(m.Text))
	}
	if len(faults) > 0 || len(made.OutputFiles) != 1 {
		return nil, fmt.Errorf("the service worker can't be bundled: %w", errors.Join(faults...))
	}
	return made.OutputFiles[0].Contents, nil
}
