// Package config compares the files that configure the project with what the site needs: hugo.toml, netlify.toml and
// tsconfig.json. It also reports files beside them that Hugo, Go or the host would read too. Each setting is known, and
// has a value that the site was tested with. So no setting can publish something unchecked, run a program, or remove a
// response header.
package config

import (
	"errors"
	"io/fs"

	"safeonline/tools/internal/diag"
)

// The settings files, below the project's folder.
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
			continue // without hugo.toml this is not a project, and the command says so
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
