package site

import (
	"fmt"
	"slices"
	"strings"

	"safeonline/tools/internal/diag"
	"safeonline/tools/internal/model"
)

// kindsOfDocuments checks that there is one policy, and that each document is of a known kind, stage and address.
func (c *checker) kindsOfDocuments() {
	c.onePolicy()
	addresses := map[string]diag.Pos{}
	for i := range c.data.Documents {
		d := &c.data.Documents[i]
		c.oneOf(d.Kind, documentKinds)
		if len(d.Clauses()) == 0 && !d.IsPolicy() {
			c.faults.Add(diag.Fault{
				Pos: d.ID.Pos, Code: diag.NoClauses,
				Message: "the document has no clauses, so there is nothing to agree to",
				Hint:    "add clauses to a section, or delete the file",
			})
		}
		switch {
		case d.IsPolicy() && d.Stage.Value != "":
			c.faults.Add(diag.Fault{
				Pos: d.Stage.Pos, Code: diag.PolicyStage,
				Message: "the policy itself has a stage",
				Hint:    "put the rules for pupils into an agreement, in a file of their own",
			})
		case d.Stage.Value != "":
			c.forPupils(d, addresses)
		default:
			c.forAdults(*d)
		}
	}
}

// forAdults reports what only a document for pupils has.
func (c *checker) forAdults(d model.Document) {
	if d.Rules != nil {
		c.idle(diag.Text{Value: "rules", Pos: d.Rules.Pos}, "the document has no stage")
	}
	if d.Address.Value != "" {
		c.idle(diag.Text{Value: "address", Pos: d.Address.Pos}, "the document has no stage")
	}
}

// onePolicy reports that no document is the policy, or that several are.
func (c *checker) onePolicy() {
	var policy diag.Pos
	for _, d := range c.data.Documents {
		if d.IsPolicy() && policy.Source != nil {
			c.faults.Add(diag.Fault{
				Pos: d.Kind.Pos, Code: diag.TwoPolicies,
				Message: fmt.Sprintf("the policy is %s, and a school has one", policy),
				Hint:    "write kind: agreement, or put the sections of the two into one file",
			})
		} else if d.IsPolicy() {
			policy = d.Kind.Pos
		}
	}
	if policy.Source == nil {
		c.faults.Add(diag.Fault{
			Pos: diag.WholeFile(c.data.Folder + "/policy"), Code: diag.MissingFile,
			Message: "no document is the policy",
			Hint:    "write kind: policy in the file of the policy itself",
		})
	}
}

// forPupils checks what only a document for pupils has: its stage, the address of its rules and their name. A wrong address
// counts as none, and is no further fault.
func (c *checker) forPupils(d *model.Document, addresses map[string]diag.Pos) {
	var years []string
	for _, s := range c.data.Stages {
		years = append(years, fmt.Sprintf("%s (%s)", s.ID, s.Years))
	}
	if !c.known(diag.UnknownStage, "stage", d.Stage, c.stageIDs(), "the stages are "+strings.Join(years, ", ")+"; for other pupils, delete the line") {
		c.astray = true
	}
	if !c.address(d.Folder(), d.ID, d.Address, addresses) {
		d.Address.Value, c.astray = "", true
	}
	if d.Rules == nil {
		c.faults.Add(diag.Fault{
			Pos: d.ID.Pos, Code: diag.MissingField,
			Message: "the document is for pupils, and nothing says what its rules are called",
			Hint:    "add a line rules: { name: … }, as in rules: { name: Junior rules }",
		})
	}
}

// ordersOfDocuments reports two agreements with the same place. Those without one are in the order of their files.
func (c *checker) ordersOfDocuments() {
	seen := map[int]diag.Pos{}
	for _, d := range c.data.Documents {
		if d.IsPolicy() || d.Order.Pos.Source == nil {
			continue
		}
		if first, taken := seen[d.Order.Value]; taken {
			c.faults.Add(diag.Fault{
				Pos: d.Order.Pos, Code: diag.SameOrder,
				Message: fmt.Sprintf("the agreement has the same order, %d, as the one at %s", d.Order.Value, first),
				Hint:    "give one of the two another number: pages show the agreements in this order",
			})
			continue
		}
		seen[d.Order.Value] = d.Order.Pos
	}
}

// marks reports clauses of one list that are shown with the same number or letter, and looks at the parts of each. A clause without a mark of
// its own has that of its place: the fault is there.
func (c *checker) marks(list []model.Clause) {
	seen := map[string]model.Clause{}
	for _, cl := range list {
		c.marks(cl.Clauses)
		first, taken := seen[cl.Mark.Value]
		if !taken || cl.Mark.Value == "" { // an import has not yet given it the mark of its place
			seen[cl.Mark.Value] = cl
			continue
		}
		if first.Mark.Pos.Source == nil {
			first, cl = cl, first
		}
		c.faults.Add(diag.Fault{
			Pos: cl.ID.Pos, Code: diag.SameMark,
			Message: fmt.Sprintf("clause %q is shown as %q, and so is %q at %s", cl.ID.Value, cl.Mark.Value, first.ID.Value, first.ID.Pos),
			Hint:    "write another number or letter: mark: …",
		})
	}
}

// idle reports a field that has no effect.
func (c *checker) idle(field diag.Text, why string) {
	c.faults.Add(diag.Fault{
		Pos: field.Pos, Code: diag.IdleField,
		Message: fmt.Sprintf("the field %q has no effect here: %s", field.Value, why),
		Hint:    "delete it, or put it where it belongs",
	})
}

// takenFolders are the folders of other pages, which no document's rules may have.
var takenFolders = []string{"policy", "present", "print", "teachers"}

// address checks the folder of a document's rules, which is its id unless it gives another, and reports whether it can be.
func (c *checker) address(folder string, id, given diag.Text, seen map[string]diag.Pos) bool {
	at := diag.Text{Value: folder, Pos: id.Pos}
	if given.Value != "" {
		at.Pos = given.Pos
	}
	first, taken := seen[strings.ToLower(folder)]
	switch _, reserved := kept[folder]; {
	case reserved, slices.Contains(takenFolders, folder):
		c.faults.Add(diag.Fault{
			Pos: at.Pos, Code: diag.ReservedSlug,
			Message: fmt.Sprintf("the address /%s/ is needed for other pages", folder),
			Hint:    "choose another word, in a line address: …",
		})
		return false
	case taken:
		c.faults.Add(diag.Fault{
			Pos: at.Pos, Code: diag.SameAddress,
			Message: fmt.Sprintf("the address /%s/ already belongs to the rules of %s", folder, first),
			Hint:    "give one of the two another address",
		})
		return false
	}
	seen[strings.ToLower(folder)] = at.Pos
	return c.slug(at)
}
