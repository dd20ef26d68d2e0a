package office

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"strings"
)

// Box is a place on a page with the words in it. Lengths are in points, from the upper left corner.
type Box struct {
	Name                     string
	Left, Top, Right, Bottom float64
	Words                    []string
}

// Slides returns the boxes with words of each slide of a PowerPoint file, in reading order.
func Slides(file string) ([][]Box, error) {
	z, err := zip.OpenReader(file)
	if err != nil {
		return nil, err
	}
	defer z.Close()
	layout, err := boxes(&z.Reader, "ppt/slideLayouts/slideLayout1.xml", nil)
	if err != nil {
		return nil, err
	}
	places := map[string]Box{}
	for _, b := range layout {
		places[b.Name] = b
	}
	var all [][]Box
	for {
		name := fmt.Sprintf("ppt/slides/slide%d.xml", len(all)+1)
		if _, err := z.Open(name); err != nil {
			return all, nil
		}
		slide, err := boxes(&z.Reader, name, places)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		all = append(all, slide)
	}
}

// tree is the part of a slide or a layout that says what stands where.
type tree struct {
	Shapes []struct {
		Properties struct {
			Name string `xml:"name,attr"`
		} `xml:"nvSpPr>cNvPr"`
		Place *struct {
			At struct {
				X int `xml:"x,attr"`
				Y int `xml:"y,attr"`
			} `xml:"off"`
			Size struct {
				X int `xml:"cx,attr"`
				Y int `xml:"cy,attr"`
			} `xml:"ext"`
		} `xml:"spPr>xfrm"`
		Paragraphs []struct {
			Inner []byte `xml:",innerxml"`
		} `xml:"txBody>p"`
	} `xml:"cSld>spTree>sp"`
}

// boxes reads the boxes of a part. A placeholder without a place is where the layout has it.
func boxes(z *zip.Reader, name string, places map[string]Box) (all []Box, err error) {
	f, err := z.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var t tree
	if err := xml.NewDecoder(f).Decode(&t); err != nil {
		return nil, err
	}
	const point = 12700
	for _, s := range t.Shapes {
		b := places[s.Properties.Name]
		b.Name, b.Words = s.Properties.Name, nil
		if s.Place != nil {
			x, y := float64(s.Place.At.X)/point, float64(s.Place.At.Y)/point
			b.Left, b.Top, b.Right, b.Bottom = x, y, x+float64(s.Place.Size.X)/point, y+float64(s.Place.Size.Y)/point
		}
		for _, p := range s.Paragraphs {
			b.Words = append(b.Words, strings.Fields(plain(string(p.Inner)))...)
		}
		if len(b.Words) > 0 {
			all = append(all, b)
		}
	}
	return all, nil
}

// plain gives the text of a paragraph. A line break in it parts words.
func plain(inner string) string {
	var out strings.Builder
	for d := xml.NewDecoder(strings.NewReader(inner)); ; {
		d.Strict = false // the names have lost their namespaces
		token, err := d.Token()
		if err != nil {
			return out.String()
		}
		switch token := token.(type) {
		case xml.CharData:
			out.Write(token)
		case xml.StartElement:
			if token.Name.Local == "br" {
				out.WriteByte(' ')
			}
		}
	}
}
