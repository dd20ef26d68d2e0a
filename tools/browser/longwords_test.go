package browser

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// lengthener replaces short words with long ones in turn: one of 18 letters, one of 58 like the longest names of places, one of
// 84 without a place to break it, and an address of about 90. They have few vowels, so that the check that counts syllables
// finds a lesson as easy to read as before, and no two of them are the same.
type lengthener struct{ next int }

func (l *lengthener) word() string {
	l.next++
	if l.next%4 == 0 {
		return l.address()
	}
	return l.letters([]string{"Dn+16", "Ll+56", "www+81"}[l.next%3])
}

func (l *lengthener) address() string {
	l.next++
	return l.letters("https://www.+12.example/+14/+12-+10/pls?q=+12#+4")
}

// name returns a long name for a person.
func (l *lengthener) name() string {
	l.next++
	return l.letters("Ll+56")
}

// letters replaces each +number of a pattern with that many letters.
func (l *lengthener) letters(pattern string) string {
	const all = "mwgbdpqhkfrtslnc"
	n := l.next
	return regexp.MustCompile(`\+\d+`).ReplaceAllStringFunc(pattern, func(number string) string {
		many, _ := strconv.Atoi(number)
		letters := make([]byte, many)
		for i := range letters {
			n = n*1103515245 + 12345
			letters[i] = all[uint(n)>>16%uint(len(all))]
		}
		return string(letters)
	})
}

// short matches a word that may be replaced; naming matches what must stay as it is, since something else refers to it.
var (
	short  = regexp.MustCompile(`\b[a-z]{4,}\b`)
	naming = regexp.MustCompile("`[^`]*`|\\{#[^}]*\\}|\\]\\([^)]*\\)|\\*\\*[^*]*\\*\\*:?|\\{\\{.*?\\}\\}|\"[^\"]*\"|[\\w-]+: ?|https?://\\S+")
)

// line replaces the first word of a line that may be replaced.
func (l *lengthener) line(line string) string {
	held := naming.FindAllStringIndex(line, -1)
	for _, at := range short.FindAllStringIndex(line, -1) {
		free := true
		for _, h := range held {
			free = free && (at[1] <= h[0] || at[0] >= h[1])
		}
		if free {
			return line[:at[0]] + l.word() + line[at[1]:]
		}
	}
	return line
}

// inPlan matches a step of a plan, and inQuotes a title that it quotes.
var (
	inPlan   = regexp.MustCompile(`(?m)^- \d+ min: .*$`)
	inQuotes = regexp.MustCompile(`"[A-Z][^"]*"`)
)

// lesson lengthens every text of a lesson. Gaps and phrases are referred to by their words, so a word of theirs is replaced
// everywhere. Headings that the format fixes and references to other lessons stay; so do, in the plans, the quotes of titles, which are in
// small letters and so what somebody says; each step shows the story instead.
func (l *lengthener) lesson(text string) string {
	for _, word := range []string{"random", "fancy"} { // gaps, whose words are parted by strokes
		text = regexp.MustCompile(`\b`+word+`\b`).ReplaceAllLiteralString(text, l.name())
	}
	text = strings.ReplaceAll(text, "in a pipe", "in "+l.address()) // a phrase
	text = inPlan.ReplaceAllStringFunc(text, func(step string) string { return inQuotes.ReplaceAllStringFunc(step, strings.ToLower) })
	front, body, _ := strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n")
	lines := strings.Split(body, "\n")
	for i, line := range lines {
		fixed := strings.HasPrefix(line, "## ") || strings.Contains(line, ".md#") || regexp.MustCompile(`^### (\d+ minutes|[A-Z][a-z ]+)$`).MatchString(line)
		listed := strings.HasPrefix(line, "> ") || strings.Contains(line, " / ") || strings.HasPrefix(line, "- ") && strings.Count(body, itemOf(line)) > 1
		if !fixed && !listed {
			lines[i] = l.line(line)
		}
	}
	body = inPlan.ReplaceAllString(strings.Join(lines, "\n"), "${0} Read the story.")
	return "---\n" + front + "\n---\n" + body
}

// itemOf returns the words of an item of a list without its marks.
func itemOf(line string) string {
	words, _, _ := strings.Cut(strings.TrimPrefix(line, "- "), " `")
	return words
}

// edit changes a file of a copy of the project.
func edit(t *testing.T, file string, by func(string) string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	now := by(string(text))
	if now == string(text) {
		t.Fatalf("%s is not edited", file)
	}
	if err := os.WriteFile(file, []byte(now), 0o644); err != nil {
		t.Fatal(err)
	}
}

// withLongWords edits a copy of the project so that every text of one lesson of each stage, of its rule, of the school's data
// and of the pages in prose has a long word, and two people of the cast have long names.
func withLongWords(t *testing.T, root string) {
	l := &lengthener{}
	at := func(path string) string { return filepath.Join(root, filepath.FromSlash(path)) }
	if err := os.RemoveAll(at("data/school/downloads")); err != nil { // they hold the words of before
		t.Fatal(err)
	}
	for _, lesson := range []struct{ name, file string }{
		{"Maya", "content/lessons/ks1/private-details.md"}, {"Zane", "content/lessons/ks2/passwords.md"}, // in one order: each word is another
	} {
		name, long := lesson.name, l.name()
		edit(t, at(lesson.file), func(s string) string {
			return strings.ReplaceAll(l.lesson(s), name, long)
		})
		edit(t, at("data/library/cast.yaml"), func(s string) string {
			i := strings.Index(s, "- { name: "+name)
			line, _, _ := strings.Cut(s[i:], "\n")
			return s + strings.Replace(line, name, long, 1) + "\n"
		})
	}
	edit(t, at("data/school/school.yaml"), func(s string) string {
		s = regexp.MustCompile(`(?m)^name: .*`).ReplaceAllString(s, "name: The "+l.name()+" School")
		s = regexp.MustCompile(`(?m)^short: .*`).ReplaceAllString(s, "short: "+l.name())
		s = strings.Replace(s, "contact: Computing Coordinator", "contact: Computing "+l.name(), 1)
		return s + "address: 1 " + l.name() + " Road\nemail: office@" + l.name() + ".example\nwebsite: https://" + l.name() + ".example/" + l.name() + "\n" +
			"hours: 8 to 4 in " + l.name() + "\nlanguages: [English, " + l.name() + "]\nbehaviour: " + l.address() + "\nreading-record: We " + l.name() + ".\n" +
			"forms: { to: " + l.name() + ", by: the day of " + l.name() + " }\n" +
			"people:\n  - { role: headteacher, name: " + l.name() + ", where: " + l.name() + ", email: head@" + l.name() + ".example }\n"
	})
	for _, list := range []string{"misconceptions", "year", "help"} {
		edit(t, at("data/library/"+list+".yaml"), l.values)
	}
	edit(t, at("data/library/frameworks.yaml"), func(s string) string { return l.part(s, "id: REL,") })
	for _, rule := range []struct{ list, id, theme, words string }{
		{"ks1", "ks1-s", "smart-s", "personal information online"},
		{"ks2", "ks2-5", "keep-it-private", "people my passwords"},
		{"staff", "staff-2", "staff", "comply with the security measures"},
	} {
		edit(t, at("data/school/policy/"+rule.list+".yaml"), func(s string) string {
			first, _, _ := strings.Cut(rule.words, " ")
			s = strings.Replace(s, rule.words, strings.Replace(rule.words, first, l.word(), 1), 1)
			return l.part(l.part(s, "- id: "+rule.id+"\n"), "id: "+rule.theme+",")
		})
	}
	for _, prose := range []string{"content/privacy/_index.md", "content/help.md", "data/school/content/parents/rules.md", "content/offline.md", "data/school/content/teachers/_index.md", "data/school/content/print/_index.md"} {
		edit(t, at(prose), l.prose)
	}
	review(t, root)
}

// fieldAlone and fieldAmong match a field of data that holds prose: on a line of its own, or with others in braces.
var (
	fieldAlone = regexp.MustCompile(`^([ -]*(?:title|plain|short|name|for|who|what): )(.+)$`)
	fieldAmong = regexp.MustCompile(`(\b(?:title|name|for|who|thinks|answer|about|anchor|label): )("[^"]*"|[^",}]+)`)
)

// values lengthens the fields of data that hold prose.
func (l *lengthener) values(text string) string {
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(strings.TrimSpace(line), "lesson: ") {
			continue // it names a file
		}
		field := fieldAlone
		if strings.Contains(line, "{") {
			field = fieldAmong
		}
		lines[i] = field.ReplaceAllStringFunc(line, func(found string) string {
			m := field.FindStringSubmatch(found)
			at := short.FindStringIndex(m[2])
			if at == nil || strings.HasPrefix(m[2], "'") {
				return found
			}
			return m[1] + `"` + strings.Trim(strings.TrimSpace(m[2][:at[0]]+l.word()+m[2][at[1]:]), `"`) + `"`
		})
	}
	return strings.Join(lines, "\n")
}

// part lengthens the texts of one entry of a list, from its beginning to that of the next.
func (l *lengthener) part(text, begins string) string {
	before, rest, found := strings.Cut(text, begins)
	if !found {
		return text
	}
	entry, after, _ := strings.Cut(rest, "id: ")
	return before + begins + l.values("{ " + entry)[2:] + "id: " + after
}

// prose lengthens each paragraph, item and cell of a page, and its title.
func (l *lengthener) prose(text string) string {
	front, body, _ := strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n")
	front = regexp.MustCompile(`(?m)^(title|lead): .*`).ReplaceAllStringFunc(front, func(field string) string {
		name, words, _ := strings.Cut(field, ": ")
		all := short.FindAllStringIndex(words, -1)
		if len(all) == 0 {
			return name + ": " + words + " " + l.name()
		}
		last := all[len(all)-1]
		return name + ": " + words[:last[0]] + l.name() + words[last[1]:]
	})
	lines := strings.Split(body, "\n")
	for i, line := range lines {
		if !strings.HasPrefix(line, "{{") && !strings.Contains(line, "](") {
			lines[i] = strings.ReplaceAll(l.line(line), "https://www.", "") // a bare address is a fault there
		}
	}
	body = inPlan.ReplaceAllString(strings.Join(lines, "\n"), "${0} Read the story.")
	return "---\n" + front + "\n---\n" + body
}

// review records every lesson as reviewed, since the words of its clause have changed.
func review(t *testing.T, root string) {
	t.Helper()
	args := []string{"review"}
	files, err := filepath.Glob(filepath.Join(root, "content", "lessons", "*", "*.md"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no lessons: %v", err)
	}
	for _, file := range files {
		args = append(args, filepath.Base(filepath.Dir(file))+"/"+strings.TrimSuffix(filepath.Base(file), ".md"))
	}
	run := exec.Command(command(), args...)
	run.Dir = root
	if said, err := run.CombinedOutput(); err != nil {
		t.Fatalf("the lessons can't be reviewed: %v\n%s", err, said)
	}
}
