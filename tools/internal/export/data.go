package export

import (
	"bytes"
	"encoding/json"
)

// data is the lesson as it is, for programs. Each file names the schema that it keeps to.
var data = Format{ID: "data", For: "text", Ending: ".json", make: func(d Draft) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(d.Lesson)
	return b.Bytes(), err
}}
