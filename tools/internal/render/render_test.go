package render

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestComplaintsAreHugosWarningsAndErrorsEachOnce(t *testing.T) {
	for _, c := range []struct {
		what, said string
		want       []string
	}{
		{"nothing", "", nil},
		{"what a build says", "Start building sites … \n\n                  │ EN \n Pages            │ 10 \nTotal in 40 ms\n", nil},
		{"a warning", "WARN  the door has no picture\n", []string{"warn: the door has no picture"}},
		{"in colour", "\x1b[33mWARN\x1b[0m  the door has no picture\n", []string{"warn: the door has no picture"}},
		{"for every page again", "WARN  no picture\nTotal in 40 ms\nWARN  no picture\n", []string{"warn: no picture"}},
		{"lines that go on", "ERROR one\n  two\n  three\nTotal in 40 ms\n", []string{"error: one\n  two\n  three"}},
		{"lines that go on with what was said before", "WARN  one\n  two\nWARN  one\n  two\n", []string{"warn: one\n  two"}},
		{"a word in a text", "the WARNING sign, ERROR 404\n", nil},
		{"Hugo's wrapping", `ERROR error building site: assemble: "content/a.md:1:1": no front matter` + "\n", []string{`error: "content/a.md:1:1": no front matter`}},
	} {
		if got := complaints(c.said); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}

func TestBriefBeginsWithTheTemplateThatIsMeant(t *testing.T) {
	const said = `error building site: render: [en v1.0.0 guest] failed to render pages: render of "content/_index.md" failed: "layouts/home.html:1:30": execute of template failed`
	for from, want := range map[string]string{
		`error building site: failed to render pages: render of "/" failed: "layouts/home.html:1:30": execute failed`: `"layouts/home.html:1:30": execute failed`,
		said:           `"layouts/home.html:1:30": execute of template failed`,
		"no such file": "no such file",
		"":             "",
	} {
		if got := brief(from); got != want {
			t.Errorf("%s\nis told as %s\nwant       %s", from, got, want)
		}
	}
}

func TestBriefKeepsTheBeginningAndTheEndOfAVeryLongError(t *testing.T) {
	long := `"layouts/home.html:1:1": ` + strings.Repeat("é failed: ", 50_000) + "call stack exceeded"
	got := brief(long)
	if len(got) > longest+10 || !strings.HasPrefix(got, `"layouts/home.html:1:1": `) || !strings.HasSuffix(got, "call stack exceeded") || !utf8.ValidString(got) {
		t.Errorf("%d bytes: %s", len(got), got)
	}
}

func TestWhatIsWrittenToTheStreamsIsCaughtAndTheyComeBack(t *testing.T) {
	stdout, stderr := os.Stdout, os.Stderr
	said, err := caught(func() error {
		fmt.Fprint(os.Stdout, "one ")
		fmt.Fprint(os.Stderr, "two")
		return os.ErrInvalid
	})
	if said != "one two" || err != os.ErrInvalid {
		t.Errorf("caught %q and %v", said, err)
	}
	if os.Stdout != stdout || os.Stderr != stderr {
		t.Error("the streams did not come back")
	}
}

func TestHugoSeesNoVariableThatIsASetting(t *testing.T) {
	all := []string{"PATH=/bin", "TMPDIR=/t", "HUGO_TITLE=x", "HUGOxBASEURLx=y", "hugo_title=x", "NODE_PATH=/n", "CI=1", "TZ=UTC", "GODEBUG=x", "=C:=C:\\", "Temp=/u"}
	if got, want := Environment(all), []string{"TMPDIR=/t", "Temp=/u"}; !slices.Equal(got, want) {
		t.Errorf("Hugo sees %v, want %v", got, want)
	}
}

func TestTheEnvironmentComesBackAfterHugo(t *testing.T) {
	t.Setenv("HUGO_TITLE", "x")
	before := os.Environ()
	if err := Hugo(Options{Root: t.TempDir(), Destination: t.TempDir()}); err == nil {
		t.Error("a folder without a project is built")
	}
	after := os.Environ()
	slices.Sort(before)
	slices.Sort(after)
	if !slices.Equal(before, after) {
		t.Errorf("the variables were %v and are %v", before, after)
	}
}
