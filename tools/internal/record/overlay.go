package record

import (
	"cmp"
	"fmt"
	"path"
	"reflect"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"safeonline/tools/internal/diag"
)

// Overlay is what was read from files that are laid over one another.
type Overlay struct {
	Faults  diag.List
	Omitted map[string]diag.Text // what a later file leaves out, by its id: why
	Whole   bool                 // whether all of it is left out
}

// DecodeOver is like Decode for several files that are read as one, each laid over those before it. A field takes the place of the same
// field, and of those that its tag `over:"drops …"` names; one with the tag `over:"never"` is each file's own. Entries of a list
// are told apart by the field id, or the one with the tag `over:"key"`: the fields of an entry are laid over those of the same
// entry, and other entries are added at the end, or behind the one that their field after names: those whose id has the tag
// `over:"placed"` must have that field. An entry with the field omit, which says why, is left out, and so is a whole file. Lists whose
// entries have no such field take each other's place.
//
// A single file may be meant to lie over one of those beneath, which it is then compared with.
func DecodeOver(into any, beneath Beneath, srcs ...*diag.Source) (o Overlay) {
	of := reflect.TypeOf(into).Elem()
	all := overlay{under: beneath.Folder, beneath: beneath}
	var root *yaml.Node
	for _, src := range srcs {
		d := newDecoder(src, src.Text, 0, into)
		over := d.parse()
		if over == nil {
			o.Faults = append(o.Faults, d.faults...)
			continue
		}
		all.add(d, over)
		root = all.file(of, root, over)
	}
	if len(o.Faults) > 0 || all.decoder == nil {
		return o
	}
	if name := path.Base(srcs[0].Name); len(srcs) == 1 && len(beneath.Names) > 0 && root != nil {
		all.fresh[root] = fresh{in: beneath.Folder, name: name, others: beneath.Names}
	}
	if root != nil {
		all.value(root, reflect.ValueOf(into).Elem())
	}
	return Overlay{Faults: all.faults, Omitted: all.omitted, Whole: root == nil}
}

// Beneath is the files that a file with a name of its own may be meant to lie over.
type Beneath struct {
	Folder string
	Names  []string
}

// overlay lays files over one another.
type overlay struct {
	*decoder
	beneath Beneath
	under   string     // the name of the file that the next is laid over
	whole   *yaml.Node // and what is in it
	omitted map[string]diag.Text
}

// fresh is a new entry or file: where there is none of its name, and what others there are.
type fresh struct {
	in, name  string
	others    []string
	elsewhere *yaml.Node // the name of an entry that another list beneath has, or nil
	placeless bool       // it has to say after which it stands, and does not
}

// named returns the name of an entry anywhere in a value, or nil if none has it.
func named(in *yaml.Node, key, name string) *yaml.Node {
	if id := valueOf(in, key); id != nil && id.Value == name {
		return id
	}
	for _, n := range in.Content {
		if id := named(n, key, name); id != nil {
			return id
		}
	}
	return nil
}

// add puts the text of another file below those before it.
func (o *overlay) add(d *decoder, root *yaml.Node) {
	if o.decoder == nil {
		d.fresh = map[*yaml.Node]fresh{}
		o.decoder, o.omitted = d, map[string]diag.Text{}
		return
	}
	shift(root, d.lines, o.lines)
	o.under = o.sheets[len(o.sheets)-1].src.Name
	o.sheets = append(o.sheets, sheet{src: d.sheets[0].src, before: o.lines})
	o.texts = append(o.texts, d.texts...)
	o.lines += d.lines
}

// shift moves a value down. The parser may name a line after the last.
func shift(n *yaml.Node, last, down int) {
	n.Line = min(n.Line, last) + down
	for _, c := range n.Content {
		shift(c, last, down)
	}
}

// file lays the value of a file over that of the files before it, and returns nil if it leaves it out.
func (o *overlay) file(of reflect.Type, under, over *yaml.Node) *yaml.Node {
	why := o.special(of, over, "omit")
	switch {
	case why != nil && hasOwn(of):
		why = nil // it is reported as a field that there is not
	case why != nil && under == nil:
		o.nothing(why, path.Base(o.sheets[len(o.sheets)-1].src.Name), o.beneath.Names, "to leave out")
		return nil
	case why != nil:
		name := path.Base(o.under)
		if id := valueOf(under, keyOf(of)); id != nil {
			name = id.Value
		}
		o.omit(over, why, keyOf(of), name)
		return nil
	}
	if under == nil || over.Kind == yaml.MappingNode && len(over.Content) == 0 {
		return cmp.Or(under, over)
	}
	o.whole = under
	return o.lay(of, under, over)
}

// hasOwn reports whether records of a type have fields that each file has of its own: then none can be left out.
func hasOwn(of reflect.Type) bool {
	for _, f := range fieldsOf(of) {
		if f.Tag.Get("over") == "never" {
			return true
		}
	}
	return false
}

// IsOwn reports whether a field of a record is each file's own, by its tag `over:"never"`.
func IsOwn(of any, field string) bool {
	return fieldsOf(reflect.TypeOf(of))[field].Tag.Get("over") == "never"
}

// lay lays a value over another, and returns both in one. Neither is changed.
func (o *overlay) lay(of reflect.Type, under, over *yaml.Node) *yaml.Node {
	if of.Kind() == reflect.Pointer {
		of = of.Elem()
	}
	switch {
	case under.Kind != over.Kind:
	case over.Kind == yaml.MappingNode && isRecord(of):
		return o.fieldsOver(of, under, over)
	case over.Kind == yaml.SequenceNode && of.Kind() == reflect.Slice && keyOf(of.Elem()) != "":
		return o.entriesOver(of.Elem(), under, over)
	}
	return over
}

// fieldsOver lays the fields of a record over those of another.
func (o *overlay) fieldsOver(of reflect.Type, under, over *yaml.Node) *yaml.Node {
	known := fieldsOf(of)
	gone := dropped(known, over)
	merged := joined(under, over)
	for i := 0; i+1 < len(under.Content); i += 2 {
		if !gone[under.Content[i].Value] {
			merged.Content = append(merged.Content, under.Content[i:i+2]...)
		}
	}
	own, end := map[string]bool{}, len(merged.Content) // after which a new field belongs
	for i := 0; i+1 < len(over.Content); i += 2 {
		key, val := over.Content[i], over.Content[i+1]
		at := indexOf(merged.Content, key.Value)
		if at < 0 || own[key.Value] {
			merged.Content = slices.Insert(merged.Content, end, key, val)
			end += 2
			continue
		}
		own[key.Value] = true
		if f, ok := known[key.Value]; ok {
			val = o.lay(f.Type, merged.Content[at+1], val)
		}
		merged.Content[at], merged.Content[at+1] = key, val
		end = at + 2
	}
	return merged
}

// dropped returns the fields beneath that a record takes away.
func dropped(known map[string]reflect.StructField, over *yaml.Node) map[string]bool {
	gone := map[string]bool{}
	for name, f := range known {
		switch verb, names, _ := strings.Cut(f.Tag.Get("over"), " "); {
		case verb == "never":
			gone[name] = true
		case verb == "drops" && valueOf(over, name) != nil:
			for _, dropped := range strings.Fields(names) {
				gone[dropped] = true
			}
		}
	}
	return gone
}

// joined returns a value without content that stands for two.
func joined(under, over *yaml.Node) *yaml.Node {
	both := *over
	both.Content, both.Anchor = nil, cmp.Or(over.Anchor, under.Anchor)
	both.Style |= under.Style & yaml.FlowStyle
	return &both
}

// omit notes that something is left out, and reports it if nothing says why.
func (o *overlay) omit(n, why *yaml.Node, key, id string) {
	if why.Kind == yaml.ScalarNode && strings.TrimSpace(why.Value) == "" {
		o.faults.Add(diag.Fault{
			Pos: o.at(why), Code: diag.OmitReason,
			Message: fmt.Sprintf("nothing says why %q is left out", id),
			Hint:    `write the reason after omit, as in omit: "our pupils bring no phones"`,
		})
	} else if text, ok := o.scalar(why, "text"); ok {
		o.omitted[id] = diag.Text{Value: text, Pos: o.at(why)}
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if name := n.Content[i].Value; name != "omit" && name != key {
			o.idle(n, name, fmt.Sprintf("%q is left out", id))
		}
	}
}

// idle reports a field that has no effect.
func (o *overlay) idle(n *yaml.Node, name, why string) {
	o.faults.Add(diag.Fault{
		Pos: o.at(n.Content[indexOf(n.Content, name)]), Code: diag.IdleField,
		Message: fmt.Sprintf("%q has no effect here: %s", name, why),
		Hint:    "delete it",
	})
}

// nothing reports a name that nothing beneath has.
func (o *overlay) nothing(n *yaml.Node, name string, others []string, purpose string) {
	message := fmt.Sprintf("%s has no %q %s", o.under, name, purpose)
	if o.under == "" {
		message = fmt.Sprintf("there is no other %q %s", name, purpose)
	}
	o.faults.Add(diag.Fault{
		Pos: o.at(n), Code: diag.LaysOverNothing,
		Message: message,
		Hint:    diag.DidYouMean(name, others, "write its name as it is there, or delete this"),
	})
}

// lacking reports a new entry that lacks what a new one must have, or that another list beneath has: most likely it was meant to change that.
func (d *decoder) lacking(n *yaml.Node, m members) bool {
	f, isFresh := d.fresh[n]
	lacks := slices.DeleteFunc(slices.Clone(m.required), func(name string) bool { return m.written[name] })
	if f.placeless {
		lacks = append(lacks, "after")
	}
	if !isFresh || len(lacks) == 0 && f.elsewhere == nil {
		return false
	}
	hint := "write its name as it is there; or, to add a new one, write also " + strings.Join(lacks, ", ")
	if near := diag.Suggest(f.name, f.others); near != "" {
		hint = fmt.Sprintf("did you mean %q? To add a new one, write also %s", near, strings.Join(lacks, ", "))
	}
	message := fmt.Sprintf("%s has no %q to change, and this lacks what a new one needs", f.in, f.name)
	if f.elsewhere != nil {
		message = fmt.Sprintf("%s has %q in another list", f.in, f.name)
		hint = fmt.Sprintf("move this to where it lies over that: see line %d there", d.at(f.elsewhere).Line)
	}
	d.faults.Add(diag.Fault{Pos: d.at(n), Code: diag.LaysOverNothing, Message: message, Hint: hint})
	return true
}

// special returns the value of a field that only files laid over others have, or nil if the record has a field of that name itself.
func (o *overlay) special(of reflect.Type, n *yaml.Node, name string) *yaml.Node {
	if _, its := fieldsOf(of)[name]; its || n.Kind != yaml.MappingNode {
		return nil
	}
	return valueOf(n, name)
}
