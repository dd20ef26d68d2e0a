package model

import "safeonline/tools/internal/diag"

// Kind is a kind of question.
type Kind string

// The kinds of question, each with what it asks for. Question says which fields each kind uses.
const (
	Choice  Kind = "choice"  // the one best option
	Several Kind = "several" // as many options as the stem says
	Order   Kind = "order"   // steps in their right order
	Sort    Kind = "sort"    // each item in its bin
	Gaps    Kind = "gaps"    // a word for each gap of a text
	Spot    Kind = "spot"    // the phrases of a message that are clues
	Chat    Kind = "chat"    // replies, scene by scene
)

// Question is one question of a quiz. ID is permanent within its lesson. The kinds use its fields so:
//
//	choice, several  Options, Choose of them right
//	order            Options in the right order
//	sort             Bins, and Options that each name one
//	gaps             Passage with numbered slots, and Options that each fit one slot
//	spot             Passage whose slot n is the phrase of Options[n-1]
//	chat             Scenes, each with replies
//
// Gaps and chats may have no stem: their text asks.
type Question struct {
	ID, Title, Stem diag.Text
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
	Slot          int       // of sort: its bin, of gaps: its gap; from 1
	Goto          diag.Text // of chat: the scene that the reply leads to
	Misconception diag.Text // an id; wrong options of some kinds
	Feedback      diag.Text
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
