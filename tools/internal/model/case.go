package model

import "safeonline/tools/internal/diag"

// Case is the front matter of a page for parents about one thing that has happened.
type Case struct {
	First  []FirstStep `yaml:"first,required"` // what to do, in this order
	Say    diag.Text   `yaml:"say,required"`   // in the parent's mouth
	Then   diag.Text   `yaml:"then"`
	Asks   []diag.Text `yaml:"asks"`   // ids of data/library/asked.yaml
	Topics []diag.Text `yaml:"topics"` // of the rules that it is about
	Ring   []diag.Text `yaml:"ring"`   // ids of data/library/help.yaml
}

// FirstStep is one thing to do. But is what must not be done, whatever the step says.
type FirstStep struct {
	Do      diag.Text `yaml:"do,required"`
	Text    diag.Text `yaml:"text,required"`
	But     diag.Text `yaml:"but"`
	Picture diag.Text `yaml:"picture,required"` // a name of data/library/scenery.yaml
}

// Cases is the front matter of the page that lists the cases.
type Cases struct {
	Cases []diag.Text `yaml:"cases,required"` // their addresses
}

// Asked is an entry of data/library/asked.yaml: what parents ask the policy.
type Asked struct {
	ID     diag.Text   `yaml:"id,required" kind:"id"`
	Title  diag.Text   `yaml:"title,required"`
	Topics []diag.Text `yaml:"topics"`       // whose rules are quoted if the school has no answer
	Ask    diag.Text   `yaml:"ask,required"` // whom to ask what the policy does not say
}

// Answer is what a policy says to something that parents ask, in plain words, and what it does not say.
type Answer struct {
	Pos    diag.Pos
	To     diag.Text   `yaml:"to,required" over:"key"` // an id of data/library/asked.yaml
	Says   diag.Text   `yaml:"says"`
	Quotes []Cited     `yaml:"quotes"`
	Silent []diag.Text `yaml:"silent"` // each goes on from "The policy does not say"
}

// Cited names adopted words: a clause or a section, and one sentence in it if Begins has the words with which that begins.
type Cited struct {
	Of     diag.Text `yaml:"of,required"`
	Begins diag.Text `yaml:"begins" typeset:"no"`
}
