package model

import "safeonline/tools/internal/diag"

// Kind is the name of a kind of question. Package quiz has the kinds.
type Kind string

// Question is one question of a lesson. ID is permanent within the lesson. Package quiz says which of the fields from
// Choose on each kind uses.
type Question struct {
	ID, Title, Stem diag.Text
	Short           diag.Text // the stem in fewer words, for games; empty if games have the stem itself
	Hint            diag.Text // for whoever chose a wrong option that has no hint of its own
	Scene           int       // the number of the scene that it ends, from 1; 0 if it is not part of the story
	Kind            Kind
	Choose          int
	Options         []Option
	Bins            []Bin
	Passage         []Segment
	Scenes          []ChatScene
}

// Option is an answer to choose, a step or an item to place, a word for a gap, a phrase or a reply, with the feedback
// for whoever chooses it. Right means that it is part of the answer.
type Option struct {
	Pos           diag.Pos
	Picture       diag.Text // an emoji, or empty
	Text          diag.Text
	Right         bool
	Slot          int       // the number of the bin or the gap that it belongs to, from 1
	Goto          diag.Text // of chat: the scene that the reply leads to
	Misconception diag.Text // an id; wrong options of some kinds
	Feedback      diag.Text
	Hint          diag.Text // wrong options of some kinds
}

// Bin is a place to sort items into.
type Bin struct {
	Picture, Title diag.Text
}

// Segment is part of a text. Slot is 0 for plain words; otherwise it is the number of a gap, or of a phrase to judge.
type Segment struct {
	Text diag.Text
	Slot int
}

// ChatScene is a turn of a chat. A scene without replies ends it.
type ChatScene struct {
	ID, Title diag.Text
	Lines     []Line
	Replies   []Option
}
