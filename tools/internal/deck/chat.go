package deck

import (
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/view"
)

// chatSlides goes the way of the best replies first, and then shows what other replies lead to.
func chatSlides(v *view.Site, q view.Question) (list []slide) {
	titles := map[string]string{}
	for _, s := range q.Scenes {
		titles[s.ID] = s.Title
	}
	for _, turn := range inTurn(q.Scenes) {
		like := slide{Kind: "turn", Title: turn.scene.Title, Text: turn.after, Verdict: turn.verdict()}
		rest := 0.0
		if turn.after != "" {
			rest += regular.height(v.Text("deck_after", i18n.Values{"reply": turn.after}), 60, slideWide-8) + 8
		}
		if like.Verdict == "end" {
			rest += 11
		}
		list = append(list, spoken(like, turn.scene.Lines, slideWide, rest)...)
		if len(turn.scene.Options) == 0 {
			continue
		}
		list = append(list, vote(q.Kind, "", turn.scene.Options, false))
		for _, o := range turn.scene.Options {
			list = append(list, why(v, o, verdict(o), titles[o.Goto]))
		}
	}
	return list
}

// turn is a scene of a chat as a class comes to it. After is the reply that leads there, where it is not on the best way.
type turn struct {
	scene view.ChatScene
	after string
}

func (t turn) verdict() string {
	if len(t.scene.Options) == 0 {
		return "end"
	}
	return ""
}

// inTurn gives the scenes on the way of the best replies, then the others as they stand.
func inTurn(scenes []view.ChatScene) []turn {
	byID := map[string]view.ChatScene{}
	for _, s := range scenes {
		byID[s.ID] = s
	}
	seen := map[string]bool{}
	var turns []turn
	for at := scenes[0].ID; at != "" && !seen[at]; {
		seen[at] = true
		turns = append(turns, turn{scene: byID[at]})
		next := ""
		for _, o := range byID[at].Options {
			if o.Right {
				next = o.Goto
			}
		}
		at = next
	}
	for _, s := range scenes {
		if !seen[s.ID] {
			turns = append(turns, turn{s, leadingTo(s.ID, scenes)})
		}
	}
	return turns
}

// leadingTo is the first reply that leads to a scene.
func leadingTo(id string, scenes []view.ChatScene) string {
	for _, s := range scenes {
		for _, o := range s.Options {
			if o.Goto == id {
				return o.Text
			}
		}
	}
	return ""
}
