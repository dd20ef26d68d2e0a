package export

import (
	"fmt"
	"path"
	"strings"

	"safeonline/tools/internal/i18n"
	"safeonline/tools/internal/model"
	"safeonline/tools/internal/quiz"
)

// cartridge is a Common Cartridge 1.3 (https://www.imsglobal.org/cc/), which fills a course of a learning platform: for each lesson of a set a
// page with its story, a link to the lesson, and a quiz in QTI 1.2.1, whose profile there knows no questions but choices.
var cartridge = Format{
	ID: "cartridge", For: "platform", Ending: ".imscc",
	Kinds: []model.Kind{quiz.Choice, quiz.Several, quiz.Spot},
	Lacks: []string{"export_no_quiz_pictures"}, Untitled: true,
	all: func(drafts []Draft) ([]byte, error) {
		var files []File
		parts := make([][]cartridgePart, len(drafts))
		for i, d := range drafts {
			parts[i] = cartridgeParts(d)
			for _, part := range parts[i] {
				files = append(files, part.files...)
			}
		}
		return pack(append([]File{{"imsmanifest.xml", cartridgeManifest(drafts, parts).document()}}, files...))
	},
}

// cartridgePart is something of a lesson in a cartridge: what a platform calls it, the type of the resource, and its files.
type cartridgePart struct {
	id, title, kind string
	files           []File
}

// cartridgeParts returns what there is of a lesson: no link if the address is not known, and no quiz if no question fits.
func cartridgeParts(d Draft) (parts []cartridgePart) {
	page := cartridgePart{d.name("page"), d.Title, "webcontent", []File{{"pages/" + d.Name + ".html", []byte("<!doctype html>\n" + cartridgePage(d).markup() + "\n")}}}
	for i, s := range d.Story {
		if s.Picture != nil {
			page.files = append(page.files, File{scenePicture(d, i), s.Picture.SVG()})
		}
	}
	parts = append(parts, page)
	if d.Address != "" {
		link := el("webLink", el("title", d.Title), el("url").with("href", d.Address, "target", "_blank")).
			with("xmlns", "http://www.imsglobal.org/xsd/imsccv1p3/imswl_v1p3")
		parts = append(parts, cartridgePart{d.name("link"), d.Text("export_cartridge_link", nil), "imswl_xmlv1p3", []File{{"links/" + d.Name + ".xml", link.document()}}})
	}
	if len(d.Questions) > 0 {
		title := d.Text("export_cartridge_quiz", nil)
		parts = append(parts, cartridgePart{d.name("quiz"), title, "imsqti_xmlv1p2/imscc_xmlv1p3/assessment",
			[]File{{"quizzes/" + d.Name + ".xml", cartridgeQuiz(d).document()}}})
	}
	return parts
}

// scenePicture returns the path of the picture of a scene, counted from 0.
func scenePicture(d Draft, scene int) string { return fmt.Sprintf("pages/%s-%d.svg", d.Name, scene+1) }

// cartridgeManifest lists the parts of all lessons, with a folder for each lesson.
func cartridgeManifest(drafts []Draft, parts [][]cartridgePart) element {
	d := drafts[0]
	var lessons, resources []element
	for i, d := range drafts {
		folder := el("item", el("title", d.Title)).with("identifier", d.name("lesson"))
		for _, part := range parts[i] {
			folder = folder.holding(el("item", el("title", part.title)).with("identifier", part.id+"-item", "identifierref", part.id))
			resource := el("resource").with("identifier", part.id, "type", part.kind)
			if part.kind == "webcontent" {
				resource = resource.with("href", part.files[0].Path)
			}
			for _, f := range part.files {
				resource = resource.holding(el("file").with("href", f.Path))
			}
			resources = append(resources, resource)
		}
		lessons = append(lessons, folder)
	}
	said := func(name, text string) element { return el(name, el("string", text).with("language", d.Language)) }
	title := d.Text("export_set", i18n.Values{"school": d.School, "years": d.Years})
	about := el("lom", el("general", said("title", title), el("language", d.Language)),
		el("rights", said("description", d.Imprint()[1]))).with("xmlns", "http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest")
	return el("manifest",
		el("metadata", el("schema", "IMS Common Cartridge"), el("schemaversion", "1.3.0"), about),
		el("organizations", el("organization", el("item", lessons).with("identifier", "lessons")).
			with("identifier", "all", "structure", "rooted-hierarchy")),
		el("resources", resources),
	).with("xmlns", "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1", "identifier", "cartridge-"+strings.ReplaceAll(path.Dir(d.ID), "/", "-"))
}

// cartridgePage returns the lesson as a page to read: the rule, the story, its words, and what to take home.
func cartridgePage(d Draft) element {
	body := el("body", el("h1", d.Title), el("p", d.Says))
	if d.Plain != "" {
		body = body.holding(el("p", d.Plain))
	}
	for i, s := range d.Story {
		body = body.holding(el("h2", s.Title))
		if s.Picture != nil {
			body = body.holding(el("p", el("img").with("src", path.Base(scenePicture(d, i)), "alt", s.Picture.Alt, "width", "400", "height", "300")))
		}
		for _, l := range s.Lines {
			body = body.holding(l.paragraph())
		}
	}
	words, talk := el("dl"), el("ul")
	for _, w := range d.Lesson.Words {
		words = words.holding(el("dt", w.Term), el("dd", w.Meaning))
	}
	for _, t := range d.Talk {
		talk = talk.holding(el("li", t))
	}
	return el("html", el("head", el("meta").with("charset", "utf-8"), el("title", d.Title)), body.holding(
		el("h2", d.Text("lesson_words", nil)), words, el("h2", d.Text("lesson_talk", nil)), talk,
		el("h2", d.Text("lesson_home", nil)), paragraphs([]string{d.Text("home_ask", nil) + " " + d.Home.Ask, d.Text("home_do", nil) + " " + d.Home.Do}), el("hr"), paragraphs(d.Foot()),
	)).with("lang", d.Language)
}

// cartridgeQuiz returns the questions as an assessment of QTI 1.2.1.
func cartridgeQuiz(d Draft) element {
	section := el("section").with("ident", d.name("section"))
	for _, q := range d.Questions {
		section = section.holding(cartridgeItem(item{d, q}))
	}
	return el("questestinterop", el("assessment",
		qtiFields("cc_profile", "cc.exam.v0p1", "qmd_assessmenttype", "Examination", "qmd_scoretype", "Percentage",
			"qmd_feedbackpermitted", "Yes", "cc_maxattempts", "unlimited"),
		section,
	).with("ident", d.name("quiz"), "title", d.Title)).with("xmlns", "http://www.imsglobal.org/xsd/ims_qtiasiv1p2")
}

// qtiFields returns what is said about an assessment or an item: labels and entries in turns.
func qtiFields(pairs ...string) element {
	list := el("qtimetadata")
	for i := 0; i < len(pairs); i += 2 {
		list = list.holding(el("qtimetadatafield", el("fieldlabel", pairs[i]), el("fieldentry", pairs[i+1])))
	}
	return list
}

// cartridgeItem returns a question: what is asked, what tells which why, and the whys.
func cartridgeItem(i item) element {
	profile, cardinality := "cc.multiple_response.v0p1", "Multiple"
	if i.q.Kind == quiz.Choice {
		profile, cardinality = "cc.multiple_choice.v0p1", "Single"
	}
	labels := el("render_choice").with("shuffle", "No")
	processing := el("resprocessing", el("outcomes", el("decvar").with("maxvalue", "100", "minvalue", "0", "varname", "SCORE", "vartype", "Decimal")))
	var right, whys []element
	for _, n := range i.q.Shown {
		id, o := i.option(n), i.q.Options[n]
		chosen := el("varequal", id).with("respident", "response")
		labels = labels.holding(el("response_label", material("text/plain", o.Said())).with("ident", id))
		processing = processing.holding(el("respcondition", el("conditionvar", chosen),
			el("displayfeedback").with("feedbacktype", "Response", "linkrefid", id+"-why")).with("continue", "Yes"))
		whys = append(whys, el("itemfeedback", el("flow_mat", material("text/html", htmlLines(i.q.Told(o))))).with("ident", id+"-why"))
		switch {
		case o.Right:
			right = append(right, chosen)
		case i.q.Kind != quiz.Choice:
			right = append(right, el("not", chosen))
		}
	}
	whole := el("conditionvar", right)
	if len(right) > 1 {
		whole = el("conditionvar", el("and", right))
	}
	processing = processing.holding(el("respcondition", whole, el("setvar", "100").with("action", "Set", "varname", "SCORE")).with("continue", "No"))
	asked := htmlLines([]string{i.q.Stem}) + htmlPassage(i.q)
	return el("item", el("itemmetadata", qtiFields("cc_profile", profile)),
		el("presentation", material("text/html", asked), el("response_lid", labels).with("ident", "response", "rcardinality", cardinality)),
		processing, whys,
	).with("ident", i.id(), "title", i.q.Title)
}

func material(kind, text string) element {
	return el("material", el("mattext", text).with("texttype", kind))
}
