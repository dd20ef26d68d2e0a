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
