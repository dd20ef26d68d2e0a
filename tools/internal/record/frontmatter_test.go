package record_test

import (
	"fmt"
	"strings"
	"testing"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/record"
)

func TestFrontMatterIsBetweenTheFirstTwoFences(t *testing.T) {
	for _, c := range []struct{ text, front, body string }{
		{"---\na: b\n---\nwords\n", "\na: b\n", "\nwords\n"},
		{"---  \n---\t\n---\n", "\n", "\n---\n"},
		{"\n---\na: b\n---\n", "none", ""},
		{"---\na: b\n", "none", ""},
		{"+++\na = 1\n+++\n", "none", ""},
		{"----\na: b\n----\n", "none", ""},
		{"", "none", ""},
	} {
		front, body, ok := record.FrontMatter(diag.NewSource("x.md", []byte(c.text)))
		got := string(front)
		if !ok {
			got = "none"
		}
		if got != c.front || ok && c.text[body:] != c.body {
			t.Errorf("%q: front matter %q, body from byte %d", c.text, got, body)
		}
	}
}

// band and notice are parts that several kinds of page share; a poster embeds both.
type band struct {
	Pos  diag.Pos
	Lead diag.Text `yaml:"lead,required"`
}

type notice struct {
	Loud bool `yaml:"loud"`
}

type poster struct {
	*band
	notice
	Size int `yaml:"size"`
}

// Advice implements record.Advised.
func (poster) Advice(field string) string {
	return map[string]string{"url": "rename the file"}[field]
}

func TestFieldsOfEmbeddedStructsAreRead(t *testing.T) {
	for text, want := range map[string]string{
		"lead: Hello\nloud: true\nsize: 3\n": "",
		"loud: true\n":                       "1:1 missing-field add a line lead: …",
		"lead: x\nloud: yes\n":               "2:7 wrong-type write the word true or false, without quotes",
		"lead: x\nloud: \"true\"\n":          "2:7 wrong-type write the word true or false, without quotes",
		"lead: x\nloud: [true]\n":            "2:7 wrong-type write it on one line, without brackets",
		"lead: x\nurl: /x/\n":                "2:1 unknown-field rename the file",
		"lead: x\nlout: true\n":              "2:1 unknown-field did you mean \"loud\"?",
	} {
		p := poster{band: &band{}}
		var got []string
		for _, f := range record.Decode(diag.NewSource("x.yaml", []byte(text)), &p) {
			got = append(got, fmt.Sprintf("%d:%d %s %s", f.Pos.Line, f.Pos.Col, f.Code, f.Hint))
		}
		if strings.Join(got, "; ") != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
		if want == "" && (p.Lead.Value != "Hello" || !p.Loud || p.Size != 3 || p.band.Pos.Line != 1) {
			t.Errorf("%q: read as %+v with the band %+v", text, p, p.band)
		}
	}
}
