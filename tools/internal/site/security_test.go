package site

import (
	"testing"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

func TestAContactIsAnAddressWithItsScheme(t *testing.T) {
	for contact, hint := range map[string]string{
		"mailto:office@school.example":            "",
		"mailto:safe.online+site@a-b.school.uk":   "",
		"https://school.example":                  "",
		"https://school.example/report?about=x#y": "",
		"tel:+44-20-7946-0000":                    "",
		"office@school.example":                   "write mailto:office@school.example",
		"school.example/report":                   "write https://school.example/report",
		"http://school.example/report":            "write https://school.example/report",
		"+44 20 7946 0000":                        "write tel:+44-20-7946-0000",
		"mailto:office":                           "write mailto:, https:// or tel:+44 and the address",
		"mailto:a@b.example\nPolicy: x":           "write mailto:, https:// or tel:+44 and the address",
		"mailto:a@b.example?cc=c@d.example":       "write mailto:, https:// or tel:+44 and the address",
		"https://school.example/a b":              "write mailto:, https:// or tel:+44 and the address",
		"https://school":                          "write mailto:, https:// or tel:+44 and the address",
		"javascript:alert(1)":                     "write mailto:, https:// or tel:+44 and the address",
		"020 7946 0000":                           "write mailto:, https:// or tel:+44 and the address",
		"the office":                              "write mailto:, https:// or tel:+44 and the address",
	} {
		var c checker
		c.security(&model.Security{Contact: diag.Text{Value: contact}, Expires: diag.Text{Value: "2027-11-25"}})
		got := ""
		for _, f := range c.faults {
			got += f.Hint
		}
		if got != hint {
			t.Errorf("%q: %q, want %q", contact, got, hint)
		}
	}
}

func TestADayOfExpiryIsADate(t *testing.T) {
	for day, right := range map[string]bool{
		"2027-11-25": true, "2028-02-29": true, "2027-02-29": false, "25/11/2027": false, "2027-11-25T00:00:00Z": false, "2027-11": false, "soon": false,
	} {
		var c checker
		c.security(&model.Security{Contact: diag.Text{Value: "https://school.example"}, Expires: diag.Text{Value: day}})
		if (len(c.faults) == 0) != right {
			t.Errorf("%q: %v", day, c.faults)
		}
	}
}
