package export

import (
	"bytes"
	"embed"
	"encoding/base64"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"text/template"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
)

//go:embed parts/moodle.xml
var moodleParts embed.FS

var moodleFile = template.Must(template.New("moodle.xml").Funcs(template.FuncMap{"xml": xmlText}).ParseFS(moodleParts, "parts/moodle.xml"))

// moodle is the XML that Moodle imports into its bank of questions. Pictures are within; the id of a question stays the same, so that it is
// known when it is imported again.
var moodle = Format{
	ID: "moodle", For: "moodle", Ending: "-moodle.xml",
	Kinds: []model.Kind{quiz.Choice, quiz.Several, quiz.Spot, quiz.Match, quiz.Sort, quiz.Order, quiz.Gaps},
	limit: unlikeGaps,
	make: func(d Draft) ([]byte, error) {
		file := moodleQuiz{Category: moodlePath(d.Lesson), About: htmlLines(d.Foot())}
		for _, q := range d.Questions {
			file.Questions = append(file.Questions, moodleQuestionOf(d.Lesson, q))
		}
		var b bytes.Buffer
		err := moodleFile.Execute(&b, file)
		return b.Bytes(), err
	},
}

type moodleQuiz struct {
	Category, About string
	Questions       []moodleQuestion
}

// moodleQuestion is a question as the template writes it. Texts are HTML, except for those that Moodle shows as they are: Name, the answers
// of pairs, and words for gaps.
type moodleQuestion struct {
	ID, Type, Name, Text, Why string
	Picture                   *moodlePicture
	Single                    bool
	Answers                   []moodleAnswer
	Pairs                     []moodlePair
	Words                     []moodleWord
	Hints                     []string
}

type moodlePicture struct{ Name, Body string }

type moodleAnswer struct{ Fraction, Text, Why string }

type moodlePair struct{ Text, Answer string }

type moodleWord struct {
	Text  string
	Group int
}

func moodleQuestionOf(l Lesson, q Question) moodleQuestion {
	to := moodleQuestion{ID: questionID(l, q), Name: q.Title, Text: "<p>" + htmlText(q.Stem) + "</p>"}
	if q.Stem == "" {
		to.Text = ""
	}
	if q.Hint != "" {
		to.Hints = []string{htmlText(q.Hint)}
	}
	switch q.Kind {
	case quiz.Order:
		to.Type, to.Why = "ordering", htmlWhys(q)
		for i, o := range q.Options {
			to.Answers = append(to.Answers, moodleAnswer{Fraction: strconv.Itoa(i + 1), Text: htmlText(o.Said())})
		}
	case quiz.Match, quiz.Sort:
		to.Type, to.Why = "matching", htmlWhys(q)
		for _, o := range q.Options {
			to.Pairs = append(to.Pairs, moodlePair{htmlText(o.Said()), q.Bins[o.Slot-1].Said()})
		}
	case quiz.Gaps:
		to.Type, to.Why = "gapselect", htmlWhys(q)
		to.gaps(q)
	default:
		to.Type, to.Single, to.Answers = "multichoice", q.Kind == quiz.Choice, moodleAnswers(q)
		to.Text += htmlPassage(q)
	}
	if q.Picture != nil {
		to.Picture = &moodlePicture{Name: questionID(l, q) + ".svg", Body: base64.StdEncoding.EncodeToString(q.Picture.SVG())}
		to.Text = fmt.Sprintf(`<p><img src="@@PLUGINFILE@@/%s" alt="%s" width="480" height="360"></p>`, to.Picture.Name, htmlText(q.Picture.Alt)) + to.Text
	}
	return to
}

// moodleAnswers returns the options of a choice. Each right one of several is worth its part, and each wrong one takes as much away.
func moodleAnswers(q Question) (list []moodleAnswer) {
	for _, o := range q.Options {
		list = append(list, moodleAnswer{worth(q, o), htmlText(o.Said()), htmlWhy(q, o)})
	}
	return list
}

// gaps adds the text of a question with gaps, each with the number of its right word, and the words, in groups that belong to a gap.
func (m *moodleQuestion) gaps(q Question) {
	var text strings.Builder
	for _, s := range q.Passage {
		if s.Slot == 0 {
			text.WriteString(htmlText(s.Text))
			continue
		}
		right := slices.IndexFunc(q.Options, func(o Option) bool { return o.Right && o.Slot == s.Slot })
		fmt.Fprintf(&text, "[[%d]]", right+1)
	}
	m.Text += "<p>" + text.String() + "</p>"
	for _, o := range q.Options {
		m.Words = append(m.Words, moodleWord{o.Said(), o.Slot})
	}
}

// unlikeGaps refuses a question with gaps in which one has no right word, or several.
func unlikeGaps(q Question) *Reason {
	if q.Kind != quiz.Gaps {
		return nil
	}
	right := map[int]int{}
	for _, o := range q.Options {
		if o.Right {
			right[o.Slot]++
		}
	}
	for _, s := range q.Passage {
		if s.Slot > 0 && right[s.Slot] != 1 {
			return &Reason{Key: "export_left_gap"}
		}
	}
	return nil
}

// moodlePath is the category of a lesson's questions. A slash within a name is written twice.
func moodlePath(l Lesson) string {
	return "$course$/top/" + strings.ReplaceAll(l.Rule+": "+l.Title, "/", "//")
}
