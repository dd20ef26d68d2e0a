package clause_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"safeonline/tools/internal/clause"
	"safeonline/tools/internal/folder"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

const project = "../../.."

func realData(t *testing.T) model.Data {
	t.Helper()
	data, faults, err := clause.Read(os.DirFS(project), folder.School)
	if err != nil {
		t.Fatal(err)
	}
	if len(faults) > 0 {
		faults.Fprint(os.Stderr)
		t.Fatalf("%d faults in data/", len(faults))
	}
	return data
}

func document(t *testing.T, data model.Data, id string) model.Document {
	t.Helper()
	i := slices.IndexFunc(data.Documents, func(d model.Document) bool { return d.ID.Value == id })
	if i < 0 {
		t.Fatalf("there is no document %q", id)
	}
	return data.Documents[i]
}

// TestThePolicyIsTheAdoptedText joins the data in the order of the sheets, and compares it with the text that was
// adopted in 2017, letter by letter: nothing may be lost or added.
func TestThePolicyIsTheAdoptedText(t *testing.T) {
	adopted, err := os.ReadFile(project + "/data/school/policy/adopted.txt")
	if err != nil {
		t.Fatal(err)
	}
	data := realData(t)
	var rebuilt []string
	for _, d := range data.Documents {
		rebuilt = append(rebuilt, words(d)...)
	}
	got, want := letters(strings.Join(rebuilt, "")), letters(bare(string(adopted)))
	if got == want {
		return
	}
	n := 0
	for n < len(got) && n < len(want) && got[n] == want[n] {
		n++
	}
	t.Errorf("the data and adopted.txt differ after %d letters:\nadopted  …%s\nthe data …%s", n, around(want, n), around(got, n))
}

func around(s string, n int) string { return s[max(0, n-40):min(len(s), n+60)] }

// words returns the adopted words of a document, in the order of its sheet. Titles and plain sentences, which are this
// site's own, are left out.
func words(d model.Document) (all []string) {
	heading, foot := d.Heading.Value, ""
	if d.ID.Value == "ks1" { // the sheet has its heading around the table of rules
		heading, foot, _ = strings.Cut(heading, " Use Policy")
		foot = "Use Policy" + foot
	}
	all = append(all, heading)
	for _, s := range d.Sections {
		all = append(all, s.Heading.Value)
		for _, p := range s.Passages {
			all = append(all, p.Text.Value)
		}
		all = append(all, s.Stem.Value)
		for c := range s.AllClauses() {
			if d.ID.Value == "ks1" { // the only sheet that shows its marks: S, M, A, R, T
				all = append(all, c.Mark.Value)
			}
			all = append(all, c.Text.Value)
		}
		for _, p := range s.Closing {
			all = append(all, p.Text.Value)
		}
	}
	for _, s := range d.Signoff {
		all = append(all, s.Who.Value, s.Heading.Value, s.Agree.Value)
		for _, f := range s.Fields {
			all = append(all, f.Label.Value)
		}
	}
	return append(all, d.Author.Value, foot)
}

var marks = regexp.MustCompile(`(?m)</?p>|^- (?:[IVX]+\. )?|\.{5}`)

// bare drops marks that are not words: <p>, the dashes and numbers of lists, and the dots to write on.
func bare(text string) string { return marks.ReplaceAllString(text, "") }

// letters drops white space.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// The marks of the staff's list are dropped above, so they are checked here.
func TestMarksAreInOrder(t *testing.T) {
	data := realData(t)
	for id, want := range map[string]string{
		"staff": "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII",
		"ks2":   "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17",
		"ks1":   "S M A R T",
	} {
		var got []string
		for _, c := range document(t, data, id).Sections[0].Clauses {
			got = append(got, c.Mark.Value)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s is marked %s", id, got)
		}
	}
}

func TestTheErrataAreTheSixKnownMistakes(t *testing.T) {
	var got []string
	for _, d := range realData(t).Documents {
		for _, s := range d.Sections {
			for _, p := range s.Passages {
				for _, e := range p.Errata {
					got = append(got, s.ID.Value+": "+e.Was.Value+" > "+e.Now.Value)
				}
				undone(t, p.Text.Value, site.Published(p.Text, p.Errata), p.Errata)
			}
			for _, c := range s.Clauses {
				for _, e := range c.Errata {
					got = append(got, c.ID.Value+": "+e.Was.Value+" > "+e.Now.Value)
				}
				undone(t, c.Text.Value, site.Published(c.Text, c.Errata), c.Errata)
			}
		}
	}
	want := []string{
		"rationale-and-scope: the the > the",
		"principle-2: at all time including > at all times including",
		"principle-3: safe gaurded > safeguarded",
		"principle-3: resonable > reasonable",
		"training-and-development: devleopment > development",
		"incidents-and-breaches: delt with > dealt with",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the errata are\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// undone checks that undoing each correction brings the adopted words back.
func undone(t *testing.T, adopted, published string, errata []model.Erratum) {
	t.Helper()
	for _, e := range errata {
		before, after, _ := strings.Cut(adopted, e.Was.Value)
		adopted = before + e.Now.Value + after
	}
	if adopted != published {
		t.Errorf("published as %q, want %q", published, adopted)
	}
}

// ids are those of all clauses. An id is in addresses, on paper and in other schools' links: it must never change, or be used
// again. Add that of a new clause; when the school drops a clause, leave its id here, after a full stop (".ks2-5").
var ids = strings.Fields(`principle-1 principle-2 principle-3
	staff-1 staff-2 staff-3 staff-4 staff-5 staff-6 staff-7 staff-8 staff-9
	staff-10 staff-11 staff-12 staff-13 staff-14 staff-15 staff-16 staff-17 staff-18
	ks2-1 ks2-2 ks2-3 ks2-4 ks2-5 ks2-6 ks2-7 ks2-8 ks2-9 ks2-10 ks2-11 ks2-12 ks2-13 ks2-14 ks2-15 ks2-16 ks2-17
	ks1-s ks1-m ks1-a ks1-r ks1-t`)

func TestTheIDsOfClausesArePermanent(t *testing.T) {
	var got []string
	for _, d := range realData(t).Documents {
		for c := range d.AllClauses() {
			got = append(got, c.ID.Value)
			switch {
			case slices.Contains(ids, "."+c.ID.Value):
				t.Errorf("%s was the id of a clause that the school dropped: give the new clause another id", c.ID)
			case !slices.Contains(ids, c.ID.Value):
				t.Errorf("the clause %s is new: add its id to ids", c.ID)
			}
		}
	}
	for _, id := range ids {
		if !strings.HasPrefix(id, ".") && !slices.Contains(got, id) {
			t.Errorf("no clause has the id %s: restore it, or if the school dropped the clause, write .%[1]s in ids", id)
		}
	}
}

func TestAddressesOfRulesArePermanent(t *testing.T) {
	for id, want := range map[string]string{
		"ks1": "s m a r t",
		"ks2": "school-purposes look-after-it class-email attachments passwords my-files polite nasty-things private-details " +
			"meeting-and-pictures online-friends my-behaviour kind-posts checked phones save-block-tell everywhere",
	} {
		var got []string
		for _, c := range document(t, realData(t), id).Sections[0].Clauses {
			got = append(got, c.Slug.Value)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v", id, got)
		}
	}
}

func TestSignOffFieldsAreThoseOfTheSheetsInOrder(t *testing.T) {
	for id, want := range map[string]string{
		"staff": "User Signature|I agree to follow this code of conduct and to support the safe and secure use of ICT throughout the school.|Signature|Date|Full Name (printed)",
		"ks2":   "||Name|Class|Signature|Date",
		"ks1":   "||Name:|Date:",
	} {
		s := document(t, realData(t), id).Signoff[0]
		got := []string{s.Heading.Value, s.Agree.Value}
		for _, f := range s.Fields {
			got = append(got, f.Label.Value)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%s: %s", id, strings.Join(got, "|"))
		}
	}
	if document(t, realData(t), "acceptable-use").Signoff != nil {
		t.Error("the policy itself is not signed")
	}
}

func TestOnlyTheStaffAgreementNamesAnAuthor(t *testing.T) {
	for id, want := range map[string]string{"acceptable-use": "", "staff": "A.Dyke 2017", "ks2": "", "ks1": ""} {
		if d := document(t, realData(t), id); d.Author.Value != want {
			t.Errorf("%s: author %q", id, d.Author)
		}
	}
	if h := realData(t).History; h.Current().Adopted.Value != "2017" || h.Approval().On.Value+h.Review().On.Value+h.Owner.Value != "" {
		t.Errorf("the source says 2017 and no more: %v", h)
	}
}
