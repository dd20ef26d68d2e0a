//go:build listen

package listen

import (
	"io"
	"os"
	"regexp"
	"testing"
)

// work is what Orca is doing, as its debug log says. What Orca gives to the voice in one go is said piece by piece; on a busy
// machine there are silences between the pieces. The log says whether more is to come.
type work struct {
	t     testing.TB
	file  *os.File
	rest  []byte   // the end of the log, in which nothing has been found yet
	given []string // what the voice has been given
	from  int      // where in it the answer to the latest keys begins
	busy  bool     // Orca is handling a key or an event
}

// steps finds in the log what Orca gives to the voice, and where it begins (v) and ends (^) to handle a key or an event.
var steps = regexp.MustCompile(`(?s)Speaking '(<speak>.*?</speak>)'|(vvvvv|\^\^\^\^\^) PROCESS `)

func watch(t testing.TB, path string) *work {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_RDONLY, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close() })
	return &work{t: t, file: file}
}

// update reads what Orca has written since.
func (w *work) update() {
	more, err := io.ReadAll(w.file)
	if err != nil {
		w.t.Fatal(err)
	}
	w.rest = append(w.rest, more...)
	end := 0
	for _, at := range steps.FindAllSubmatchIndex(w.rest, -1) {
		end = at[1]
		if at[2] >= 0 {
			w.given = append(w.given, plain(string(w.rest[at[2]:at[3]])))
		} else {
			w.busy = string(w.rest[at[4]:at[5]]) == "vvvvv"
		}
	}
	w.rest = w.rest[end:]
}
