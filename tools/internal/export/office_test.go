package export

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"safeonline/tools/internal/office"
	"safeonline/tools/internal/sample"
	"safeonline/tools/internal/sweep"
)

// Files of Word and Excel are valid, and LibreOffice reads in them the words that went in. It takes too long for every run, so it
// is done when everything is tried.
func TestLibreOfficeReadsTheWords(t *testing.T) {
	if !sweep.Full() {
		t.Skip("only when everything is tried")
	}
	words, folder := sample.Words(t), t.TempDir()
	drafts := map[string]Draft{} // by the names of their files
	for _, id := range []string{"worksheet", "quickimport", "kahoot", "quizizz"} {
		f := format(t, id)
		for _, l := range append(lessons(t), hostile()) {
			file, err := f.File(words, l, nil)
			must(t, err)
			if file.Path == "" {
				continue
			}
			name := strings.ReplaceAll(strings.TrimPrefix(file.Path, Folder+"/"), "/", "-")
			must(t, os.WriteFile(filepath.Join(folder, name), file.Body, 0o644))
			must(t, office.Validate(t.Context(), project, filepath.Join(folder, name)))
			drafts[name] = f.Draft(words, l)
		}
	}
	var documents, workbooks []string
	for name := range drafts {
		if filepath.Ext(name) == ".docx" {
			documents = append(documents, name)
		} else {
			workbooks = append(workbooks, name)
		}
	}
	slices.Sort(documents)
	slices.Sort(workbooks)
	must(t, office.Convert(t.Context(), folder, "txt:Text (encoded):UTF8", "txt", documents...))
	must(t, office.Convert(t.Context(), folder, "csv:Text - txt - csv (StarCalc):44,34,76", "csv", workbooks...))
	for _, name := range documents {
		compareDocument(t, name, read(t, folder, name, ".txt"), drafts[name])
	}
	for _, name := range workbooks {
		compareWorkbook(t, name, read(t, folder, name, ".csv"), drafts[name])
	}
}

func read(t *testing.T, folder, name, ending string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(folder, strings.TrimSuffix(name, filepath.Ext(name))+ending))
	must(t, err)
	return strings.TrimPrefix(string(text), "\ufeff")
}

// compareDocument compares the lines of a document with the questions that went in.
func compareDocument(t *testing.T, name, text string, d Draft) {
	t.Helper()
	var want []string
	for i, q := range d.Questions {
		text := append(q.paragraphs(i+1), d.answer(q))
		if strings.HasSuffix(name, worksheet.Ending) {
			text = d.task(q, i+1)
		}
		for _, p := range text {
			want = append(want, p.Text)
		}
	}
	lines := strings.Split(text, "\n")
	if len(lines) <= len(want) || !slices.Equal(lines[1:len(want)+1], want) {
		t.Errorf("LibreOffice reads in %s\n%q, want\n%q", name, lines, want)
	}
}

// compareWorkbook compares the rows of a workbook with the questions that went in.
func compareWorkbook(t *testing.T, name, text string, d Draft) {
	t.Helper()
	r := csv.NewReader(strings.NewReader(text))
	r.FieldsPerRecord, r.LazyQuotes = -1, false
	rows, err := r.ReadAll()
	must(t, err)
	said := map[string]bool{}
	for _, row := range rows {
		for _, cell := range row {
			said[cell] = true
		}
	}
	for _, q := range d.Questions {
		for _, text := range append([]string{stemIn(format(t, "kahoot"), q), numbers(q.Right())}, optionsOf(q)...) {
			if !said[text] {
				t.Errorf("LibreOffice does not read in %s: %q", name, text)
			}
		}
	}
}

func optionsOf(q Question) (texts []string) {
	for _, o := range q.Options {
		texts = append(texts, o.Said())
	}
	return texts
}
