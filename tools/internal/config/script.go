package config

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"

	"safeonline/tools/internal/diag"
)

// scriptKeys are the settings of tsconfig.json, by the object that contains them. Hugo's bundler reads the file too,
// and would take scripts from other places if it had other settings ("paths", "extends").
var scriptKeys = map[string][]string{
	"": {"compilerOptions", "include"},
	"compilerOptions": {
		"target", "lib", "module", "moduleResolution", "types", "strict", "noUncheckedIndexedAccess", "exactOptionalPropertyTypes",
		"noImplicitOverride", "noFallthroughCasesInSwitch", "noUnusedLocals", "noUnusedParameters", "isolatedModules", "noEmit",
	},
}

func checkScript(src *diag.Source) (faults diag.List) {
	if len(src.Text) > largest {
		faults.Add(diag.Fault{
			Pos: diag.Pos{Source: src}, Code: diag.FileTooLarge,
			Message: fmt.Sprintf("the file is larger than %d KB", largest>>10),
			Hint:    "delete what the site does not need",
		})
		return faults
	}
	if !json.Valid(src.Text) {
		err := json.Unmarshal(src.Text, new(any))
		at := diag.Pos{Source: src}
		if where, ok := err.(*json.SyntaxError); ok {
			at = src.At(int(where.Offset) - 1)
		}
		faults.Add(diag.Fault{
			Pos: at, Code: diag.BadJSON,
			Message: fmt.Sprintf("this is not JSON: %v", err),
			Hint:    "write plain JSON: no comments, and no comma after the last entry",
		})
		return faults
	}
	c := scriptChecker{src: src, decoder: json.NewDecoder(bytes.NewReader(src.Text)), faults: &faults}
	c.value("", true)
	return faults
}

// scriptChecker walks through valid JSON, so reading a token never fails.
type scriptChecker struct {
	src     *diag.Source
	decoder *json.Decoder
	faults  *diag.List
}

// value checks a value and its content. object is the name of the value if it is an object; check is whether that name
// is known.
func (c *scriptChecker) value(object string, check bool) {
	open, _ := c.decoder.Token()
	switch open {
	case json.Delim('{'):
		for c.decoder.More() {
			token, _ := c.decoder.Token()
			name := fmt.Sprint(token)
			c.value(name, check && c.has(object, name))
		}
	case json.Delim('['):
		for c.decoder.More() {
			c.value("[]", check)
		}
	default:
		return
	}
	c.decoder.Token() // its end
}

// has reports whether an object may have a key, and adds a fault if it may not.
func (c *scriptChecker) has(object, name string) bool {
	known := scriptKeys[object]
	if slices.Contains(known, name) {
		return true
	}
	end := int(c.decoder.InputOffset()) - 1 // at the closing quote
	start := bytes.LastIndexByte(c.src.Text[:end], '"')
	at := c.src.At(start)
	c.faults.Add(diag.Fault{
		Pos: at, Code: diag.Config,
		Message: fmt.Sprintf("unknown setting %q", name),
		Hint:    diag.DidYouMean(name, known, "delete it: the scripts do not need it"),
	})
	return false
}
