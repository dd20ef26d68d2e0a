package docx_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"safeonline/tools/internal/block"
	"safeonline/tools/internal/docx"
	"safeonline/tools/internal/sweep"
)

// old makes an OLE compound file that holds a name, as far as a reader looks.
func old(name string) []byte {
	out := append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 1016)...)
	for _, c := range name {
		out = binary.LittleEndian.AppendUint16(out, uint16(c))
	}
	return append(out, make([]byte, 512)...)
}

// document makes a Word file of the main part as it is.
func document(t testing.TB, xml string) []byte {
	return pack(t, map[string]string{
		"_rels/.rels":       relationships(`<Relationship Id="a" Type="` + kinds + `officeDocument" Target="/word/document.xml"/>`),
		"word/document.xml": xml,
	})
}

func body(inner string) string {
	return "<w:document " + namespaces + "><w:body>" + inner + "</w:body></w:document>"
}

func TestWhatCannotBeReadIsAFault(t *testing.T) {
	good := document(t, body(p("Words.")))
	locked := bytes.Clone(good)
	for at := 0; ; at++ { // the flag of encryption, in the folder of the zip file
		i := bytes.Index(locked[at:], []byte("PK\x01\x02"))
		if i < 0 {
			break
		}
		at += i
		locked[at+8] |= 1
	}
	for name, c := range map[string]struct {
		body []byte
		kind block.FaultKind
	}{
		"nothing":             {nil, block.NotWord},
		"a PDF file":          {[]byte("%PDF-1.7\n"), block.NotWord},
		"a locked file":       {old("EncryptedPackage"), block.Encrypted},
		"a locked zip file":   {locked, block.Encrypted},
		"an old Word file":    {old("WordDocument"), block.OldWord},
		"an old Excel file":   {old("Workbook"), block.NotWord},
		"half a file":         {good[:len(good)/2], block.Damaged},
		"another zip file":    {pack(t, map[string]string{"a.txt": "a"}), block.NotWord},
		"an OpenDocument":     {pack(t, map[string]string{"mimetype": "application/vnd.oasis.opendocument.text"}), block.NotWord},
		"an Excel file":       {document(t, `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>`), block.NotWord},
		"a PowerPoint file":   {document(t, `<presentation xmlns="http://schemas.openxmlformats.org/presentationml/2006/main"/>`), block.NotWord},
		"XML of another kind": {document(t, `<html/>`), block.NotWord},
		"no words":            {document(t, body(p("<w:r/>"))), block.NoWords},
		"no XML":              {document(t, "Words."), block.Damaged},
		"broken XML":          {document(t, body("<w:p><w:r></w:p></w:r>")), block.Damaged},
		"XML that breaks off": {document(t, "<w:document "+namespaces+"><w:body><w:p>"), block.Damaged},
		"no UTF-8":            {document(t, body(p("caf\xe9"))), block.Damaged},
		"a control character": {document(t, body(p("a&#7;b"))), block.Damaged},
		"a document type":     {document(t, `<!DOCTYPE w [<!ENTITY a "ha">]>`+body(p("&a;"))), block.Entities},
		"billions of laughs":  {document(t, `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>`+body(p("&b;"))), block.Entities},
		"an outside entity":   {document(t, `<!DOCTYPE l SYSTEM "file:///etc/passwd">`+body(p("a"))), block.Entities},
		"an unknown entity":   {document(t, body(p("&nbsp;"))), block.Damaged},
		"tables in tables":    {document(t, body(strings.Repeat("<w:tbl><w:tr><w:tc>", 500)+p("a")+strings.Repeat("</w:tc></w:tr></w:tbl>", 500))), block.TooDeep},
		"many namespaces":     {document(t, strings.Replace(body(p("a")), "<w:body>", "<w:body "+many(300, `xmlns:a%d="b"`)+">", 1)), block.Damaged},
		"two main parts":      {twice(t), block.Damaged},
		"many parts":          {pack(t, numbered(5001)), block.TooLarge},
		"many paragraphs":     {document(t, body(strings.Repeat("<w:p/>", 200_001))), block.TooLarge},
		"much text":           {document(t, body(random(50<<20))), block.TooLarge},
		"one long paragraph":  {document(t, body(p(strings.Repeat("ab", 3<<20)))), block.TooLarge},
		"long in pieces":      {document(t, body(p(strings.Repeat(r("abcdefghijklmnop"), 300_000)))), block.TooLarge},
		"a zip bomb":          {document(t, body(p(strings.Repeat("a", 60<<20)))), block.Bomb},
		"a bomb beside it":    {pack(t, map[string]string{"word/media/image1.png": strings.Repeat("\x00", 60<<20)}), block.Bomb},
		"a large file":        {make([]byte, docx.Limit+1), block.TooLarge},
	} {
		f, err := docx.Read(c.body, docx.Accept)
		fault := new(block.Fault)
		if f != nil || !errors.As(err, &fault) || fault.Kind != c.kind {
			t.Errorf("%s: %v, %v, want the fault %q", name, f, err, c.kind)
			continue
		}
		if fault.Hint == "" || fault.Message[0] < 'a' || strings.HasSuffix(fault.Message, ".") {
			t.Errorf("%s: the fault has no hint, or does not read as one: %v", name, fault)
		}
	}
	if _, err := docx.Read(good, docx.Accept); err != nil {
		t.Errorf("the good file: %v", err)
	}
}

// twice adds a second part of the same name to a Word file, in the place of another.
func twice(t testing.TB) []byte {
	t.Helper()
	file := pack(t, map[string]string{
		"_rels/.rels":       relationships(`<Relationship Id="a" Type="` + kinds + `officeDocument" Target="word/document.xml"/>`),
		"word/document.xml": body(p("One.")), "word/documenu.xml": body(p("Two.")),
	})
	return bytes.ReplaceAll(file, []byte("documenu"), []byte("document"))
}

// many repeats a form with numbers.
func many(n int, form string) string {
	var out strings.Builder
	for i := range n {
		fmt.Fprintf(&out, form+" ", i)
	}
	return out.String()
}

func numbered(n int) map[string]string {
	parts := map[string]string{}
	for i := range n {
		parts[fmt.Sprint(i)] = ""
	}
	return parts
}

// random makes paragraphs of letters that cannot be packed into much less.
func random(size int) string {
	from := rand.New(rand.NewPCG(1, 2))
	var out strings.Builder
	for out.Len() < 100_000 { // packing looks back over 32 KB
		out.WriteString("<w:p><w:r><w:t>")
		for range 1000 {
			out.WriteByte("abcd"[from.IntN(4)])
		}
		out.WriteString("</w:t></w:r></w:p>")
	}
	return strings.Repeat(out.String(), size/out.Len())
}

// Files that were made to take long or to take much memory are read, or refused, in two seconds and with 512 MB. No test fails because
// it took too long, so the time is only printed.
func TestNoFileTakesMuch(t *testing.T) {
	numbering := `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="32000"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="` +
		strings.Repeat("%1", 100_000) + `"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
	full := sweep.Full()
	listed := `<w:p><w:pPr><w:pStyle w:val="s99"/><w:numPr><w:ilvl w:val="8"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>`
	for name, given := range map[string]map[string]string{
		"100,000 paragraphs":       {"document": strings.Repeat(usual, 100_000), "numbering": numbering},
		"numbers":                  {"document": strings.Repeat(strings.Replace(listed, `"8"`, `"0"`, 1), 190_000), "numbering": numbering},
		"runs of one look":         {"document": strings.Repeat(p(strings.Repeat("<w:r><w:t>a</w:t></w:r>", 900_000)), 2)},
		"runs of two looks":        {"document": p(strings.Repeat("<w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r>", 640_000))},
		"empty elements":           {"document": p(strings.Repeat("<w:x/>", 8_000_000))},
		"attributes":               {"document": "<w:p " + strings.Repeat(`a="" `, 9_000_000) + ">" + r("a") + "</w:p>"},
		"one attribute":            {"document": `<w:p a="` + strings.Repeat(">", 45_000_000) + `">` + r("a") + "</w:p>"},
		"a long text":              {"document": strings.Repeat(p(strings.Repeat("a", 1_000_000)), 44)},
		"escapes":                  {"document": strings.Repeat(p(strings.Repeat("&amp;", 200_000)), 45)},
		"no-break spaces":          {"document": strings.Repeat(p(strings.Repeat("\u00a0", 500_000)), 44)},
		"symbols":                  {"document": strings.Repeat(p(symbols()), 45)},
		"changes":                  {"document": p(strings.Repeat("<w:ins><w:r><w:t>a</w:t></w:r></w:ins><w:del><w:r><w:delText>a</w:delText></w:r></w:del>", 500_000))},
		"cells":                    {"document": "<w:tbl>" + strings.Repeat("<w:tr><w:tc><w:p>"+r("a")+"</w:p></w:tc></w:tr>", 190_000) + "</w:tbl>"},
		"deep elements":            {"document": strings.Repeat(strings.Repeat("<w:sdt><w:sdtContent>", 150)+p("a")+strings.Repeat("</w:sdtContent></w:sdt>", 150), 6000)},
		"choices in choices":       {"document": strings.Repeat(strings.Repeat("<mc:AlternateContent><mc:Choice>", 150)+p("a")+strings.Repeat("</mc:Choice></mc:AlternateContent>", 150), 4500)},
		"fields":                   {"document": p(strings.Repeat(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>a</w:t></w:r>`, 300_000))},
		"joined paragraphs":        {"document": strings.Repeat(`<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>`, 190_000)},
		"boxes in a paragraph":     {"document": p(strings.Repeat("<w:r><w:pict><v:textbox><w:txbxContent>"+p("a")+"</w:txbxContent></v:textbox></w:pict></w:r>", 190_000))},
		"notes":                    {"document": p(strings.Repeat(`<w:r><w:footnoteReference w:id="1"/></w:r>`, 1_000_000)), "footnotes": strings.Repeat(`<w:footnote w:id="2">`+p("a")+`</w:footnote>`, 190_000)},
		"styles on one another":    {"document": strings.Repeat(listed, 190_000), "styles": chain(100_000), "numbering": numbering},
		"tab stops":                {"document": strings.Repeat(`<w:p><w:pPr><w:tabs>`+many(30, `<w:tab w:pos="%d"/>`)+`</w:tabs></w:pPr><w:r><w:tab/></w:r></w:p>`, 60_000)},
		"names of namespaces":      {"document": strings.Repeat(`<w:p xmlns:q="b"><q:r/>`+r("a")+`</w:p>`, 190_000)},
		"alternating namespaces":   {"document": p(many(60, `<w:smartTag xmlns:a%d="b">`) + strings.Repeat(`<q:r xmlns:z="c"/>`, 2_000_000) + strings.Repeat("</w:smartTag>", 60))},
		"shown and left out again": {"document": strings.Repeat(`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r></w:p>`, 190_000) + p("a")},
	} {
		if name != "100,000 paragraphs" && !full {
			continue
		}
		file := word(t, given)
		if len(file) > docx.Limit {
			t.Errorf("%s: the file has %d MB", name, len(file)>>20)
		}
		given = nil
		var before runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		peak, stop := watch()
		began := processor(t)
		f, err := docx.Read(file, docx.Accept)
		took := processor(t) - began
		stop()
		t.Logf("%-26s %6d ms %4d MB in use at most: %v", name, took.Milliseconds(), (*peak-before.HeapAlloc)>>20, err)
		if used := *peak - before.HeapAlloc; used > 512<<20 && *peak > before.HeapAlloc {
			t.Errorf("%s: %d MB of memory", name, used>>20)
		}
		if f != nil {
			complete(t, f)
		}
	}
}

// usual is a paragraph as Word writes it.
const usual = `<w:p w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E"><w:pPr><w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>` +
	`<w:r w:rsidRPr="00A77B3E"><w:rPr><w:b/><w:sz w:val="24"/></w:rPr><w:t>Passwords: </w:t></w:r><w:r><w:t>I will not tell other people my passwords and will keep them safe</w:t></w:r></w:p>`

func symbols() string {
	var out strings.Builder
	for i := range 330_000 {
		out.WriteRune(rune(0xf000 + i*7%256))
	}
	return out.String()
}

// chain makes styles of which each is based on the next.
func chain(n int) string {
	var out strings.Builder
	for i := range n {
		fmt.Fprintf(&out, `<w:style w:styleId="s%d"><w:name w:val="s"/><w:basedOn w:val="s%d"/><w:pPr><w:tabs><w:tab w:pos="%d"/></w:tabs></w:pPr></w:style>`, i, i+1, i)
	}
	return out.String()
}

// processor returns how long this process has used the processor, which does not depend on what else the computer does.
func processor(t *testing.T) time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		t.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// watch notes how much memory is in use at most, until it is stopped.
func watch() (peak *uint64, stop func()) {
	peak = new(uint64)
	done, ended := make(chan bool), make(chan bool)
	go func() {
		defer close(ended)
		for {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			*peak = max(*peak, m.HeapAlloc)
			select {
			case <-done:
				return
			case <-time.After(20 * time.Millisecond):
			}
		}
	}()
	return peak, func() { close(done); <-ended }
}

func BenchmarkRead(b *testing.B) {
	file := word(b, map[string]string{"document": strings.Repeat(usual, 20_000), "numbering": `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`})
	b.SetBytes(int64(len(usual) * 20_000))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := docx.Read(file, docx.Accept); err != nil {
			b.Fatal(err)
		}
	}
}

// FuzzParts gives random XML as the parts of a Word file.
func FuzzParts(f *testing.F) {
	f.Add(p("Words.")+usual, "", "", false)
	f.Add(`<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>`+p("a")+`</w:tc></w:tr></w:tbl>`, "", "", true)
	for _, name := range []string{"changes", "boxes", "contents", "hidden", "styles", "numbers", "bullets", "links", "tabs", "controls", "characters", "footnotes"} {
		_, given := parsed(f, "testdata/"+name+".txtar")
		f.Add(given["document"], given["styles"], given["numbering"], true)
		f.Add(given["document"], given["styles"], given["numbering"], false)
	}
	f.Fuzz(func(t *testing.T, document, styles, numbering string, reject bool) {
		changes := docx.Accept
		if reject {
			changes = docx.Reject
		}
		read, err := docx.Read(word(t, map[string]string{"document": document, "styles": styles, "numbering": numbering}), changes)
		if err != nil {
			if fault := new(block.Fault); !errors.As(err, &fault) {
				t.Fatal(err)
			}
			return
		}
		complete(t, read)
	})
}

// FuzzRead gives random bytes as a Word file.
func FuzzRead(f *testing.F) {
	f.Add([]byte("PK"))
	f.Add(old("WordDocument"))
	f.Add(document(f, body(p("Words."))))
	if file, err := os.ReadFile("testdata/office/policy.docx"); err == nil {
		f.Add(file)
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		if read, err := docx.Read(file, docx.Accept); err == nil {
			complete(t, read)
		}
	})
}

// Macros are left out, and named.
func TestMacrosAreLeftOut(t *testing.T) {
	file := pack(t, map[string]string{
		"_rels/.rels":                  relationships(`<Relationship Id="a" Type="` + kinds + `officeDocument" Target="word/document.xml"/>`),
		"word/document.xml":            body(p("Words.")),
		"word/_rels/document.xml.rels": relationships(`<Relationship Id="b" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>`),
		"word/vbaProject.bin":          "Sub Auto_Open()",
	})
	f, err := docx.Read(file, docx.Accept)
	if err != nil || len(f.Notices) != 1 || f.Notices[0].What != "macros" || len(f.Blocks) != 1 {
		t.Errorf("%v, %v", f, err)
	}
}

// The strict form of the format, and other prefixes than Word's, are read alike.
func TestTheStrictFormIsRead(t *testing.T) {
	xml := strings.NewReplacer("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main", "xmlns:w=", "xmlns:x=", "<w:", "<x:", "</w:", "</x:", " w:", " x:").
		Replace(body(`<w:p><w:r><w:rPr><w:b w:val="false"/><w:highlight w:val="yellow"/></w:rPr><w:t>Words.</w:t></w:r></w:p>`))
	f, err := docx.Read(document(t, xml), docx.Accept)
	if err != nil || len(f.Blocks) != 1 || f.Blocks[0].Runs[0] != (block.Run{Text: "Words.", Highlight: "yellow"}) {
		t.Errorf("%v, %v", f, err)
	}
}
