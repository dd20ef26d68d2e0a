package diag

import (
	"cmp"
	"slices"
)

// Code names a kind of fault. Only this package makes codes, in the table below, so a fault cannot have one that the
// table and docs/faults.md lack. A code is stable: authors look it up, and lessons name it in waivers.
type Code struct {
	name, meaning string
	stale         bool
	doubt         bool
	cause         bool
	waivable      bool
}

// String returns the code as it is printed, such as "no-right-answer".
func (c Code) String() string { return c.name }

// Meaning returns one sentence that says what is wrong.
func (c Code) Meaning() string { return c.meaning }

// Waivable reports whether a lesson may be excused from the fault, by a waiver that says why.
func (c Code) Waivable() bool { return c.waivable }

// Codes returns all codes, in alphabetical order.
func Codes() []Code {
	return slices.SortedFunc(slices.Values(codes), func(a, b Code) int { return cmp.Compare(a.name, b.name) })
}

var codes []Code

// fault adds a code to the table.
func fault(name, meaning string) Code { return add(Code{name: name, meaning: meaning}) }

// limit adds the code of one of the guide's limits on words and questions. A lesson may have a good reason to break it.
func limit(name, meaning string) Code { return add(Code{name: name, meaning: meaning, waivable: true}) }

// doubt adds the code of what somebody should look at although the site is right: most likely a slip, or something left out.
func doubt(name, meaning string) Code { return add(Code{name: name, meaning: meaning, doubt: true}) }

// stale adds the code of something that was right until the words it depends on changed.
func stale(name, meaning string) Code { return add(Code{name: name, meaning: meaning, stale: true}) }

// cause adds the code of what most likely brings other faults about: it is listed before them.
func cause(name, meaning string) Code { return add(Code{name: name, meaning: meaning, cause: true}) }

func add(c Code) Code {
	codes = append(codes, c)
	return c
}

// Files and folders.
var (
	ConfigFile    = fault("config-file", "A settings file is not allowed here: Hugo, Go or the host would read it.")
	FileName      = fault("file-name", "Some computers cannot have a file of this name.")
	FileTooLarge  = fault("file-too-large", "The file is larger than any file of its kind needs to be.")
	FolderTooDeep = fault("folder-too-deep", "The folder is inside too many other folders.")
	MisplacedFile = fault("misplaced-file", "The lesson is in the wrong folder.")
	MisplacedKind = fault("misplaced-kind", "Files of this type are not allowed in this folder.")
	MissingFile   = fault("missing-file", "A file that the site needs is missing.")
	NameClash     = fault("name-clash", "Two names differ only in capitals or accents, so some computers treat them as the same file.")
	NotItsKind    = fault("not-its-kind", "The file's content does not match its extension.")
	SpecialFile   = fault("special-file", "There is a folder where a file is expected, a file where a folder is expected, or something that is neither.")
	SymbolicLink  = fault("symbolic-link", "A link to a file is in the place of the file itself.")
	TooManyFiles  = fault("too-many-files", "The project has far more files than the site needs.")
	InterfaceText = fault("interface-text", "A text of the interface is not a valid template.")
	UnreadFile    = fault("unread-file", "The site does not use the file.")
)

// The text of a file, whatever it holds.
var (
	BadUTF8          = fault("bad-utf8", "The file is not plain text in UTF-8.")
	HiddenCharacter  = fault("hidden-character", "The text has a character that cannot be seen.")
	InternalFault    = fault("internal-fault", "The program itself failed: the fault is not yours.")
	LineTooLong      = fault("line-too-long", "The line is longer than any text needs.")
	LookAlike        = fault("look-alike", "A character looks like another one, so a search does not find the word.")
	NestedTooDeep    = fault("nested-too-deep", "There are too many lists or quotes inside one another.")
	NULByte          = fault("nul-byte", "The file contains a NUL character, so it is not a text file.")
	OddCharacters    = fault("odd-characters", "The file has too many odd characters to list one by one.")
	OddSpace         = fault("odd-space", "The text has a special space character in place of a normal space.")
	ParagraphTooLong = fault("paragraph-too-long", "There is too much text without a blank line.")
	StackedMarks     = fault("stacked-marks", "A letter has more accents than any language writes.")
	TooManyFaults    = fault("too-many-faults", "The file has too many errors to list them all.")
	TooManyLines     = fault("too-many-lines", "The file has more lines than any file needs.")
)

// YAML: the files of data/, and the front matter of lessons and pages.
var (
	BadYAML         = fault("bad-yaml", "This part of the file is not valid YAML.")
	CurlyQuotes     = fault("curly-quotes", "A value is in curly quotes, which would be shown as part of it.")
	CutValue        = fault("cut-value", "The value contains a #, which begins a comment, so the rest would be lost.")
	EmptyValue      = fault("empty-value", "A field that needs a value has none.")
	FieldTwice      = fault("field-twice", "The same field is written twice.")
	LaysOverNothing = fault("lays-over-nothing", "Something is to be changed, left out or put beside something that the school's trust does not have.")
	MissingField    = fault("missing-field", "A field that is needed is missing.")
	UnknownField    = fault("unknown-field", "There is no field of this name here.")
	UnknownWord     = fault("unknown-word", "The value is not in the list of allowed values.")
	WrongType       = fault("wrong-type", "The value is not of the expected type: a text, a number, a list or fields.")
	YAMLAlias       = fault("yaml-alias", "Anchors (&) and aliases (*) of YAML are not used here.")
)

// Values in data/.
var (
	BadContact         = fault("bad-contact", "The contact for security reports is not an email or web address.")
	BadDate            = fault("bad-date", "The value is not a date, or the date is not allowed in this field.")
	BadEmail           = fault("bad-email", "The value is not an email address.")
	BadFrame           = fault("bad-frame", "The value is not the web address of a single learning platform that may show lessons.")
	BadID              = fault("bad-id", "The value is not an id: small letters, digits and single hyphens.")
	BadPhone           = fault("bad-phone", "The value is not a telephone number.")
	BadPhrase          = fault("bad-phrase", "No rule can have these words, because they are not written as rules are read.")
	BadRepository      = fault("bad-repository", "The value is not the address at which the repository's files are edited.")
	BadSlug            = fault("bad-slug", "The value has characters that a page's address cannot contain.")
	BadWeb             = fault("bad-web", "The value is not a web address.")
	DocumentID         = fault("document-id", "The id of a document is not the name of its file.")
	DuplicateID        = fault("duplicate-id", "Two things have the same id.")
	ErrataOverlap      = fault("errata-overlap", "Two errata correct the same words.")
	ErratumNotFound    = fault("erratum-not-found", "The words of an erratum are not in the text, or more than once.")
	IdleField          = fault("idle-field", "A field is written where it has no effect.")
	LicencePath        = fault("licence-path", "A licence covers a file or folder that does not exist.")
	LicenceText        = fault("licence-text", "The file named as the text of a licence is not a licence file.")
	NoLicence          = fault("no-licence", "Nothing says under which licence the file may be used.")
	NoClauses          = fault("no-clauses", "An agreement has no clauses, or a theme no rules.")
	NoMapping          = fault("no-mapping", "A lesson is not linked to any framework, so it is missing from the coverage page.")
	NoStance           = fault("no-stance", "The topic of a lesson has stances, and none of them names the lesson.")
	PictureFile        = fault("picture-file", "The file of a picture does not exist, or is not an SVG file.")
	PolicyStage        = fault("policy-stage", "The policy itself has a stage: rules for pupils are in an agreement.")
	ReservedSlug       = fault("reserved-slug", "The site needs this part of an address for another page.")
	SameOrder          = fault("same-order", "Two agreements have the same place after the policy.")
	SameMark           = doubt("same-mark", "Two clauses of one list are shown with the same number or letter.")
	StemReadsWrong     = fault("stem-reads-wrong", "A clause does not go on from the stem above it, and does not say its whole sentence.")
	StemWithoutClauses = fault("stem-without-clauses", "A section has a stem, and no clauses that go on from it.")
	TooManyFrames      = fault("too-many-frames", "So many learning platforms are listed that the response header which lets them show lessons would be too long.")
	UnknownClause      = fault("unknown-clause", "There is no clause with this id.")
	UnknownExpected    = fault("unknown-expected", "There is no topic with this id in data/library/expected.yaml.")
	UnknownFramework   = fault("unknown-framework", "There is no framework with this id.")
	UnknownSource      = fault("unknown-source", "No source at the beginning of data/library/expected.yaml has this id.")
	UnknownStrand      = fault("unknown-strand", "The framework has no part with this number or name.")
	NoTrust            = cause("no-trust", "A school names no trust, and lacks what the folder of a trust beside it has.")
	OmitReason         = fault("omit-reason", "Nothing says why the school leaves out something of its trust's.")
	TrustInCircle      = fault("trust-in-circle", "A folder inherits from itself, directly or through others.")
	TwoPolicies        = fault("two-policies", "Two documents say that they are the policy.")
	UnknownStage       = fault("unknown-stage", "There is no stage with this id in data/library/stages.yaml.")
	UnknownTopic       = fault("unknown-topic", "There is no topic with this id in data/library/topics.yaml.")
	UnknownTrust       = fault("unknown-trust", "The folder that a school inherits from is not there, or cannot be that of a trust.")
	UnknownTheme       = fault("unknown-theme", "There is no theme with this id.")
)

// The import of a school's own files.
var (
	FileTwice      = fault("file-twice", "The import was given the same file twice.")
	IdleAnswer     = doubt("idle-answer", "The import does not ask, or no longer, what an answer is to, or an answer before it counts.")
	LessonMatched  = doubt("lesson-matched", "An import found lessons by the words of rules, and nobody has compared the two yet.")
	NoRules        = fault("no-rules", "A school's own file has no rules, or none that the import can recognise.")
	OpenQuestion   = stale("open-question", "A question of the import has to be answered before the site is built.")
	OtherSchool    = doubt("other-school", "A school's own file names another school than its school.yaml.")
	TrackedChanges = fault("tracked-changes", "A Word file has tracked changes, and nobody has said whether to accept them.")
	UnreadableFile = fault("unreadable-file", "The import cannot read a school's own file.")
)

// Pictures.
var (
	BadSVG    = fault("bad-svg", "The picture is not a valid SVG file.")
	SVGActive = fault("svg-active", "The picture contains something other than shapes and colours, such as a script or a photograph.")
	SVGShapes = fault("svg-shapes", "The picture has something that cannot be drawn where programs know no SVG, as in PowerPoint files.")
	SVGSize   = fault("svg-size", "The picture is too large a file, or does not say its size.")
)

// The places that things of lessons come to.
var (
	NoThing    = fault("no-thing", "A lesson brings no thing to the place of its stage.")
	OffTheEdge = fault("off-the-edge", "A thing is not wholly inside the picture of its place.")
	SameSpot   = fault("same-spot", "One thing of a place covers another.")
	TooSmall   = fault("too-small", "A thing of a place is too small to be touched with a finger.")
)

// Settings.
var (
	BadJSON = fault("bad-json", "The settings file is not valid JSON.")
	BadTOML = fault("bad-toml", "The settings file is not valid TOML.")
	Config  = fault("config", "A setting differs from those that the site was tested with.")
)

// The parts of a lesson.
var (
	ChatWithoutEnd     = fault("chat-without-end", "A chat goes round in a circle and never ends.")
	EmptySection       = fault("empty-section", "A section or scene has no text.")
	EmptyTitle         = fault("empty-title", "A heading has no words.")
	HeardEntry         = fault("heard-entry", "A line of \"What you may hear\" does not name a misconception.")
	HomeEntry          = fault("home-entry", "The section \"Home\" does not have its two lines, one that begins \"Ask:\" and one that begins \"Do:\".")
	LastScene          = fault("last-scene", "The last scene of the story ends with a question, and the story does not go on.")
	LessonWithoutStage = fault("lesson-without-stage", "A clause has a lesson, but its document is not for pupils of a stage.")
	MissingID          = fault("missing-id", "A heading has no id.")
	MissingSection     = fault("missing-section", "A section that every lesson has is missing.")
	NoFrontMatter      = fault("no-front-matter", "The file does not begin with its settings between two lines ---.")
	NoLesson           = fault("no-lesson", "A rule for pupils names no lesson, and does not say why there is none.")
	NoMarkup           = fault("no-markup", "The text uses formatting, which is not allowed here.")
	PlanEntry          = fault("plan-entry", "A step of the plan does not say how long it takes and what is done.")
	PlanMinutes        = fault("plan-minutes", "The minutes of the plan's steps do not add up to the lesson's length.")
	RecallEntry        = fault("recall-entry", "An entry below \"Again\" does not link to a question of another lesson.")
	RecallOfItself     = fault("recall-of-itself", "The lesson repeats a question of its own.")
	RecallTwice        = fault("recall-twice", "The lesson repeats the same question twice.")
	Replies            = fault("replies", "A scene of a chat has no best reply, or more than one.")
	SceneQuestion      = fault("scene-question", "A scene of the story ends with a question that is not a choice, or with more than one question.")
	SceneNotReached    = fault("scene-not-reached", "No reply leads to this scene.")
	SectionTwice       = fault("section-twice", "A section is there twice.")
	SlipQuestion       = fault("slip-question", "A question of the exit slip is not a choice.")
	StrayKeycap        = fault("stray-keycap", "A keycap emoji is in the middle of a text.")
	StrayText          = fault("stray-text", "The text does not belong to any part of the page.")
	UnknownLesson      = fault("unknown-lesson", "There is no lesson of this name.")
	UnknownName        = fault("unknown-name", "The speaker is not in the cast of this key stage.")
	OutsideFrame       = fault("outside-frame", "A part of an illustration is outside it, or has no sensible size.")
	SmallWords         = fault("small-words", "The words on a screen of an illustration are too small to read.")
	UnknownDrawing     = fault("unknown-drawing", "An illustration has something that cannot be drawn.")
	UnknownPicture     = fault("unknown-picture", "There is no picture for this emoji, or of this name.")
	UnknownQuestion    = fault("unknown-question", "The lesson has no question with this id.")
	UnknownTitle       = fault("unknown-title", "A plan names a scene or a question that the lesson does not have.")
	StepNamesNothing   = fault("step-names-nothing", "A step of a plan reads, votes or follows, and names no scene or question.")
	UnknownScene       = fault("unknown-scene", "The chat has no scene with this id.")
	UnknownSection     = fault("unknown-section", "Lessons have no section of this name.")
	WordEntry          = fault("word-entry", "An entry below \"Words\" is not a word with its meaning.")
)

// Questions and their options.
var (
	Clues                 = fault("clues", "A message has too few clues, or no harmless phrases.")
	EmptyBin              = fault("empty-bin", "A group (bin) of a sorting question has no items.")
	EmptyOption           = fault("empty-option", "An option has no words.")
	EmptyStem             = fault("empty-stem", "The question has no text.")
	FeedbackNotIndented   = fault("feedback-not-indented", "Feedback is not indented, so it does not belong to its option.")
	ItemTwice             = fault("item-twice", "The same item is in two groups of a sorting question.")
	MissingFeedback       = fault("missing-feedback", "An option has no feedback.")
	MissingMisconception  = fault("missing-misconception", "A wrong option does not name the misconception behind it.")
	NeedlessHint          = fault("needless-hint", "A right option, or a question on paper, has a hint.")
	NeedlessMisconception = fault("needless-misconception", "A right option names a misconception.")
	NoCheckbox            = fault("no-checkbox", "An option has no [x] or [ ].")
	NoOptions             = fault("no-options", "A question has nothing to choose from.")
	NoPartner             = fault("no-partner", "A pair to match has words on only one side of its =.")
	NoReplyLink           = fault("no-reply-link", "A reply does not link to the next scene.")
	NoRightAnswer         = fault("no-right-answer", "No option of the question is ticked.")
	PairTwice             = fault("pair-twice", "Two pairs to match have the same words on one side, so it is not clear which belong together.")
	PhraseMissing         = fault("phrase-missing", "A phrase or word that is marked in the text has no feedback.")
	PhraseTwice           = fault("phrase-twice", "A marked phrase has feedback twice.")
	SeveralRightAnswers   = fault("several-right-answers", "Several options are ticked, but the question does not say how many to choose.")
	ShortStem             = fault("short-stem", "A short stem is in the wrong place, has no words or too many, or does not ask the same as the stem.")
	StrayStar             = fault("stray-star", "A star has no partner close to a word, so it marks no phrase.")
	TicksAndStem          = fault("ticks-and-stem", "The number that the question asks for differs from the number of ticked options.")
	TwoLists              = fault("two-lists", "A question has a second list of options.")
	UnknownMisconception  = fault("unknown-misconception", "There is no misconception with this id.")
	UnknownPhrase         = fault("unknown-phrase", "The text does not have this phrase marked.")
	WordTwice             = fault("word-twice", "A gap in a text lists the same word twice.")
)

// The guide's limits on words and questions (docs/authoring.md).
var (
	Again         = limit("again", "The section \"Again\" has too few or too many questions from other lessons.")
	Count         = limit("count", "A lesson has too few or too many scenes, questions, options or other items.")
	FewKinds      = limit("few-kinds", "The quiz has too few kinds of question.")
	FewScenarios  = limit("few-scenarios", "Too few of the key stage's questions are about somebody from the cast.")
	HardToRead    = limit("hard-to-read", "The lesson is too hard to read for its key stage.")
	HintTells     = limit("hint-tells", "A hint has the words of a right option.")
	KeptOut       = limit("kept-out", "The text uses a word or phrase that does not belong in lessons.")
	KindForStage  = limit("kind-for-stage", "This kind of question is too hard for the key stage.")
	LongSentence  = limit("long-sentence", "A sentence has too many words for the key stage.")
	LongWord      = fault("long-word", "A word is too long to fit on a slide or a worksheet.")
	LongestIsBest = limit("longest-is-best", "The best option is too often the longest one.")
	ManyNames     = limit("many-names", "A lesson or its story names more people than a child can keep apart.")
	Misspelt      = doubt("misspelt", "A word is in no list of British words.")
	NoPictures    = limit("no-pictures", "A scene or an option has no picture.")
	OnePlace      = limit("one-place", "The best option is too often in the same position.")
	RuleNumber    = limit("rule-number", "A lesson names a rule by its number, which is another one in another school.")
	StoryTells    = limit("story-tells", "A right option has the words of a sentence of the story.")
	SameWords     = limit("same-words", "Two questions of the key stage share five or more words in a row.")
	TooLongInGame = doubt("too-long-in-game", "A question or an answer has more letters than fit in a game, so the game's file leaves the question out.")
	TooLong       = limit("too-long", "The text has too many words for its place.")
	Verdict       = limit("verdict", "Feedback begins with \"Yes\" or \"No\", which the page already says.")
	YesOrNo       = limit("yes-or-no", "The question can be answered with yes or no.")

	BadWaiver  = fault("bad-waiver", "A waiver names a fault that cannot be waived.")
	IdleWaiver = fault("idle-waiver", "A waiver is unused: the lesson does not have the fault.")
)

// Pages in prose.
var (
	BadLink          = fault("bad-link", "The link is not written correctly, or leads to a kind of address that is not allowed.")
	BadShortcode     = fault("bad-shortcode", "A shortcode {{< … >}} is written in a wrong way, or in a wrong place.")
	HeadingBraces    = fault("heading-braces", "The braces { } of a heading hold something other than an id.")
	HeadingLevel     = fault("heading-level", "A heading is not one level below the one above it.")
	PageName         = fault("page-name", "The name of the page's file cannot be part of an address.")
	SameAddress      = fault("same-address", "Two pages or files would have the same address.")
	StrayMark        = fault("stray-mark", "A Markdown character would appear on the page as it is typed.")
	TooFew           = fault("too-few", "There are fewer than there must be, such as pages that agree on the hours of a service, or sides of a sheet.")
	TooMany          = fault("too-many", "The scene has more pictures than fit.")
	UnknownLayout    = fault("unknown-layout", "There is no layout of this name.")
	UnknownPage      = fault("unknown-page", "The site has no page at this address.")
	UnknownPart      = fault("unknown-part", "The page that the link leads to has no part with this id.")
	UnknownRoute     = fault("unknown-route", "There is no service with this id in data/library/help.yaml.")
	UnknownShortcode = fault("unknown-shortcode", "There is no shortcode of this name.")
	UnknownWords     = fault("unknown-words", "The words that the page quotes are not in the clause.")
)

// What depends on words that have changed, or on the day.
var (
	LongAgo     = doubt("long-ago", "More than a year has passed since somebody compared words with their source, as check --today says.")
	PastDate    = doubt("past-date", "A day that the school has set has passed, as check --today says.")
	StaleLesson = stale("stale-lesson", "A clause or its lesson has changed since somebody recorded that they fit, or nobody has.")
	StaleLink   = stale("stale-link", "A page links to a PDF file or a picture that is out of date.")
	StalePDF    = doubt("stale-pdf", "The page has changed since the PDF file or the picture was made, so the site leaves the file out.")
)
