package record

import (
	"slices"
	"strings"

	"safeonline/tools/internal/diag"
)

// synonyms are the fields that people may mean by a word whose spelling does not show it. Of several, the first that a struct
// has is meant.
var synonyms = map[string][]string{
	"badge": {"crest"}, "emblem": {"crest"}, "logo": {"crest"}, "picture": {"crest", "scene", "emoji", "file"},
	"emoji": {"picture"}, "icon": {"picture"}, "image": {"picture", "crest", "file"}, "photo": {"picture", "crest"}, "symbol": {"picture"},
	"mobile": {"telephone", "phone"}, "phone": {"telephone"}, "tel": {"telephone", "phone"}, "telephone": {"phone"},
	"e-mail": {"email", "contact"}, "email": {"contact"}, "mail": {"email", "contact"},
	"homepage": {"website", "web"}, "link": {"website", "web", "to", "slug"}, "url": {"website", "web", "to", "slug"},
	"web": {"website"}, "website": {"web"}, "www": {"website", "web"},
	"github": {"repository"}, "location": {"address"}, "postcode": {"address"}, "street": {"address"},
	"head": {"contact"}, "person": {"contact", "who"}, "role": {"contact", "who"}, "signer": {"who"},

	"label": {"title", "name"}, "name": {"title", "heading", "label", "who"}, "title": {"heading", "name", "label"},
	"header": {"heading", "title"}, "headline": {"heading", "title"}, "subheading": {"subtitle"},
	"description": {"short", "plain", "lead"}, "summary": {"short", "plain", "description", "lead"}, "simple": {"plain"},
	"class": {"stage"}, "key-stage": {"stage"}, "ks": {"stage"}, "level": {"stage"}, "phase": {"stage"},
	"for": {"audience"}, "pupils": {"audience", "years"}, "readers": {"audience"}, "years": {"audience"},
	"number": {"mark", "order", "telephone", "phone"}, "letter": {"mark"}, "place": {"order"}, "position": {"order"},
	"path": {"slug", "address"}, "category": {"theme"}, "group": {"theme"}, "topic": {"theme"}, "categories": {"themes"}, "groups": {"themes"},
	"color": {"hue"}, "colour": {"hue"}, "template": {"layout"}, "type": {"kind", "layout"},
	"by": {"author"}, "date": {"adopted", "on", "by", "checked"}, "signed-by": {"author"}, "year": {"adopted"},

	"chapters": {"sections"}, "parts": {"clauses", "sections"}, "body": {"passages", "text"}, "content": {"passages", "text"},
	"introduction": {"passages", "lead"}, "intro": {"passages", "lead"}, "paragraphs": {"passages"}, "text": {"passages", "label"},
	"beginning": {"stem"}, "start": {"stem"}, "end": {"closing"}, "footer": {"closing"},
	"items": {"clauses", "fields"}, "list": {"clauses", "fields"}, "points": {"clauses"}, "rules": {"clauses"}, "statements": {"clauses"},
	"rule": {"text"}, "sentence": {"text", "agree", "say"}, "statement": {"text", "agree"}, "wording": {"text"}, "words": {"text"},
	"declaration": {"agree"}, "sign": {"signoff"}, "signature": {"signoff"}, "signatures": {"signoff"}, "boxes": {"fields"}, "lines": {"fields"},
	"after": {"now"}, "before": {"was"}, "correct": {"now"}, "new": {"now", "to"}, "old": {"was", "from"}, "right": {"now"}, "wrong": {"was"},
	"because": {"none", "why"}, "reason": {"none", "why"}, "why": {"none"}, "file": {"name"}, "lesson": {"name"},
	"opening-hours": {"hours"}, "opening": {"hours"}, "open": {"hours"}, "behaviour-policy": {"behaviour"}, "diary": {"reading-record"},
	"staff": {"people"}, "contacts": {"people"}, "room": {"where"}, "site": {"where"}, "job": {"role"}, "post": {"role"},
	"extends": {"inherits"}, "inherits-from": {"inherits"}, "parent": {"inherits"}, "trust": {"inherits"},
	"deadline": {"by"}, "expiry": {"expires"}, "until": {"expires", "by"},
}

// meant returns the field that somebody most likely means by an unknown name, or "" if there is none: one that a synonym
// names and that is not written yet, the same word as one or as many, or else, if guess, one of a similar spelling.
func (m members) meant(name string, guess bool) string {
	word := strings.NewReplacer("_", "-", " ", "-").Replace(strings.ToLower(name))
	for _, field := range synonyms[word] {
		if _, known := m.byName[field]; known && !m.written[field] {
			return field
		}
	}
	for _, field := range []string{word, word + "s", strings.TrimSuffix(word, "s")} {
		if slices.Contains(m.names, field) {
			return field
		}
	}
	if !guess {
		return ""
	}
	return diag.Suggest(name, m.names)
}
