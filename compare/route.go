package compare

import (
	"fmt"
	"strings"
)

// Route is a way to compute derivatives.
type Route uint8

// The routes.
const (
	Symbolic          Route = iota // the simplified formula, evaluated as printed
	Reverse                        // reverse-mode automatic differentiation
	Forward                        // forward-mode automatic differentiation
	FiniteDifferences              // differences of values, extrapolated
	numRoutes
)

var routeNames = [numRoutes]string{"symbolic", "reverse", "forward", "fd"}

// String returns the route's name: symbolic, reverse, forward or fd.
func (r Route) String() string { return routeNames[r] }

// AllRoutes lists every route in its order.
func AllRoutes() []Route { return []Route{Symbolic, Reverse, Forward, FiniteDifferences} }

// UnknownRouteError is the error of [ParseRoutes].
type UnknownRouteError struct{ Name string }

func (e *UnknownRouteError) Error() string {
	return fmt.Sprintf("unknown route %q; the routes are %s", e.Name, strings.Join(routeNames[:], ", "))
}

// ParseRoutes reads a list of route names separated by commas. The routes are
// returned in their own order, each once.
func ParseRoutes(list string) ([]Route, error) {
	var chosen [numRoutes]bool
	for name := range strings.SplitSeq(list, ",") {
		name = strings.TrimSpace(name)
		found := false
		for r, known := range routeNames {
			if name == known {
				chosen[r], found = true, true
			}
		}
		if !found {
			return nil, &UnknownRouteError{name}
		}
	}
	var routes []Route
	for _, r := range AllRoutes() {
		if chosen[r] {
			routes = append(routes, r)
		}
	}
	return routes, nil
}
