package deck

import (
	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/view"
)

// chatSlides shows each scene of a chat: those on the way of the best replies first. Next goes on with a reply, and then to the
// scene that it leads to.
func chatSlides(v *view.Site, q view.Question) (list []slide) {
	titles := map[string]string{}
	for _, s := range q.Scenes {
		titles[s.ID] = s.Title
	}
	for _, scene := range inTurn(q.Scenes) {
		s := slide{
			Kind: "chat", Title: scene.Title, Lines: scene.Lines,
			Answers: answersOf(scene.Options), Letters: lettersOf(scene.Options), Via: leadingTo(scene.ID, q.Scenes),
		}
		s.Play = play{Name: scene.ID, Chat: q.ID, Goes: map[string]string{}}
		for i := range s.Answers {
			a := &s.Answers[i]
			a.Press, a.Then = 1, titles[a.Goto]
			s.Play.Goes[a.Letter] = a.Goto
			s.Play.Presses, s.Play.Turns = 1, []int{0}
			if a.Right {
				s.Play.Best = a.Letter
			}
		}
		end := 0.0
		if len(scene.Options) == 0 {
			end = 10 // "The end."
		}
		talked := func(at sizes, wide float64) float64 {
			return linesHigh(s.Lines, at.About, wide) + rowsHigh(scene.Options, at.Size, wide, false) + end
		}
		asked := func(at sizes, wide float64) float64 { return viaHigh(v, s.Via, wide) + talked(at, wide) }
		s, _ = fitted(v, s, layout{asked: asked, talked: talked, always: true})
		list = append(list, s)
	}
	return list
}

// via is a reply that leads to a scene of a chat: the slide that it is on, its letter and its words.
type via struct {
	Slide  string `json:"slide"`
	Letter string `json:"letter"`
	Text   string `json:"text"`
}

// leadingTo returns the replies that lead to a scene.
func leadingTo(id string, scenes []view.ChatScene) (list []via) {
	for _, s := range scenes {
		for _, o := range s.Options {
			if o.Goto == id {
				list = append(list, via{s.ID, o.Letter, o.Text})
			}
		}
	}
	return list
}

// viaHigh returns how high the reply stands that led to a scene. One is shown at a time.
func viaHigh(v *view.Site, list []via, wide float64) (most float64) {
	for _, o := range list {
		most = max(most, regular.height(v.Text("deck_after", i18n.Values{"reply": o.Text}), leastWhy, wide-6)+5)
	}
	return most
}

// inTurn gives the scenes on the way of the best replies, then the others as they stand.
func inTurn(scenes []view.ChatScene) (list []view.ChatScene) {
	byID := map[string]view.ChatScene{}
	for _, s := range scenes {
		byID[s.ID] = s
	}
	seen := map[string]bool{}
	for at := scenes[0].ID; at != "" && !seen[at]; {
		seen[at] = true
		list = append(list, byID[at])
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
			list = append(list, s)
		}
	}
	return list
}
