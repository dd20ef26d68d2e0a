package site

import (
	"fmt"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/publicsuffix"

	"safeonline/tools/internal/diag"
)

// commonPlatforms are the learning platforms that may show a lesson in a frame if the school names none. The sources,
// as read on 2026-11-25:
//   - Google Classroom shows other pages in frames (developers.google.com/workspace/classroom/add-ons, "iframes"), on
//     classroom.google.com.
//   - Microsoft Teams requires these three (learn.microsoft.com/microsoftteams/platform/tabs/how-to/tab-requirements).
//   - Canvas has an address below instructure.com for each school (Canvas's guide for administrators, "How do I manage the
//     Content Security Policy for an account?").
//   - MoodleCloud has an address below moodlecloud.com for each school (support.moodle.com, "Choose your MoodleCloud site
//     name and URL").
//
// For other platforms no official source says where their frames come from: a school that has one names it.
var commonPlatforms = []string{
	"https://classroom.google.com",
	"https://teams.microsoft.com", "https://*.teams.microsoft.com", "https://*.cloud.microsoft",
	"https://*.instructure.com",
	"https://*.moodlecloud.com",
}

// Platforms returns the origins of other sites that may show a lesson in a frame, in the form of a content security
// policy.
func (s *Site) Platforms() []string {
	if s.School.Frames == nil {
		return slices.Clone(commonPlatforms)
	}
	var origins []string
	for _, f := range s.School.Frames {
		origins = append(origins, f.Value)
	}
	return origins
}

// LessonFolders returns the folders of the rules and their lessons, such as "/rules/".
func (s *Site) LessonFolders() []string {
	var folders []string
	for _, r := range s.Rules {
		if folder := "/" + r.Document.Folder() + "/"; !slices.Contains(folders, folder) {
			folders = append(folders, folder)
		}
	}
	return folders
}

// mostFrames is how many characters the platforms may have in total: the header that lists them has 2,000, and its
// other words need 400 of them.
const mostFrames = 1500

// origin matches a site's address in the form of a policy: https, a host in small letters that may begin with "*.", and
// perhaps a port.
var origin = regexp.MustCompile(`^https://(\*\.)?(([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9])(:[1-9][0-9]{0,4})?$`)

// frames checks the platforms that may frame a lesson.
func (c *checker) frames(frames []diag.Text) {
	seen := map[string]diag.Pos{}
	length := 0
	for _, f := range frames {
		c.unique(seen, "platform", f)
		length += len(f.Value) + 1
		found := origin.FindStringSubmatch(f.Value)
		if found == nil || len(found[5]) == len(":65535") && found[5] > ":65535" {
			c.faults.Add(diag.Fault{
				Pos: f.Pos, Code: diag.BadFrame,
				Message: fmt.Sprintf("%q is not the address of a learning platform", f.Value),
				Hint:    frameHint(f.Value),
			})
			continue
		}
		if host := found[2]; found[1] != "" && isPublic(host) {
			c.faults.Add(diag.Fault{
				Pos: f.Pos, Code: diag.BadFrame,
				Message: fmt.Sprintf("%q is not one platform: anyone can have an address below %s, and could show the lessons as theirs", f.Value, host),
				Hint:    "write the platform's own address, as in https://platform." + host,
			})
		}
	}
	if length > mostFrames {
		c.faults.Add(diag.Fault{
			Pos: frames[0].Pos, Code: diag.TooManyFrames,
			Message: fmt.Sprintf("the addresses of the platforms have more than %d characters in total", mostFrames),
			Hint:    "list only the platforms that the school uses",
		})
	}
}

// isPublic reports whether the addresses below a host belong to other people, as those below co.uk do, or those below
// sch.uk, where each district has its own.
func isPublic(host string) bool {
	for _, name := range []string{host, "x." + host} {
		if suffix, _ := publicsuffix.PublicSuffix(name); suffix == name {
			return true
		}
	}
	return false
}

// frameHint returns how to write what was most likely meant: the origin of an address that has a path, no scheme or
// another one.
func frameHint(value string) string {
	const form = "write https:// and the host alone, as in https://moodle.school.example or https://*.school.example"
	rest := strings.ToLower(strings.TrimSpace(value))
	if _, after, found := strings.Cut(rest, "//"); found {
		rest = after
	}
	u, err := url.Parse("https://" + rest)
	if err != nil {
		return form
	}
	mended := "https://" + u.Host
	if !origin.MatchString(mended) || mended == value {
		return form
	}
	return fmt.Sprintf("write %s", mended)
}
