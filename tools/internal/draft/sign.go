package draft

import (
	"regexp"
	"strings"

	"safeonline/tools/internal/block"
)

// room matches what is left for somebody to write on.
var room = regexp.MustCompile(`_{2,}|\.{4,}|…{2,}|(?:\.\s){4,}\.?|\t+`)

// mostLabel is how many words a label has at most.
const mostLabel = 9

// whoSign matches somebody who signs, or two who may: "parent or carer", "mum or dad", "parent and child".
var whoSign = regexp.MustCompile(signers.String() + `(?:\s*(?:/|&|\bor\b|\band\b)\s*` + signers.String() + `)?`)

// length counts the words of a label: whoever signs is one.
func length(label string) int { return count(whoSign.ReplaceAllString(label, " who ")) }

// fields returns the labels of a line to sign: what stands before each room to write, and after the last one. It returns nil if the
// line is none.
func fields(runs []block.Run) (labels []string) {
	text, space := spaced(runs)
	if !space && !bareLabel(text) || firstPerson.MatchString(text) && count(text) > 5 || forSchool.MatchString(text) {
		return nil
	}
	known := longRoom(runs)
	for _, part := range strings.Split(text, "\x00") {
		part = tidy(strings.Trim(tidy(part), "._…"))
		if part == "" {
			continue
		}
		if count(part) > mostLabel {
			return nil
		}
		known = known || signLabels.MatchString(part)
		labels = append(labels, part)
	}
	if !known {
		return nil
	}
	return labels
}

// spaced returns the text of runs with a mark at each room to write, and whether there is any.
func spaced(runs []block.Run) (text string, space bool) {
	var out strings.Builder
	for _, r := range runs {
		switch {
		case r.Leader != "", r.Underline && strings.TrimSpace(r.Text) == "" && r.Text != "":
			out.WriteByte(0)
		default:
			out.WriteString(r.Text)
		}
	}
	text = room.ReplaceAllString(out.String(), "\x00")
	return text, strings.Contains(text, "\x00")
}

var labelEnd = regexp.MustCompile(`:\s*(?:\x00|$)`)

// bareLabel reports whether a text is nothing but a label such as "Signed:" or "Date", with the room beside it.
func bareLabel(text string) bool {
	text = strings.TrimSpace(text)
	if !signLabels.MatchString(text) || speaking.MatchString(text) {
		return false
	}
	return count(text) <= mostLabel && labelEnd.MatchString(text) || length(text) <= 3 && !finished(text) && pureLabel(text)
}

// pureLabel reports whether a text has no words but those of labels and signers.
func pureLabel(text string) bool {
	rest := whoSign.ReplaceAllString(text, " ")
	for signLabels.MatchString(rest) {
		rest = signLabels.ReplaceAllString(rest, " ")
	}
	rest = regexp.MustCompile(`(?i)\b(?:full|first|of|to|the|in|by|and|please|block|capitals|my)\b`).ReplaceAllString(rest, " ")
	return count(rest) == 0
}

// signs recognises lines to sign.
func signs(list []*piece) {
	for i, p := range list {
		if titleOfForm(p, next(list, i)) {
			p.kind, p.rank = heading, lowerRank
			continue
		}
		if p.kind != scrap && p.kind != sign && p.block.Heading == 0 && !p.block.Title {
			if labels := fields(p.runs); labels != nil && !(p.kind == item && !hasRoom(p.runs)) {
				p.kind, p.labels = sign, labels
			}
		}
	}
}

// titleOfForm reports whether a label without room to write stands above a sentence to agree to: it is a heading.
func titleOfForm(p, after *piece) bool {
	return p.kind == words && after != nil && after.kind == words && p.block.Cell == nil && pureLabel(p.text) && count(p.text) > 0 && signers.MatchString(p.text) &&
		!hasRoom(p.runs) && len(fields(after.runs)) == 0 && agreeing.MatchString(after.text)
}

// forSchool matches room for the name of the school, which is a blank of a template.
var forSchool = regexp.MustCompile(`(?i)[._…\x00]\s*(?:primary|infant|junior|school|academy)\b`)

// wide matches room that is wide enough for somebody to write on.
var wide = regexp.MustCompile(`_{12,}|\.{12,}|…{4,}|(?:\.\s){12,}`)

// longRoom reports whether there is room for somebody to write on by hand, and no blank of a template.
func longRoom(runs []block.Run) bool {
	for _, r := range runs {
		if r.Leader != "" || wide.MatchString(r.Text) {
			return true
		}
	}
	return false
}

func hasRoom(runs []block.Run) bool {
	_, space := spaced(runs)
	return space
}

// strongly matches a sentence that is there to be signed. Others that begin "I understand" may be rules.
var strongly = regexp.MustCompile(`(?i)\b(?:read|agree|discussed|talked|accept|permission|consent|shared|support)\b`)

// agrees recognises sentences that somebody signs: they stand before lines to sign.
func agrees(list []*piece) {
	for i := len(list) - 1; i >= 0; i-- {
		p := list[i]
		if p.kind != words || p.rank > 0 || !agreeing.MatchString(p.text) && !(hasRoom(p.runs) && speaking.MatchString(p.text)) {
			continue
		}
		after := next(list, i)
		if after != nil && after.kind == heading && i+2 < len(list) {
			after = next(list, i+1)
		}
		if after == nil || after.kind != sign && after.kind != agree {
			continue
		}
		if last := before(list, i); strongly.MatchString(p.text) || last == nil || last.kind != words {
			p.kind = agree
		}
	}
}
