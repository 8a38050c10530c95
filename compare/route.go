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
	FiniteDifferences              // differences of values, for second derivatives of gradients, extrapolated
	ForwardReverse                 // second derivatives by forward mode over reverse mode
	Hyperdual                      // second derivatives by hyperdual numbers
	Referee                        // what the derivative is: see package referee
	numRoutes
)

var routeNames = [numRoutes]string{"symbolic", "reverse", "forward", "fd", "forward-reverse", "hyperdual", "referee"}

// String returns the route's name: symbolic, reverse, forward, fd,
// forward-reverse or hyperdual.
func (r Route) String() string { return routeNames[r] }

// SecondRoutes lists every route to second derivatives in its order.
func SecondRoutes() []Route {
	return []Route{Symbolic, ForwardReverse, Hyperdual, FiniteDifferences, Referee}
}

// AllRoutes lists every route to first derivatives in its order.
func AllRoutes() []Route { return []Route{Symbolic, Reverse, Forward, FiniteDifferences, Referee} }

// Unrefereed returns the routes without the referee, which costs more than all
// others together: for many points.
func Unrefereed(routes []Route) []Route { return without(routes, []Route{Referee}) }

// UnknownRouteError is the error of [ParseRoutes] and [ParseSecondRoutes].
type UnknownRouteError struct {
	Name   string
	Routes []Route // those that there are
}

func (e *UnknownRouteError) Error() string {
	names := make([]string, len(e.Routes))
	for i, r := range e.Routes {
		names[i] = r.String()
	}
	return fmt.Sprintf("unknown route %q; the routes are %s", e.Name, strings.Join(names, ", "))
}

// ParseRoutes reads a list of names of routes to first derivatives, separated by
// commas. The routes are returned in their own order, each once.
func ParseRoutes(list string) ([]Route, error) { return parseRoutes(list, AllRoutes()) }

// ParseSecondRoutes is [ParseRoutes] for routes to second derivatives.
func ParseSecondRoutes(list string) ([]Route, error) { return parseRoutes(list, SecondRoutes()) }

func parseRoutes(list string, all []Route) ([]Route, error) {
	var chosen [numRoutes]bool
	for name := range strings.SplitSeq(list, ",") {
		name = strings.TrimSpace(name)
		found := false
		for _, r := range all {
			if name == r.String() {
				chosen[r], found = true, true
			}
		}
		if !found {
			return nil, &UnknownRouteError{name, all}
		}
	}
	var routes []Route
	for _, r := range all {
		if chosen[r] {
			routes = append(routes, r)
		}
	}
	return routes, nil
}
