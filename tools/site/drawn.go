package main

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"

	"safeonline/tools/internal/out"
	"safeonline/tools/internal/slideshow"
)

// keptIn returns a function that draws like another, and keeps each picture in a folder: of the builds that have the same folder, only the
// first draws it. The builds of one run share the pictures of the library, which takes longer to draw than all pages. The folder must be of
// one run, since another program might draw in another way.
func keptIn(folder string, draw slideshow.Drawer) slideshow.Drawer {
	return func(svg []byte, pixels int) ([]byte, error) {
		name := filepath.Join(folder, fmt.Sprintf("%x-%d.png", sha256.Sum256(svg), pixels))
		if body, err := os.ReadFile(name); err == nil {
			return body, nil
		}
		body, err := draw(svg, pixels)
		if err == nil {
			err = out.Write(name, body)
		}
		return body, err
	}
}
