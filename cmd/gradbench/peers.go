package main

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"
	"strings"
	"time"
)

// peersScript measures the peers. It reads a request on standard input and writes the peers on standard output, as JSON.
//
//go:embed peers.py
var peersScript string

// request is what peersScript is asked.
type request struct {
	Seconds   float64    `json:"seconds"` // the budget of one measurement
	Workloads []workload `json:"workloads"`
}

// system is a peer as the reader is told of it.
type system struct {
	Name    string `json:"name"`
	Version string `json:"version,omitempty"` // "" if it could not be run
	Missing string `json:"missing,omitempty"` // why it could not be run, in words
}

// String says in a few words what the peer is.
func (s system) String() string {
	if s.Missing != "" {
		return s.Name + ": " + s.Missing
	}
	return s.Name + " " + s.Version
}

// peer is another system and what was measured on it.
type peer struct {
	system
	Results map[string]peerResult `json:"results"` // by workload
}

// peerResult is what a peer did with a workload.
type peerResult struct {
	Seconds  map[task]float64 `json:"seconds"` // of the tasks that the peer can do
	Value    float64          `json:"value"`
	Gradient []float64        `json:"gradient"`
}

// findPython returns the first of the candidates, names or paths, that can be run; "" if there is none.
func findPython(candidates []string) string {
	for _, name := range candidates {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// measurePeers runs the workloads on all peers, in one process of the given Python, so that starting it is not measured.
// Without Python, "", every peer is missing.
func measurePeers(python string, budget time.Duration, workloads []workload) ([]peer, error) {
	if python == "" {
		const missing = "not installed (there is no python3)"
		return []peer{{system: system{"SymPy", "", missing}}, {system: system{"PyTorch", "", missing}}}, nil
	}
	ask, err := json.Marshal(request{budget.Seconds(), workloads})
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(python, "-c", peersScript)
	cmd.Stdin = bytes.NewReader(ask)
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s: %w%s", python, err, lastWords(err))
	}
	var peers []peer
	if err := json.Unmarshal(out, &peers); err != nil {
		return nil, fmt.Errorf("%s does not answer in JSON: %w", python, err)
	}
	return peers, nil
}

// lastWords returns the last line that a failed command wrote to standard error, which in Python is the message.
func lastWords(err error) string {
	var exit *exec.ExitError
	if !errors.As(err, &exit) {
		return ""
	}
	return lastLine(string(exit.Stderr))
}

// lastLine returns the last line of a text, after a colon, or "" if there is none.
func lastLine(text string) string {
	text = strings.TrimSpace(text)
	if text == "" {
		return ""
	}
	return ": " + strings.TrimSpace(text[strings.LastIndexByte(text, '\n')+1:])
}
