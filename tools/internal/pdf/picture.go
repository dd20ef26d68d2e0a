package pdf

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	_ "image/png" // the form of a screenshot
	"slices"

	"safeonline/tools/internal/raster"
)

// Pictures returns pictures of what a page shows at an address: PNG files of one size, which stand one below the other on it. The same page has the same
// bytes.
func Pictures(ctx context.Context, chromium, address string, width, height, number int) (files [][]byte, err error) {
	body, err := made(ctx, chromium, address, "page.png", "--screenshot=", "--hide-scrollbars", "--force-device-scale-factor=1", fmt.Sprintf("--window-size=%d,%d", width, height*number))
	if err != nil {
		return nil, err
	}
	all, _, err := image.Decode(bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	if want := image.Rect(0, 0, width, height*number); all.Bounds() != want {
		return nil, fmt.Errorf("%s made a picture of %v of %s, and not of %v", chromium, all.Bounds().Size(), address, want.Size())
	}
	for i := range number {
		file, err := raster.Smallest(all, image.Rect(0, i*height, width, (i+1)*height))
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	return files, nil
}

// What is in a PNG file: its signature, the chunk that says its size, and then, if it has a mark, a chunk of text with this keyword. A chunk has a length
// of 4 bytes, a type of 4, its data, and a checksum of 4 (https://www.w3.org/TR/png/#5DataRep).
const (
	signature   = "\x89PNG\r\n\x1a\n"
	firstChunks = len(signature) + 4 + 4 + 13 + 4
	keyword     = "MadeFrom\x00"
)

// PictureMarked puts a mark, in hexadecimal digits, into a PNG file.
func PictureMarked(file []byte, mark string) []byte {
	text := []byte("tEXt" + keyword + mark)
	chunk := binary.BigEndian.AppendUint32(nil, uint32(len(keyword+mark)))
	chunk = append(chunk, text...)
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(text))
	return slices.Concat(file[:firstChunks], chunk, file[firstChunks:])
}

func isPicture(body []byte) bool { return bytes.HasPrefix(body, []byte(signature)) }

func markOfPicture(body []byte) string {
	if len(body) < firstChunks+8 {
		return ""
	}
	long, rest := binary.BigEndian.Uint32(body[firstChunks:]), body[firstChunks+4:]
	text, is := bytes.CutPrefix(rest, []byte("tEXt"+keyword))
	if digits := int64(long) - int64(len(keyword)); is && digits >= 0 && digits <= int64(len(text)) {
		return string(text[:digits])
	}
	return ""
}
