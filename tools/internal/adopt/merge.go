package adopt

import (
	"reflect"
	"slices"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/draft"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

var (
	textType   = reflect.TypeFor[diag.Text]()
	numberType = reflect.TypeFor[diag.Number]()
)

// merge sets now to what was, but for adopted words: those are as made. The tag typeset:"no" of package model tells them.
func (j *joiner) merge(now, was, made reflect.Value) {
	for i := range now.NumField() {
		f := now.Type().Field(i)
		to, old, anew := now.Field(i), was.Field(i), made.Field(i)
		switch name, _, _ := strings.Cut(f.Tag.Get("yaml"), ","); {
		case name == "":
		case f.Tag.Get("kind") == "id":
			j.name(to, now.Type(), old.Interface().(diag.Text).Value, anew.Interface().(diag.Text).Value)
		case f.Type == reflect.TypeFor[[]model.Erratum]():
		case f.Type.Kind() == reflect.Slice && adopts(f.Type.Elem()):
			j.mergeList(to, old, anew)
		case f.Tag.Get("typeset") == "no":
			to.Set(anew)
		case !empty(old):
			to.Set(old)
		}
	}
	if c, is := now.Addr().Interface().(*model.Clause); is {
		old, anew := was.Interface().(model.Clause), made.Interface().(model.Clause)
		j.clause(c, old, anew)
	}
	if p, is := now.Addr().Interface().(*model.Passage); is {
		p.Errata = j.errata(p.Text.Value, was.Interface().(model.Passage).Errata, p.Errata)
	}
}

// name sets an id. Those of fields to fill in are for a device, and need not be unlike those of others.
func (j *joiner) name(to reflect.Value, of reflect.Type, was, made string) {
	id := was
	switch {
	case of != reflect.TypeFor[model.Field]():
		id = j.id(was, made)
	case was == "":
		id = made
	}
	to.Set(reflect.ValueOf(diag.Text{Value: id}))
}

// adopts reports whether a type of struct has adopted words of its own.
func adopts(of reflect.Type) bool {
	if of.Kind() != reflect.Struct || of == textType {
		return false
	}
	for i := range of.NumField() {
		if of.Field(i).Tag.Get("typeset") == "no" {
			return true
		}
	}
	return false
}

func empty(v reflect.Value) bool {
	switch {
	case v.Type() == textType:
		return v.Interface().(diag.Text).Value == ""
	case v.Type() == numberType:
		n := v.Interface().(diag.Number)
		return n.Value == 0 && n.Pos.Source == nil
	}
	return v.IsZero()
}

// mergeList merges each entry of a list as made with what it was.
func (j *joiner) mergeList(to, was, made reflect.Value) {
	if made.Len() == 0 {
		to.SetZero()
		return
	}
	list := reflect.MakeSlice(to.Type(), made.Len(), made.Len())
	before := j.before(was, made)
	for i := range made.Len() {
		list.Index(i).Set(made.Index(i))
		j.merge(list.Index(i), before(i), made.Index(i))
	}
	to.Set(list)
}

// before returns a function that returns what an entry of a list was: a zero value if it is new.
func (j *joiner) before(was, made reflect.Value) func(i int) reflect.Value {
	zero := reflect.New(made.Type().Elem()).Elem()
	switch list := made.Interface().(type) {
	case []model.Clause:
		return func(i int) reflect.Value { return orZero(j.clauses[list[i].ID.Value], zero) }
	case []model.Section:
		return func(i int) reflect.Value { return orZero(j.sections[list[i].ID.Value], zero) }
	}
	pairs := alike(wordsOf(was), wordsOf(made))
	return func(i int) reflect.Value {
		if pairs[i] < 0 {
			return zero
		}
		return was.Index(pairs[i])
	}
}

func orZero[T any](was *T, zero reflect.Value) reflect.Value {
	if was == nil {
		return zero
	}
	return reflect.ValueOf(*was)
}

// wordsOf returns the adopted words of each entry of a list.
func wordsOf(list reflect.Value) (texts []string) {
	for i := range list.Len() {
		var words []string
		entry := list.Index(i)
		for f := range entry.NumField() {
			if text, is := entry.Field(f).Interface().(diag.Text); is && entry.Type().Field(f).Tag.Get("typeset") == "no" {
				words = append(words, text.Value)
			}
		}
		texts = append(texts, strings.Join(words, "\n"))
	}
	return texts
}

// clause sets what is particular to clauses: their marks and sentences, which the import may not know, and their lessons.
func (j *joiner) clause(now *model.Clause, was, made model.Clause) {
	now.Errata = j.errata(now.Text.Value, was.Errata, made.Errata)
	if made.Mark.Value == "" {
		now.Mark = was.Mark
	}
	asked := func(ask model.Ask) bool {
		return slices.ContainsFunc(j.asked, func(a Asked) bool { return a.Ask == ask && a.Clause == made.ID.Value })
	}
	same := was.Text.Value == made.Text.Value && j.stemsWere[was.ID.Value] == j.stems[made.ID.Value]
	if same && !asked(model.WhichSentence) {
		now.Say = was.Say
	}
	if byImport(was.Lesson) || asked(model.WhichLesson) && !sameLesson(was.Lesson, made.Lesson) {
		now.Lesson = made.Lesson
	}
	before := j.sentence(was)
	if site.Repeats(was.Plain.Value, was.Text.Value) || site.Repeats(was.Plain.Value, before) {
		now.Plain = made.Plain
	}
	if draft.IsTitleOf(was.Title.Value, before) {
		now.Title = made.Title
	}
	if l := now.Lesson; l != nil && l == made.Lesson && l.Read.Value == "" {
		matched := *l
		matched.Matched = true
		now.Lesson = &matched
	}
}

// sentence returns what a clause said as a whole sentence.
func (j *joiner) sentence(was model.Clause) string {
	text := site.Published(was.Text, was.Errata)
	switch stem := j.stemsWere[was.ID.Value]; {
	case was.Say.Value != "":
		return was.Say.Value
	case stem != "":
		return site.Joined(stem, text)
	}
	return text
}

// byImport reports whether nobody but an import has named a lesson, or said that there is none.
func byImport(l *model.LessonOf) bool { return l != nil && l.Matched && l.Read.Value == "" }

func sameLesson(a, b *model.LessonOf) bool {
	return a != nil && b != nil && a.Name.Value == b.Name.Value && a.None.Value == b.None.Value
}

// errata returns the corrections of a text: those that were there and still fit, and those that were made.
func (j *joiner) errata(text string, was, made []model.Erratum) (list []model.Erratum) {
	for _, e := range was {
		asked := slices.ContainsFunc(j.asked, func(a Asked) bool { return a.Ask == model.WhichSpelling && a.About == e.Was.Value })
		if strings.Count(text, e.Was.Value) == 1 && !asked {
			list = append(list, e)
		}
	}
	for _, e := range made {
		overlaps := func(other model.Erratum) bool {
			return strings.Contains(other.Was.Value, e.Was.Value) || strings.Contains(e.Was.Value, other.Was.Value)
		}
		if !slices.ContainsFunc(list, overlaps) {
			list = append(list, e)
		}
	}
	return list
}

// stemsOf adds to a map what the clauses of a document go on from, by their ids.
func stemsOf(d model.Document, stems map[string]string) {
	var note func(stem string, clauses []model.Clause)
	note = func(stem string, clauses []model.Clause) {
		for _, c := range clauses {
			stems[c.ID.Value] = stem
			note(stem+" "+c.Text.Value, c.Clauses)
		}
	}
	for _, s := range d.Sections {
		note(s.Stem.Value, s.Clauses)
	}
}
