package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"safeonline/tools/internal/draft"
	"safeonline/tools/internal/report"
)

// schoolImport is the import of the school that is served. Its errors say what the command would print.
type schoolImport struct{ env *env }

func (s schoolImport) Report() (report.Import, error) {
	e, said := s.aside()
	i, err := e.lastImport()
	if err != nil {
		return report.Import{}, inWords(said, err)
	}
	return i.report(), nil
}

func (s schoolImport) Answer(a draft.Answer) error {
	e, said := s.aside()
	_, err := e.answer(a)
	return inWords(said, err)
}

// aside returns the surroundings, with what is printed kept for the page.
func (s schoolImport) aside() (*env, *bytes.Buffer) {
	said := &bytes.Buffer{}
	e := *s.env
	e.stdout, e.stderr = said, said
	return &e, said
}

// inWords returns an error that says what was printed, where the error itself says only that something was.
func inWords(said *bytes.Buffer, err error) error {
	if errors.Is(err, errFaults) {
		return errors.New(strings.TrimSpace(said.String()))
	}
	return err
}

// imported reports whether the school's policy was imported.
func (e *env) imported() bool {
	_, err := os.Stat(filepath.Join(e.root, filepath.FromSlash(e.school), "import.yaml"))
	return err == nil
}
