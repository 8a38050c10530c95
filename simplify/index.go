package simplify

import (
	"slices"

	"github.com/gradcmp/gradcmp/expr"
)

// index numbers expressions in the order in which they are added. Most sums and
// products are short, and looking through a short list is faster than a map,
// which takes over where the list grows long.
type index struct {
	ids  []expr.ID
	many map[expr.ID]int
}

const fewIDs = 8

// find returns the number of x, and false if it has not been added.
func (n *index) find(x expr.ID) (int, bool) {
	if n.many != nil {
		i, ok := n.many[x]
		return i, ok
	}
	i := slices.Index(n.ids, x)
	return i, i >= 0
}

// add gives x the next number.
func (n *index) add(x expr.ID) {
	if n.many != nil {
		n.many[x] = len(n.many)
		return
	}
	if n.ids = append(n.ids, x); len(n.ids) > fewIDs {
		n.many = make(map[expr.ID]int, 2*fewIDs)
		for i, id := range n.ids {
			n.many[id] = i
		}
	}
}
