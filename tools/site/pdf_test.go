package main

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	imagepng "image/png"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"safeonline/tools/internal/offline"
)

// Without Chromium, pdf writes nothing, and its error says what to do.
func TestPDFWithoutChromiumIsAnError(t *testing.T) {
	root := t.TempDir()
	must(t, copyFixture(root))
	t.Setenv("PATH", t.TempDir())
	var stdout, stderr bytes.Buffer
	if code := run([]string{"pdf"}, root, &stdout, &stderr); code != 2 {
		t.Errorf("exit code %d, want 2", code)
	}
	for _, words := range []string{"site pdf: Chromium is not installed", "hint: install it", "the pages offer printing"} {
		if !strings.Contains(stderr.String(), words) {
			t.Errorf("the error lacks %q:\n%s", words, &stderr)
		}
	}
	if stdout.Len() > 0 {
		t.Errorf("it prints %q", &stdout)
	}
}

// browser stands for Chromium: it prints nothing of the page, but a file in which pdf finds all that it looks for, or hands out a picture that
// stands beside it.
const browser = `#!/bin/sh
for arg; do
	case $arg in
	--print-to-pdf=*) file=${arg#*=} ;;
	--screenshot=*) exec cp "$(dirname "$0")/page.png" "${arg#*=}" ;;
	esac
done
cat >"$file" <<END
%PDF-1.4
/Marked true /Title (x) /Lang (en) /CreationDate (D:20260901120000+00'00')
%%EOF
END
`

// The PDF files of another school are made in its folder, and its site offers them at the addresses that any school's have.
func TestPDFsOfAnotherSchool(t *testing.T) {
	root, programs := t.TempDir(), t.TempDir()
	must(t, copyFixture(root))
	must(t, os.Mkdir(filepath.Join(root, "schools"), 0o755))
	const school = "schools/ash-grove"
	must(t, os.Rename(filepath.Join(root, "data/school"), filepath.Join(root, school)))
	must(t, os.WriteFile(filepath.Join(programs, "chromium"), []byte(browser), 0o755))
	var picture bytes.Buffer
	must(t, imagepng.Encode(&picture, image.NewPaletted(image.Rect(0, 0, 1600, 5*1200), color.Palette{color.White})))
	must(t, os.WriteFile(filepath.Join(programs, "page.png"), picture.Bytes(), 0o644))
	t.Setenv("PATH", programs+string(os.PathListSeparator)+os.Getenv("PATH"))
	command := func(args ...string) string {
		t.Helper()
		var stdout, stderr bytes.Buffer
		if code := run(args, root, &stdout, &stderr); code != 0 || stderr.Len() > 0 {
			t.Fatalf("site %s: exit code %d\n%s", strings.Join(args, " "), code, &stderr)
		}
		return stdout.String()
	}
	said := command("pdf", "--school", school)
	command("build", "--school", school)

	want := []string{"elm-lane-agreement-ks1.pdf", "elm-lane-agreement-ks2.pdf", "elm-lane-agreement-staff.pdf", "elm-lane-policy.pdf", "elm-lane-slip-ks1.pdf", "elm-lane-slip-ks2.pdf",
		"tablet/smart/t-1.png", "tablet/smart/t-2.png", "tablet/smart/t-3.png", "tablet/smart/t-4.png", "tablet/smart/t-5.png", "tablet/smart/t.pdf"}
	for _, folder := range []string{school + "/downloads", "public/downloads"} {
		names := filesIn(t, filepath.Join(root, folder))
		if !slices.Equal(names, want) {
			t.Errorf("%s holds %q, want %q", folder, names, want)
		}
	}
	for _, name := range want {
		if !strings.Contains(said, fmt.Sprintf("printed: %s/downloads/%s,", school, name)) {
			t.Errorf("it does not say that %s is printed:\n%s", name, said)
		}
	}
	policy, err := os.ReadFile(filepath.Join(root, "generated/content/policy/_index.md"))
	must(t, err)
	if !strings.Contains(string(policy), `"file":"downloads/elm-lane-policy.pdf"`) {
		t.Error("the page of the policy does not offer its file")
	}
	plan, err := os.ReadFile(filepath.Join(root, "generated/content/teachers/smart/t.md"))
	must(t, err)
	if !strings.Contains(string(plan), `"tablet":{"pdf":{"file":"downloads/tablet/smart/t.pdf"`) {
		t.Error("the page for teachers does not offer the pages for tablets")
	}
	if _, err := os.Stat(filepath.Join(root, "data/school")); err == nil {
		t.Error("something was written to data/school")
	}
	worker, err := os.ReadFile(filepath.Join(root, "public", offline.Name))
	must(t, err)
	if strings.Contains(string(worker), "downloads/tablet") {
		t.Error("the offline copy has the pages for tablets")
	}
}

// filesIn returns the paths of the files in a folder and in those within it.
func filesIn(t *testing.T, folder string) (names []string) {
	t.Helper()
	must(t, fs.WalkDir(os.DirFS(folder), ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			names = append(names, name)
		}
		return err
	}))
	return names
}

// mostForTablets is how many bytes the pages for tablets may have that this school commits. README tells it.
const mostForTablets = 4 << 20

// The pages for tablets that ship are within their budget, which README tells with what they have.
func TestThePagesForTabletsAreWithinTheirBudget(t *testing.T) {
	const project = "../.."
	folder := filepath.Join(project, "data/school/downloads/tablet")
	var sum int64
	names := filesIn(t, folder)
	for _, name := range names {
		info, err := os.Stat(filepath.Join(folder, name))
		must(t, err)
		sum += info.Size()
	}
	t.Logf("%d files, %.1f MB", len(names), float64(sum)/(1<<20))
	if sum == 0 || sum > mostForTablets {
		t.Errorf("the pages for tablets have %d bytes, and at most %d are allowed", sum, mostForTablets)
	}
	readme, err := os.ReadFile(filepath.Join(project, "README.md"))
	must(t, err)
	row := fmt.Sprintf("| the pages for tablets in the repository: %d pictures and PDF files | %.1f MB | %d MB |", len(names), float64(sum)/(1<<20), mostForTablets>>20)
	if !strings.Contains(string(readme), row) {
		t.Errorf("README.md lacks the row %q", row)
	}
}
