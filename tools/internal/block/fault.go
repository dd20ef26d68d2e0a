package block

import "fmt"

// Fault is the error of a file that cannot be read. Its words are for the person who has the file, in the form of those of package
// diag: the message says what is wrong, in lower case, and the hint how to mend it.
type Fault struct {
	Kind    FaultKind
	Place   Place
	Message string
	Hint    string
}

// Error returns the message, with its place and its hint.
func (f *Fault) Error() string {
	text := f.Message
	if f.Place.Paragraph > 0 {
		text = fmt.Sprintf("%s: %s", f.Place, text)
	}
	if f.Hint != "" {
		text += " (" + f.Hint + ")"
	}
	return text
}

// FaultKind is the kind of a fault.
type FaultKind string

const (
	NotWord     FaultKind = "not a Word file"
	NotText     FaultKind = "not a text file"
	OldWord     FaultKind = "old Word file" // .doc, of Word 97 to 2003
	Encrypted   FaultKind = "encrypted"
	Damaged     FaultKind = "damaged"
	TooLarge    FaultKind = "too large"
	Bomb        FaultKind = "zip bomb"
	Entities    FaultKind = "entities" // a document type, with which XML can be made to grow without end
	TooDeep     FaultKind = "too deep"
	NoWords     FaultKind = "no words"
	NoRules     FaultKind = "no rules"    // that somebody could agree to
	Unavailable FaultKind = "unavailable" // a name that does not belong to a file
)
