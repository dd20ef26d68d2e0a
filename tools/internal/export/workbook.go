package export

import (
	"bytes"

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
