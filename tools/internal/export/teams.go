package export

// teams leads to Microsoft Teams with the address of the lesson. It needs no script of theirs.
var teams = Format{ID: "teams", For: "teams", share: "https://teams.microsoft.com/share?href="}
