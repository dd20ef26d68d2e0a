package main

import (
	"bytes"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/model"
)

// fact is something optional that a school may say of itself.
type fact struct {
	name    string
	yaml    string              // its lines in school.yaml
	history string              // or those in history.yaml
	person  string              // or its entry among the people there
	help    [2]string           // or what is changed in help.yaml
	shown   map[string][]string // what pages then say, by their addresses
	missing []string            // keys of words of the interface that say that it is missing
	open    int                 // how often the side for governors says without it that it is not known
}

// facts are all of them.
var facts = []fact{
	{
		name: "contact", yaml: "contact: Online Safety Lead",
		shown: at("the school’s Online Safety Lead", "/parents/rules/", "/about/", "/privacy/", "/accessibility/"),
		open:  1, // who answers for the policy: questions go to the contact
	},
	{
		name: "telephone", yaml: "telephone: 020 7946 0123",
		shown:   at("020 7946 0123", "/help/", "/parents/", "/parents/what-next/nude-picture/", "/parents/one-page/", "/about/", "/privacy/", "/accessibility/"),
		missing: []string{"ring_teacher_ask", "ring_person_ask"},
	},
	{
		name: "email", yaml: "email: office@school.example",
		shown:   at("office@school.example", "/help/", "/parents/", "/about/", "/accessibility/"),
		missing: []string{"ring_teacher_ask"},
	},
	{name: "address", yaml: "address: 1 Thatch Lane", shown: at("1 Thatch Lane", "/about/", "/accessibility/")},
	{name: "website", yaml: "website: https://www.school.example"},
	{name: "hours", yaml: "hours: 8.30 am to 4 pm on school days", shown: at("8.30 am to 4 pm on school days", "/help/", "/parents/", "/parents/what-next/nude-picture/", "/about/")},
	{name: "languages", yaml: "languages: [English, Urdu, Polish]", shown: at("English, Urdu and Polish", "/help/", "/parents/", "/about/")},
	{
		name: "behaviour", yaml: "behaviour: https://www.school.example/behaviour",
		shown: at("The behaviour policy is at school.example/behaviour", "/policy/"),
	},
	{
		name: "reading-record", yaml: "reading-record: We have read the rules.",
		shown: at("“We have read the rules.”", "/parents/"), missing: []string{"no_printer_ask"},
	},
	{name: "controller", yaml: "controller: the governing body", shown: onSide("Data controller: the governing body"), open: 1},
	{name: "lawful-basis", yaml: "lawful-basis: public task", shown: onSide("Lawful basis: public task"), open: 1},
	{name: "host", yaml: "host: Example Hosting Ltd", shown: onSide("Web host: Example Hosting Ltd"), open: 1},
	{name: "host-logs", yaml: "host-logs: 30 days", shown: onSide("Until: 30 days"), open: 1},
	{
		name: "forms", yaml: "forms: { to: the school’s front desk, by: 18/9/2026 }",
		shown: at("the school’s front desk by 18 September 2026", governors, governorsSide, "/parents/", "/policy/ks1/", "/policy/ks2/", "/policy/staff/", "/print/slip/ks1/", "/print/slip/ks2/"),
	},
	{name: "owner", history: "owner: Head of Computing", shown: at("Owner Head of Computing", "/policy/", "/print/policy/", governors, governorsSide), open: 1},
	{
		name: "editions", history: "editions: [{ adopted: 2025-10-14, by: the governing board }]",
		shown: together(at("Adopted 14 October 2025 by the governing board", "/policy/", "/print/policy/", governors, governorsSide), at("adopted 14 October 2025", "/policy/staff/")),
	},
	{
		name: "approvals", history: "approvals: [{ on: 2025-11-03, by: the chair of governors }]",
		shown: together(at("Approved by the chair of governors, 3 November 2025", "/policy/", "/print/policy/", governors, governorsSide), at("approved 3 November 2025", "/policy/staff/"),
			onSide("Approved by: the chair of governors, 3 November 2025.")),
		open: 2,
	},
	{
		name: "reviews", history: "reviews: [{ on: 2026-02-03, by: the safeguarding team }]",
		shown: together(at("Last review 3 February 2026 by the safeguarding team", "/policy/", "/print/policy/", governors, governorsSide), at("reviewed 3 February 2026", "/policy/staff/"),
			onSide("Last review: 3 February 2026 by the safeguarding team.")),
		missing: []string{"state_none", "state_no_review"},
	},
	{name: "next-review", history: "next-review: 2027-02-03", shown: together(at("Next review 3 February 2027", "/policy/", "/print/policy/", governors, governorsSide), onSide("Next review: 3 February 2027.")), open: 2},
	{
		name: "safeguarding-lead", person: "name: Ms Osei, telephone: 020 7946 0124",
		shown: together(at("Ms Osei", "/help/", "/parents/", "/parents/what-next/nude-picture/", "/parents/one-page/"),
			at("safeguarding lead (Ms Osei, 020 7946 0124)", "/teachers/", "/teachers/talk/", "/teachers/anti-bullying-week/")),
	},
	{
		name: "deputy-safeguarding-lead", person: "name: Mr Patel",
		shown: together(at("Mr Patel", "/help/", "/parents/"), at("deputy (Mr Patel)", "/teachers/talk/")),
	},
	{name: "computing-coordinator", person: "where: room 4", shown: at("room 4", "/help/", "/parents/")},
	{
		name: "headteacher", person: "email: head@school.example",
		shown: at("head@school.example", "/help/", "/parents/", "/teachers/talk/"),
	},
	{name: "head-of-site", person: "name: Ms Wren, where: Bonham Road", shown: at("Bonham Road", "/help/", "/parents/")},
	{
		name: "the council", help: [2]string{"- id: front-door\n", "- id: front-door\n  phone: 020 7946 0999\n"},
		shown: at("020 7946 0999", "/help/"),
	},
	{
		name: "tried", help: [2]string{"  sure: ", "  checked: 2026-09-01\n  sure: "},
		shown: at("Checked on 1 September 2026.", "/help/"),
	},
}

// at returns words by the addresses of the pages that say them.
func at(words string, addresses ...string) map[string][]string {
	shown := map[string][]string{}
	for _, a := range addresses {
		shown[a] = []string{words}
	}
	return shown
}

// onSide returns words that the page for governors says, and the side of A4 that is printed of it.
func onSide(words string) map[string][]string { return at(words, governors, governorsSide) }

func together(all ...map[string][]string) map[string][]string {
	shown := map[string][]string{}
	for _, one := range all {
		for a, words := range one {
			shown[a] = append(shown[a], words...)
		}
	}
	return shown
}

// unsaid matches what no family is told, in any state of the data, and what is left where a value is missing.
var unsaid = regexp.MustCompile(`(?i)not (?:yet )?(?:been )?filled in|not known|\( ?\)|\( ?,|, ?\)|: \.`)

// The facts of a school are shown where they are looked for, each by itself and all together, and no page says that one is missing that
// is there. Where one is missing, only the page for governors says so.
func TestFactsAreShownWhereTheyAreLookedFor(t *testing.T) {
	t.Parallel()
	words, faults, err := i18n.Read(os.DirFS(project))
	if err != nil || faults.Failed() {
		t.Fatal(faults, err)
	}
	dir := factProject(t)
	none := factSchool(t, dir, nil)
	none.leavesOut(t)
	unknown := words.Text("state_unknown", nil)
	open := strings.Count(none.pageText(t, governorsSide), unknown)
	for _, f := range facts {
		t.Run(f.name, func(t *testing.T) {
			b := factSchool(t, dir, []fact{f})
			b.shows(t, f, words)
			b.leavesOut(t)
			if n := strings.Count(b.pageText(t, governorsSide), unknown); n != open-f.open {
				t.Errorf("%s says %d times that something is not known, and not %d times", governorsSide, n, open-f.open)
			}
			for address, list := range f.shown {
				for _, said := range list {
					if strings.Contains(none.pageText(t, address), said) {
						t.Errorf("%s says %q without it, too", address, said)
					}
				}
			}
		})
	}
	t.Run("all", func(t *testing.T) {
		b := factSchool(t, dir, facts)
		for _, f := range facts {
			b.shows(t, f, words)
		}
		b.leavesOut(t)
		if !strings.Contains(b.pageText(t, governors), words.Text("unknown_none", nil)) {
			t.Errorf("%s does not say that nothing is missing", governors)
		}
		if side := b.pageText(t, governorsSide); strings.Contains(side, unknown) {
			t.Errorf("%s says that something is not known: %s", governorsSide, side)
		}
	})
}

// governors is the page that tells the school what is not filled in. governorsSide is what is printed of it.
const (
	governors     = "/about/governors/"
	governorsSide = "/print/governors/"
)

// shows holds that pages say a fact, and that none says that it is missing.
func (b builtSchool) shows(t *testing.T, f fact, words i18n.Words) {
	t.Helper()
	for address, list := range f.shown {
		for _, said := range list {
			if !strings.Contains(b.pageText(t, address), said) {
				t.Errorf("%s does not say %q", address, said)
			}
		}
	}
	missing := []string{}
	for _, key := range f.missing {
		missing = append(missing, words.Text(key, nil))
	}
	switch {
	case f.person != "":
		missing = append(missing, words.Text("unknown_role", i18n.Values{"role": words.Text("role_"+f.name, nil)}))
	case f.yaml+f.history != "":
		missing = append(missing, words.Text("unknown_"+f.name, nil))
	}
	for _, address := range slices.Sorted(maps.Keys(b.pages)) {
		for _, block := range b.pages[address].blocks {
			for _, says := range missing {
				if strings.Contains(block.text, says) {
					t.Errorf("%s says that %s is missing: %s", address, f.name, shortened(block.text))
				}
			}
		}
	}
}

// leavesOut holds that no page has what is left where a value is missing, or tells families that one is, and that days are in words.
func (b builtSchool) leavesOut(t *testing.T) {
	t.Helper()
	for _, address := range slices.Sorted(maps.Keys(b.pages)) {
		for _, block := range b.pages[address].blocks {
			if strings.Contains(block.where, " ") || address == governors || address == governorsSide {
				continue // an attribute
			}
			if strings.HasSuffix(address, "/policy/") && block.text == "Not known" {
				continue // a governor looks for it there
			}
			for _, pattern := range []*regexp.Regexp{unsaid, dateOfFiles} {
				if found := pattern.FindString(block.text); found != "" {
					t.Errorf("%s says %q: %s", address, found, shortened(block.text))
				}
			}
		}
	}
}

// lessonLine is the line with which a clause names its lesson.
var lessonLine = regexp.MustCompile(`lesson: \{ name: [^}]*\}`)

// factProject copies the project. Of its lessons the school's rules keep the first of each set: the others show nothing else of the
// school, and the site is built many times.
func factProject(t *testing.T) (dir string) {
	t.Helper()
	dir = copyProject(t)
	must(t, os.RemoveAll(filepath.Join(dir, folder.School, downloads))) // they show other facts
	for _, d := range realSite(t).Documents {
		name, kept := filepath.Join(dir, d.Pos.Source.Name), false
		text, err := os.ReadFile(name)
		must(t, err)
		must(t, os.WriteFile(name, lessonLine.ReplaceAllFunc(text, func(line []byte) []byte {
			if !kept {
				kept = true
				return line
			}
			return []byte("lesson: { none: left out here }")
		}), 0o644))
	}
	return dir
}

// factSchool builds the project's own school in a copy of the project, with some facts and no others.
func factSchool(t *testing.T, dir string, some []fact) builtSchool {
	t.Helper()
	text, history, people := "name: Thatch Lane Primary School\nshort: Thatch Lane\nsite: Safe online\nslug: thatch-lane\n", "", ""
	const routes = "data/library/help.yaml"
	help, err := os.ReadFile(filepath.Join(project, routes))
	must(t, err)
	for _, f := range some {
		switch {
		case f.person != "":
			people += "  - { role: " + f.name + ", " + f.person + " }\n"
		case f.history != "":
			history += f.history + "\n"
		case f.yaml != "":
			text += f.yaml + "\n"
		default:
			help = bytes.ReplaceAll(help, []byte(f.help[0]), []byte(f.help[1]))
		}
	}
	if people != "" {
		text += "people:\n" + people
	}
	must(t, os.WriteFile(filepath.Join(dir, folder.School, "school.yaml"), []byte(text), 0o644))
	if !strings.Contains(history, "editions:") {
		history += "editions: [{ adopted: 2017 }]\n" // a page of the school's own says the year
	}
	must(t, os.WriteFile(filepath.Join(dir, folder.School, "history.yaml"), []byte(history), 0o644))
	must(t, os.WriteFile(filepath.Join(dir, routes), help, 0o644))
	return buildOwn(t, dir)
}

// buildOwn builds the project's own school in a copy of the project.
func buildOwn(t *testing.T, dir string) builtSchool {
	t.Helper()
	build := exec.Command("site", "build")
	build.Dir = dir
	if said, err := build.CombinedOutput(); err != nil {
		t.Fatalf("site build: %v\n%s", err, said)
	}
	b := builtSchool{pages: map[string]schoolPage{}, files: map[string]string{}, all: map[string]bool{}}
	b.read(t, filepath.Join(dir, "public"))
	return b
}

// Each fact that the school is asked for is tried, and each role has its words.
func TestEveryFactIsTried(t *testing.T) {
	s := realSite(t)
	s.School, s.History = model.School{}, model.History{}
	asked := s.Unknown()
	for _, name := range slices.Concat(asked.Fields, asked.History, asked.Roles, model.Roles) {
		if !slices.ContainsFunc(facts, func(f fact) bool { return f.name == name }) {
			t.Errorf("%s is not among the facts", name)
		}
	}
}
