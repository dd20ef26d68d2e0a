package export

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// tab is a sheet of a workbook: its name, and rows of texts and numbers.
type tab struct {
	name string
	rows [][]any
}

// workbook makes a file of Excel. Texts are texts, even where one begins as a formula does.
func workbook(l Lesson, tabs ...tab) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	for i, t := range tabs {
		if i > 0 {
			if _, err := f.NewSheet(t.name); err != nil {
				return nil, err
			}
		}
		for n, row := range t.rows {
			cell, err := excelize.CoordinatesToCellName(1, n+1)
			if err != nil {
				return nil, err
			}
			row = inCells(row)
			if err := f.SetSheetRow(t.name, cell, &row); err != nil {
				return nil, err
			}
		}
	}
	if err := f.SetDocProps(&excelize.DocProperties{Title: l.Title, Creator: l.School, Description: l.Address}); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err := f.Write(&b)
	return b.Bytes(), err
}

// inCells returns the values of a row as cells hold them.
func inCells(row []any) []any {
	row = slices.Clone(row)
	for i, v := range row {
		if text, ok := v.(string); ok {
			row[i] = inCell(text)
		}
	}
	return row
}

// code matches what Excel reads as a character by its number: _x0041_ is an A.
var code = regexp.MustCompile(`^_x[0-9A-Fa-f]{4}_`)

// inCell returns a text in which a low line that would begin the number of a character is such a number itself.
func inCell(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var b strings.Builder
	for i := range len(text) {
		if code.MatchString(text[i:]) {
			b.WriteString("_x005F")
		}
		b.WriteByte(text[i])
	}
	return b.String()
}
