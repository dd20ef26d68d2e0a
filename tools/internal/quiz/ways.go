package quiz

import "safeonline/tools/internal/model"

// Turn is a scene of a chat, and the reply that is given in it. The last turn has no reply.
type Turn struct {
	Scene model.ChatScene
	Reply *model.Option
	Again bool // the reply leads to a scene that has been seen
}

// Ways returns every way through a chat, from its first scene to one that ends it, or to a reply that leads back to a scene that
// has been seen. Other questions have none.
func Ways(chat model.Question) (ways [][]Turn) {
	if len(chat.Scenes) == 0 {
		return nil
	}
	scenes := map[string]model.ChatScene{}
	for _, s := range chat.Scenes {
		scenes[s.ID.Value] = s
	}
	seen := map[string]bool{}
	var from func(scene model.ChatScene, before []Turn)
	from = func(scene model.ChatScene, before []Turn) {
		seen[scene.ID.Value] = true
		defer delete(seen, scene.ID.Value)
		upTo := func(t Turn) []Turn { return append(before[:len(before):len(before)], t) }
		if len(scene.Replies) == 0 {
			ways = append(ways, upTo(Turn{Scene: scene}))
		}
		for i := range scene.Replies {
			reply := &scene.Replies[i]
			next := reply.Goto.Value
			if seen[next] {
				ways = append(ways, upTo(Turn{scene, reply, true}))
				continue
			}
			from(scenes[next], upTo(Turn{Scene: scene, Reply: reply}))
		}
	}
	from(chat.Scenes[0], nil)
	return ways
}
