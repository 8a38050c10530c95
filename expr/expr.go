package expr

// Expr is a handle to a node of a graph: a small value that is copied
// freely. Two handles are equal (==) exactly when they denote the same
// expression of the same graph. The zero Expr denotes no expression.
type Expr struct {
	g  *Graph
	id ID
}

// IsValid reports whether x denotes an expression.
func (x Expr) IsValid() bool { return x.g != nil }

// Graph returns the graph x belongs to.
func (x Expr) Graph() *Graph { return x.g }

// ID returns the node's id.
func (x Expr) ID() ID { return x.id }

// Op returns the node's operation.
func (x Expr) Op() Op { return x.node().op }

// NumArgs returns the number of arguments.
func (x Expr) NumArgs() int { return int(x.node().n) }

// Arg returns argument i.
func (x Expr) Arg(i int) Expr { return Expr{x.g, x.ArgIDs()[i]} }

// Args returns the arguments as a new slice.
func (x Expr) Args() []Expr {
	ids := x.ArgIDs()
	args := make([]Expr, len(ids))
	for i, id := range ids {
		args[i] = Expr{x.g, id}
	}
	return args
}

// ArgIDs returns the ids of the arguments. The slice is the graph's own and
// must not be changed.
func (x Expr) ArgIDs() []ID {
	n := x.node()
	if n.n == 0 {
		return nil
	}
	return x.g.args[n.first : n.first+n.n : n.first+n.n]
}

// Number returns the value of a number node, and false for any other node.
func (x Expr) Number() (Number, bool) {
	if n := x.node(); n.op == OpNum {
		return x.g.nums[n.first], true
	}
	return Number{}, false
}

// Name returns the name of a variable, and "" for any other node.
func (x Expr) Name() string {
	if n := x.node(); n.op == OpVar {
		return x.g.names[n.first]
	}
	return ""
}

// Func returns the function of a call; it means nothing for other nodes.
func (x Expr) Func() Func { return x.node().fn }

// IsCall reports whether x is a call of fn.
func (x Expr) IsCall(fn Func) bool {
	n := x.node()
	return n.op == OpCall && n.fn == fn
}

// Relation returns the relation of a comparison; it means nothing for other
// nodes.
func (x Expr) Relation() Relation { return x.node().rel }

func (x Expr) node() *node { return &x.g.nodes[x.id] }
