//go:build listen

package listen

import (
	"bufio"
	"encoding/json"
	"fmt"
	"html"
	"io"
	"os"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"
	"unicode/utf8"
)

// Speech Dispatcher starts this program again as a voice, with these variables: the file to write to, and how many characters
// a second the voice speaks.
const (
	voiceFile = "LISTEN_VOICE_FILE"
	voicePace = "LISTEN_VOICE_PACE"
)

// event is what the voice writes down, as a line of JSON: that it begins to say something, or that it has said it, or that it
// was stopped.
type event struct {
	Nth  int    // counts what is said, from 1
	Says string `json:",omitempty"` // at the beginning
	Ends bool   `json:",omitempty"`
	Cut  int    `json:",omitempty"` // at which character it was stopped, from 1
}

// voice is an output module of Speech Dispatcher that makes no sound. See the protocol in
// https://htmlpreview.github.io/?https://github.com/brailcom/speechd/blob/master/doc/speech-dispatcher.html#Output-Modules.
type voice struct {
	in   *bufio.Reader
	out  io.Writer
	log  *json.Encoder
	pace float64 // characters a second
	nth  int

	mu    sync.Mutex // of out and log
	stop  chan struct{}
	ended chan struct{}
}

func speakOnly() int {
	file, err := os.OpenFile(os.Getenv(voiceFile), os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return fail(err)
	}
	pace, err := strconv.ParseFloat(os.Getenv(voicePace), 64)
	if err != nil {
		return fail(err)
	}
	v := &voice{in: bufio.NewReader(os.Stdin), out: os.Stdout, log: json.NewEncoder(file), pace: pace}
	v.obey()
	return 0
}

// obey answers the commands of Speech Dispatcher until it says QUIT.
func (v *voice) obey() {
	for {
		command, err := v.in.ReadString('\n')
		if err != nil {
			return
		}
		switch strings.TrimSpace(command) {
		case "INIT":
			v.answer("299-a voice that writes", "299 OK LOADED SUCCESSFULLY")
		case "AUDIO":
			v.answer("207 OK RECEIVING AUDIO SETTINGS")
			if strings.Contains(v.text(), "=server") {
				v.answer("303 ERROR INVALID PARAMETER OR VALUE") // Speech Dispatcher then lets the voice make its own sound
			} else {
				v.answer("203 OK AUDIO INITIALIZED")
			}
		case "LOGLEVEL":
			v.answer("207 OK RECEIVING LOGLEVEL SETTINGS")
			v.text()
			v.answer("203 OK LOGLEVEL SET")
		case "SET":
			v.answer("207 OK RECEIVING SETTINGS")
			v.text()
			v.answer("203 OK SETTINGS RECEIVED")
		case "LIST VOICES":
			v.answer("200-log\ten-GB\tnone", "200 OK VOICE LIST SENT")
		case "SPEAK", "CHAR", "KEY":
			v.answer("202 OK RECEIVING MESSAGE")
			text := v.text()
			v.silence()
			v.answer("200 OK SPEAKING")
			v.say(plain(text))
		case "STOP", "PAUSE":
			v.silence()
		case "QUIT":
			v.silence()
			v.answer("210 OK QUIT")
			return
		default:
			v.answer("300 ERR UNKNOWN COMMAND")
		}
	}
}

// text reads the lines that follow a command, up to a line with only a full stop.
func (v *voice) text() string {
	var text strings.Builder
	for {
		line, err := v.in.ReadString('\n')
		if err != nil || line == ".\n" {
			return text.String()
		}
		text.WriteString(strings.TrimPrefix(line, "."))
	}
}

var tag = regexp.MustCompile(`<[^>]*>`)

// plain returns the words of a text with tags (SSML), with single spaces.
func plain(text string) string {
	return strings.Join(strings.Fields(html.UnescapeString(tag.ReplaceAllString(text, ""))), " ")
}

func (v *voice) answer(lines ...string) {
	v.mu.Lock()
	defer v.mu.Unlock()
	for _, line := range lines {
		fmt.Fprintln(v.out, line)
	}
}

func (v *voice) note(e event) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.log.Encode(e)
}

// say begins to say a text.
func (v *voice) say(text string) {
	v.nth++
	e := event{Nth: v.nth}
	v.stop, v.ended = make(chan struct{}), make(chan struct{})
	v.note(event{Nth: e.Nth, Says: text})
	v.answer("701 BEGIN")
	go func(stop, ended chan struct{}) {
		defer close(ended)
		began := time.Now()
		select {
		case <-time.After(time.Duration(float64(utf8.RuneCountInString(text)) / v.pace * float64(time.Second))):
			e.Ends = true
			v.note(e)
			v.answer("702 END")
		case <-stop:
			e.Cut = 1 + int(time.Since(began).Seconds()*v.pace)
			v.note(e)
			v.answer("703 STOP")
		}
	}(v.stop, v.ended)
}

// silence stops what is being said, if anything.
func (v *voice) silence() {
	if v.stop == nil {
		return
	}
	close(v.stop)
	<-v.ended
	v.stop = nil
}
