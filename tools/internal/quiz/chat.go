package quiz

import (
	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// Chat asks for replies, scene by scene. Its options are the replies of its Scenes. The scenes may ask by themselves,
// without a stem.
const Chat model.Kind = "chat"

var chat = Kind{
	Name: Chat, Ends: true, Long: true,
	counts: func(q model.Question) []Count {
		return []Count{{At: q.Title.Pos, What: "scene", Found: len(q.Scenes), Least: 2, Most: 7}}
	},
	lists: func(q model.Question) (lists []List) {
		for _, s := range q.Scenes {
			lists = append(lists, List{s.Title, "option", s.Replies})
		}
		return lists
	},
	answer: func(q model.Question) (best []Answer) {
		for _, s := range q.Scenes {
			best = append(best, rightOf(s.Replies)...)
		}
		return best
	},
	titles: func(q model.Question) (scenes []diag.Text) {
		for _, s := range q.Scenes {
			scenes = append(scenes, s.Title)
		}
		return scenes
	},
}
