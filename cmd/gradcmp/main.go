// Gradcmp derives a formula's derivatives, computes them by automatic
// differentiation and by finite differences, and says whether they agree.
package main

import "os"

func main() { os.Exit(Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
