package points

// unneeded keeps the names that a file has beyond those of the variables.
type unneeded struct {
	names []string
	seen  map[string]bool
}

// Bounds of what is kept, so that a file of ever new names takes no memory.
const (
	mostUnneeded    = 1000
	longestUnneeded = 100
)

// add notes a name once.
func (u *unneeded) add(name string) {
	name = shortened(name, longestUnneeded)
	if len(u.names) == mostUnneeded || u.seen[name] {
		return
	}
	u.seen[name] = true
	u.names = append(u.names, name)
}

// shortened cuts a text to a length in code points.
func shortened(text string, most int) string {
	count := 0
	for i := range text {
		if count == most {
			return text[:i] + "…"
		}
		count++
	}
	return text
}
