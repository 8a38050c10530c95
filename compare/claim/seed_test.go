package claim_test

import "flag"

// Property tests try the same cases in every run, unless -rapid.seed says
// otherwise.
func init() {
	if err := flag.Set("rapid.seed", "1"); err != nil {
		panic(err)
	}
}
