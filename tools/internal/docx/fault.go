package docx

import (
	"bytes"

	"safeonline/tools/internal/block"
)

// damaged returns the fault of a file that Word would have to repair. What follows "the file is damaged: ".
func damaged(what string) *block.Fault {
	return &block.Fault{
		Kind: block.Damaged, Message: "the file is damaged: " + what,
		Hint: "open it in Word, save it under a new name, and take that",
	}
}

func encrypted() *block.Fault {
	return &block.Fault{
		Kind: block.Encrypted, Message: "the file is locked with a password",
		Hint: "open it in Word, take the password off (File, Info, Protect Document, Encrypt with Password), and save it",
	}
}

// compound is how files begin that are OLE compound files ([MS-CFB], 2.2): those of Word up to 2003, and those that a password locks.
const compound = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// notZip says what a file is that is no zip file, and so no Word file.
func notZip(body []byte) *block.Fault {
	switch {
	case len(body) == 0:
		return &block.Fault{Kind: block.NotWord, Message: "the file is empty", Hint: "is it the right file? Copy it again from where it came from"}
	case !bytes.HasPrefix(body, []byte(compound)):
		return &block.Fault{Kind: block.NotWord, Message: "this is not a Word file", Hint: "open it in the program that made it, and save it as a Word document (.docx)"}
	case bytes.Contains(body, utf16("EncryptedPackage")):
		return encrypted()
	case bytes.Contains(body, utf16("WordDocument")):
		return &block.Fault{
			Kind: block.OldWord, Message: "this is a Word file of the old form (.doc)",
			Hint: "open it in Word, and save it as a Word document (.docx): File, Save As",
		}
	}
	return &block.Fault{Kind: block.NotWord, Message: "this is a file of an old Office program, but not of Word", Hint: "copy its words into Word, and save that as a Word document (.docx)"}
}

// utf16 returns a name as the folder of a compound file has it.
func utf16(name string) []byte {
	var out []byte
	for i := range len(name) {
		out = append(out, name[i], 0)
	}
	return out
}
