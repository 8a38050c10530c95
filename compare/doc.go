// Package compare puts the routes to a derivative next to each other and says
// whether they agree, how closely, and which one is wrong if they do not.
//
// [Run] takes a [Problem] and returns a [Report], a plain value that printers
// only print. The routes are independent of each other: the symbolic formula
// ([diff] and [simplify]), reverse mode, forward mode, and finite
// differences. Automatic differentiation runs on the formula as written,
// never on a simplified one. The tables of rules are part of the problem, so a
// test can plant a wrong rule in any route and see it named.
//
// [RunSecond], [RunJVP], [RunVJP] and [RunHVP] do the same for second derivatives
// and for products with a vector. Second derivatives go by the symbolic formula,
// forward over reverse mode, hyperdual numbers, and differences of the gradient of
// reverse mode.
//
// [Survey] compares at many points, which package points samples or reads, with the
// formulas derived once, and [Hunt] looks for the worst point of a box.
//
// Agreement of routes is not proof: routes that compute a formula in doubles
// can lose the same digits. So there is a referee, package referee, which finds the
// derivative without any rule, in ball arithmetic. Where it knows, each route's
// error is accounted for: see [Account]. What any computation in doubles may have
// is no error; what the rounding of the route's own operations explains is
// cancellation, with the operation that loses the digits and perhaps a [Remedy];
// what nothing explains is a wrong rule, which is looked for. Of the symbolic
// route it is known, not guessed: its formula is enclosed too.
//
// Without the referee, or where it gives up, the routes judge each other. Finite
// differences, whose noise is large, never decide alone: where they contradict all
// other routes the verdict is that digits cancel, if the measured rounding error of
// the formula explains it, or else that nothing can be said.
//
// At the edge of two pieces or of a domain (abs of 0, equal sides of a
// comparison, the square root of 0) one-sided derivatives, the referee's or by
// differences, tell a kink from a jump and from a derivative that exists, and so
// whom to believe.
//
// [RunPrecise] computes a value and its gradient to many digits, all of them
// certain.
//
// How the routes do on recorded truth, and where and why gradcmp does not answer
// as PyTorch does, is in the documentation of package truth.
//
// The package knows every engine; it prints nothing.
package compare
