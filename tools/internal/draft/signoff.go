package draft

import (
	"slices"
	"strings"

	"safeonline/tools/internal/model"
)

// signing is what one person signs.
type signing struct {
	heading *piece
	agrees  []*piece
	lines   []*piece
}

// sign adds a sentence to agree to, or a line to sign. Where a label comes again, or another person's, somebody else signs.
func (o *outline) sign(p *piece) {
	if len(o.signed) == 0 || o.signed[len(o.signed)-1].endsBefore(p) {
		o.signed = append(o.signed, &signing{})
	}
	s := o.signed[len(o.signed)-1]
	if p.kind == agree {
		s.agrees = append(s.agrees, p)
		return
	}
	s.lines = append(s.lines, p)
}

// endsBefore reports whether somebody else signs a line, or agrees to a sentence.
func (s *signing) endsBefore(p *piece) bool {
	if p.kind == agree {
		return len(s.lines) > 0
	}
	who := signer(p.labels...)
	for _, line := range s.lines {
		other := signer(line.labels...)
		if who != "" && other != "" && who != other || who != "" && other == "" && signature(p.labels) && signature(line.labels) {
			return true
		}
		for _, label := range p.labels {
			if slices.ContainsFunc(line.labels, func(l string) bool { return same(l, label) }) {
				return true
			}
		}
	}
	return false
}

// signature reports whether one of some labels is that of a signature.
func signature(labels []string) bool {
	return slices.ContainsFunc(labels, func(l string) bool { return strings.Contains(strings.ToLower(l), "sign") })
}

func same(a, b string) bool {
	return strings.EqualFold(strings.Trim(a, ": "), strings.Trim(b, ": "))
}

// signer returns who signs, as labels say it: "pupil" of "Pupil’s signature".
func signer(labels ...string) string {
	for _, l := range labels {
		if m := whoSign.FindString(l); m != "" {
			m = strings.TrimSuffix(strings.TrimSuffix(strings.ReplaceAll(strings.ToLower(m), "’", "'"), "'s"), "s'")
			return strings.TrimSpace(m)
		}
	}
	return ""
}

// signoff makes the end of an agreement.
func (m *maker) signoff(list []*signing, place func(*piece, Role)) (out []model.Signoff) {
	for _, s := range list {
		var one model.Signoff
		if s.heading != nil {
			one.Heading.Value = s.heading.shown()
			place(s.heading, SignLine)
		}
		for _, p := range s.agrees {
			one.Agree.Value = strings.TrimSpace(one.Agree.Value + " " + p.shown())
			place(p, SignLine)
		}
		taken := ids{}
		for _, p := range s.lines {
			for _, label := range p.labels {
				f := model.Field{}
				f.Label.Value, f.ID.Value = label, taken.take(label, "field")
				one.Fields = append(one.Fields, f)
			}
			place(p, SignLine)
		}
		if one.Fields == nil {
			one.Fields = []model.Field{{}}
			one.Fields[0].ID.Value, one.Fields[0].Label.Value = "signed", "Signed"
		}
		if len(list) > 1 {
			one.Who.Value = s.who(&one)
		}
		out = append(out, one)
	}
	return out
}

// who says who signs, where several do. A heading that says nothing else is no heading.
func (s *signing) who(one *model.Signoff) string {
	if who := signers.FindString(one.Heading.Value); who != "" && count(one.Heading.Value) <= count(who)+1 {
		who = one.Heading.Value
		one.Heading.Value = ""
		return strings.TrimRight(who, ": ")
	}
	for _, p := range s.lines {
		if who := signer(p.labels...); who != "" {
			return who
		}
	}
	m, agreed := signer(one.Heading.Value, one.Agree.Value), strings.ToLower(one.Agree.Value)
	switch {
	case m == "child" && strings.Contains(agreed, "my child"):
		return "parent or carer"
	case m != "" && strings.Contains(agreed, "my "+m): // "with my mum or dad" says only who does not sign
		return ""
	}
	return m
}
