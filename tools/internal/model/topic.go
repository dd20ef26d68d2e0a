package model

import "safeonline/tools/internal/diag"

// Topic is what rules and lessons are about.
type Topic struct {
	Pos       diag.Pos
	ID        diag.Text   `yaml:"id,required" kind:"id"`
	Title     diag.Text   `yaml:"title,required"`
	Words     []diag.Text `yaml:"words,required"`     // everyday words by which people look for it
	Audiences []diag.Text `yaml:"audiences,required"` // whom rules on it are for
	Plain     diag.Text   `yaml:"plain,required"`     // offered for a rule on it
	Picture   diag.Text   `yaml:"picture,required"`   // the same: an emoji
	Stances   []Stance    `yaml:"stances"`
}

// Stance is one of the things that rules on a topic may ask for: to meet nobody, or to meet with an adult.
type Stance struct {
	Pos     diag.Pos
	ID      diag.Text   `yaml:"id,required" kind:"id"`
	Title   diag.Text   `yaml:"title,required"`
	Phrases []diag.Text `yaml:"phrases"` // by which package match recognises it; none: it is that of rules that have no other
	Except  []diag.Text `yaml:"except"`  // phrases with which a rule has another stance all the same
	Lessons []diag.Text `yaml:"lessons"` // that teach it, such as "STAGE/passwords"
	Plain   diag.Text   `yaml:"plain"`   // in place of the topic's
	Picture diag.Text   `yaml:"picture"` // the same
}

// Alike is a word of phrases, and words that a rule may have in its place.
type Alike struct {
	Word diag.Text   `yaml:"word,required"`
	Same []diag.Text `yaml:"same,required"`
}

// Examples are rules as schools write them, on one topic: package match learns from them.
type Examples struct {
	Topic diag.Text   `yaml:"topic"` // empty: they are on something else
	Rules []diag.Text `yaml:"rules,required"`
}
