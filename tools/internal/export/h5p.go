package export

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
)

// h5p is a question set of H5P (https://h5p.org/): only what is asked, since a host has the content types, which show it, itself. The words
// on their buttons are theirs too.
var h5p = Format{
	ID: "h5p", For: "platform", Ending: ".h5p",
	Kinds: []model.Kind{quiz.Choice, quiz.Several, quiz.Spot, quiz.Sort, quiz.Match},
	Lacks: []string{"export_no_pictures"}, Untitled: true,
	limit: unlikeDragText,
	make: func(d Draft) ([]byte, error) {
		about, err := json.Marshal(h5pAbout(d))
		if err != nil {
			return nil, err
		}
		content, err := json.Marshal(h5pSet(d))
		if err != nil {
			return nil, err
		}
		return pack([]File{{"h5p.json", about}, {"content/content.json", content}})
	},
}

// The content types. Hosts take a file only if they have these versions, or a later one of the third number.
var (
	questionSet = contentType{"H5P.QuestionSet", 1, 21}
	multiChoice = contentType{"H5P.MultiChoice", 1, 16}
	dragText    = contentType{"H5P.DragText", 1, 10}
)

type contentType struct {
	Name  string `json:"machineName"`
	Major int    `json:"majorVersion"`
	Minor int    `json:"minorVersion"`
}

func (c contentType) String() string { return fmt.Sprintf("%s %d.%d", c.Name, c.Major, c.Minor) }

// values is an object of H5P.
type values map[string]any

// h5pAbout returns what a host reads first: which content types it needs, and where the lesson is from.
func h5pAbout(d Draft) values {
	needs := []contentType{questionSet}
	for _, q := range d.Questions {
		if of := h5pType(q); !slices.Contains(needs, of) {
			needs = append(needs, of)
		}
	}
	about := values{
		"title": d.Name, "language": strings.ToLower(d.Language[:2]), "mainLibrary": questionSet.Name, "embedTypes": []string{"iframe"},
		"preloadedDependencies": needs,
		"license":               d.Terms.code(), "licenseVersion": d.Terms.version(),
		"licenseExtras": strings.Join(d.Imprint(), "\n"),
	}
	if without := h5pWithout(d); h5pFits(without) {
		about["authorComments"] = without
	}
	if h5pLine(d.Title) {
		about["title"] = d.Title
	}
	if h5pLine(d.School) {
		about["authors"] = []values{{"name": d.School, "role": "Author"}}
	}
	if d.Address != "" {
		about["source"] = d.Address
	}
	return about
}

// h5pWithout returns what was left out, for the teacher who looks at what the file says of itself.
func h5pWithout(d Draft) string { return strings.Join(d.Without(), "\n") }

// h5pFits reports whether a text fits there. If it does not, it stands below the story.
func h5pFits(text string) bool { return text != "" && letters(text) <= 5000 }

// h5pLine reports whether a text can be a title or a name that H5P knows a file by. The page with the story has the title in any case.
func h5pLine(text string) bool {
	return text != "" && letters(text) <= 255 && !strings.ContainsAny(text, "\n\r\u2028\u2029")
}

// code and version return the two parts of the name of a licence, such as "CC BY 4.0".
func (t Terms) code() string    { return t.Name[:strings.LastIndex(t.Name, " ")] }
func (t Terms) version() string { return t.Name[strings.LastIndex(t.Name, " ")+1:] }

func h5pType(q Question) contentType {
	if q.Kind == quiz.Sort || q.Kind == quiz.Match {
		return dragText
	}
	return multiChoice
}

// h5pSet returns the questions, after a page with the story.
func h5pSet(d Draft) values {
	var story strings.Builder
	for _, p := range d.story() {
		story.WriteString(p.markup())
	}
	if !h5pFits(h5pWithout(d)) {
		story.WriteString(htmlLines(d.Without()))
	}
	var questions []values
	for _, q := range d.Questions {
		of, make := h5pType(q), h5pMultiChoice
		if of == dragText {
			make = h5pDragText
		}
		questions = append(questions, values{
			"library": of.String(), "params": make(q), "subContentId": uuid(questionID(d.Lesson, q)),
			"metadata": values{"title": q.Title, "license": d.Terms.code(), "licenseVersion": d.Terms.version()},
		})
	}
	return values{
		"introPage":    values{"showIntroPage": true, "title": htmlText(d.Title), "introduction": story.String()},
		"progressType": "dots", "passPercentage": 50, "questions": questions, "randomQuestions": false, "disableBackwardsNavigation": false,
		"endGame": values{
			"showResultPage": true, "showSolutionButton": true, "showRetryButton": true, "showAnimations": false, "skippable": false,
			"overallFeedback": []values{{"from": 0, "to": 100}},
		},
		"override": values{"checkButton": true},
	}
}

// h5pMultiChoice returns a question with options to choose from. The message of a question that asks for its clues is above its phrases.
func h5pMultiChoice(q Question) values {
	var answers []values
	for _, n := range q.Shown {
		o := q.Options[n]
		answers = append(answers, values{
			"text": htmlLines([]string{o.Said()}), "correct": o.Right,
			"tipsAndFeedback": values{"chosenFeedback": htmlLines(q.Told(o))},
		})
	}
	asked := htmlLines([]string{q.Stem})
	if q.Passage != nil {
		asked += htmlLines([]string{passage(q)})
	}
	kind := "multi"
	if q.Kind == quiz.Choice {
		kind = "single"
	}
	return values{
		"question": asked, "answers": answers, "overallFeedback": []values{{"from": 0, "to": 100}},
		"behaviour": values{
			"enableRetry": true, "enableSolutionsButton": true, "enableCheckButton": true, "type": kind, "singlePoint": true,
			"randomAnswers": false, "showSolutionsRequiresInput": true, "confirmCheckDialog": false, "confirmRetryDialog": false,
			"autoCheck": false, "passPercentage": 100, "showScorePoints": true,
		},
	}
}

// passage returns the text whose phrases are to be judged.
func passage(q Question) string {
	var text strings.Builder
	for _, s := range q.Passage {
		text.WriteString(s.Text)
	}
	return text.String()
}

// h5pDragText returns a line for each thing, with a place for the bin that it belongs to. H5P tells the why of a place whatever stands there.
func h5pDragText(q Question) values {
	var lines []string
	for _, n := range q.Shown {
		o := q.Options[n]
		why := htmlText(strings.Join(q.Told(o), " "))
		lines = append(lines, htmlText(o.Said())+` *`+htmlText(q.Bins[o.Slot-1].Said())+`\+`+why+`\-`+why+`*`)
	}
	return values{
		"taskDescription": htmlLines([]string{q.Stem}), "textField": strings.Join(lines, "\n"),
		"overallFeedback": []values{{"from": 0, "to": 100}},
		"behaviour":       values{"enableRetry": true, "enableSolutionsButton": true, "enableCheckButton": true, "instantFeedback": false},
	}
}

// unlikeDragText refuses things to sort with a character that means something else in the lines of H5P's "Drag the Words".
func unlikeDragText(q Question) *Reason {
	if h5pType(q) != dragText {
		return nil
	}
	for _, o := range q.Options {
		inside := q.Bins[o.Slot-1].Said() + strings.Join(q.Told(o), " ")
		if strings.ContainsAny(o.Said(), "*\n") || strings.ContainsAny(inside, "*:\\\n") {
			return &Reason{Key: "export_left_marks"}
		}
	}
	return nil
}

// uuid returns the id that H5P wants for a part, which is always the same for the same name.
func uuid(name string) string {
	sum := sha256.Sum256([]byte(name))
	sum[6], sum[8] = sum[6]&0x0f|0x80, sum[8]&0x3f|0x80 // version 8, which anybody may make in a way of their own
	return fmt.Sprintf("%x-%x-%x-%x-%x", sum[0:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}
