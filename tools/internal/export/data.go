package export

import (
	"bytes"
	_ "embed"
	"encoding/json"
)

// Schema is the path of the schema that the data of each lesson keeps to. It stays where it is.
const Schema = Folder + "/lesson.schema.json"

//go:embed parts/lesson.schema.json
var schema []byte

// data is the lesson as it is, for programs.
var data = Format{ID: "data", For: "text", Ending: ".json", make: func(d Draft) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(d.Lesson)
	return b.Bytes(), err
}}
