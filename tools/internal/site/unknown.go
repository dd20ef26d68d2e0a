package site

import (
	"slices"
	"strings"

	"safeonline/tools/internal/model"
)

// Unknown is what families, staff and governors look for and nobody has filled in. Pages leave it out; only the school is told.
type Unknown struct {
	Fields  []string      // of school.yaml
	History []string      // fields of history.yaml
	Roles   []string      // that nobody has
	Missing []model.Route // that say neither a number nor an address
	Untried []model.Route // that nobody in school has tried
}

// headOfSite is a role that only some schools have: those whose policy speaks of it.
const headOfSite = "head-of-site"

// speaksOf reports whether a document names a role, by the words of its id.
func (s *Site) speaksOf(role string) bool {
	words := strings.ReplaceAll(role, "-", " ")
	for _, c := range citations(s.Documents) {
		if strings.Contains(strings.ToLower(c.Words), words) {
			return true
		}
	}
	return false
}

// field is a field of a file, and whether it is filled in.
type field struct {
	name  string
	known bool
}

// missing returns the names of the fields that are not filled in.
func missing(fields []field) (names []string) {
	for _, f := range fields {
		if !f.known {
			names = append(names, f.name)
		}
	}
	return names
}

// Unknown returns what is not filled in.
func (s *Site) Unknown() (u Unknown) {
	school := s.School
	u.Fields = missing([]field{
		{"contact", school.Contact.Value != ""},
		{"telephone", school.Telephone.Value != ""},
		{"email", school.Email.Value != ""},
		{"address", school.Address.Value != ""},
		{"website", school.Website.Value != ""},
		{"hours", school.Hours.Value != ""},
		{"languages", len(school.Languages) > 0},
		{"behaviour", school.Behaviour.Value != ""},
		{"reading-record", school.ReadingRecord.Value != ""},
		{"controller", school.Controller.Value != ""},
		{"lawful-basis", school.LawfulBasis.Value != ""},
		{"host", school.Host.Value != ""},
		{"host-logs", school.HostLogs.Value != ""},
		{"forms", school.Forms != nil},
	})
	h := s.History
	u.History = missing([]field{
		{"owner", h.Owner.Value != ""},
		{"editions", len(h.Editions) > 0},
		{"approvals", h.Approval().On.Value != ""},
		{"reviews", len(h.Reviews) > 0},
		{"next-review", h.NextReview.Value != ""},
	})
	for _, role := range model.Roles {
		filled := slices.ContainsFunc(school.People, func(p model.Person) bool { return p.Role.Value == role })
		if !filled && (role != headOfSite || s.speaksOf(role)) {
			u.Roles = append(u.Roles, role)
		}
	}
	for _, r := range s.Help {
		switch {
		case !r.Reachable():
			u.Missing = append(u.Missing, r)
		case r.Checked.Value == "" && r.Sure.Value != "certain": // nobody rings 999 to try it
			u.Untried = append(u.Untried, r)
		}
	}
	return u
}
