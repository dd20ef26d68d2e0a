package draw

import (
	"fmt"
	"regexp"
	"strconv"
)

// A colour that is lighter than darkest, of 0 to 1, is printed in a grey of at least palest: what is drawn in ink stays black, and all
// else is light enough to write on, and for a copier.
const (
	darkest = .2
	palest  = .6
)

var colour = regexp.MustCompile(`((?:fill|stroke)=")#([0-9a-f]{6}|[0-9a-f]{3})"`)

// InInk returns an SVG file of this package in black ink on white paper.
func InInk(file []byte) []byte {
	return colour.ReplaceAllFunc(file, func(found []byte) []byte {
		m := colour.FindSubmatch(found)
		light := lightness(string(m[2]))
		if light < darkest {
			return fmt.Appendf(nil, `%s#000"`, m[1])
		}
		grey := strconv.FormatInt(int64(15*(palest+(1-palest)*light)+.5), 16)
		return fmt.Appendf(nil, `%s#%[2]s%[2]s%[2]s"`, m[1], grey)
	})
}

// lightness returns how light a colour of three or six digits looks, from 0 to 1.
func lightness(digits string) (sum float64) {
	each, most := len(digits)/3, float64(int(1)<<(4*len(digits)/3)-1)
	for i, weight := range []float64{.2126, .7152, .0722} {
		v, _ := strconv.ParseUint(digits[i*each:(i+1)*each], 16, 8)
		sum += weight * float64(v) / most
	}
	return sum
}
