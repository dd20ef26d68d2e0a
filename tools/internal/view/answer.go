package view

import (
	"slices"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/site"
)

// Quote is adopted words as a page quotes them: where they are from, as in "Years 3 to 6, Rule 8", and their address.
type Quote struct {
	Words   string `json:"words"`
	From    string `json:"from"`
	URL     string `json:"url"`
	Hue     string `json:"hue,omitempty"`
	Caution string `json:"caution,omitempty"` // what the site adds to a rule

	Behaviour bool `json:"behaviour,omitempty"` // they name a behaviour policy whose address is known
}

// OnTopics returns quotes of the rules on some topics.
func (v *Site) OnTopics(topics []diag.Text) (list []Quote) {
	for _, r := range v.site.OnTopics(topics) {
		list = append(list, v.ruleQuote(r))
	}
	return list
}

func (v *Site) ruleQuote(r site.Rule) Quote {
	from := v.Text("quote_rule", i18n.Values{"years": Typeset(r.Stage.Years), "call": v.Call(r)})
	return Quote{Words: r.Say(), From: from, URL: r.Anchor(), Hue: r.Theme.Hue.Value, Caution: Typeset(r.Caution)}
}

// Answers returns the answers of the policy to some of what parents ask, by its ids: each has what model.Answer has, with its quotes, the
// title of what is asked and, where the policy does not say it all, whom to ask. Where the school has no answer, the rules on its
// topics are quoted.
func (v *Site) Answers(ids []diag.Text) (list []Record) {
	for _, id := range ids {
		i := slices.IndexFunc(v.site.Asked, func(a model.Asked) bool { return a.ID.Value == id.Value })
		asked := v.site.Asked[i]
		answer, given := v.site.Answer(asked)
		if !given {
			list = append(list, With(asked, Record{"quotes": v.OnTopics(asked.Topics)}))
			continue
		}
		var quotes []Quote
		for _, q := range answer.Quotes {
			quotes = append(quotes, v.quote(q))
		}
		record := With(answer, Record{"title": Typeset(asked.Title), "quotes": quotes})
		if len(answer.Silent) > 0 {
			record["ask"] = Typeset(asked.Ask)
		}
		list = append(list, record)
	}
	return list
}

// quote returns words that passed the checks.
func (v *Site) quote(q model.Cited) Quote {
	cited, _ := site.Cite(v.site.Documents, q)
	if cited.Clause != nil {
		if r, is := v.rules[cited.Clause.ID.Value]; is {
			rule := v.ruleQuote(r)
			if q.Begins.Value != "" {
				rule.Words = cited.Words
			}
			return rule
		}
	}
	part := cited.Section.Heading.Value
	if cited.Clause != nil {
		part = cited.Clause.Mark.Value
	}
	from := v.Text("quote_part", i18n.Values{"document": or(cited.Document.Name, cited.Document.Title), "part": part})
	return Quote{Words: cited.Words, From: from, URL: cited.Anchor(), Behaviour: v.namesBehaviour(cited.Words)}
}

// answers reports whether an answer of the policy quotes what a section says around its clauses.
func (v *Site) answers(s model.Section) bool {
	for _, d := range v.site.Documents {
		for _, a := range d.Answers {
			if slices.ContainsFunc(a.Quotes, func(q model.Cited) bool { return q.Of.Value == s.ID.Value }) {
				return true
			}
		}
	}
	return false
}
