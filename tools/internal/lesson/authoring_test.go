package lesson_test

import (
	"os"
	"regexp"
	"slices"
	"testing"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/lesson"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
	"safeonline/tools/internal/record"
)

// examples returns the blocks of the guide for authors that are fenced as kind.
func examples(t *testing.T, kind string) [][]byte {
	t.Helper()
	guide, err := os.ReadFile("../../../docs/authoring.md")
	if err != nil {
		t.Fatal(err)
	}
	var blocks [][]byte
	for _, m := range regexp.MustCompile("(?ms)^```"+kind+"\n(.*?)^```$").FindAllSubmatch(guide, -1) {
		blocks = append(blocks, m[1])
	}
	if len(blocks) == 0 {
		t.Fatalf("docs/authoring.md has no example of: %s", kind)
	}
	return blocks
}

func none(t *testing.T, faults diag.List) {
	t.Helper()
	for _, f := range faults {
		t.Errorf("%s: %s [%s]", f.Pos, f.Message, f.Code)
	}
}

// The guide for authors is the only description of the grammar, so the readers read its examples.
func TestTheLessonInTheAuthoringGuideIsRead(t *testing.T) {
	for _, example := range examples(t, "markdown lesson") {
		l, faults := lesson.Read(diag.NewSource("content/lessons/ks2/passwords.md", example))
		none(t, faults)
		if len(l.Quiz) != 3 {
			t.Errorf("the example shows %d questions, one of each kind is wanted", len(l.Quiz))
		}
	}
}

// The guide shows each of the kinds that its lesson does not have by itself.
func TestTheQuestionsInTheAuthoringGuideAreRead(t *testing.T) {
	const head = "---\ntopic: passwords\n---\n\n## Quiz\n\n"
	for _, example := range examples(t, "markdown questions") {
		l, faults := lesson.Read(diag.NewSource("content/lessons/ks2/passwords.md", append([]byte(head), example...)))
		none(t, slices.DeleteFunc(faults, func(f diag.Fault) bool { return f.Code == diag.MissingSection }))
		var kinds []model.Kind
		for _, q := range l.Quiz {
			kinds = append(kinds, q.Kind)
		}
		if want := []model.Kind{quiz.Sort, quiz.Gaps, quiz.Spot, quiz.Match, quiz.Chat}; !slices.Equal(kinds, want) {
			t.Errorf("the examples are of the kinds %v, want %v", kinds, want)
		}
	}
}

func TestTheYAMLInTheAuthoringGuideIsRead(t *testing.T) {
	for _, example := range examples(t, "yaml clause") {
		none(t, record.Decode(diag.NewSource("data/school/policy/ks2.yaml", example), new([]model.Clause)))
	}
	for _, example := range examples(t, "yaml section") {
		none(t, record.Decode(diag.NewSource("data/school/policy/ks2.yaml", example), new([]model.Section)))
	}
	for _, example := range examples(t, "yaml overlay") {
		trust, err := os.ReadFile("../../../data/school/policy/ks2.yaml")
		if err != nil {
			t.Fatal(err)
		}
		o := record.DecodeOver(new(model.Document), record.Beneath{}, diag.NewSource("schools/_trust/policy/ks2.yaml", trust), diag.NewSource("schools/elm-lane/policy/ks2.yaml", example))
		none(t, o.Faults)
	}
	for _, example := range examples(t, "yaml signoff") {
		none(t, record.Decode(diag.NewSource("data/school/policy/staff.yaml", example), new([]model.Signoff)))
	}
	for _, example := range examples(t, "yaml history") {
		none(t, record.Decode(diag.NewSource("data/school/history.yaml", example), new(model.History)))
	}
	for _, example := range examples(t, "yaml answers") {
		none(t, record.Decode(diag.NewSource("data/school/policy/acceptable-use.yaml", example), new([]model.Answer)))
	}
	for _, example := range examples(t, "yaml topic") {
		none(t, record.Decode(diag.NewSource("data/library/topics.yaml", example), new([]model.Topic)))
	}
	for _, example := range examples(t, "yaml illustrations") {
		none(t, record.Decode(diag.NewSource("data/library/illustrations/ks2/passwords.yaml", example), new([]model.Illustration)))
	}
	for _, example := range examples(t, "yaml people") {
		none(t, record.Decode(diag.NewSource("data/school/people.yaml", example), new(struct {
			People []model.Person `yaml:"people"`
		})))
	}
	for _, example := range examples(t, "yaml passage") {
		none(t, record.Decode(diag.NewSource("data/school/policy/acceptable-use.yaml", example), new([]model.Passage)))
	}
}
