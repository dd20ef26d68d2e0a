package main

import (
	"fmt"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/english"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

// runLength is how many words in a row tell one text from another.
const runLength = 5

// foreign is what no page of a school may say.
type foreign struct {
	runs      map[string]string // words in a row of another school, and what they are from
	addresses map[string]bool   // that only the other school has, with those of its clauses
	marks     map[string]bool   // of the school's own rules, as "rule 5", and of all its clauses, as "clause 5"
	years     map[string]bool   // that the school's own data says
	dated     map[string]bool   // years of the library with the word before or after them
	counts    map[string]bool   // of the school's own rules and lessons, as "5 rules" and "five rules"
	others    map[string]bool   // numbers of the other school that the school has not, in words
}

// foreignTo returns what the pages of a school may not say, because it belongs to another: home. What the school itself or the
// library says is no sign of the other school, but a lesson may not excuse the names that only the other school has.
func foreignTo(t *testing.T, own, home *site.Site) foreign {
	f := foreign{
		runs: map[string]string{}, addresses: map[string]bool{}, marks: marksOf(own), years: yearsOf(own), dated: datedIn(home),
		counts: countsOf(own), others: map[string]bool{},
	}
	ours := slices.Concat(said(own.School), said(own.History), said(own.Documents), said(own.Comparison), interfaceWords(t, own))
	excused, named := runsIn(slices.Concat(ours, libraryWords(home), titlesOf(own.Pages), cardsOf(own))), runsIn(ours)
	forbid := func(text, from string, except map[string]bool) {
		for run := range runsOf(tokens(text), runLength) {
			if !except[run] {
				f.runs[run] = from
			}
		}
	}
	for _, text := range slices.Concat(said(home.School), said(home.History), said(home.Documents), said(home.Comparison)) {
		forbid(text, "the policy or the details of another school", excused)
	}
	for _, text := range namesOf(home) {
		forbid(text, "a name of another school", named)
	}
	for _, year := range adoptedIn(home) {
		if !f.datedBy(year) { // else the words beside it tell
			forbid(year, "the year in which another school adopted its policy", named)
		}
	}
	for count := range countsOf(home) {
		if number, _, _ := strings.Cut(count, " "); !f.counts[number+" rules"] && !f.counts[number+" lessons"] {
			f.others[number] = true
		}
	}
	for _, text := range said(own.Comparison) {
		for _, year := range aYear.FindAllString(text, -1) {
			f.years[year] = true
		}
	}
	f.strangeStages(own)
	f.strangeAddresses(own, home)
	return f
}

// namesOf returns the names by which people know a school: its own, whom to ask, and how it calls its rules.
func namesOf(s *site.Site) []string {
	names := []string{s.School.Name.Value, s.School.Short.Value, s.School.Slug.Value, s.School.Contact.Value}
	for _, word := range tokens(s.School.Name.Value) {
		if !slices.Contains([]string{"Primary", "Junior", "Infant", "School", "Academy"}, word) {
			names = append(names, word)
		}
	}
	for _, set := range s.Sets() {
		names = append(names, said(set.Document.Rules)...)
	}
	return names
}

// adoptedIn returns the years in which a school adopted the editions of its policy, if it says so.
func adoptedIn(s *site.Site) (years []string) {
	for _, e := range s.History.Editions {
		years = append(years, e.Adopted.Value[:4])
	}
	return years
}

// titlesOf returns the titles of pages: a document may have that of a page that every school has.
func titlesOf(pages []model.Page) (titles []string) {
	for _, p := range pages {
		titles = append(titles, p.Title.Value)
	}
	return titles
}

// cardsOf returns the title of each rule with the rule after it, as a card and a search show them.
func cardsOf(s *site.Site) (cards []string) {
	for _, r := range s.Rules {
		cards = append(cards, r.Clause.Title.Value+" "+r.Say())
	}
	return cards
}

// strangeStages forbids the names of stages that have no rules in the school.
func (f foreign) strangeStages(own *site.Site) {
	used := map[string]bool{}
	for _, set := range own.Sets() {
		used[set.Stage.ID.Value] = true
	}
	for _, s := range own.Stages {
		if id := s.ID.Value; !used[id] {
			for _, name := range []string{strings.ToUpper(id), s.Formal.Value, s.Years.Value} {
				f.runs[strings.Join(tokens(name), " ")] = "a stage that the school has no rules for"
			}
		}
	}
}

// strangeAddresses forbids the addresses that only another school has.
func (f foreign) strangeAddresses(own, home *site.Site) {
	known := map[string]bool{}
	for _, a := range own.Addresses {
		known[a.URL] = true
		for _, id := range a.IDs() {
			known[a.URL+"#"+id] = true
		}
	}
	for _, a := range home.Addresses {
		for _, id := range a.IDs() {
			f.addresses[a.URL+"#"+id] = !known[a.URL+"#"+id]
		}
		f.addresses[a.URL] = !known[a.URL]
	}
	maps.DeleteFunc(f.addresses, func(_ string, forbidden bool) bool { return !forbidden })
}

// marksOf returns the marks of a school's rules, as "rule 5", and those of all its clauses, as "clause 5".
func marksOf(s *site.Site) map[string]bool {
	marks := map[string]bool{}
	for _, d := range s.Documents {
		for c := range d.AllClauses() {
			marks["clause "+c.Mark.Value] = true
		}
	}
	for _, r := range s.Rules {
		marks["rule "+r.Clause.Mark.Value] = true
	}
	return marks
}

// yearsOf returns the years that a school's own data says.
func yearsOf(s *site.Site) map[string]bool {
	years := map[string]bool{}
	for _, text := range slices.Concat(said(s.School), said(s.History), said(s.Documents)) {
		for _, year := range aYear.FindAllString(text, -1) {
			years[year] = true
		}
	}
	return years
}

// worldly are the years of laws, and of this site, that the pages of every school say.
var worldly = []string{"Regulations 2018", "November 2026", "from 2028", "Act 1989", "policy in 2026"}

// datedIn returns the years that the library says, each with the word before it or after it.
func datedIn(home *site.Site) map[string]bool {
	dated := map[string]bool{}
	words := slices.Concat(libraryWords(home), worldly)
	for _, g := range home.Guidance {
		if from, err := time.Parse(time.DateOnly, g.From.Value); err == nil {
			words = append(words, from.Format("2 January 2006")) // as pages show it
		}
	}
	for _, f := range home.Frameworks.Frameworks {
		words = append(words, f.Publisher.Value+", "+f.Edition.Value, f.Title.Value+" ("+f.Edition.Value+")")
	}
	for _, text := range words {
		for _, year := range yearsIn(text) {
			for _, pair := range year[:2] {
				dated[pair] = strings.TrimSpace(pair) == pair // a year that ends a text has no word after it
			}
		}
	}
	return dated
}

// datedBy reports whether the library says a year, with other words.
func (f foreign) datedBy(year string) bool {
	for pair := range f.dated {
		if strings.HasSuffix(pair, " "+year) || strings.HasPrefix(pair, year+" ") {
			return true
		}
	}
	return false
}

// yearsIn returns the years in a text: each with the word before it, with the word after it, and alone.
func yearsIn(text string) (found [][3]string) {
	words := append(append([]string{""}, tokens(text)...), "")
	for i, w := range words {
		if aYear.FindString(w) == w && w != "" {
			found = append(found, [3]string{words[i-1] + " " + w, w + " " + words[i+1], w})
		}
	}
	return found
}

// countsOf returns how many rules and lessons a school has in all and in each set, as "5 rules" and "five rules".
func countsOf(s *site.Site) map[string]bool {
	counts := map[string]bool{}
	count := func(n int, what string) {
		counts[strconv.Itoa(n)+" "+what] = true
		if n < len(numbers) {
			counts[numbers[n]+" "+what] = true
		}
	}
	lessons := map[string]bool{}
	for _, r := range s.Rules {
		if r.Taught() {
			lessons[r.Stage.ID.Value+"/"+r.Lesson.Name] = true
		}
	}
	count(len(s.Rules), "rules")
	count(len(lessons), "lessons")
	pages := 0 // of lessons: one that two sets use has two
	for _, set := range s.Sets() {
		count(len(set.Rules), "rules")
		count(set.Learnt(), "rules")
		count(set.Taught(), "lessons")
		pages += set.Taught()
	}
	count(pages, "lessons")
	return counts
}

// numbers are the numbers that may stand as words before "rules" and "lessons".
var numbers = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty " +
	"twenty-one twenty-two twenty-three twenty-four twenty-five twenty-six twenty-seven twenty-eight twenty-nine thirty")

var (
	aNumber       = `(\d+|` + strings.Join(longestFirst(numbers[2:]), "|") + `)`
	numberOfRules = regexp.MustCompile(`(?i)\b` + aNumber + `((?: [a-z]+){0,2}) (rules|lessons)\b`)
	namedYears    = regexp.MustCompile(`(?i)\byears? \d+(?:(?:,| to| and|–|-) ?\d+)*`) // "Years 5 and 6 rules" are not six
	notCounts     = strings.NewReplacer("Video lessons and calls", "")                 // a topic, which a mark may stand before
	notMarks      = strings.NewReplacer("the rules 1 minute", "")
	largeNumber   = regexp.MustCompile(`(?i)\b(` + strings.Join(longestFirst(numbers[13:]), "|") + `)\b`)
	markOfRule    = regexp.MustCompile(`\b([Rr]ule|[Cc]lause)s? (` + aMark.String() + `(?:(?:,| and|, and) ` + aMark.String() + `)*)`)
	aMark         = regexp.MustCompile(`\b(?:\d+[a-z]?|[IVX]{2,}|[A-HJ-Z])\b`)
	aYear         = regexp.MustCompile(`\b(?:19|20)\d\d\b`)
	anAddress     = regexp.MustCompile(`/[a-z0-9-]+(?:/[a-z0-9-]+)*/(?:#[\w-]+)?`)
)

// longestFirst returns words with the longest first, so that a pattern prefers twenty-two to twenty.
func longestFirst(words []string) []string {
	return slices.SortedStableFunc(slices.Values(words), func(a, b string) int { return len(b) - len(a) })
}

// in returns what a text says that it may not, each with the reason.
func (f foreign) in(text string) []string {
	found := append(f.runsIn(text), f.addressesIn(text)...)
	for _, m := range numberOfRules.FindAllStringSubmatch(namedYears.ReplaceAllString(notCounts.Replace(text), ""), -1) {
		number, between := strings.ToLower(m[1]+" "+m[3]), strings.Fields(strings.ToLower(m[2]))
		if !f.counts[number] && !slices.ContainsFunc(between, func(w string) bool { return slices.Contains(numbers, w) }) { // "Years 3 to 6: ten rules" is about ten
			found = append(found, fmt.Sprintf("%q (the school has another number)", m[0]))
		}
	}
	for _, m := range largeNumber.FindAllString(text, -1) {
		if f.others[strings.ToLower(m)] {
			found = append(found, fmt.Sprintf("%q (a number of another school)", m))
		}
	}
	for _, m := range markOfRule.FindAllStringSubmatch(notMarks.Replace(text), -1) {
		for _, mark := range aMark.FindAllString(m[2], -1) {
			if called := strings.ToLower(m[1]) + " " + mark; !f.marks[called] {
				found = append(found, fmt.Sprintf("%q (the school has no %s)", m[0], called))
			}
		}
	}
	for _, year := range yearsIn(text) {
		if !f.dated[year[0]] && !f.dated[year[1]] && !f.years[year[2]] {
			found = append(found, fmt.Sprintf("%q (a year that neither the school nor the library says)", year[0]))
		}
	}
	return found
}

// runsIn returns the words of another school in a text: what overlaps is one quotation.
func (f foreign) runsIn(text string) (found []string) {
	words := tokens(text)
	begin, end, from := 0, 0, ""
	add := func() {
		if end > begin {
			found = append(found, fmt.Sprintf("%q (%s)", strings.Join(words[begin:end], " "), from))
		}
	}
	for i := range words {
		for size := min(runLength, len(words)-i); size > 0; size-- {
			if source, is := f.runs[runKey(words[i:i+size])]; is {
				if i >= end {
					add()
					begin, from = i, source
				}
				end = max(end, i+size)
				break
			}
		}
	}
	add()
	return found
}

func (f foreign) addressesIn(text string) (found []string) {
	for _, address := range anAddress.FindAllString(text, -1) {
		page, _, _ := strings.Cut(address, "#")
		if f.addresses[address] || f.addresses[page] {
			found = append(found, fmt.Sprintf("%q (an address of another school)", address))
		}
	}
	return found
}

// showsNoOther holds that no page and no other file says what belongs to another school.
func (b builtSchool) showsNoOther(t *testing.T, f foreign) {
	if len(f.runs) < 100 || len(f.addresses) < 50 {
		t.Fatalf("only %d runs of words and %d addresses to look for", len(f.runs), len(f.addresses))
	}
	b.saysNothingOf(t, f)
}

// saysNothingOf holds that no page and no other file says what the school may not say. What many pages say is reported once.
func (b builtSchool) saysNothingOf(t *testing.T, f foreign) {
	places := map[string][]string{} // the pages that say something, by what they say
	note := func(address, where, text string, found []string) {
		for _, what := range found {
			line := fmt.Sprintf("%s in <%s>: %s", what, where, shortened(text))
			places[line] = append(places[line], address)
		}
	}
	for _, address := range slices.Sorted(maps.Keys(b.pages)) {
		page := b.pages[address]
		for _, block := range page.blocks {
			note(address, block.where, block.text, f.in(block.text))
		}
		for n := range page.root.Descendants() {
			for _, a := range n.Attr {
				if a.Key == "href" || a.Key == "src" || a.Key == "id" {
					note(address, n.Data+" "+a.Key, a.Val, f.addressesIn(a.Val+" "))
				}
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(b.files)) {
		note(name, "file", name, f.addressesIn(b.files[name]))
		note(name, "file", name, f.runsIn(b.files[name]))
	}
	for _, line := range slices.Sorted(maps.Keys(places)) {
		more := ""
		if n := len(places[line]) - 1; n > 0 {
			more = fmt.Sprintf(" (and %d more)", n)
		}
		t.Errorf("%s%s: %s", places[line][0], more, line)
	}
}

func shortened(text string) string {
	if letters := []rune(text); len(letters) > 160 {
		return string(letters[:160]) + "…"
	}
	return text
}

// said returns every text that people read in a value of the model.
func said(v any) (texts []string) {
	var visit func(reflect.Value)
	visit = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() {
				visit(v.Elem())
			}
		case reflect.Slice:
			for i := range v.Len() {
				visit(v.Index(i))
			}
		case reflect.Struct:
			if text, is := v.Interface().(diag.Text); is {
				texts = append(texts, text.Value)
				return
			}
			for i := range v.NumField() {
				field := v.Type().Field(i)
				if field.IsExported() && !isHandle(v.Type(), field) {
					visit(v.Field(i))
				}
			}
		}
	}
	visit(reflect.ValueOf(v))
	return texts
}

// isHandle reports whether the program knows a thing by a field, which no reader sees: an id, an address, a colour. Marks of rules
// are looked for by themselves, and corrections within their text.
func isHandle(in reflect.Type, field reflect.StructField) bool {
	return field.Tag.Get("kind") == "id" || slices.Contains([]string{"Document.Kind", "Document.Stage", "Document.Address", "Theme.Hue",
		"Clause.Mark", "Clause.Slug", "Clause.Theme", "Clause.Picture", "Clause.Lesson", "Clause.Errata", "Passage.Errata"}, in.Name()+"."+field.Name)
}

// interfaceWords returns the words of the interface, which every school's pages may say, with the school's values where its
// pages fill them in.
func interfaceWords(t *testing.T, own *site.Site) []string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(project, filepath.FromSlash(i18n.File)))
	must(t, err)
	words := strings.Split(string(text), "\n")
	for _, d := range own.Documents {
		words = append(words, "rules for "+d.Audience.Value, "the agreement for "+d.Audience.Value, "Agreement: "+d.Title.Value)
		for c := range d.AllClauses() {
			words = append(words, c.ID.Value) // two schools may have the same
		}
	}
	for _, set := range own.Sets() {
		years := set.Stage.Years.Value
		words = append(words, "in "+years, "rules for "+years, "rule, for "+years)
		if n := len(set.Rules); n < len(numbers) {
			words = append(words, english.Capital(numbers[n])+" rule")
		}
	}
	return words
}

// libraryWords returns the words of the library, which every school's pages may say.
func libraryWords(home *site.Site) (words []string) {
	for _, r := range home.Rules {
		words = append(words, said(r.Lesson)...)
		words = append(words, strings.Split(string(r.Lesson.Pos.Source.Text), "\n")...) // with the gaps filled
	}
	return slices.Concat(words, said(home.Stages), said(home.Help), said(home.Frameworks), said(home.Cast),
		said(home.Misconceptions), said(home.Year), said(home.Licences), said(home.Guidance), said(home.Asked), said(home.Expected), said(home.Topics))
}

// tokens returns the words of a text, without punctuation.
func tokens(text string) []string {
	text = strings.NewReplacer("’", "'", "‘", "'").Replace(text)
	var words []string
	for _, w := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '-' }) {
		if w = strings.TrimSuffix(strings.Trim(w, "'-"), "'s"); w != "" {
			words = append(words, w)
		}
	}
	return words
}

// runsOf yields each run of so many words, or all of them if there are fewer.
func runsOf(words []string, size int) iter.Seq[string] {
	return func(yield func(string) bool) {
		size := min(size, len(words))
		for i := 0; size > 0 && i+size <= len(words); i++ {
			if !yield(runKey(words[i : i+size])) {
				return
			}
		}
	}
}

// runKey returns a run of words in the form that is compared. A long one is the same however it is written; a name is not.
func runKey(words []string) string {
	key := strings.Join(words, " ")
	if len(words) == runLength {
		key = strings.ToLower(key)
	}
	return key
}

// runsIn returns the runs of words of every length in texts.
func runsIn(texts []string) map[string]bool {
	runs := map[string]bool{}
	for _, text := range texts {
		words := tokens(text)
		for size := 1; size <= min(runLength, len(words)); size++ {
			for run := range runsOf(words, size) {
				runs[run] = true
			}
		}
	}
	return runs
}

// TestAnotherSchoolIsFound says of an invented school what belongs to this project's own, one thing of each sort.
func TestAnotherSchoolIsFound(t *testing.T) {
	home, own := realSite(t), inventedSite(t, "thistledown")
	f := foreignTo(t, own, home)
	for _, text := range []string{
		"Twenty-two lessons, one for each rule.", "There are 7 lessons.", "Years 3 to 6 have seventeen.", "The five SMART rules.", "All 17 rules.",
		"Rule 14 says so.", "Ask about rules 3 and 16.", "See rule T.", "See clause XIII.", "Adopted in 2017.", "Revised in 2024, on paper.",
		home.School.Name.Value, "I will not tell other people my passwords and will keep them safe", "Read /ks2/passwords/ first.", "Read /policy/#ks2-5 first.",
	} {
		if f.in(text) == nil {
			t.Errorf("nothing is said of %q", text)
		}
	}
	for _, text := range []string{
		fmt.Sprintf("%d rules, each with a story", len(own.Rules)), "Rule " + own.Rules[0].Clause.Mark.Value + " says so.", own.Rules[0].Say(), own.School.Name.Value,
		"The Data Protection Act", "Children Act 1989", "Read " + own.Rules[0].Poster() + " first.", "two questions", "Years 3 to 6",
	} {
		if found := f.in(text); found != nil {
			t.Errorf("%q is no other school's: %q", text, found)
		}
	}
}

// A lesson of the library is taught at any school, so it names no school, no rule by its number, and no year of a policy.
func TestLessonsAreOfNoSchool(t *testing.T) {
	s, faults, err := load(os.DirFS(project), folder.School)
	if err != nil || s == nil {
		t.Fatal(faults, err)
	}
	f := foreign{runs: map[string]string{}}
	for _, name := range namesOf(s) {
		f.runs[strings.Join(tokens(name), " ")] = "a name of the school"
	}
	for _, year := range adoptedIn(s) {
		f.runs[year] = "the year in which the school adopted its policy"
	}
	for _, r := range s.Rules {
		for i, line := range strings.Split(string(r.Lesson.Pos.Source.Text), "\n") {
			for _, found := range append(f.runsIn(line), markOfRule.FindAllString(line, -1)...) {
				t.Errorf("%s:%d: %s: %s", strings.TrimPrefix(r.Lesson.Pos.Source.Name, "./"), i+1, found, shortened(line))
			}
		}
	}
}
