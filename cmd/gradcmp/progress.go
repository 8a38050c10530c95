package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"golang.org/x/term"
)

// progress is a bar of one line on a terminal, for runs that take long. On
// anything else it writes nothing.
type progress struct {
	out   io.Writer // nil if it is no terminal
	total int       // of the unit, 0 if that is not known
	unit  string    // what is counted
	due   time.Time // when the bar is to be drawn next
	drawn bool
}

// The bar is not drawn before the patience is over, and then at such intervals.
const (
	patience = 500 * time.Millisecond
	interval = 100 * time.Millisecond
)

func newProgress(w io.Writer, total int) *progress {
	file, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return &progress{}
	}
	return &progress{out: w, total: total, unit: "points", due: time.Now().Add(patience)}
}

// show draws the bar if it is due.
func (p *progress) show(done int) {
	if p.out == nil {
		return
	}
	now := time.Now()
	if now.Before(p.due) {
		return
	}
	p.due, p.drawn = now.Add(interval), true
	fmt.Fprint(p.out, "\r"+bar(done, p.total, p.unit)+"\x1b[K")
}

// end removes the bar.
func (p *progress) end() {
	if p.drawn {
		fmt.Fprint(p.out, "\r\x1b[K")
	}
}

// bar writes how far a run has come.
func bar(done, total int, unit string) string {
	if total <= 0 {
		return fmt.Sprintf("%d %s", done, unit)
	}
	const width = 30
	full := width * done / total
	return fmt.Sprintf("[%s%s] %3d%% of %d %s", strings.Repeat("#", full), strings.Repeat(".", width-full), 100*done/total, total, unit)
}
