// Package office looks at files of PowerPoint, Word and Excel for tests: whether they are valid, and how LibreOffice reads them. It reads them by
// itself, and knows nothing of how they are made.
package office

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// Validate returns what the Open XML SDK of Microsoft finds wrong with a file: what its program might refuse or repair. The project is
// the folder with node_modules. The package there is for Linux on x64; elsewhere the validator is looked for as a program.
func Validate(ctx context.Context, project, file string) error {
	validator := filepath.Join(project, "node_modules", "@xarsh", "ooxml-validator-linux-x64", "ooxml-validator")
	if _, err := os.Stat(validator); err != nil {
		validator = "ooxml-validator"
	}
	said, err := exec.CommandContext(ctx, validator, file).Output()
	if err != nil {
		return fmt.Errorf("the validator of such files did not run, or is not installed (make tools): %w", err)
	}
	var found struct {
		OK     bool
		Errors []struct{ Description, Path, XPath string }
	}
	if err := json.Unmarshal(said, &found); err != nil {
		return fmt.Errorf("the validator says %q: %w", said, err)
	}
	if !found.OK {
		return fmt.Errorf("%s is not valid: %+v", file, found.Errors)
	}
	return nil
}

// withHidden asks LibreOffice for a PDF file with all slides, those that a show passes over too.
const withHidden = `pdf:impress_pdf_Export:{"ExportHiddenSlides":{"type":"boolean","value":"true"}}`

// PDF makes PDF files of PowerPoint files with LibreOffice, with the same names and in the same folder. One run for many files is
// quicker than one for each.
func PDF(ctx context.Context, folder string, files ...string) error {
	return Convert(ctx, folder, withHidden, "pdf", files...)
}

// Convert makes other files of files with LibreOffice, with the same names and in the same folder: a filter of LibreOffice says which, and
// they have an ending.
func Convert(ctx context.Context, folder, filter, ending string, files ...string) error {
	home, err := os.MkdirTemp("", "office-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(home)
	args := []string{"-env:UserInstallation=file://" + home, "--headless", "--convert-to", filter, "--outdir", folder}
	for _, f := range files {
		args = append(args, filepath.Join(folder, f))
	}
	said, err := exec.CommandContext(ctx, "soffice", args...).CombinedOutput()
	if err != nil {
		return fmt.Errorf("LibreOffice made no files, or is not installed (tools/needs.sh office): %w\n%s", err, said)
	}
	for _, f := range files { // LibreOffice has no exit code for what it cannot read
		if _, err := os.Stat(filepath.Join(folder, strings.TrimSuffix(f, filepath.Ext(f))+"."+ending)); err != nil {
			return fmt.Errorf("LibreOffice could not read %s:\n%s", f, said)
		}
	}
	return nil
}
