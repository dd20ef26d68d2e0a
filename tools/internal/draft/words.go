package draft

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// The words by which lines are recognised. They are all here, so that who misses one knows where to add it.
var (
	// documentWords name what a school adopts.
	documentWords = matcher(`acceptable\s+use`, `acceptable\s+usage`, `(?:home.school\s+)?agreements?`, `aua`, `aup`, `polic(?:y|ies)`, `code\s+of\s+conduct`, `contract`,
		`charter`, `pledge`, `promises?`, `declaration`, `rules`, `statement`, `e-?safety`, `online\s+safety`, `internet\s+safety`, `consent\s+form`, `protocol`)
	// formWords name the sheet on which a document is signed.
	formWords = matcher(`form`, `slip`, `reply`, `permission`, `countersignature`, `signature\s+sheet`)
	// agreedWords name what people promise, whatever else it is called.
	agreedWords = matcher(`agreements?`, `aua`, `code\s+of\s+conduct`, `contract`, `charter`, `pledge`, `promises?`, `declaration`, `rules`, `top\s+tips`)

	// chapterWords begin the headings of a policy that is no agreement.
	chapterWords = regexp.MustCompile(`(?i)^\W*(?:aims?|objectives|rationale|purpose|scope|legislation|statutory|definitions|roles\b|responsibilities|monitoring|review|evaluation|training|equal(?:ity|\s+opportunit)|` +
		`links?\s+(?:with|to)\s+other|related\s+policies|policy\s+(?:aims?|statement)|how\s+(?:this|the)\s+policy|(?:managing|responding\s+to)\b|complaints|curriculum|educating|teaching\s+and\s+learning)\b`)

	// signLabels are what stands beside a line to fill in.
	signLabels = matcher(`sign(?:ed|ature|atures|ing)?`, `names?`, `dated?`, `class(?:es)?`, `form`, `print(?:ed)?`, `year(?:\s+group)?`, `role`, `position`, `job\s+title`,
		`organisation`, `company`, `relationship`, `thumbprint`, `initials`, `tutor\s+group`, `age`, `capitals`, `accepted`, `on\s+behalf`, `witness(?:ed)?`)
	// signers are the people who sign.
	signers = regexp.MustCompile(`(?i)\b(?:parents?\s*(?:/|or|and|\s)\s*(?:carers?|guardians?)|(?:mums?|mothers?)\s*(?:/|or|and|&)\s*(?:dads?|fathers?)|(?:dads?|fathers?)\s*(?:/|or|and|&)\s*(?:mums?|mothers?)|parents?|carers?|guardians?|mums?|dads?|mothers?|fathers?|pupils?|child(?:ren)?|students?|learners?|(?:class\s+)?teachers?|` +
		`(?:members?\s+of\s+)?staff|governors?|visitors?|volunteers?|head\s?teacher|principal|line\s+manager)\b(?:[’']s|s[’'])?`)
	// agreeing begins a sentence that somebody signs.
	agreeing = regexp.MustCompile(`(?i)^(?:\W*)(?:[^.:]{0,40}:\s*)?(?:I|we|my\s+child\s+and\s+I|as\s+(?:the\s+|a\s+)?(?:parent|carer|legal)[^.]{0,60}?,?\s*(?:I|we))\b[^.]{0,60}?\b(?:agree|read|understand|understood|discussed|accept|consent|permission|support|talked|shared|promise|confirm|know)`)

	// datings are what versions of a file say of it.
	datings = regexp.MustCompile(`(?i)^\W*(?:date\s+(?:of\s+)?(?:adopted|adoption|approved|approval|policy|issued?|ratified|(?:next\s+|last\s+)?reviewe?d?|published)|(?:next\s+|last\s+|annual\s+|to\s+be\s+)?review(?:ed)?(?:\s*:|\s+(?:date|due|by|on|cycle|frequency))|` +
		`(?:policy\s+)?(?:adopted|approved|agreed|ratified|updated|reviewed|amended)\s*(?:by|on|in|:|date|at|\d)|last\s+updated|date\s*:\s*[\pL\d][^_]*\d|version(?:\s*(?:no|number|control|history|\d)|\s*:)|document\s+(?:control|history|owner)|` +
		`(?:policy\s+)?(?:status|owner)\s*:|(?:autumn|spring|summer|january|february|march|april|may|june|july|august|september|october|november|december)(?:\s+term)?\s+20\d\d\W*$|20\d\d\s*[-–/]\s*(?:20)?\d\d\W*$|signed\s+by\s+(?:the\s+)?chair|chair\s+of\s+governors)`)
	versionWords = matcher(`versions?`, `review(?:ed|er)?`, `approved`, `approval`, `adopted`, `author`, `amend(?:ed|ments?)`, `changes?`, `ratified`, `issue`, `owner`, `status`, `date`)
	// writers begin the line that says who wrote a document.
	writers = regexp.MustCompile(`(?i)^\W*(?:(?:policy\s+)?(?:written|prepared|produced|drafted|compiled|created)\s+by|author)\b`)
	// initialled is a name and a year, as people put below what they wrote.
	initialled = regexp.MustCompile(`^[A-Z]\.? ?(?:[A-Z]\.? ?)?[A-Z][a-z’'-]+,? (?:[A-Z][a-z]+ )?(?:19|20)\d\d$`)

	// theSchoolWill begins what the school promises.
	theSchoolWill = regexp.MustCompile(`(?i)^\W*(?:(?:as\s+)?(?:the|a|our)\s+school\b|school\b|we,?\s+(?:as\s+)?(?:the|a)\s+school\b)`)

	// broken begins a heading above what happens to those who do not keep to rules.
	broken = regexp.MustCompile(`(?i)^\W*(?:if|when|what\s+(?:happens|will\s+happen|if)|breaking|sanctions?|consequences?)\b`)

	// headers are what the first row of a table of rules says.
	headers = regexp.MustCompile(`(?i)^\W*(?:(?:\pL+\s+)?rules?|why\??|pictures?|symbols?|images?|no\.?|numbers?|letters?|what\s+(?:it|this)\s+means|what\s+does\s+(?:it|this)\s+mean\??|meaning|reasons?|how\??|what\??|promises?|agreement|statements?|✓|tick|initials?)\W*$`)

	// opening are the last words of a stem: a sentence that ends so goes on in what follows.
	opening = matcher(`will`, `will\s+not`, `won[’']?t`, `not`, `never`, `always`, `only`, `must`, `should`, `can`, `cannot`, `can[’']?t`, `shall`, `may`, `might`, `I`, `we`, `you`, `they`, `to`, `that`, `by`, `for`,
		`of`, `in`, `on`, `with`, `about`, `from`, `if`, `when`, `agree`, `promise`, `understand`, `know`, `do\s+not`, `don[’']?t`, `including`, `ensure`, `if\s+I`, `please`, `are`, `is`, `include`)
	// bare are those after which the bare form of a verb has to follow.
	bare = matcher(`will`, `will\s+not`, `won[’']?t`, `not`, `never`, `always`, `must`, `should`, `can`, `cannot`, `can[’']?t`, `shall`, `may`, `to`, `do\s+not`, `don[’']?t`, `I`, `we`, `you`, `only`)
	// noVerb begin what can be no bare form of a verb.
	noVerb = strings.Fields(`i i'm i'll i've we my our the a an all any these this those it he she they you your there children pupils staff parents carers no if when
		whenever while because everyone everybody nobody anyone people passwords technology mobile personal please`)
	// limiting are the last words of a stem that turn round or narrow what follows: "I will not" and "always ask" are no sentence.
	limiting = matcher(`not`, `never`, `won[’']?t`, `cannot`, `can[’']?t`, `don[’']?t`, `only`)
	// adverbs stand before a verb, and may begin what tells somebody to do something.
	adverbs = strings.Fields(`always never not only`)
	// finite are forms of verbs that have a subject, and so are no bare forms.
	finite = strings.Fields(`am is are was were has does must should can could cannot will would shall may might isn't aren't wasn't weren't hasn't doesn't
		mustn't shouldn't can't couldn't won't wouldn't`)
	// clausal are verbs that a whole clause may follow: "check passwords are safe".
	clausal = strings.Fields(`accept agree believe check confirm ensure expect feel find guess hope know learn mean notice promise realise remember report
		say see show think understand`)
	// asking begin a clause that depends on the verb before them: "say what is wrong".
	asking = strings.Fields(`what who that which it how where when why if whether`)
	// endInS may begin what goes on from a stem, although they end as nouns in the plural do.
	endInS = strings.Fields(`across afterwards always as besides focus perhaps sometimes towards`)
	// doing begin what tells somebody to do something.
	doing = strings.Fields(`always never don't do be ask tell use keep look think stop check report treat respect take follow only remember make give leave
		say show share talk play log close turn save block save send open meet walk hold work help stay try avoid`)
	// firstPerson begins what somebody says of themselves.
	firstPerson = regexp.MustCompile(`(?i)^\W*(?:[\pL’' ]{1,30}[:–]\s+)?(?:(?:when|if|before|while|whenever|in\s+school|at\s+home|at\s+school|to|as)\b[^.]{0,90}?,?\s)?(?:I|we|I[’'](?:ll|m|ve|d))\b`)
	// speaking are what somebody calls themselves.
	speaking = regexp.MustCompile(`(?i)^\W*(?:[\pL’' ]{1,30}[:–]\s+)?(?:(?:when|if|before|while|whenever|in\s+school|at\s+home|at\s+school|to|as)\b[^.]{0,90}?,?\s)?(?:I|we|I[’'](?:ll|m|ve|d)|my|our)\b`)

	// number has the numbers of stages.
	number = map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6}
	// infants and juniors are the years of the schools of these names.
	yearsOf = []struct {
		words *regexp.Regexp
		years []int
	}{
		{matcher(`infants?`, `younger\s+(?:pupils|children|learners|students)`), []int{1, 2}},
		{matcher(`juniors?`, `older\s+(?:pupils|children|learners|students)`), []int{3, 4, 5, 6}},
		{matcher(`lower\s+(?:ks|key\s*stage)\s*(?:2|two)`, `lks\s*(?:2|two)`), []int{3, 4}}, {matcher(`upper\s+(?:ks|key\s*stage)\s*(?:2|two)`, `uks\s*(?:2|two)`), []int{5, 6}},
	}
	earlyWords = matcher(`eyfs`, `early\s+years`, `foundation(?:\s+stage)?`, `nursery`, `reception`, `year\s+r`, `yr`, `pre-?school`)
	stageWord  = regexp.MustCompile(`(?i)\b(?:ks|key\s*stage)s?\s*(one|two|three|[1-3])(?:\s*(?:and|&|/|,|\+|to|-|–)\s*(?:ks|key\s*stage)?\s*(one|two|three|[1-3]))?\b`)
	yearWord   = regexp.MustCompile(`(?i)\b(?:years?|yrs?|y)(?:\s+groups?)?\s*([1-6])\b((?:\s*(?:and|&|/|,|\+|to|-|–)\s*(?:years?|yrs?|y)?\s*[1-6]\b)*)`)
)

// group is people who have a document of their own.
type group struct {
	id    string
	many  string // what they are called
	words *regexp.Regexp
	match string // the audience of topics for which their rules are
}

var groups = []group{
	{"staff", "staff", matcher(`staff`, `teach(?:er|ers|ing)`, `employees?`, `adults?`, `colleagues`, `workforce`), "staff"},
	{"governors", "governors", matcher(`governors?`, `trustees?`), "staff"},
	{"visitors", "visitors", matcher(`visitors?`, `guests?`, `contractors?`, `community\s+users?`, `supply`), "staff"},
	{"volunteers", "volunteers", matcher(`volunteers?`), "staff"},
	{"parents", "parents and carers", matcher(`parents?`, `parental`, `carers?`, `famil(?:y|ies)`, `guardians?`), "parents"},
	{"pupils", "pupils", matcher(`pupils?`, `child(?:ren)?`, `students?`, `learners?`), "pupils"},
}

// matcher returns an expression for any of some words, in capitals or not, that stand alone.
func matcher(words ...string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:^|[^\pL\pN])(?:` + strings.Join(words, "|") + `)(?:[’']s|s[’'])?(?:$|[^\pL\pN])`)
}

var wordForm = regexp.MustCompile(`[\pL\pN]+(?:['’-][\pL\pN]+)*`)

// wordsOf returns the words of a text in small letters, with straight apostrophes.
func wordsOf(text string) (list []string) {
	for _, w := range wordForm.FindAllString(text, -1) {
		list = append(list, strings.ReplaceAll(strings.ToLower(w), "’", "'"))
	}
	return list
}

func count(text string) int { return len(wordForm.FindAllString(text, -1)) }

// ends returns the last words of a text, up to four, without the marks after them.
func ends(text string) string {
	words := strings.Fields(strings.TrimRight(text, " :….,;–—-_"))
	return strings.Join(words[max(len(words)-4, 0):], " ")
}

// endsWith reports whether the last words of a text are among some.
func endsWith(text string, words *regexp.Regexp) bool {
	end := ends(text)
	at := words.FindAllStringIndex(end, -1)
	for from := 0; from < len(end) && len(at) == 0; from++ {
		at = words.FindAllStringIndex(end[from:], -1)
	}
	last := strings.Fields(end)
	for n := 1; n <= min(2, len(last)); n++ {
		tail := strings.Join(last[len(last)-n:], " ")
		if m := words.FindStringIndex(tail); m != nil && m[0] == 0 && m[1] == len(tail) {
			return true
		}
	}
	return false
}

// finished reports whether a text ends as a sentence does.
func finished(text string) bool {
	return strings.ContainsAny(lastRune(strings.TrimRight(text, `"'”’) `)), ".!?;,")
}

func lastRune(text string) string {
	r := []rune(text)
	return string(r[max(len(r)-1, 0):])
}

// inCapitals reports whether all letters of a text are capitals, and there are some.
func inCapitals(text string) bool {
	letters := 0
	for _, r := range text {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 2
}

// instructs reports whether a text begins by telling somebody to do something.
func instructs(text string) bool {
	words := wordsOf(text)
	return len(words) > 0 && slices.Contains(doing, words[0])
}
