package internal_test

import (
	"os"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

var (
	quoted      = regexp.MustCompile("`([^`]+)`")
	placeholder = regexp.MustCompile(`<[a-z]+>`)
	ending      = regexp.MustCompile(`\.(css|go|html|md|toml|ts|yaml)$`)
)

// Each file and folder exists that the table "to change, go to" of docs/architecture.md names. A name without a folder, such as
// measures.go, is in the folder of the one before it in the row.
func TestTheTableOfChangesNamesRealPlaces(t *testing.T) {
	text, err := os.ReadFile("../../docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(text), "| to change | go to |\n|---|---|\n")
	table, _, _ = strings.Cut(table, "\n\n")
	rows := strings.Split(table, "\n")
	if len(rows) < 30 {
		t.Fatalf("docs/architecture.md: found %d rows of changes", len(rows))
	}
	for _, row := range rows {
		_, places, _ := strings.Cut(strings.Trim(row, "| "), " | ")
		folder := "" // of the name before
		for _, m := range quoted.FindAllStringSubmatch(places, -1) {
			name := m[1]
			if strings.Contains(name, " ") || strings.HasPrefix(name, "/") || !strings.Contains(name, "/") && !ending.MatchString(name) {
				continue // a command, an address or a name in code
			}
			if !isPlace(t, name) {
				if folder == "" || !isPlace(t, path.Join(folder, name)) {
					t.Errorf("docs/architecture.md: %q names %s, which does not exist", strings.TrimPrefix(row, "| "), name)
				}
				continue
			}
			if folder = name; ending.MatchString(name) {
				folder = path.Dir(name)
			}
		}
	}
}

// isPlace reports whether a file of the project has this name, in which <name> stands for anything.
func isPlace(t *testing.T, name string) bool {
	t.Helper()
	found, err := filepath.Glob(filepath.Join("../..", placeholder.ReplaceAllString(name, "*")))
	if err != nil {
		t.Fatal(err)
	}
	return len(found) > 0
}
