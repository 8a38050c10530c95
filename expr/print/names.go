package print

import "strings"

// splitName takes the name of a variable apart: x_12[3,4] consists of the stem
// x, the digits 12 and the index 3,4. One underscore between stem and digits
// is dropped.
func splitName(name string) (stem, digits, index string) {
	whole, index, _ := strings.Cut(name, "[")
	stem = strings.TrimRight(whole, "0123456789")
	digits = whole[len(stem):]
	if bare := strings.TrimSuffix(stem, "_"); bare != "" && digits != "" {
		stem = bare
	}
	return stem, digits, strings.TrimSuffix(index, "]")
}

// greekLetters are the letters for which LaTeX has a command, by its name.
var greekLetters = map[string]string{
	"alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "zeta": "ζ", "eta": "η",
	"theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π",
	"rho": "ρ", "sigma": "σ", "tau": "τ", "upsilon": "υ", "phi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω",
	"Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ",
	"Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω",
}

// greekNames is the inverse of greekLetters.
var greekNames = func() map[string]string {
	names := make(map[string]string, len(greekLetters))
	for name, letter := range greekLetters {
		names[letter] = name
	}
	return names
}()
