package export

import (
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
)

// quickImport is a document of Word, as the quick import of Microsoft Forms reads it: each question has a number, each option a letter, and
// the answer a line of its own. The whys come after the last question, where the import does not take them for options.
var quickImport = Format{
	ID: "quickimport", For: "teams", Ending: "-microsoft-forms.docx",
	Kinds: []model.Kind{quiz.Choice, quiz.Several}, Lacks: []string{"export_no_pictures"}, Untitled: true,
	make: func(d Draft) ([]byte, error) {
		text := []paragraph{{"Title", d.Title}}
		for i, q := range d.Questions {
			text = append(append(text, q.paragraphs(i+1)...), d.answer(q))
		}
		text = append(text, paragraph{"Heading1", d.Text("export_whys", nil)})
		for i, q := range d.Questions {
			text = append(append(text, q.heading(i+1)), q.whyParagraphs()...)
		}
		return document(d.Lesson, append(text, d.footParagraphs()...))
	},
}
