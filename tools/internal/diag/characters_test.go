package diag_test

import (
	"strings"
	"testing"

	"safeonline/tools/internal/diag"
)

// england is the flag of England: a black flag, five tags and the tag that ends them.
const england = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"

func TestOrdinaryTextHasNoOddCharacters(t *testing.T) {
	for _, text := range []string{
		"Straight 'quotes', “curly ones”, dashes – — and … too; £5, €5, 5¢, 20°, ½, m², 3 × 4 − 2 ÷ 1, 5 µm, 1ª",
		"Café, naïve, Zoë, Łukasz, Dvořák, Ŵyn yn Nhŷ Ddewi, Þór, ß, Nguyễn, İstanbul, Kaʻiulani, O’Neill",
		"Nguye\u0302\u0303n in decomposed letters, cafe\u0301",
		"Zażółć gęślą jaźń, Привет, мама, Ελλάδα, ναι, και, Ёлка и её друзья",
		"السلام عليكم and می\u200cخواهم (Urdu and Persian part letters), ه\u200d",
		"বাংলা, র\u200d্যাব, हिन्दी, க்ஷ, ਪੰਜਾਬੀ, ගුරු\u200dන්",
		"עִבְרִית, ქართული, Հայերեն, አማርኛ, ไทย, ᏣᎳᎩ",
		"日本語　とても。「はい」？", "你好！", "한국어", "Tシャツ, DVDプレーヤー",
		"🏫 👧🏽 👩🏽\u200d🏫 👨\u200d👩\u200d👧\u200d👦 ✏️ ⌨\ufe0f ☎︎ 🏳️\u200d🌈 ❤️\u200d🔥 👁️\u200d🗨️ 🧑🏿\u200d🤝\u200d🧑🏻",
		"1️⃣ #️⃣ *️⃣ 0\ufe0f\u20e3 Ⓜ️ 🅰️ 🆗 ↔️ ‼️ ©️ ™ ®",
		"🇬🇧 🇫🇷🇩🇪🇵🇱🇮🇪 " + england + " 🏴\u200d☠️",
		"\U0001fae9 an emoji that is newer than this program, and \U0001fb00 is a sign",
		"葛\U000e0100 in a form of its own",
		"e\u2011mail, e\u2010mail",
		"a\tb", "Оса по-русски: а, у, о, с",
		"p4ssw0rd, x2, 5G, A4, α and β apart, Key Stage 2",
	} {
		if src, faults, err := read(text); src == nil || err != nil {
			t.Errorf("%q: %v, %v", text, faults, err)
		}
	}
}

func TestAnOddCharacterIsReportedWithItsName(t *testing.T) {
	for _, c := range []struct{ text, at, code, message, hint string }{
		{"a pass\u200bword", "1:7", "hidden-character", "invisible character: U+200B ZERO WIDTH SPACE", `delete it, between "pass" and "word"`},
		{"pass\u00adword", "1:5", "hidden-character", "invisible character: U+00AD SOFT HYPHEN", `delete it, between "pass" and "word"`},
		{"\u200cpass", "1:1", "hidden-character", "invisible character: U+200C ZERO WIDTH NON-JOINER", `delete it, before "pass"`},
		{"pass\u200d word", "1:5", "hidden-character", "invisible character: U+200D ZERO WIDTH JOINER", `delete it, after "pass"`},
		{"word\u2060", "1:5", "hidden-character", "invisible character: U+2060 WORD JOINER", `delete it, after "word"`},
		{"a\ufeffb", "1:2", "hidden-character", "invisible character: U+FEFF ZERO WIDTH NO-BREAK SPACE", `delete it, between "a" and "b"`},
		{"one \u200b\u200b\u2060 two", "1:5", "hidden-character", "3 hidden characters, the first: U+200B ZERO WIDTH SPACE", "delete them"},
		{"see \u202egpj.exe", "1:5", "hidden-character", "character that changes the direction of the text: U+202E RIGHT-TO-LEFT OVERRIDE", `delete it, before "gpj.exe"`},
		{"\u2066x\u2069"[:4], "1:1", "hidden-character", "character that changes the direction of the text: U+2066 LEFT-TO-RIGHT ISOLATE", `delete it, before "x"`},
		{"a\u200fb", "1:2", "hidden-character", "character that changes the direction of the text: U+200F RIGHT-TO-LEFT MARK", `delete it, between "a" and "b"`},
		{"a\u061c", "1:2", "hidden-character", "character that changes the direction of the text: U+061C ARABIC LETTER MARK", `delete it, after "a"`},
		{"hi\U000e0068\U000e0069\U000e007f!", "1:3", "hidden-character", "3 hidden characters, the first: U+E0068 TAG LATIN SMALL LETTER H", `delete them, between "hi" and "!"`},
		{"\U0001f3f4\U000e0067\U000e0062\U000e0078\U000e007f", "1:2", "hidden-character", "4 hidden characters, the first: U+E0067 TAG LATIN SMALL LETTER G", `delete them, after "🏴"`},
		{"a\u2028b", "1:2", "hidden-character", "unusual line ending: U+2028 LINE SEPARATOR", `delete it, and press Enter, between "a" and "b"`},
		{"a\u2029", "1:2", "hidden-character", "unusual line ending: U+2029 PARAGRAPH SEPARATOR", `delete it, and press Enter, after "a"`},
		{"a\u0085b", "1:2", "hidden-character", "unusual line ending: U+0085 NEXT LINE", `delete it, and press Enter, between "a" and "b"`},
		{"a\ufe0f", "1:2", "hidden-character", "invisible character: U+FE0F VARIATION SELECTOR-16", `delete it, after "a"`},
		{"1\ufe0f", "1:2", "hidden-character", "invisible character: U+FE0F VARIATION SELECTOR-16", `delete it, after "1"`},
		{"👩\u200d\u200d🏫"[:10], "1:2", "hidden-character", "2 hidden characters, the first: U+200D ZERO WIDTH JOINER", `delete them, after "👩"`},
		{"a\ufe01", "1:2", "hidden-character", "invisible character: U+FE01 VARIATION SELECTOR-2", `delete it, after "a"`},
		{"\ufff9a", "1:1", "hidden-character", "invisible character: U+FFF9 INTERLINEAR ANNOTATION ANCHOR", `delete it, before "a"`},
		{"a\u034fb", "1:2", "hidden-character", "invisible character: U+034F COMBINING GRAPHEME JOINER", `delete it, between "a" and "b"`},
		{"\u3164", "1:1", "hidden-character", "invisible character: U+3164 HANGUL FILLER", "delete it"},
		{"\u115f", "1:1", "hidden-character", "invisible character: U+115F HANGUL CHOSEONG FILLER", "delete it"},
		{"x\uffa0", "1:2", "hidden-character", "invisible character: U+FFA0 HALFWIDTH HANGUL FILLER", `delete it, after "x"`},
		{"x\u180e", "1:2", "hidden-character", "invisible character: U+180E MONGOLIAN VOWEL SEPARATOR", `delete it, after "x"`},
		{"a\u2800b", "1:2", "hidden-character", "invisible character: U+2800 BRAILLE PATTERN BLANK", `delete it, between "a" and "b"`},
		{"a\U000e0001", "1:2", "hidden-character", "invisible character: U+E0001 LANGUAGE TAG", `delete it, after "a"`},
		{"a\x07b", "1:2", "hidden-character", "control character: U+0007 BELL", `delete it, between "a" and "b"`},
		{"a\x1b[31m", "1:2", "hidden-character", "control character: U+001B ESCAPE", `delete it, between "a" and "[31m"`},
		{"\x7f", "1:1", "hidden-character", "control character: U+007F DELETE", "delete it"},
		{"it\u0092s", "1:3", "hidden-character", "control character: U+0092 CONTROL", `type "’": the file was saved in an old encoding of Windows`},
		{"a\u0081", "1:2", "hidden-character", "control character: U+0081 CONTROL", `delete it, after "a"`},
		{"a\ue000", "1:2", "hidden-character", "private-use character: U+E000 PRIVATE USE", `delete it, after "a"`},
		{"a\U00100000", "1:2", "hidden-character", "private-use character: U+100000 PRIVATE USE", `delete it, after "a"`},
		{"a\ufffe", "1:2", "hidden-character", "character that Unicode does not define: U+FFFE NONCHARACTER", `delete it, after "a"`},
		{"a\ufdd0", "1:2", "hidden-character", "character that Unicode does not define: U+FDD0 NONCHARACTER", `delete it, after "a"`},
		{"a\u0378", "1:2", "hidden-character", "character that Unicode does not define: U+0378 UNASSIGNED", `delete it, after "a"`},
		{"caf\ufffd", "1:4", "hidden-character", "a character was lost here when the file was saved or copied: U+FFFD REPLACEMENT CHARACTER", `type the right character, after "caf"`},
		{"\ufffc", "1:1", "hidden-character", "invisible character: U+FFFC OBJECT REPLACEMENT CHARACTER", "delete it"},
		{"10\u00a0km", "1:3", "odd-space", "this space is not an ordinary one: U+00A0 NO-BREAK SPACE", "type an ordinary space"},
		{"\u00a0\u00a0name: x", "1:1", "odd-space", "this space is not an ordinary one: U+00A0 NO-BREAK SPACE", "type ordinary spaces"},
		{"a\u202fb", "1:2", "odd-space", "this space is not an ordinary one: U+202F NARROW NO-BREAK SPACE", "type an ordinary space"},
		{"a\u2003b", "1:2", "odd-space", "this space is not an ordinary one: U+2003 EM SPACE", "type an ordinary space"},
		{"a\u3000b", "1:2", "odd-space", "this space is not an ordinary one: U+3000 IDEOGRAPHIC SPACE", "type an ordinary space"},
		{"\u1680", "1:1", "odd-space", "this space is not an ordinary one: U+1680 OGHAM SPACE MARK", "type an ordinary space"},
		{"a p\u0430ssword", "1:4", "look-alike", `"pаssword" has a letter from another script: U+0430 CYRILLIC SMALL LETTER A`, `type "password" in ordinary letters`},
		{"раssword", "1:1", "look-alike", `"раssword" has a letter from another script: U+0440 CYRILLIC SMALL LETTER ER`, `type "password" in ordinary letters`},
		{"Привeт всем", "1:5", "look-alike", `"Привeт" has a letter from another script: U+0065 LATIN SMALL LETTER E`, "type it in the same script as the rest of the word"},
		{"\u0430 password", "1:1", "look-alike", `"а" looks like "a", but is written in letters of another script: U+0430 CYRILLIC SMALL LETTER A`, `type "a" in ordinary letters`},
		{"аррӏе", "1:1", "look-alike", `"аррӏе" looks like "apple", but is written in letters of another script: U+0430 CYRILLIC SMALL LETTER A`, `type "apple" in ordinary letters`},
		{"Αnna", "1:1", "look-alike", `"Αnna" has a letter from another script: U+0391 GREEK CAPITAL LETTER ALPHA`, `type "Anna" in ordinary letters`},
		{"p\u03bfst", "1:2", "look-alike", `"pοst" has a letter from another script: U+03BF GREEK SMALL LETTER OMICRON`, `type "post" in ordinary letters`},
		{"wоrdс", "1:2", "look-alike", `"wоrdс" has a letter from another script: U+043E CYRILLIC SMALL LETTER O`, `type "wordc" in ordinary letters`},
		{"ｐａｓｓｗｏｒｄ", "1:1", "look-alike", `"ｐａｓｓｗｏｒｄ" looks like "password": U+FF50 FULLWIDTH LATIN SMALL LETTER P`, `type "password"`},
		{"x：y", "1:2", "look-alike", `"：" looks like ":": U+FF1A FULLWIDTH COLON`, `type ":"`},
		{"𝐩𝐚𝐬𝐬", "1:1", "look-alike", `"𝐩𝐚𝐬𝐬" looks like "pass": U+1D429 MATHEMATICAL BOLD SMALL P`, `type "pass"`},
		{"𝛂", "1:1", "look-alike", `"𝛂" looks like "α": U+1D6C2 MATHEMATICAL BOLD SMALL ALPHA`, `type "α"`},
		{"Ⅳ", "1:1", "look-alike", `"Ⅳ" looks like "IV": U+2163 ROMAN NUMERAL FOUR`, `type "IV"`},
		{"ﬁnd", "1:1", "look-alike", `"ﬁ" looks like "fi": U+FB01 LATIN SMALL LIGATURE FI`, `type "fi"`},
		{"ⓐ🄰🅐⒜", "1:1", "look-alike", `"ⓐ🄰🅐⒜" looks like "aAA(a)": U+24D0 CIRCLED LATIN SMALL LETTER A`, `type "aAA(a)"`},
		{"tᵉˢᵗ", "1:2", "look-alike", `"ᵉˢᵗ" looks like "est": U+1D49 MODIFIER LETTER SMALL E`, `type "est"`},
		{"ᴘᴀss", "1:1", "look-alike", `"ᴘᴀ" looks like "PA": U+1D18 LATIN LETTER SMALL CAPITAL P`, `type "PA"`},
		{"pɑss", "1:2", "look-alike", `"ɑ" looks like "a": U+0251 LATIN SMALL LETTER ALPHA`, `type "a"`},
		{"🇬 a", "1:1", "look-alike", `"🇬" looks like "G": U+1F1EC REGIONAL INDICATOR SYMBOL LETTER G`, `type "G"`},
		{"🇬🇧🇫", "1:3", "look-alike", `"🇫" looks like "F": U+1F1EB REGIONAL INDICATOR SYMBOL LETTER F`, `type "F"`},
		{"K\u212a", "1:2", "look-alike", `"K" looks like "K": U+212A KELVIN SIGN`, `type "K"`},
		{"ᏢᎪᏚ", "1:1", "look-alike", `"ᏢᎪᏚ" looks like "PAS", but is written in letters of another script: U+13E2 CHEROKEE LETTER TLV`, `type "PAS" in ordinary letters`},
		{"mоcтwordd", "1:2", "look-alike", `"mоcтwordd" has a letter from another script: U+043E CYRILLIC SMALL LETTER O`, "type it in the same script as the rest of the word"},
		{"a\u0300\u0301\u0302\u0303\u0304\u0305b", "1:6", "stacked-marks", "a letter has more than 4 accents", "delete the accents"},
	} {
		_, faults, err := read(c.text + "\n")
		if err != nil || len(faults) != 1 {
			t.Errorf("%q: %v, %v", c.text, faults, err)
			continue
		}
		f := faults[0]
		if at := strings.TrimPrefix(f.Pos.String(), "file.md:"); at != c.at || f.Code.String() != c.code || f.Message != c.message || f.Hint != c.hint {
			t.Errorf("%q: at %s: %s (%s) [%s]\nwant %s: %s (%s) [%s]", c.text, at, f.Message, f.Hint, f.Code, c.at, c.message, c.hint, c.code)
		}
	}
}

func TestOnlyTheFirstOddCharactersOfAFileAreReported(t *testing.T) {
	_, faults, err := read(strings.Repeat("a\u200bb ", 500))
	if err != nil || len(faults) != 11 {
		t.Fatalf("%d faults, %v", len(faults), err)
	}
	faults.Sort()
	if f := faults[0]; f.Code != diag.OddCharacters || f.Message != "the file has odd characters in more than 10 places; these are the first" {
		t.Errorf("first %s", f.Message)
	}
}

func TestOddCharactersInEscapedValuesAreReported(t *testing.T) {
	var faults diag.List
	at := diag.Pos{Source: diag.NewSource("file.md", []byte("pass&shy;word")), Line: 1, Col: 1}
	faults.Characters(diag.Text{Value: "Passwords", Pos: at})
	faults.Characters(diag.Text{Value: "pass\u00adw\u00adord", Pos: at})
	if len(faults) != 1 || faults[0].Code != diag.HiddenCharacter || faults[0].Pos != at {
		t.Error(faults)
	}
}

func TestPrintableWritesHiddenCharactersAsCodePoints(t *testing.T) {
	for text, want := range map[string]string{
		"":                       "",
		"plain, café, 👩🏽\u200d🏫": "plain, café, 👩🏽\u200d🏫",
		"a\x1b[31mb\r":           `a\u{1B}[31mb\u{D}`,
		"a\nb\tc":                `a\u{A}b\u{9}c`,
		"\u202egpj\u2028":        `\u{202E}gpj\u{2028}`,
		"caf\xe9 caf\ufffd":      "caf\ufffd caf\ufffd",
		"\U000e0041\u200b":       `\u{E0041}\u{200B}`,
		"а ｆull 10\u00a0km":      "а ｆull 10\u00a0km",
	} {
		if got := diag.Printable(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	var b strings.Builder
	if n, err := diag.Writer(&b).Write([]byte("a\x1b\n\tb")); n != 5 || err != nil || b.String() != "a\\u{1B}\n\tb" {
		t.Errorf("%d, %v: %q", n, err, b.String())
	}
}

// A line of nothing but odd words takes no longer for its neighbours.
func BenchmarkRead(b *testing.B) {
	for what, text := range map[string]string{
		"plain": "One plain sentence, as in a lesson.\n", "emoji": "👩🏽\u200d🏫 🏫 ✏️ said “so” —\n", "odd": "а р\u0430ss \u200b ｆ\n", "scripts": "Я \u10d0 \u0531\n",
	} {
		b.Run(what, func(b *testing.B) {
			text := strings.Repeat(text, diag.Limit/len(text))
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				read(text)
			}
		})
	}
}
