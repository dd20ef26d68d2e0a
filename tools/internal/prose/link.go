package prose

import (
	"bytes"
	"fmt"
	"path"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/kind"
	"safeonline/tools/internal/model"
)

// target reads a link of the body.
func (b *body) target(n *ast.Link) {
	to := b.destination(n)
	if n.Reference != nil {
		return // its address is reported where it is written
	}
	if strings.TrimSpace(textOf(n, b.text)) == "" {
		b.faults.Add(diag.Fault{
			Pos: b.at(n), Code: diag.BadLink,
			Message: "the link has no words",
			Hint:    "write what the link leads to: [words](/address/)",
		})
	}
	b.link(to, false)
}

// destination returns the address of a link, with its place: after the words and "](".
func (b *body) destination(n *ast.Link) diag.Text {
	to := diag.Text{Value: string(n.Destination), Pos: b.at(n)}
	begin := max(n.Pos(), 0)
	if last := n.LastChild(); last != nil && last.Pos() > begin {
		begin = last.Pos()
	}
	if i := bytes.Index(b.text[begin:], append([]byte("]("), n.Destination...)); i >= 0 {
		to.Pos = b.src.At(begin + i + len("]("))
	}
	return to
}

// bare reports an address without words. A screen reader would spell it out.
func (b *body) bare(n *ast.AutoLink) {
	address := string(n.URL(b.text))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(address, "mailto:") {
		address = "mailto:" + address
	}
	b.faults.Add(diag.Fault{
		Pos: b.at(n), Code: diag.BadLink,
		Message: "the address has no words that say what it leads to",
		Hint:    "write [words](" + mended(address) + ")",
	})
}

const host = `([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}`

var (
	phone = regexp.MustCompile(`^tel:\+?[0-9]{3,15}$`)
	// within matches an address of this site: folders, perhaps a file, perhaps an anchor.
	within = regexp.MustCompile(`^(/([A-Za-z0-9._-]+/)*([A-Za-z0-9._-]+)?)?(#[A-Za-z0-9_.:-]+)?$`)
	scheme = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*:`)
)

// link reads an address, and keeps it if it is in this site. If whole is set, it must be that of a page.
func (r *reader) link(to diag.Text, whole bool) {
	v := to.Value
	switch {
	case to.Pos.Source == nil: // the field is missing, which is reported
	case v == "":
		r.badLink(to, "add the address: [words](/address/)", "the link has no address")
	case kind.Is("contact", v), phone.MatchString(v):
		if whole {
			r.badLink(to, "write the address of a page, such as /help/", "%q is not a page of this site", v)
		}
	case strings.HasPrefix(v, "//"):
		r.badLink(to, "write "+mended(v), "the address does not begin with https:")
	case within.MatchString(v) && (!whole || strings.HasPrefix(v, "/") && !strings.Contains(v, "#")):
		r.page.Links = append(r.page.Links, model.Link{To: to, Whole: whole})
	case within.MatchString(v):
		r.badLink(to, "write the address without #, such as /help/", "expected the address of a page, found one of a part of it")
	case strings.HasPrefix(v, "/"), strings.HasPrefix(v, "#"):
		r.badLink(to, "write it as a browser shows it, such as /policy/#rule-5, without ? and without spaces", "%q is not an address of this site", v)
	case scheme.MatchString(v):
		r.schemed(to)
	default:
		r.badLink(to, "write "+r.absolute(v), "%q is not a full address", v)
	}
}

func (r *reader) badLink(to diag.Text, hint, message string, args ...any) {
	r.faults.Add(diag.Fault{Pos: to.Pos, Code: diag.BadLink, Message: fmt.Sprintf(message, args...), Hint: hint})
}

// schemed reports an address whose scheme is not allowed in pages, or that is wrong for its scheme.
func (r *reader) schemed(to diag.Text) {
	name, _, _ := strings.Cut(strings.ToLower(to.Value), ":")
	switch name {
	case "http":
		r.badLink(to, "write "+mended(to.Value), "addresses of other sites begin with https://")
	case "https":
		if !strings.HasPrefix(to.Value, "https:") {
			r.badLink(to, "write "+mended(to.Value), "%q is not in small letters", to.Value[:len(name)])
			return
		}
		r.badLink(to, "write it as a browser shows it, such as https://www.childline.org.uk/", "%q is not a web address", to.Value)
	case "mailto":
		r.badLink(to, "write mailto: and one address, such as mailto:office@school.example", "%q is not an email address", to.Value)
	case "tel":
		r.badLink(to, "write tel: and the digits, such as tel:"+telephone(to.Value), "%q is not a telephone number", to.Value)
	default:
		r.badLink(to, "links begin with /, #, https://, mailto: or tel:", "links with %q are not used in pages", name+":")
	}
}

var notDigits = regexp.MustCompile(`[^0-9+]+`)

// telephone returns the digits of a telephone number, or an example if there are none.
func telephone(s string) string {
	if digits := notDigits.ReplaceAllString(s, ""); len(digits) >= 3 {
		return digits
	}
	return "08001111"
}

var slashes = regexp.MustCompile(`^(?i:https?:)?/*`)

// mended returns a web address with the scheme that it needs.
func mended(address string) string {
	if strings.HasPrefix(address, "mailto:") {
		return address
	}
	return "https://" + slashes.ReplaceAllString(address, "")
}

// simple matches an address of ordinary characters.
var simple = regexp.MustCompile(`^[A-Za-z0-9._/#-]+$`)

var bareHost = regexp.MustCompile(`^(www\.|` + host + `/)`)

// absolute returns what an incomplete address probably means: a file beside this page, a host, an email address or a
// telephone number.
func (r *reader) absolute(v string) string {
	switch {
	case strings.Contains(v, "@"):
		return "mailto:" + v
	case len(v) > 2 && notDigits.ReplaceAllString(v, "") == v:
		return "tel:" + v
	case bareHost.MatchString(v) && !strings.Contains(v, ".md"):
		return mended(v)
	}
	if !simple.MatchString(v) {
		return "the address as a browser shows it, such as /policy/#rule-5"
	}
	file, anchor, marked := strings.Cut(v, "#")
	if marked {
		anchor = "#" + anchor
	}
	beside := path.Join(path.Dir("/"+r.page.Path), strings.TrimSuffix(file, ".md"))
	if path.Base(beside) == "_index" || path.Base(beside) == "index" {
		beside = path.Dir(beside)
	}
	if path.Ext(beside) == "" && beside != "/" {
		beside += "/"
	}
	return "the full address, such as " + beside + anchor
}
