package expr

import (
	"fmt"
	"math"
)

// ID identifies a node of a graph. Arguments have smaller ids than the node
// that uses them.
type ID uint32

// node is the header of a node: 16 bytes without pointers, so that a graph
// of any size costs the garbage collector nothing.
type node struct {
	op    Op
	rel   Relation // of a comparison
	fn    Func     // of a call
	first uint32   // start of the arguments in Graph.args, or index into nums or names
	n     uint32   // number of arguments
	hash  uint32
}

// Graph is an arena of interned expression nodes. The zero value is an empty
// graph ready for use. A graph is not safe for concurrent use.
type Graph struct {
	nodes []node
	args  []ID
	nums  []Number
	names []string
	table []ID // open addressing, linear probing; holds id+1, 0 for an empty slot

	scratch []ID // arguments on their way from a constructor to intern
}

// NewGraph returns an empty graph.
func NewGraph() *Graph { return new(Graph) }

// Len returns the number of nodes. Ids run from 0 to Len()-1.
func (g *Graph) Len() int { return len(g.nodes) }

// At returns the node with the given id, which must be below [Graph.Len].
func (g *Graph) At(id ID) Expr { return Expr{g, id} }

const fnvOffset uint64 = 14695981039346656037

// mix folds v into the hash h (FNV-1a over words, with the high half folded
// back so that the low bits depend on all of v).
func mix(h, v uint64) uint64 {
	h = (h ^ v) * 1099511628211
	return h ^ h>>32
}

func hashString(s string) uint64 {
	h := fnvOffset
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h ^ h>>32
}

// intern returns the node with the given header and arguments, adding it if
// it is new. The arguments are copied.
func (g *Graph) intern(op Op, rel Relation, fn Func, args ...ID) ID {
	h := mix(fnvOffset, uint64(op)|uint64(rel)<<8|uint64(fn)<<16|uint64(len(args))<<32)
	for _, a := range args {
		h = mix(h, uint64(a))
	}
	slot, found := g.find(uint32(h), func(n *node) bool {
		if n.op != op || n.rel != rel || n.fn != fn || int(n.n) != len(args) {
			return false
		}
		for i, a := range g.args[n.first : n.first+n.n] {
			if a != args[i] {
				return false
			}
		}
		return true
	})
	if found {
		return g.table[slot] - 1
	}
	first := uint32(len(g.args))
	g.args = append(g.args, args...)
	return g.add(slot, node{op: op, rel: rel, fn: fn, first: first, n: uint32(len(args)), hash: uint32(h)})
}

// internNumber returns the node of a number.
func (g *Graph) internNumber(x Number) ID {
	h := uint32(x.Hash())
	slot, found := g.find(h, func(n *node) bool { return n.op == OpNum && g.nums[n.first].same(x) })
	if found {
		return g.table[slot] - 1
	}
	g.nums = append(g.nums, x)
	return g.add(slot, node{op: OpNum, first: uint32(len(g.nums) - 1), hash: h})
}

// internName returns the node of a variable.
func (g *Graph) internName(name string) ID {
	h := uint32(hashString(name))
	slot, found := g.find(h, func(n *node) bool { return n.op == OpVar && g.names[n.first] == name })
	if found {
		return g.table[slot] - 1
	}
	g.names = append(g.names, name)
	return g.add(slot, node{op: OpVar, first: uint32(len(g.names) - 1), hash: h})
}

// find returns the slot of the node that same accepts, or the free slot
// where it belongs.
func (g *Graph) find(hash uint32, same func(*node) bool) (slot uint32, found bool) {
	if 4*(len(g.nodes)+1) > 3*len(g.table) {
		g.grow()
	}
	mask := uint32(len(g.table) - 1)
	for slot = hash & mask; g.table[slot] != 0; slot = (slot + 1) & mask {
		n := &g.nodes[g.table[slot]-1]
		if n.hash == hash && same(n) {
			return slot, true
		}
	}
	return slot, false
}

// add appends a node and enters it at a free slot of the table.
func (g *Graph) add(slot uint32, n node) ID {
	if len(g.nodes) == math.MaxUint32 || len(g.args) > math.MaxUint32 {
		panic("expr: a graph holds at most 2^32 - 1 nodes and arguments")
	}
	g.nodes = append(g.nodes, n)
	id := ID(len(g.nodes) - 1)
	g.table[slot] = id + 1
	return id
}

// grow doubles the table and enters all nodes anew.
func (g *Graph) grow() {
	g.table = make([]ID, max(64, 2*len(g.table)))
	mask := uint32(len(g.table) - 1)
	for id, n := range g.nodes {
		slot := n.hash & mask
		for g.table[slot] != 0 {
			slot = (slot + 1) & mask
		}
		g.table[slot] = ID(id) + 1
	}
}

// own returns the id of x, which must belong to g.
func (g *Graph) own(x Expr) ID {
	if x.g != g {
		panic(fmt.Sprintf("expr: node %d belongs to another graph", x.id))
	}
	return x.id
}
