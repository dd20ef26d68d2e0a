package export

// classroom leads to Google Classroom with the address of the lesson, to be set as work or announced. It needs no script of theirs.
var classroom = Format{ID: "classroom", For: "classroom", share: "https://classroom.google.com/share?url="}
