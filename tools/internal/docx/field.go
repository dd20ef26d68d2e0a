package docx

import (
	"strings"

	"safeonline/tools/internal/block"
)

// field is a field whose end has not come: an instruction, and then what Word last made of it, which is shown (ECMA-376 part 1, 17.16).
type field struct {
	instruction string
	result      bool // the instruction is over
	contents    bool // it makes a table of contents
	link        string
	box         string // of a form: the box, ticked or not, or what was chosen
}

const (
	mostFields      = 50   // inside one another
	mostInstruction = 5000 // bytes
)

// fieldMark reads the beginning of a field, that of its result, or its end (part 1, 17.16.18).
func (r *reader) fieldMark(e element, l look) {
	switch kind, _ := e.get(w, "fldCharType"); kind {
	case "begin":
		f := &field{}
		r.children(func(e element) {
			if e.is(w, "ffData") {
				r.children(func(e element) {
					switch {
					case e.is(w, "checkBox"):
						f.box = r.tick()
					case e.is(w, "ddList"):
						f.box = r.chosen()
					}
				})
			}
		})
		r.open(f)
	case "separate":
		r.result()
	case "end":
		r.close(l)
	}
}

// tick reads whether the box of a form is ticked (part 1, 17.16.7).
func (r *reader) tick() string {
	box, said := "☐", false
	r.children(func(e element) {
		if e.is(w, "checked") || e.is(w, "default") && !said {
			said = said || e.local == "checked"
			if box = "☐"; e.toggle() == on {
				box = "☒"
			}
		}
	})
	return box
}

// chosen reads which of a form's list was chosen (part 1, 17.16.9).
func (r *reader) chosen() (entry string) {
	at, n := 0, 0
	r.children(func(e element) {
		switch {
		case e.is(w, "result"):
			at = e.number("val", 0, 1000)
		case e.is(w, "listEntry"):
			if n == at {
				entry = e.val()
			}
			n++
		}
	})
	return entry
}

func (r *reader) open(f *field) {
	if len(r.fields) == mostFields {
		r.deeper++
		return
	}
	r.fields = append(r.fields, f)
}

// instruct adds to the instruction of the innermost field.
func (r *reader) instruct(text string) {
	n := len(r.fields)
	if n == 0 || r.deeper > 0 || r.in.change != nil && r.in.change.drops {
		return
	}
	if f := r.fields[n-1]; len(f.instruction)+len(text) <= mostInstruction {
		f.instruction += text
	}
}

// result notes that the instruction of the innermost field is over, and what it says.
func (r *reader) result() {
	n := len(r.fields)
	if n == 0 || r.deeper > 0 {
		return
	}
	f := r.fields[n-1]
	f.result = true
	words := strings.Fields(f.instruction)
	if len(words) == 0 {
		return
	}
	switch strings.ToUpper(words[0]) {
	case "TOC", "TOA":
		f.contents = true
	case "HYPERLINK":
		f.link = linkOf(f.instruction)
	}
}

// close ends the innermost field. The box of a form is shown in its place.
func (r *reader) close(l look) {
	n := len(r.fields)
	if r.deeper > 0 || n == 0 {
		r.deeper = max(r.deeper-1, 0)
		return
	}
	f := r.fields[n-1]
	r.fields = r.fields[:n-1]
	r.write(f.box, l)
}

// linkOf returns where the instruction HYPERLINK leads (part 1, 17.16.5.25).
func linkOf(instruction string) (link string) {
	parts := strings.Split(instruction, `"`)
	for i := 1; i < len(parts); i += 2 {
		before := strings.ToLower(strings.TrimSpace(parts[i-1]))
		switch {
		case strings.HasSuffix(before, `\l`):
			link += "#" + parts[i]
		case strings.HasPrefix(before, "hyperlink") && !strings.Contains(before, `\`):
			link = parts[i]
		}
	}
	return link
}

// inContents reports whether what is read now belongs to a table of contents.
func (r *reader) inContents() bool {
	if r.in.why == block.Contents {
		return true
	}
	for _, f := range r.fields {
		if f.contents && f.result {
			return true
		}
	}
	return false
}

// linked returns the address to which what is read now leads.
func (r *reader) linked() string {
	for i := len(r.fields) - 1; i >= 0 && r.in.link == ""; i-- {
		if f := r.fields[i]; f.link != "" {
			return f.link
		}
	}
	return r.in.link
}
