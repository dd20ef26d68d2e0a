// Package offline makes the site's service worker: a script of ours (worker/), bundled by esbuild, with the list of the
// files that children need and the hash of each. What the worker keeps is that list, the same for everyone, and a file that
// is not as it was built never gets in.
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
	"slices"
	"strings"

	"github.com/evanw/esbuild/pkg/api"
)

// Name is the worker's file, at the site's root: a worker answers for the pages beside it and below.
const Name = "worker.js"

//go:embed worker/worker.ts
var worker string

//go:embed worker/off.ts
var off string

// leftOut is what nobody needs without a line: pages for grown-ups, sheets for paper, what only machines read, and the
// styles and scripts of those pages alone.
var leftOut = []string{
	"about/", "accessibility/", "codes/notes/", "licences/", "parents/", "print/", "teachers/",
	"css/landscape.", "js/filter.", "js/notes.", "404.html", "sitemap.xml", Name,
	"_", // what tells the host something, as _headers does, and is not served
}

// Files lists what is kept of a built site: an address below the site's own ("ks2/passwords/", "" for the home page), and
// the SHA-256 of its file in base64.
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

func isLeftOut(name string) bool {
	return path.Ext(name) == ".pdf" || path.Ext(name) == ".txt" ||
		slices.ContainsFunc(leftOut, func(beginning string) bool { return strings.HasPrefix(name, beginning) })
}

// Worker gives the worker of a built site. The same site gives the same bytes.
func Worker(site fs.FS) ([]byte, error) {
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
	return bundle(worker, map[string]string{"FILES": string(list), "BUILD": string(build)})
}

// Off gives the worker of a site without an offline copy: it takes the other's place, deletes what was kept, and goes.
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
