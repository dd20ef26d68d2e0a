package site

import (
	"fmt"
	"slices"
	"strings"

	"safeonline/tools/internal/diag"
)

// kindsOfDocuments checks that there is one policy, and that each document is of a known kind, stage and address.
func (c *checker) kindsOfDocuments() {
	stages := c.stageIDs()
	var policy diag.Pos
	addresses := map[string]diag.Pos{}
	for _, d := range c.data.Documents {
		c.oneOf(d.Kind, documentKinds)
		if d.IsPolicy() && policy.Source != nil {
			c.faults.Add(diag.Fault{
				Pos: d.Kind.Pos, Code: diag.TwoPolicies,
				Message: fmt.Sprintf("the policy is %s, and a school has one", policy),
				Hint:    "write kind: agreement, or put the sections of the two into one file",
			})
		} else if d.IsPolicy() {
			policy = d.Kind.Pos
		}
		if len(d.Clauses()) == 0 && !d.IsPolicy() {
			c.faults.Add(diag.Fault{
				Pos: d.ID.Pos, Code: diag.NoClauses,
				Message: "the document has no clauses, so there is nothing to agree to",
				Hint:    "add clauses to a section, or delete the file",
			})
		}
		if d.IsPolicy() && d.Stage.Value != "" {
			c.faults.Add(diag.Fault{
				Pos: d.Stage.Pos, Code: diag.PolicyStage,
				Message: "the policy itself has a stage",
				Hint:    "put the rules for pupils into an agreement, in a file of their own",
			})
			continue
		}
		if d.Stage.Value == "" {
			if d.Rules != nil {
				c.idle(diag.Text{Value: "rules", Pos: d.Rules.Pos}, "the document has no stage")
			}
			if d.Address.Value != "" {
				c.idle(diag.Text{Value: "address", Pos: d.Address.Pos}, "the document has no stage")
			}
			continue
		}
		c.known(diag.UnknownStage, "stage", d.Stage, stages, "see data/library/stages.yaml for the stages")
		c.address(d.Folder(), d.ID, d.Address, addresses)
		if d.Rules == nil {
			c.faults.Add(diag.Fault{
				Pos: d.ID.Pos, Code: diag.MissingField,
				Message: "the document is for pupils, and nothing says how its rules are called",
				Hint:    "add a line rules: { name: … }, as in rules: { name: Junior rules }",
			})
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

// address checks the folder of a document's rules, which is its id unless it gives another.
func (c *checker) address(folder string, id, given diag.Text, seen map[string]diag.Pos) {
	at := diag.Text{Value: folder, Pos: id.Pos}
	if given.Value != "" {
		at.Pos = given.Pos
	}
	switch _, reserved := kept[folder]; {
	case reserved, slices.Contains(takenFolders, folder):
		c.faults.Add(diag.Fault{
			Pos: at.Pos, Code: diag.ReservedSlug,
			Message: fmt.Sprintf("the address /%s/ is needed for other pages", folder),
			Hint:    "choose another word, in a line address: …",
		})
	case !c.slug(at):
	default:
		if first, ok := seen[strings.ToLower(folder)]; ok {
			c.faults.Add(diag.Fault{
				Pos: at.Pos, Code: diag.SameAddress,
				Message: fmt.Sprintf("the address /%s/ already belongs to the rules of %s", folder, first),
				Hint:    "give one of the two another address",
			})
			return
		}
		seen[strings.ToLower(folder)] = at.Pos
	}
}
