//go:build listen

package listen

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
	"time"
)

// utterance is something that the screen reader gave to the voice in one piece.
type utterance struct {
	words string
	over  bool // it was said to its end, or stopped
	cut   bool // it was stopped
}

func (u utterance) String() string {
	if u.cut {
		return u.words + " (stopped)"
	}
	return u.words
}

// speech is what has been said since the screen reader started.
type speech struct {
	t    testing.TB
	file *os.File
	rest []byte // the beginning of a line that is not complete
	said []utterance
	last time.Time // when something was last said, ended or stopped
	from int       // where in what was said the answer to the latest keys begins
	work *work     // what Orca is doing
}

func hear(t testing.TB, path string, work *work) *speech {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_RDONLY, 0o600)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close() })
	return &speech{t: t, file: file, last: time.Now(), work: work}
}

// update reads what Orca and the voice have written since.
func (s *speech) update() {
	s.work.update()
	more, err := io.ReadAll(s.file)
	if err != nil {
		s.t.Fatal(err)
	}
	s.rest = append(s.rest, more...)
	end := bytes.LastIndexByte(s.rest, '\n') + 1
	lines := bufio.NewScanner(bytes.NewReader(s.rest[:end]))
	for lines.Scan() {
		var e event
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil {
			s.t.Fatal(err)
		}
		s.add(e)
	}
	s.rest = s.rest[end:]
}

func (s *speech) add(e event) {
	s.last = time.Now()
	if e.Nth > len(s.said) {
		s.said = append(s.said, utterance{words: e.Says})
		return
	}
	u := &s.said[e.Nth-1]
	u.over, u.cut = true, e.Cut > 0
}

// next begins the answer to the next keys.
func (s *speech) next() {
	s.from, s.work.from = len(s.said), len(s.work.given)
}

// heard is the answer to the latest keys so far.
func (s *speech) heard() []utterance { return s.said[s.from:] }

// silent reports whether nothing is being said, nothing has been for so long, and nothing is to come.
func (s *speech) silent(still time.Duration) bool {
	for _, u := range s.said {
		if !u.over {
			return false
		}
	}
	return s.still(still)
}

// still reports whether nothing was begun, ended or stopped for so long, and nothing is to come.
func (s *speech) still(still time.Duration) bool {
	passed := time.Since(s.last)
	return passed >= still && (!s.more() || passed >= forgotten)
}

// forgotten is the silence after which what Orca has given to the voice is not expected any more: Orca has taken it back.
const forgotten = 5 * time.Second

// more reports whether Orca is still answering the latest keys: it is working, or the last of what it has given to the voice
// has not been said.
func (s *speech) more() bool {
	given := s.work.given[s.work.from:]
	return s.work.busy || len(given) > 0 && !slices.ContainsFunc(s.heard(), func(u utterance) bool {
		return u.words == given[len(given)-1]
	})
}

// lines joins utterances, one on each line.
func lines(said []utterance) string {
	var text strings.Builder
	for _, u := range said {
		text.WriteString("\t" + u.String() + "\n")
	}
	if len(said) == 0 {
		return "\t(nothing)\n"
	}
	return text.String()
}
