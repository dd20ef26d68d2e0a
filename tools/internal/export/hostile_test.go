package export

import (
	"fmt"
	"strings"

	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
)

// specials are what means something in one format or another, in the middle of a text or at its beginning.
var specials = []string{
	`\`, "~", "=", "#", "{", "}", ":", "%", "%50%", "[html]", "[[1]]", "[id:x]", "->", "//", "::", "####", "$CATEGORY: x", "<", ">", "&", "&amp;", "&#37;", `"`, "'",
	"`", "*", "**", "_", "_x0041_", "|", "]]>", "<!-- -->", "<script>", "</text>", "{{x}}", "${x}", "@@PLUGINFILE@@", "=1+1", "+1", "-", "@x", "1.", "A.", "Answer: B",
	",", ";", "é\u00a0é", "😀", "👧🏽", "𝄞", "…", "x\u2028x", `\n`, "[x]", "~~", "!", "http://x.example/?a=1&b=2",
}

// hostile is a lesson with every special text in every field.
func hostile() Lesson {
	all := strings.Join(specials, " ")
	l := Lesson{
		ID: "ks9/hostile", Name: "hostile", Language: "en-GB", Title: "Title " + all + ` end\`, Rule: "Rule 9", Says: "Says " + all, Plain: "Plain " + all + " end",
		Years: "Years 1 to 99", Address: "https://school.example/ks9/hostile/", School: "School " + all + " end", Terms: Terms{"CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"},
		Objective: "Objective " + all + " end", Talk: []string{"Talk " + all + " end"}, Home: Home{"Ask " + all + " end", "Do " + all + " end"},
		Words: []Word{{"Term " + all + " end", "Meaning " + all + " end"}},
	}
	for i, s := range append(specials, all) {
		for _, kind := range quiz.All() {
			if kind.Name != quiz.Chat {
				l.Questions = append(l.Questions, hostileQuestion(kind.Name, i, s))
			}
		}
	}
	return l
}

// hostileQuestion returns a question of a kind, each text of which begins with a special text, has it within, and ends with it.
func hostileQuestion(kind model.Kind, i int, s string) Question {
	text := func(word string) string { return s + word + s + word + s }
	q := Question{
		ID: fmt.Sprintf("%s-%d", kind, i), Kind: kind, Title: text("title"), Stem: text("stem"), Short: text("short"), Hint: text("hint"), Choose: 2,
		Options: []Option{{Text: text("one"), Right: true, Feedback: text("why")}, {Text: text("two"), Feedback: text("whynot")}, {Text: text("three"), Picture: "😀", Right: true, Feedback: text("because"), Hint: text("own")}},
		Shown:   []int{1, 2, 0},
	}
	switch kind {
	case quiz.Choice:
		q.Options[2].Right = false
	case quiz.Spot:
		q.Passage = []Segment{{q.Options[0].Text, 1}, {" ", 0}, {q.Options[1].Text, 2}, {text("plain"), 0}, {q.Options[2].Text, 3}}
	case quiz.Gaps:
		q.Options[0].Slot, q.Options[1].Slot, q.Options[2].Slot = 1, 1, 2
		q.Passage = []Segment{{text("before"), 0}, {"", 1}, {text("after"), 0}, {"", 2}}
	case quiz.Match, quiz.Sort:
		q.Bins = []Bin{{Title: text("left")}, {Title: text("right"), Picture: "🔒"}, {Title: text("third")}}
		for n := range q.Options {
			q.Options[n].Slot = n + 1
		}
		q.Partners = []int{1, 2, 0}
	}
	return q
}
