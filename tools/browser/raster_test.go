package browser

import (
	"encoding/base64"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"safeonline/tools/internal/raster"
	"safeonline/tools/internal/sweep"
)

// For programs that know no SVG, pictures are drawn by our own program: as Chromium draws them, but for the edges.
func TestPicturesAreDrawnAsChromiumDrawsThem(t *testing.T) {
	t.Parallel()
	b := visitAt(t, "about:blank")
	files := pictureFiles(t)
	step := 15
	if sweep.Full() {
		step = 1
	}
	for i := 0; i < len(files); i += step {
		svg, err := os.ReadFile(files[i])
		if err != nil {
			t.Fatal(err)
		}
		whole := inItsShape.Replace(string(svg))
		png, err := raster.PNG([]byte(whole), 640)
		if err != nil {
			t.Errorf("%s: %v", filepath.Base(files[i]), err)
			continue
		}
		code := base64.StdEncoding.EncodeToString
		if wrong := ask[int](b, fmt.Sprintf(unlike, code([]byte(whole)), code(png))); wrong > 10 {
			t.Errorf("%s: %d pixels are not as Chromium draws them", filepath.Base(files[i]), wrong)
		}
	}
}

// inItsShape gives a scene the shape that it has as a whole: on pages it takes that of its box.
var inItsShape = strings.NewReplacer(`"><svg`, `"`, ` preserveAspectRatio="xMidYMax slice"`, "", "</svg></svg>", "</svg>")

// pictureFiles are the pictures of stories and of what is in them.
func pictureFiles(t *testing.T) (files []string) {
	t.Helper()
	for _, folder := range []string{filepath.Join(built().public(), "scenes"), filepath.Join(project, "assets", "pictures")} {
		found, err := filepath.Glob(filepath.Join(folder, "*.svg"))
		if err != nil || len(found) < 100 {
			t.Fatalf("%s: %d pictures, %v", folder, len(found), err)
		}
		files = append(files, found...)
	}
	return files
}

// unlike counts the pixels at which an SVG file and a PNG file, drawn on white, differ by more than 40 of 255, and with them their
// neighbours to the right and below: along an edge no two programs have the same mixture.
const unlike = `(async () => {
	const pixels = async url => {
		const image = new Image()
		image.src = url
		await image.decode()
		const canvas = new OffscreenCanvas(640, 640), on = canvas.getContext("2d")
		on.fillStyle = "#fff"
		on.fillRect(0, 0, 640, 640)
		on.drawImage(image, 0, 0, 640, image.height * 640 / image.width)
		return on.getImageData(0, 0, 640, 640).data
	}
	const a = await pixels("data:image/svg+xml;base64,%s"), b = await pixels("data:image/png;base64,%s")
	const far = i => [0, 1, 2].some(c => Math.abs(a[i + c] - b[i + c]) > 40)
	let wrong = 0
	for (let i = 0; i < a.length - 640 * 4 - 4; i += 4)
		if (far(i) && far(i + 4) && far(i + 640 * 4) && far(i + 640 * 4 + 4)) wrong++
	return wrong
})()`
