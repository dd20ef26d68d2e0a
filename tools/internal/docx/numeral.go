package docx

import (
	"fmt"
	"strconv"
	"strings"
)

// mostNumber is the largest number of a list, as in Word.
const mostNumber = 32767

// numeral returns a number in a form (ECMA-376 part 1, 17.18.59). In a form that is not known it is decimal, as in Word.
func numeral(n int, form, custom string) string {
	switch form {
	case "bullet", "none":
		return ""
	case "upperRoman":
		return strings.ToUpper(roman(n))
	case "lowerRoman":
		return roman(n)
	case "upperLetter":
		return letters(n, 'A')
	case "lowerLetter":
		return letters(n, 'a')
	case "ordinal":
		return strconv.Itoa(n) + ending(n)
	case "cardinalText":
		return capital(cardinal(n))
	case "ordinalText":
		return capital(ordinal(n))
	case "decimalZero":
		return fmt.Sprintf("%02d", n)
	case "numberInDash":
		return fmt.Sprintf("- %d -", n)
	case "hex":
		return strings.ToUpper(strconv.FormatInt(int64(n), 16))
	case "chicago":
		return strings.Repeat([]string{"*", "†", "‡", "§"}[max(n-1, 0)%4], min(max(n-1, 0)/4+1, 20))
	case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
		if n >= 1 && n <= 20 {
			return string(rune('①' + n - 1))
		}
	case "decimalEnclosedParen":
		if n >= 1 && n <= 20 {
			return string(rune('⑴' + n - 1))
		}
	case "decimalEnclosedFullstop":
		if n >= 1 && n <= 20 {
			return string(rune('⒈' + n - 1))
		}
	case "custom":
		first, _, _ := strings.Cut(custom, ",")
		return fmt.Sprintf("%0*d", min(len(first), 8), n)
	}
	return strconv.Itoa(n)
}

// roman returns a number in Roman numerals, and in decimal ones where they would be very long.
func roman(n int) string {
	if n <= 0 || n >= 5000 {
		return strconv.Itoa(n)
	}
	var out strings.Builder
	for _, d := range []struct {
		value int
		text  string
	}{{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}} {
		for ; n >= d.value; n -= d.value {
			out.WriteString(d.text)
		}
	}
	return out.String()
}

// letters returns a number as Word counts with letters: a to z, then aa, bb to zz, then aaa.
func letters(n int, a rune) string {
	if n <= 0 || n > 26*30 {
		return strconv.Itoa(n)
	}
	return strings.Repeat(string(a+rune((n-1)%26)), (n-1)/26+1)
}

func ending(n int) string {
	if n%100 >= 11 && n%100 <= 13 {
		return "th"
	}
	switch n % 10 {
	case 1:
		return "st"
	case 2:
		return "nd"
	case 3:
		return "rd"
	}
	return "th"
}

var (
	small = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	tens  = strings.Fields("zero ten twenty thirty forty fifty sixty seventy eighty ninety")
	nth   = strings.Fields("zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth")
)

// cardinal returns a number in words. Lists of more than 99 are not counted in words.
func cardinal(n int) string {
	switch {
	case n < 0 || n > 99:
		return strconv.Itoa(n)
	case n < 20:
		return small[n]
	case n%10 == 0:
		return tens[n/10]
	}
	return tens[n/10] + "-" + small[n%10]
}

func ordinal(n int) string {
	switch {
	case n < 0 || n > 99:
		return strconv.Itoa(n) + ending(n)
	case n < 20:
		return nth[n]
	case n%10 == 0:
		return strings.TrimSuffix(tens[n/10], "y") + "ieth"
	}
	return tens[n/10] + "-" + nth[n%10]
}

func capital(text string) string { return strings.ToUpper(text[:1]) + text[1:] }
