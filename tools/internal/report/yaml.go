package report

import (
	"bytes"
	"encoding/json"
	"regexp"
	"strings"

	"safeonline/tools/internal/draft"
)

// plain matches a value that needs no quotation marks in YAML, whatever it would mean there: an id, or the name of a lesson.
var plain = regexp.MustCompile(`^[a-z][a-z0-9]*([/-][a-z0-9]+)*$`)

// reserved are words that are no text in some readers of YAML.
var reserved = map[string]bool{"true": true, "false": true, "null": true, "yes": true, "no": true, "on": true, "off": true, "y": true, "n": true}

// yamlLine returns the line of import.yaml that answers a question.
func yamlLine(q draft.Question, answer string) string {
	return "- { ask: " + quoted(string(q.Ask)) + ", about: " + always(q.About) + ", answer: " + quoted(answer) + " }"
}

// quoted returns a value in quotation marks, if it needs them.
func quoted(value string) string {
	if plain.MatchString(value) && !reserved[value] {
		return value
	}
	return always(value)
}

// always returns a value in quotation marks: a text of JSON is one of YAML.
func always(value string) string {
	var text bytes.Buffer
	e := json.NewEncoder(&text)
	e.SetEscapeHTML(false)
	e.Encode(value) // a string can always be written
	return strings.TrimSuffix(text.String(), "\n")
}
