package english_test

import (
	"strings"
	"testing"

	"safeonline/tools/internal/english"
)

func TestFormsOfAWordHaveOneStem(t *testing.T) {
	for _, forms := range []string{
		"share shares shared sharing", "tell tells told telling", "bully bullies bullied bullying", "chat chats chatted chatting",
		"photo photos", "polite politely politeness", "message messages messaging messaged", "use used using uses", "address addresses",
		"log logs logged logging", "unkind unkindly unkindness", "virus", "access accessed accessing accesses", "play plays playing played",
		"child children", "delete deleted deleting deletes", "copy copies copied copying", "break broken breaking", "type types typing typed",
	} {
		list := strings.Fields(forms)
		for _, f := range list {
			if got, want := english.Stem(f), english.Stem(list[0]); got != want {
				t.Errorf("%s has the stem %q, and %s %q", f, got, list[0], want)
			}
		}
	}
}

func TestOtherWordsHaveOtherStems(t *testing.T) {
	seen := map[string]string{}
	for _, w := range strings.Fields("sing red bus kind king meet meeting-room address add school need see share ship news new log long pas") {
		stem := english.Stem(w)
		if other := seen[stem]; other != "" && w != "news" && other != "news" {
			t.Errorf("%s and %s have the stem %q", w, other, stem)
		}
		seen[stem] = w
	}
	if got := english.Stem(""); got != "" {
		t.Errorf("the stem of nothing is %q", got)
	}
}

func TestSmallWordsAreInMostSentences(t *testing.T) {
	for word, want := range map[string]bool{"the": true, "my": true, "not": true, "your": true, "password": false, "tell": false, "": false} {
		if got := english.Small(word); got != want {
			t.Errorf("Small(%q) is %v", word, got)
		}
	}
}
