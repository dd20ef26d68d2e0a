package config

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"safeonline/tools/internal/diag"
)

// stray is a file or folder that another program would read beside the project's own settings.
type stray struct {
	pattern string // of a name, in small letters
	in      string // the folder that it would be in
	why     string
}

const (
	forHugo    = "Hugo would take settings from here that nobody checks"
	forGo      = "Go would build the tools with other modules than those of go.mod"
	forScripts = "Hugo would change styles and scripts as this says"
	forHost    = "the host would do more than serve the site as it was built"
)

var unwanted = []stray{
	{"config", ".", forHugo},
	{"config.*", ".", forHugo},
	{"hugo.*", ".", forHugo}, // except hugo.toml
	{".hugo", ".", forHugo},
	{"package.hugo.json", ".", forHugo},
	{"go.work", ".", forGo},
	{"vendor", ".", forGo},
	{"_vendor", ".", forHugo},
	{"postcss.config.*", ".", forScripts},
	{".postcssrc*", ".", forScripts},
	{"babel.config.*", ".", forScripts},
	{".babelrc*", ".", forScripts},
	{"tailwind.config.*", ".", forScripts},
	{"jsconfig.json", ".", forScripts},
	{"netlify", ".", forHost},
	{"functions", ".", forHost},
	{"wrangler.*", ".", forHost},
	{"v1", ".netlify", forHost},
	{"functions", ".netlify", forHost},
	{"edge-functions", ".netlify", forHost},
}

// strays reports unwanted files and folders. Package folder knows what may be in assets/, static/ and similar folders.
func strays(fsys fs.FS) (faults diag.List, err error) {
	for _, folder := range []string{".", ".netlify"} {
		entries, err := fs.ReadDir(fsys, folder)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		for _, entry := range entries {
			name := strings.ToLower(entry.Name())
			if folder == "." && entry.Name() == Hugo {
				continue
			}
			for _, u := range unwanted {
				if matched, _ := path.Match(u.pattern, name); matched && u.in == folder {
					at := diag.WholeFile(path.Join(folder, entry.Name()))
					faults.Add(diag.Fault{
						Pos: at, Code: diag.ConfigFile,
						Message: fmt.Sprintf("this is not allowed here: %s", u.why),
						Hint:    "delete it",
					})
					break
				}
			}
		}
	}
	return faults, nil
}
