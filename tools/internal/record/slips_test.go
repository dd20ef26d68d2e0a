package record_test

import (
	"fmt"
	"strings"
	"testing"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/record"
)

// route is a record with fields like those in the project's files.
type route struct {
	ID    diag.Text   `yaml:"id,required"`
	Name  diag.Text   `yaml:"name"`
	For   diag.Text   `yaml:"for"`
	Year  int         `yaml:"year"`
	Words []diag.Text `yaml:"words"`
	Parts []route     `yaml:"parts"`

	Holder *struct {
		Street diag.Text `yaml:"street"`
		Town   diag.Text `yaml:"town"`
	} `yaml:"holder"`
}

// Mistakes of people who do not know YAML: each is one fault, at its place, with a hint that says what to type.
func TestATypicalMistakeIsReportedAtItsPlace(t *testing.T) {
	for _, c := range []struct{ what, text, want string }{
		{"a tab for an indent", "- id: a\n\tname: b\n", "2:1 bad-yaml: the line is indented with a tab (replace it by spaces, as in the lines around it)"},
		{"a tab behind a blank", "- id: a\n  name: b\n \tfor: c\n", "3:2 bad-yaml: the line is indented with a tab (replace it by spaces, as in the lines around it)"},
		{"no space after the colon", "- id: a\n  name:Elm Lane\n  for: c\n", `2:8 bad-yaml: there is no space after "name:" (type "name: Elm Lane")`},
		{"at the end too", "- id: a\n  name:Elm\n", `2:8 bad-yaml: there is no space after "name:" (type "name: Elm")`},
		{"on the first line", "- id:a\n", `1:6 bad-yaml: there is no space after "id:" (type "id: a")`},
		{"within braces", "- { id:a, name: b }\n", `1:5 bad-yaml: there is no space after "id:" (type "id: a")`},
		{"of an entry", "- id: a\n  parts:\n    - id:b\n      name: c\n", `3:10 bad-yaml: there is no space after "id:" (type "id: b")`},
		{"no colon", "- id: a\n  name Elm Lane\n  for: c\n", `2:7 bad-yaml: there is no colon after "name" (type "name: Elm Lane")`},
		{"a sign for the colon", "- id: a\n  name = Elm\n", `2:7 bad-yaml: there is no colon after "name" (type "name: Elm")`},
		{"a dash for the hyphen", "- id: a\n– id: b\n  name: c\n", `2:1 bad-yaml: "–" does not begin an entry of a list (type a hyphen and a space: "- ")`},
		{"on the first line", "– id: a\n  name: c\n", `1:1 bad-yaml: "–" does not begin an entry of a list (type a hyphen and a space: "- ")`},
		{"alone on it", "– id: a\n", `1:1 bad-yaml: "–" does not begin an entry of a list (type a hyphen and a space: "- ")`},
		{"further in", "- id: a\n  parts:\n    — id: b\n      name: c\n", `3:5 bad-yaml: "—" does not begin an entry of a list (type a hyphen and a space: "- ")`},
		{"a bullet", "- id: a\n  words:\n    • one\n    • two\n", `3:5 bad-yaml: "•" does not begin an entry of a list (type a hyphen and a space: "- ")`},
		{"a star", "- id: a\n  words:\n    * one\n    * two\n", `3:5 bad-yaml: "*" does not begin an entry of a list (type a hyphen and a space: "- ")`},
		{"no space after the hyphen", "-id: a\n name: b\n", `1:1 bad-yaml: there is no space after the hyphen (type "- id: a")`},
		{"of a word", "- id: a\n  words:\n    -one\n    -two\n", `3:5 bad-yaml: there is no space after the hyphen (type "- one")`},
		{"a quote that is not closed", "- id: a\n  name: \"Elm Lane\n  for: c\n  year: 2017\n", `2:9 bad-yaml: the quote " is not closed (type " at the end of the value)`},
		{"with quotes below", "- id: a\n  name: \"Elm Lane\n  for: \"c\"\n  year: 2017\n", `2:9 bad-yaml: the quote " is not closed (type " at the end of the value)`},
		{"a single one", "- id: a\n  name: 'Elm Lane\n  for: c\n", "2:9 bad-yaml: the quote ' is not closed (type ' at the end of the value)"},
		{"within braces", "- { id: a, name: \"b }\n- { id: c, name: d }\n", `1:18 bad-yaml: the quote " is not closed (type " at the end of the value)`},
		{"closed by a curly one", "- id: a\n  name: \"Elm Lane”\n  for: c\n", `2:9 bad-yaml: the quote " is not closed (type a straight quote " at the end of the value too)`},
		{"quotes in quotes", "- id: a\n  name: \"He said \"no\" to me\"\n  for: c\n", `2:18 bad-yaml: the value ends at this quote, and there is text after it (put the whole value in quotes: 'He said "no" to me')`},
		{"an apostrophe in quotes", "- id: a\n  name: 'It's mine'\n", `2:12 bad-yaml: the value ends at this quote, and there is text after it (put the whole value in quotes: "It's mine")`},
		{"within braces", "- { id: a, name: 'it's', for: c }\n", `1:21 bad-yaml: the value ends at this quote, and there is text after it (put the whole value in quotes: "it's")`},
		{"a word in quotes and more", "- id: a\n  name: \"Elm\" Lane\n", `2:13 bad-yaml: the value ends at this quote, and there is text after it (put the whole value in quotes: '"Elm" Lane')`},
		{"a full stop behind the quotes", "- id: a\n  name: \"Elm Lane\".\n", `2:18 bad-yaml: the value ends at this quote, and there is text after it (put "." before the quote)`},
		{"within braces", "- { id: a, name: 'Elm Lane'!, for: c }\n", `1:27 bad-yaml: the value ends at this quote, and there is text after it (put "!" before the quote)`},
		{"the name of an emoji", "- { id: a, name: :smile:, for: c }\n", `1:18 bad-yaml: a value has a colon and a space, which begin a new field (put the whole value in quotes: ":smile:")`},
		{"curly quotes", "- id: a\n  name: “Elm Lane”\n", `2:9 curly-quotes: the curly quote “ would be shown as part of the value (type straight quotes: "Elm Lane")`},
		{"single ones", "- id: a\n  name: ‘Elm Lane’\n", `2:9 curly-quotes: the curly quote ‘ would be shown as part of the value (type straight quotes: "Elm Lane")`},
		{"one of each", "- id: a\n  name: “Elm Lane\"\n", `2:9 curly-quotes: the curly quote “ would be shown as part of the value (type straight quotes: "Elm Lane")`},
		{"one alone", "- id: a\n  name: “Elm Lane\n", "2:9 curly-quotes: the curly quote “ would be shown as part of the value (put straight quotes around the whole value, or none)"},
		{"in a list", "- id: a\n  words: [“a, b”]\n", "2:11 curly-quotes: the curly quote “ would be shown as part of the value (put straight quotes around the whole value, or none)"},
		{"speech is no slip", "- id: a\n  name: “Tell me,” she said.\n  for: “Yes” and “no”\n  words: [\"“a”\"]\n", ""},
		{"a colon in a value", "- id: a\n  name: Rule one: be kind\n  for: c\n", `2:9 bad-yaml: a value has a colon and a space, which begin a new field (put the whole value in quotes: "Rule one: be kind")`},
		{"at its end", "- id: a\n  name: What next:\n  for: c\n", `2:9 bad-yaml: a value has a colon and a space, which begin a new field (put the whole value in quotes: "What next:")`},
		{"no comma within braces", "- { id: a name: b }\n", `1:9 bad-yaml: a value has a colon and a space, which begin a new field (put a comma before "name", or put the whole value in quotes: "a name: b")`},
		{"a comma in a value within braces", "- { id: a, name: kind, and polite, for: c }\n", `1:22 bad-yaml: the comma ends the value, and "and polite" is read as another field (put the whole value in quotes: "kind, and polite")`},
		{"several", "- { id: a, name: kind, polite, for: c }\n- { id: a, name: kind,polite,  calm }\n", "1:22 bad-yaml: the comma ends the value, and \"polite\" is read as another field (put the whole value in quotes: \"kind, polite\")\n" +
			`2:22 bad-yaml: the comma ends the value, and "polite" is read as another field (put the whole value in quotes: "kind,polite,  calm")`},
		{"in a number", "- { id: a, name: 10,000 words }\n", `1:20 bad-yaml: the comma ends the value, and "000 words" is read as another field (put the whole value in quotes: "10,000 words")`},
		{"behind a quote", "- { id: a, name: \"kind\", and polite }\n", `1:24 bad-yaml: the comma ends the value, and "and polite" is read as another field (put the whole value in quotes: "kind, and polite")`},
		{"with a colon after it", "- { id: a, name: kind, for example: polite }\n", `1:22 bad-yaml: the comma ends the value, and "for example" is read as another field (put the whole value in quotes: "kind, for example: polite")`},
		{"before a word that is the name of a field", "- { id: a, name: kind, for all }\n", `1:22 bad-yaml: the comma ends the value, and "for all" is read as another field (put the whole value in quotes: "kind, for all", or, if for is a field, type "for: all")`},
		{"before a word that is a field already", "- { id: a, name: kind, id, for: c }\n", `1:22 bad-yaml: the comma ends the value, and "id" is read as another field (put the whole value in quotes: "kind, id")`},
		{"at the end of a line", "- { id: a, name: kind,\n    and polite }\n", `2:5 bad-yaml: the comma ends the value, and "and polite" is read as another field (put the whole value in quotes: "kind, and polite")`},
		{"in a list within a list", "- id: a\n  parts: [{ id: b, name: kind, and polite }]\n", `2:30 bad-yaml: the comma ends the value, and "and polite" is read as another field (put the whole value in quotes: "kind, and polite")`},
		{"before a quote", "- { id: a, name: say, \"please\" and so on, for: c }\n", `1:21 bad-yaml: the comma ends the value, and what follows is no field (put the whole value in quotes: 'say, "please" and so on')`},
		{"before a hyphen", "- { id: a, name: kind, - always }\n", `1:22 bad-yaml: the comma ends the value, and what follows is no field (put the whole value in quotes: "kind, - always")`},
		{"before a star", "- { id: a, words: [b], name: kind, *always* }\n", `1:34 bad-yaml: the comma ends the value, and what follows is no field (put the whole value in quotes: "kind, *always*")`},
		{"after a list it is no word of a value", "- { id: a, words: [b], c }\n", `1:24 unknown-field: there is no field "c" here (known here: id, name, for, year, words, parts, holder)`},
		{"a bracket in a value", "- { id: a, name: my [new] class, for: c }\n", `1:18 bad-yaml: a value has the bracket "[" in it (put the whole value in quotes: "my [new] class")`},
		{"a text for fields", "- id: a\n  parts:\n    - b\n", `3:7 wrong-type: expected fields, found "b" (write - { id: b })`},
		{"a text for a list of fields", "- id: a\n  parts: b: c\n", `2:10 bad-yaml: a value has a colon and a space, which begin a new field (put the whole value in quotes: "b: c")`},
		{"within quotes", "- id: a\n  parts: \"b: c\"\n", `2:10 wrong-type: expected a list, found "b: c" (begin each entry with "- ", as in - { id: "b: c" })`},
		{"a field of a field", "- id: a\n  holder:\n    street: b\n  town: c\n", `4:3 unknown-field: there is no field "town" here (it belongs in "holder")`},
		{"braces for a list", "- id: a\n  parts: { id: b }\n", `2:10 wrong-type: expected a list, found fields (put square brackets around it: [{ … }])`},
		{"fields for a list", "- id: a\n  parts:\n    id: b\n", `3:5 wrong-type: expected a list, found fields (begin the first line of each entry with "- ")`},
		{"nothing for a list", "- id: a\n  parts:\n", `2:9 empty-value: the value is missing (write a value, or delete the line)`},
		{"two fields on a line", "- id: a\n  parts:\n    - id: b, name: kind, and polite\n", `3:12 bad-yaml: two fields are on one line (write - { id: b, name: kind, and polite }, or put the whole value in quotes: "b, name: kind, and polite")`},
		{"without a hyphen", "- id: a\n  name: kind, for: all\n", `2:13 bad-yaml: two fields are on one line (write for on a line of its own, or put the whole value in quotes: "kind, for: all")`},
		{"a field as a value", "- id: a\n  parts: id: b\n", `2:10 bad-yaml: two fields are on one line (write parts: { id: b }, or put the whole value in quotes: "id: b")`},
		{"words in braces", "- id: a\n  parts: [{ kind }, { kind, and polite }]\n", "2:13 wrong-type: expected fields, found \"kind\" (write { id: kind })\n" +
			`2:23 wrong-type: expected fields, found "kind, and polite" (write { id: "kind, and polite" })`},
		{"the name of a field in braces", "- { id }\n", `1:8 empty-value: the value is missing (write a colon, a space and a value after the name)`},
		{"two commas", "- { id: a,, name: b }\n", `1:11 bad-yaml: there is nothing between two commas (delete one of them, or, if they belong to the value, put the whole value in quotes)`},
		{"a semicolon for a comma", "- { id: a; name: b }\n", `1:9 bad-yaml: a value has a colon and a space, which begin a new field (put a comma before "name" in place of the semicolon, or put the whole value in quotes: "a; name: b")`},
		{"a colon within braces", "- { id: be kind: always, name: b }\n", `1:9 bad-yaml: a value has a colon and a space, which begin a new field (put the whole value in quotes: "be kind: always")`},
		{"no hyphen before the second entry", "- id: a\n  name: b\n\n  id: c\n  name: d\n", `4:3 field-twice: "id" is already on line 1 (keep one of the two, or, if another entry of a list begins here, type "- " before it)`},
		{"a brace that is not closed", "- { id: a, name: b\n- { id: c }\n", `1:3 bad-yaml: the bracket "{" is not closed (end the line with "}")`},
		{"a bracket", "- id: a\n  words: [one, two\n  for: c\n", `2:10 bad-yaml: the bracket "[" is not closed (end the line with "]")`},
		{"the wrong bracket", "- id: a\n  words: [one, two)\n  for: c\n", `2:10 bad-yaml: the bracket "[" is not closed (end the line with "]")`},
		{"a pair that does not match", "- { id: a, words: [one, two} }\n", `1:28 bad-yaml: the bracket "[" is closed by "}" (type "]")`},
		{"words after a bracket", "- id: a\n  name: [draft] Rules\n", `2:9 bad-yaml: there is text after the closing bracket (put the whole value in quotes: "[draft] Rules")`},
		{"a sign at the head of a value", "- id: a\n  name: @elm\n", `2:9 bad-yaml: a value cannot begin with "@" (put the whole value in quotes: "@elm")`},
		{"a backquote", "- id: a\n  name: `elm`\n", "2:9 bad-yaml: a value cannot begin with \"`\" (put the whole value in quotes: \"`elm`\")"},
		{"a percent sign", "- id: a\n  name: %x\n", `2:9 bad-yaml: a value cannot begin with "%" (put the whole value in quotes: "%x")`},
		{"stars around a value", "- id: a\n  name: *Be kind* now\n", `2:9 bad-yaml: a value cannot begin with "*" (put the whole value in quotes: "*Be kind* now")`},
		{"a backslash in quotes", "- id: a\n  name: \"C:\\school\"\n", `2:12 bad-yaml: a backslash in "quotes" starts a special character (put the whole value in quotes: 'C:\school')`},
		{"a comment behind a value", "- id: a\n  name: Rule #1 is best\n", `2:9 cut-value: the value ends before the #: the rest is a comment (if the # belongs to the value, write "Rule #1 is best"; put a comment on its own line)`},
		{"with quotes in it", "- id: a\n  name: Rule #1 is \"best\"\n", `2:9 cut-value: the value ends before the #: the rest is a comment (if the # belongs to the value, write 'Rule #1 is "best"'; put a comment on its own line)`},
		{"on two lines", "- id: a\n  name: Rule\n    two #1\n", `2:9 cut-value: the value ends before the #: the rest is a comment (if the # belongs to the value, write "Rule two #1"; put a comment on its own line)`},
		{"in a list", "- id: a\n  words:\n    - Ask # first\n", `3:7 cut-value: the value ends before the #: the rest is a comment (if the # belongs to the value, write "Ask # first"; put a comment on its own line)`},
		{"in brackets", "- id: a\n  words: [ask #first\n    , x]\n", `2:11 cut-value: the value ends before the #: the rest is a comment (if the # belongs to the value, write "ask #first"; put a comment on its own line)`},
		{"in braces, where it hides the end", "- { id: a, name: b #c }\n- { id: d }\n", `1:18 cut-value: the value ends before the #: the rest is a comment (if the # belongs to the value, write "b #c"; put a comment on its own line)`},
		{"behind a number", "- id: a\n  year: 2017 # when\n", `2:9 cut-value: the value ends before the #: the rest is a comment (if the # belongs to the value, write "2017 # when"; put a comment on its own line)`},
		{"in place of a value", "- id: a\n  name: #1 Elm Lane\n", `2:8 cut-value: the value is missing: text after # is a comment (if the # belongs to the value, write "#1 Elm Lane"; put a comment on its own line)`},
		{"where a comment does no harm", "# one\n- id: a\n  # two\n  name: \"b\" # three\n  words: [c] # four\n  parts: # five\n    - id: d#e\n", ""},
		{"null", "- id: a\n  name: null\n", `2:9 empty-value: YAML takes "null" for an empty value (write a value, or delete the line; if you mean the word itself, write "null")`},
		{"a wave", "- id: a\n  name: ~\n", `2:9 empty-value: YAML takes "~" for an empty value (write a value, or delete the line; if you mean the word itself, write "~")`},
		{"what other programs take for truth, numbers and times is text", "- id: no\n  name: 12:30\n  for: 0800 1111\n  words: [yes, on, 007, 1e3, 2026-09-01]\n", ""},
		{"a number that is two", "- id: a\n  year: 02017\n", `2:9 wrong-type: expected a whole number, found "02017" (write digits only, and no 0 before them)`},
		{"a field too far in", "- id: a\n  name: b\n    for: c\n", "3:5 bad-yaml: the line is indented more than the one above (indent it like the fields above)"},
		{"one not far enough", "- id: a\n  words:\n    - b\n   - c\n", "4:4 bad-yaml: the line is indented unlike any line above (indent it like the fields or entries above)"},
		{"a number with words", "- id: a\n  year: September 2017\n", `2:9 wrong-type: expected a whole number, found "September 2017" (write digits only: 2017)`},
		{"two numbers", "- id: a\n  year: 2017-18\n", `2:9 wrong-type: expected a whole number, found "2017-18" (write digits only, and no 0 before them)`},
		{"a list for a text", "- id: a\n  name: [Elm, Lane]\n  for: []\n", "2:9 wrong-type: expected text, found a list (write one text: \"Elm, Lane\")\n" +
			`3:8 wrong-type: expected text, found a list (write it on one line, in "quotes" if it has : or # in it)`},
		{"an escape that hides", "- id: a\n  name: \"pass\\u200bword\"\n", `2:9 hidden-character: invisible character: U+200B ZERO WIDTH SPACE (delete it, between "pass" and "word")`},
		{"a block of text may hold anything", "- id: a\n  name: |\n    – one: “two\n    three #4\n  for: c\n", ""},
		{"and does not hide what follows", "- id: a\n  name: >\n    – one\n  for: b: c\n", `4:8 bad-yaml: a value has a colon and a space, which begin a new field (put the whole value in quotes: "b: c")`},
	} {
		var into []route
		faults := record.Decode(diag.NewSource("f", []byte(c.text)), &into)
		var said []string
		for _, f := range faults {
			said = append(said, fmt.Sprintf("%s %s: %s (%s)", strings.TrimPrefix(f.Pos.String(), "f:"), f.Code, f.Message, f.Hint))
		}
		if got := strings.Join(said, "\n"); got != c.want {
			t.Errorf("%s: %q\n got %s\nwant %s", c.what, c.text, got, c.want)
		}
	}
}
