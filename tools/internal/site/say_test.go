package site

import "testing"

func TestRepeats(t *testing.T) {
	for plain, want := range map[string]bool{"I will be kind.": true, "I’ll be kind.": false, "I will be kind": true, "": false} {
		if got := Repeats(plain, "I will be kind,"); got != want {
			t.Errorf("Repeats(%q) = %t", plain, got)
		}
	}
}

func TestJoined(t *testing.T) {
	for _, c := range []struct{ stem, text, want string }{
		{"I will not:", "use rude or unkind language", "I will not use rude or unkind language"},
		{"I will:", "Ask a teacher first.", "I will ask a teacher first."},
		{"When I am online, I …", "… tell an adult", "When I am online, I tell an adult"},
		{"I will use", "ICT with care", "I will use ICT with care"},
		{"I promise that ", "I ask first", "I promise that I ask first"},
		{"In school, we", "In pairs, share", "In school, we in pairs, share"},
	} {
		if got := Joined(c.stem, c.text); got != c.want {
			t.Errorf("%q and %q make %q, want %q", c.stem, c.text, got, c.want)
		}
	}
}
