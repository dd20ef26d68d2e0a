// Package config holds the files that configure the project against what the site needs: hugo.toml, netlify.toml and
// tsconfig.json, and the files that must not be beside them, because Hugo, Go or the host would read them too. Every setting is
// known, and has a value that the site was tried with: so none can publish what was not checked, run a program, or take a header
// away, unseen.
package config

import (
	"errors"
	"io/fs"

	"safeonline/tools/internal/diag"
)

// The files of settings, below the project's folder.
const (
	Hugo   = "hugo.toml"
	Host   = "netlify.toml" // may be missing: then the project is published by hand, or by another host
	Script = "tsconfig.json"
)

// Check returns what is wrong with the configuration of a project.
func Check(fsys fs.FS) (diag.List, error) {
	faults, err := strays(fsys)
	if err != nil {
		return nil, err
	}
	for _, file := range []struct {
		name  string
		check func(*diag.Source) diag.List
	}{{Hugo, checkHugo}, {Host, checkHost}, {Script, checkScript}} {
		src, found, err := diag.Read(fsys, file.name)
		if errors.Is(err, fs.ErrNotExist) {
			continue // without hugo.toml this is no project, and the command says so
		}
		if err != nil {
			return nil, err
		}
		if src != nil {
			found = file.check(src)
		}
		faults = append(faults, found...)
	}
	return faults, nil
}
