package docx

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strings"
	"testing"
)

// outline returns the elements of a part as the scanner reads them: their names, the attribute val, and the texts of those called t.
func outline(s *scanner) (out []string) {
	var read func(e element)
	read = func(e element) {
		text := "<" + e.local + " " + e.val()
		if e.is(w, "t") {
			text += " " + s.content()
			out = append(out, text)
			return
		}
		out = append(out, text)
		s.children(read)
		out = append(out, ">")
	}
	s.root(read)
	return out
}

// theirs returns the same as encoding/xml reads it.
func theirs(text string) (out []string, err error) {
	d := xml.NewDecoder(strings.NewReader(text))
	inText := 0
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out, nil
		} else if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if inText > 0 {
				inText++
				continue
			}
			text := "<" + t.Name.Local + " "
			for _, a := range t.Attr {
				if spaces[a.Name.Space] == w && a.Name.Local == "val" {
					text += a.Value
					break
				}
			}
			if out = append(out, text); spaces[t.Name.Space] == w && t.Name.Local == "t" {
				out[len(out)-1] += " "
				inText = 1
			}
		case xml.EndElement:
			if inText > 0 {
				inText--
				continue
			}
			out = append(out, ">")
		case xml.CharData:
			if inText == 1 {
				out[len(out)-1] += string(t)
			}
		}
	}
}

const root = `<w:d xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">`

// oddColon matches names that begin or end with a colon. Namespaces have none of these.
var oddColon = regexp.MustCompile(`[</\s]:|:[\s=>/]`)

// The scanner reads what encoding/xml reads, wherever both can read a text: it may be more lenient, and refuses document types.
func FuzzScanner(f *testing.F) {
	for _, text := range []string{
		`<w:p w:val="a&amp;b"><w:t>one &lt; two</w:t></w:p>`, `<w:t><![CDATA[a<b]]>c<!-- d --></w:t>`, `<w:t>a<w:b>c</w:b>d</w:t>`, `<?a b?><w:t/>`,
		`<q:t xmlns:q="http://purl.oclc.org/ooxml/wordprocessingml/main" q:val='"'>&#65;&#x42;</q:t><w:t>` + "a\r\nb\rc</w:t>", `<w:t w:val="a>b" >c</w:t >`, `<t/><w:t xmlns:w="x">n</w:t>`,
		`<w:p w:val = "x"/>`, `<w:p val="no" w:val="yes"/>`, `<w:t>]]></w:t>`,
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = root + text + "</w:d>"
		want, err := theirs(text)
		if err != nil || strings.Contains(text, "AlternateContent") || oddColon.MatchString(text) {
			return
		}
		s := newScanner([]byte(text))
		got := outline(s)
		if s.fault != nil {
			switch s.fault.Kind {
			case "too large", "too deep", "entities":
				return
			}
			t.Fatalf("%q: %v, but encoding/xml reads it", text, s.fault)
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%q: read\n%q\nencoding/xml reads\n%q", text, got, want)
		}
	})
}
