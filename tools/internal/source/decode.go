package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"safeonline/tools/internal/block"
)

// mostText is the largest text that is read, in bytes. A policy of 40 pages has 100 KB.
const mostText = 1 << 20

// decode returns the text of a file with LF line ends, and whether it is in the letters of Windows-1252: Word on Windows saves plain text
// in these unless somebody chooses others. Text in UTF-16 has a byte order mark.
func decode(body []byte) (text string, windows bool, fault *block.Fault) {
	var err error
	switch {
	case len(body) > mostText:
		return "", false, tooLarge(fmt.Sprintf("the text is longer than %d KB", mostText>>10))
	case bytes.HasPrefix(body, []byte("\xff\xfe")), bytes.HasPrefix(body, []byte("\xfe\xff")):
		body, err = unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM).NewDecoder().Bytes(body)
	case !utf8.Valid(body):
		windows = true
		body, err = charmap.Windows1252.NewDecoder().Bytes(body)
	}
	if err != nil || bytes.ContainsFunc(body, unreadable) {
		return "", false, &block.Fault{Kind: block.NotText, Message: "this is neither a Word file nor text", Hint: "open it in the program that made it, and save it as a Word document (.docx)"}
	}
	text = strings.TrimPrefix(string(body), "\ufeff")
	return strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\u2028").Replace(text), windows, nil
}

// unreadable reports whether a character is in no text: a control character that is no line end, tab or end of a page.
func unreadable(r rune) bool {
	return r < ' ' && !strings.ContainsRune("\n\r\t\v\f", r) || r == 0x7f
}
