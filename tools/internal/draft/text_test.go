package draft_test

import (
	"strings"
	"testing"

	"safeonline/tools/internal/block"
	"safeonline/tools/internal/draft"
)

// Footnotes stand below the section with their marks. The address of a link follows its words, unless they say it.
func TestFootnotesAndLinksAreKept(t *testing.T) {
	at := func(n int) block.Place { return block.Place{Paragraph: n} }
	bullet := func(n int, runs ...block.Run) block.Block {
		return block.Block{Place: at(n), Runs: runs, Number: "•", Bullet: true, List: 1}
	}
	g := given{sources: []draft.Source{{Name: "a.docx", File: &block.File{Blocks: []block.Block{
		{Place: at(1), Heading: 1, Runs: []block.Run{{Text: "Visitor Agreement"}}},
		bullet(2, block.Run{Text: "I will sign in"}, block.Run{Note: "1"}, block.Run{Text: " at the office."}),
		bullet(3, block.Run{Text: "I will read the "}, block.Run{Text: "leaflet", Link: "https://elm.example/leaflet"}, block.Run{Text: "."}),
		{Place: at(4), Heading: 1, Runs: []block.Run{{Text: "Parent Agreement"}}},
		bullet(5, block.Run{Text: "I will look at "}, block.Run{Text: "www.elm.example", Link: "https://www.elm.example/"}, block.Run{Text: "."}),
		bullet(6, block.Run{Text: "I will ask "}, block.Run{Text: "the office", Link: "#office"}, block.Run{Text: "."}),
		bullet(7, block.Run{Text: "I will keep the "}, block.Run{Text: "school", Link: "https://elm.example/"}, block.Run{Text: "’s rules "}, block.Run{Text: "gladly", Link: "https://elm.example/rules"}),
		{Place: block.Place{Part: block.Footnotes, Paragraph: 1}, Note: "1", Runs: []block.Run{{Text: "Between 8 and 4"}}},
	}}}}}
	d, err := draft.Make(g.sources, bare(), nil)
	if err != nil {
		t.Fatal(err)
	}
	complete(t, g, d)
	got := outline(d)
	for _, want := range []string{
		"visitors-1: I will sign in¹ at the office.", "visitors-2: I will read the leaflet (https://elm.example/leaflet).\n    closing: ¹ Between 8 and 4\n",
		"parents-1: I will look at www.elm.example.", "parents-2: I will ask the office.",
		"parents-3: I will keep the school’s (https://elm.example/) rules gladly (https://elm.example/rules)",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("there is no %q in\n%s", want, got)
		}
	}
}

// A line without a place goes where somebody says.
func TestALineGoesWhereSomebodySays(t *testing.T) {
	const line = "Rainbow class"
	for answer, want := range map[string]string{
		"": "not placed: nothing that belongs to it comes after it: " + line, "out": "left out: somebody said so: " + line, "passage": "closing: " + line,
		"rule": "ks2-3: " + line, "heading": "section rainbow-class: " + line, "join": "KS2 rules " + line + "\n",
	} {
		g := given{sources: []draft.Source{{Name: "a.md", File: read(t, "a.md", []byte("# KS2 rules\n\n- I will ask.\n- I will tell.\n\nSigned: ________\n\n"+line+"\n"))}}}
		if answer != "" {
			g.answers = []draft.Answer{{Ask: draft.WhichPlace, About: line, Answer: answer}}
		}
		d, err := draft.Make(g.sources, bare(), g.answers)
		if err != nil {
			t.Fatal(err)
		}
		complete(t, g, d)
		if got := outline(d); !strings.Contains(got, want) || !strings.Contains(got, "question place") {
			t.Errorf("%s: there is no %q in\n%s", answer, want, got)
		}
	}
}
