package truth

// Tally counts outcomes.
type Tally struct {
	Pass        int `json:"pass"`
	Fail        int `json:"fail"`
	Unsupported int `json:"unsupported"`
	Undefined   int `json:"undefined"` // not compared
}

// add counts an outcome.
func (t *Tally) add(o Outcome) {
	switch o {
	case Pass:
		t.Pass++
	case Fail:
		t.Fail++
	case Unsupported:
		t.Unsupported++
	case Undefined:
		t.Undefined++
	}
}

// Share returns the part that passes of what has a truth to compare with, 1 if
// nothing has.
func (t Tally) Share() float64 { return share(t.Pass, t.Pass+t.Fail+t.Unsupported) }

// share returns part/whole, 1 of nothing.
func share(part, whole int) float64 {
	if whole == 0 {
		return 1
	}
	return float64(part) / float64(whole)
}
