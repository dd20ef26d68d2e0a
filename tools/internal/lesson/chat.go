package lesson

import (
	"fmt"
	"regexp"

	"github.com/yuin/goldmark/ast"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// isChat reports whether a heading of the fourth level has an id.
func isChat(r *reader, blocks []ast.Node) bool {
	for _, h := range fourths(blocks) {
		if headingID.MatchString(r.raw(h).Value) {
			return true
		}
	}
	return false
}

// chat reads scenes with replies that lead from one to another. A scene without replies ends it. A paragraph above the
// first scene is the stem.
//
//	#### A new message {#hi}
//
//	**SkyFox:** Free gems! What is your password?
//
//	- [x] [I keep it private.](#told)
//	  > The rule, said kindly.
//	- [ ] [Gems first!](#hi) `undo-later`
//	  > A deal gives it away too.
func (r *reader) chat(p part, q *model.Question) {
	before, scenes := r.split(p.blocks, 4)
	b := r.body(before)
	r.strayItems(b, "begin each scene with a heading: #### A new message {#hi}")
	if len(b.paragraphs) > 0 {
		r.stem(p, b.paragraphs, q)
	}
	seen := map[string]bool{}
	for _, s := range scenes {
		scene := r.chatScene(s)
		r.uniqueID(seen, scene.ID, "this chat")
		q.Scenes = append(q.Scenes, scene)
	}
	r.paths(q)
}

func (r *reader) chatScene(p part) model.ChatScene {
	var s model.ChatScene
	s.Title, s.ID = r.titleAndID(p.heading, "scene")
	b := r.body(p.blocks)
	if b.message != nil {
		r.stray([]ast.Node{b.message}, "a scene is made of paragraphs and one list of replies")
	}
	for _, n := range b.paragraphs {
		s.Lines = append(s.Lines, r.line(n, r.raw(n)))
	}
	if len(s.Lines) == 0 {
		r.emptySection(p, fmt.Sprintf("scene %q has no text", s.Title.Value))
	}
	for _, it := range b.items {
		s.Replies = append(s.Replies, r.option(rules{checkbox: true, link: true, misconception: true}, it))
	}
	if n := right(s.Replies); len(s.Replies) > 0 && n != 1 {
		r.faults.Add(diag.Fault{
			Pos: p.heading.Pos, Code: diag.Replies,
			Message: fmt.Sprintf("scene %q needs one best reply, and has %d", s.Title.Value, n),
			Hint:    "tick the one best reply with [x]",
		})
	}
	return s
}

// paths reports replies that lead to no scene, scenes that cannot be reached, and scenes from which the chat never
// ends. If a scene has no id, or a reply leads nowhere, only that is reported: the rest would follow from it.
func (r *reader) paths(q *model.Question) {
	var ids []string
	byID := map[string]*model.ChatScene{}
	for i := range q.Scenes {
		s := &q.Scenes[i]
		ids = append(ids, s.ID.Value)
		byID[s.ID.Value] = s
	}
	lost := byID[""] != nil
	for _, s := range q.Scenes {
		for _, o := range s.Replies {
			if byID[""] == nil && byID[o.Goto.Value] == nil && o.Goto.Value != "" {
				r.faults.Add(diag.Fault{
					Pos: o.Goto.Pos, Code: diag.UnknownScene,
					Message: fmt.Sprintf("the chat has no scene %q", o.Goto.Value),
					Hint:    diag.DidYouMean(o.Goto.Value, ids, "give a scene this id, or link to another scene"),
				})
			}
			lost = lost || byID[o.Goto.Value] == nil
		}
	}
	if !lost {
		r.ends(q, byID)
	}
}

// ends reports scenes that the first scene does not lead to, and scenes that do not lead to an end.
func (r *reader) ends(q *model.Question, byID map[string]*model.ChatScene) {
	reached := reach(q.Scenes[0].ID.Value, byID)
	for _, s := range q.Scenes {
		if !reached[s.ID.Value] {
			r.faults.Add(diag.Fault{
				Pos: s.ID.Pos, Code: diag.SceneNotReached,
				Message: fmt.Sprintf("no reply leads to scene %q", s.Title.Value),
				Hint:    "link a reply to it, or delete it",
			})
			continue
		}
		ends := false
		for id := range reach(s.ID.Value, byID) {
			ends = ends || len(byID[id].Replies) == 0
		}
		if !ends {
			r.faults.Add(diag.Fault{
				Pos: s.ID.Pos, Code: diag.ChatWithoutEnd,
				Message: fmt.Sprintf("the chat never ends after scene %q", s.Title.Value),
				Hint:    "link a reply to a scene without replies",
			})
		}
	}
}

// reach returns the ids of the scenes that can be reached from a scene.
func reach(from string, byID map[string]*model.ChatScene) map[string]bool {
	seen := map[string]bool{}
	todo := []string{from}
	for len(todo) > 0 {
		id := todo[0]
		todo = todo[1:]
		if seen[id] || byID[id] == nil {
			continue
		}
		seen[id] = true
		for _, o := range byID[id].Replies {
			todo = append(todo, o.Goto.Value)
		}
	}
	return seen
}

var recall = regexp.MustCompile(`(?s)^\[((?:\\.|[^\]\\])*)\]\(([a-z0-9-]+)\.md#([a-z0-9-]+)\)$`)

// again reads links to questions of other lessons:
//
//   - [Ask before you open](attachments.md#ask-first)
func (r *reader) again(p part) {
	const hint = "write it as - [title](file-of-the-lesson.md#id-of-the-question)"
	for _, t := range r.bullets(p, hint, ast.KindLink) {
		m := recall.FindStringSubmatchIndex(t.Value)
		if m == nil {
			r.faults.Add(diag.Fault{
				Pos: t.Pos, Code: diag.RecallEntry,
				Message: "this does not link to a question of another lesson",
				Hint:    hint,
			})
			continue
		}
		piece := func(n int) diag.Text {
			at := cut(t, m[2*n])
			at.Value = t.Value[m[2*n]:m[2*n+1]]
			return at
		}
		r.lesson.Again = append(r.lesson.Again, model.Recall{Title: clean(piece(1)), Lesson: piece(2), Question: piece(3)})
	}
}
