"""Prints the truth about package special: lines of name, arguments and value.

    python3 testdata/truth.py [COUNT [NAME ...]] > testdata/truth.tsv

COUNT random points for each function (default 150) and the points of EDGES.
A value has 25 digits; it is evaluated by mpmath at rising precision until two agree.
"""

import math
import random
import sys
from fractions import Fraction
from mpmath import mp, mpf, libmp, __version__

SUB, TINY, HUGE = 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308


def uniform(a, b):
    return lambda: random.uniform(a, b)


def spread(a, b, signed=False):
    """Log-uniform between 10^a and 10^b."""
    def draw():
        x = 10.0 ** random.uniform(a, b) * random.uniform(0.5, 1)
        return -x if signed and random.random() < 0.5 else x
    return draw


def near(*points, gap=(-16, -1)):
    """Beside one of points, at a relative distance of 10^gap."""
    def draw():
        p = random.choice(points)
        return p + (abs(p) or 1) * random.choice((-1, 1)) * 10.0 ** random.uniform(*gap)
    return draw


def either(*draws):
    return lambda: random.choice(draws)()


def also(draw, *keeps):
    """Those of draw that pass every test."""
    def again():
        while True:
            x = draw()
            if all(keep(x) for keep in keeps):
                return x
    return again


def lgamma(x):
    return mp.log(abs(mp.gamma(x))) if x < 1e4 else mp.loggamma(x)


def erfinv(y):
    x = mp.erfinv(y)
    for _ in range(2):
        d = (mp.erf(x) - y) if abs(y) < 0.5 else (mp.erfc(-abs(x)) - 1 - abs(y)) * mp.sign(y)
        x -= d * mp.sqrt(mp.pi) / 2 * mp.exp(x * x)
    return x


def exactly(whole):
    """The remainder x - y*whole(x/y), in rational arithmetic."""
    def remainder(x, y):
        x, y = Fraction(float(x)), Fraction(float(y))
        r = x - y * whole(x / y)
        return mpf(r.numerator) / r.denominator
    return remainder


inside = lambda x: abs(x) < 1  # noqa: E731
outside = lambda x: abs(x) > 1  # noqa: E731
positive = lambda x: x > 0  # noqa: E731
small = spread(-300, 0, True)
wide = spread(-308, 308, True)
angle = either(uniform(-10, 10), spread(-20, 300, True), near(*[k * math.pi / 2 for k in range(1, 40)]),
               uniform(-1e5, 1e5))
edge = also(either(uniform(-1, 1), spread(-30, 0, True), near(1, -1)), inside)
beyond = also(either(uniform(-5, 5), spread(0, 300, True), near(1, -1)), outside)
growth = either(uniform(-30, 30), spread(-30, 0, True), uniform(-700, 700))
above = also(either(spread(-300, 300), uniform(0, 5), near(1, 2), uniform(0, 170)), positive)
lgammaZeros = [-2.4570247382208006, -2.7476826467274127, -3.1435808883499798, -3.9552942848585978, -4.039361839740537]
digammaZeros = [-0.5040830082644554, -1.5734984731623905, -2.6107208684441447, -3.635293366436901, -4.653237761743142]
besselZeros = [2.404825557695773, 3.8317059702075125, 5.520078110286311, 0.8935769662791675, 3.957678419314858,
               2.197141326031017, 5.429681040794135, 24.352471530749302, 27.493479132040254, 25.903672087618382,
               30.634606468431976, 5.135622301840683, 8.417244140399864, 8.771483815959954]
waves = either(uniform(0, 30), uniform(0, 200), spread(-10, 3), spread(3, 300), near(*besselZeros))
logs = also(either(spread(-308, 308), uniform(0, 3), near(1)), positive)
anglesEdges = [0.7853981633974483, 1.5707963267948966, 3.141592653589793, 6.283185307179586, 1e22,
               5.319372648326541e255, 6381956970095103 * 2.0 ** 797, HUGE, -HUGE, TINY, SUB, 1e-10, 2.0 ** 52,
               134217728.5, 22.0, 355.0]
logEdges = [SUB, 3 * SUB, TINY, HUGE, 1.0000000000000002, 0.9999999999999999, 2.0, 10.0, 1000.0, 1e22, 0.5,
            0.7071067811865476, 1.4142135623730951]
unitEdges = [1.0, -1.0, 0.9999999999999999, -0.9999999999999999, 0.5, 0.5000000000000001, SUB, TINY, 1e-8, 1e-20]
outEdges = [1.0000000000000002, -1.0000000000000002, 2.0, HUGE, -HUGE, 1e18, 1.2e18]
expEdges = [709.782712893384, -745.1332191019411, -708.4, -720.5, 1e-20, SUB, 0.011, 1.0, -1.0, 0.6931471805599453,
            40.0, -40.5]
gammaEdges = [1.0, 2.0, 3.0, 23.0, 24.0, 1.5, 2.5, 16.0, 15.999999999999998, 1e-300, 1e-20, 1.0000000000000002,
              0.9999999999999999, 2.0000000000000004]


def drop(points, *bad):
    return [p for p in points if p not in bad]


def pair(f, g):
    return lambda: (f(), g())


# name, function, generator of arguments, edges
ROWS = [
    ("exp", mp.exp, either(uniform(-745, 709), uniform(-1, 1), small), expEdges),
    ("exp2", lambda x: mpf(2) ** x, either(uniform(-1074, 1023), uniform(-1, 1), small),
     [10.0, -1074.0, -1060.3, 1023.5, 0.5, SUB]),
    ("expm1", mp.expm1, either(uniform(-50, 709), uniform(-1, 1), small, uniform(-0.05, 0.05)),
     drop(expEdges, -745.1332191019411)),
    ("log", mp.log, logs, logEdges),
    ("log2", lambda x: mp.log(x) / mp.log(2), logs, logEdges + [2.0 ** -1074, 2.0 ** 1023, 2.0 ** -30]),
    ("log10", lambda x: mp.log(x) / mp.log(10), logs, logEdges + [1e15, 1e21]),
    ("log1p", mp.log1p, also(either(small, uniform(-1, 3), spread(0, 308), near(-1)), lambda x: x > -1),
     [-0.9999999999999999, SUB, -SUB, 1e-16, HUGE, 0.00390625, -0.00390625]),
    ("pow", lambda x, y: x ** y,
     also(either(pair(uniform(0, 10), uniform(-300, 300)), pair(spread(-300, 300), uniform(-3, 3)),
          pair(near(1), spread(0, 10, True))), lambda p: p[0] > 0 and abs(p[1] * math.log(p[0])) < 708),
     [(2.0, 0.5), (-2.0, 3.0), (-3.0, 33.0), (-1.1, -101.0), (10.0, 22.0), (10.0, -5.0), (SUB, 0.5), (SUB, 0.25),
      (1e-310, -0.99), (0.1, 310.5), (1.0000000000000002, 3e18), (0.9999999999999999, 6e18),
      (3.0, 0.3333333333333333), (-2.0, -1073.0)]),
    ("cbrt", lambda x: mp.cbrt(abs(x)) * mp.sign(x), either(wide, uniform(-10, 10)),
     [27.0, -8.0, 1e300, SUB, TINY, 0.125, HUGE, 1e-315]),
    ("hypot", mp.hypot,
     either(pair(wide, wide), pair(uniform(-5, 5), uniform(-5, 5)), pair(spread(-310, -300), spread(-310, -300))),
     [(3.0, 4.0), (1e308, 1e308), (SUB, SUB), (5e-324, 1e-323), (1e200, 1e190), (1.0, 1e-9)]),
    ("sin", mp.sin, angle, anglesEdges),
    ("cos", mp.cos, angle, anglesEdges),
    ("tan", mp.tan, angle, anglesEdges),
    ("sec", mp.sec, angle, anglesEdges),
    ("csc", mp.csc, angle, drop(anglesEdges, SUB)),
    ("cot", mp.cot, angle, drop(anglesEdges, SUB)),
    ("sinc", mp.sinc, angle, anglesEdges),
    ("asin", mp.asin, edge, unitEdges),
    ("acos", mp.acos, edge, drop(unitEdges, 1.0)),
    ("atan", mp.atan, either(wide, uniform(-5, 5)), [1.0, SUB, HUGE, TINY, 0.03125, 0.09375, 1e18, 1e19]),
    ("atan2", mp.atan2, either(pair(wide, wide), pair(uniform(-5, 5), uniform(-5, 5))),
     [(1.0, -1.0), (SUB, 1.0), (SUB, SUB), (HUGE, HUGE), (-1e-300, -1e300), (1e-310, 3e-312), (1e-300, 1e20),
      (-1.0, -1e17), (1.0, -1e-17)]),
    ("asec", mp.asec, beyond, outEdges),
    ("acsc", mp.acsc, beyond, outEdges + [1.0]),
    ("acot", mp.acot, either(wide, uniform(-5, 5)), [1.0, SUB, HUGE, TINY, 1e18, 1.2e18]),
    ("sinh", mp.sinh, growth, [710.4, -710.4, SUB, 22.0, 22.1, 1e-9, 0.01, 0.3]),
    ("cosh", mp.cosh, growth, [710.4, -710.4, SUB, 22.0, 22.1, 1e-9]),
    ("tanh", mp.tanh, growth, [SUB, 22.0, 19.0, 1e-9, 0.01, 0.0054]),
    ("sech", mp.sech, growth, [745.0, -740.4, SUB, 22.0, 22.1]),
    ("csch", mp.csch, growth, [745.0, -740.4, TINY, 22.0, 22.1, 1e-9]),
    ("coth", mp.coth, growth, [TINY, 22.0, 19.0, 1e-9]),
    ("asinh", mp.asinh, either(wide, uniform(-5, 5), spread(-10, 1)),
     [SUB, HUGE, 1e18, 1.2e18, 1.1529215046068470e18, 0.004]),
    ("acosh", mp.acosh, also(either(spread(0, 308), uniform(1, 5), near(1)), lambda x: x > 1),
     [1.0000000000000002, HUGE, 1.2e18]),
    ("atanh", mp.atanh, edge, [0.9999999999999999, SUB, 0.5, 0.002]),
    ("asech", mp.asech, also(either(spread(-308, 0), uniform(0, 1), near(1)), lambda x: 0 < x < 1),
     [0.9999999999999999, SUB, 0.5]),
    ("acsch", mp.acsch, either(spread(-307, 307, True), uniform(-5, 5)), [SUB, HUGE, 1e18, 1.2e18, 1e-310, 1e-18]),
    ("acoth", mp.acoth, beyond, outEdges),
    ("sigmoid", lambda x: 1 / (1 + mp.exp(-x)), growth, [-745.0, -40.0, 40.0, 36.7, 37.0, -37.0, -709.0]),
    ("logsigmoid", lambda x: -mp.log1p(mp.exp(-x)), growth, [-745.0, -40.0, 40.0, 36.7, 37.0, -37.0, 709.0, 745.0]),
    ("softplus", lambda x: mp.log1p(mp.exp(x)), growth, [-745.0, -40.0, 40.0, 36.7, 37.0, -37.0, 709.0]),
    ("logit", lambda p: mp.log(p / (1 - p)),
     also(either(uniform(0, 1), spread(-300, 0), near(1, 0.5)), lambda x: 0 < x < 1 and x != 0.5),
     [SUB, 0.25, 0.75, 0.5000000000000001, 0.49999999999999994, 0.9999999999999999]),
    ("tanhshrink", lambda x: x - mp.tanh(x), either(growth, spread(-100, 0, True)),
     [0.5, 1e-50, 1e-105, 22.0, 22.1]),
    ("xlogy", lambda x, y: x * mp.log(y), pair(wide, logs),
     [(2.0, SUB), (1e-320, 3.0), (1e308, 1.0000000000000002)]),
    ("logaddexp", lambda x, y: mp.log(mp.exp(x) + mp.exp(y)),
     also(either(pair(uniform(0, 50), uniform(0, 50)), pair(uniform(-800, 800), uniform(1, 800)),
          pair(near(-0.6931471805599453), near(-0.6931471805599453)))),
     [(0.0, -700.0), (1000.0, 1000.0), (-1000.0, -1000.0), (0.0, -740.0), (1e300, 2.0)]),
    ("erf", mp.erf, either(uniform(-6, 6), spread(-300, 0, True)), [SUB, 0.7, 5.9, 6.0, 0.69999999999]),
    ("erfc", mp.erfc, either(uniform(-6, 6), uniform(0, 27.2), spread(-300, 0, True)),
     [26.5, 27.2, 0.7, 27.226, -5.9]),
    ("erfi", mp.erfi, either(uniform(-6, 6), uniform(0, 26.6), spread(-300, 0, True)),
     [26.6, 1.0, 0.99999999, SUB]),
    ("erfinv", erfinv, also(either(uniform(-1, 1), spread(-300, 0, True), near(1, -1)), inside),
     [0.5, 0.9999999999999999, SUB, 0.50000001]),
    ("normpdf", lambda x: mp.exp(-x * x / 2) / mp.sqrt(2 * mp.pi), either(uniform(-38, 38), uniform(-3, 3)),
     [0.0, 38.5, 37.6]),
    ("normcdf", lambda x: mp.erfc(-x / mp.sqrt(2)) / 2,
     either(uniform(-38, 8), uniform(-3, 3), spread(-20, 0, True)),
     [-38.4, -37.6, 0.0, 8.2, 0.99, -0.98]),
    ("gamma", mp.gamma,
     either(uniform(0, 171), uniform(0, 20), uniform(-170, 0), spread(-300, 0, True), near(1, 2, -1, -2, -10)),
     gammaEdges + [171.6, -170.5, -183.5, -0.5, -1.0000000000000002]),
    ("lgamma", lgamma, above, gammaEdges[3:] + [1e305, 2.5e305, 1e17]),
    ("lgamma-", lgamma, either(uniform(-30, 0), near(*lgammaZeros)), [-0.5, -100.5, -1e5 - 0.5]),
    ("digamma", mp.digamma, either(above, near(1.4616321449683622), uniform(0, 20)),
     gammaEdges + [1.4616321449683622, 1.4616321449683625, 1e300]),
    ("digamma-", mp.digamma, either(uniform(-30, 0), near(*digammaZeros)), [-0.5, -100.5]),
    ("trigamma", lambda x: mp.psi(1, x), either(uniform(0, 40), spread(-100, 100), uniform(-20, 0)),
     gammaEdges[:9] + [1e100, -0.5, -10.000000001]),
    ("polygamma", lambda n, x: mp.psi(int(n), x),
     pair(lambda: float(random.randint(1, 12)), either(uniform(0, 30), spread(-5, 5))),
     [(1.0, 1.0), (2.0, 1.0), (3.0, 0.5), (50.0, 2.5), (100.0, 30.0), (10.0, 1e10), (2.0, 1e100)]),
    ("polygamma-", lambda n, x: mp.psi(int(n), x),
     pair(lambda: float(random.randint(1, 6)), either(uniform(-10, 0), near(-0.5, -1.5, -2.5))),
     [(2.0, -0.25), (3.0, -0.5)]),
    ("beta", mp.beta,
     either(pair(uniform(0, 20), uniform(0, 20)), pair(spread(-10, 10), uniform(0, 20)),
            pair(uniform(0, 300), uniform(0, 200))),
     [(1.0, 1.0), (1e-300, 2.0), (500.0, 500.0), (1e15, 3.5), (16.0, 0.001)]),
    ("beta-", mp.beta,
     also(either(pair(uniform(-20, 5), uniform(-20, 5)), pair(near(-1.25, 0.5), near(-1.25, 0.75, -0.5))),
          lambda p: min(p) < 0),
     [(-0.5, 0.25), (-1.5, 3.0), (-20.5, 4.0)]),
    ("factorial", mp.factorial, either(uniform(-1, 170), uniform(-5, 10), near(1, 0)),
     [0.0, 5.0, 20.0, 25.0, 170.0, -0.5, 1e-20]),
    ("binomial", mp.binomial,
     either(pair(uniform(0, 60), uniform(0, 30)),
            pair(lambda: float(random.randint(0, 1000)), lambda: float(random.randint(0, 300))),
            pair(uniform(-20, 60), lambda: float(random.randint(0, 10)))),
     [(5.0, 2.0), (52.0, 5.0), (0.5, 3.0), (-3.0, 4.0), (1000.0, 500.0), (10.5, 8.5), (1e10, 3.0), (400.0, 210.0)]),
    ("binomial-", mp.binomial,
     also(pair(uniform(-10, 10), uniform(-10, 10)), lambda p: p[0] < 0 or p[1] < 0 or p[1] > p[0]),
     [(0.5, -0.5)]),
    ("j0", lambda x: mp.besselj(0, x), waves,
     [2.404825557695773, 5.520078110286311, 24.352471530749302, 25.0, 24.999999999999996, SUB]),
    ("j1", lambda x: mp.besselj(1, x), waves, [3.8317059702075125, 7.015586669815619, 25.0, SUB]),
    ("jn", lambda n, x: mp.besselj(int(n), x),
     pair(lambda: float(random.randint(2, 30)), either(uniform(0, 50), spread(-5, 2), near(*besselZeros))),
     [(2.0, 1.0), (2.0, 1.7320508), (2.0, 2.0), (100.0, 10.0), (50.0, 50.0), (30.0, 200.0), (3.0, 1e-50)]),
    ("y0", lambda x: mp.bessely(0, x), waves,
     [0.8935769662791675, 3.957678419314858, 0.75, 0.7500000000000001, 25.0, SUB, 1e-10]),
    ("y1", lambda x: mp.bessely(1, x), waves,
     [2.197141326031017, 5.429681040794135, 1.25, 1.2500000000000002, 25.0, 1e-307, 1e-10]),
    ("lambertw", lambda x: mp.re(mp.lambertw(x)),
     also(either(uniform(-0.3678, 5), spread(-20, 308), spread(-20, -0.45, True), near(-0.36787944117144233)),
          lambda x: x > -0.36787944117144230),
     [-0.3678794411714423, -0.3678794411714422, -0.35, -0.3564, HUGE, 1.0, 2.718281828459045, 3.0, 1e-17]),
    ("mod", exactly(math.floor), pair(uniform(-100, 100), also(uniform(-10, 10), bool)),
     [(5.0, 3.0), (-5.0, 3.0), (5.0, -3.0), (1e20, 7.0)]),
    ("fmod", exactly(math.trunc), pair(uniform(-100, 100), also(uniform(-10, 10), bool)),
     [(5.5, 3.0), (-5.5, 3.0), (5.5, -3.0), (1e20, 7.0), (1e300, 3.5)]),
]


def value(f, args):
    """f(args) to 25 digits or more, or None where there is none."""
    last, digits = None, 40
    while digits < 3000:
        mp.dps = digits
        try:
            y = f(*map(mpf, args))
        except (ValueError, ZeroDivisionError, OverflowError, libmp.NoConvergence, TypeError):
            return None
        if isinstance(y, mp.mpc) or not mp.isfinite(y):
            return None
        if last is not None and abs(y - last) <= abs(y) * mpf(10) ** -26:
            return y
        last, digits = y, digits * 2
    return y if y == 0 else None


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 150
    names = sys.argv[2:]
    print("# mpmath %s, python3 testdata/truth.py %d" % (__version__, count))
    for name, f, draw, edges in ROWS:
        if names and name not in names:
            continue
        random.seed(name)
        for args in edges + [draw() for _ in range(count)]:
            args = args if isinstance(args, tuple) else (args,)
            y = value(f, args)
            if y is None or y != 0 and not mpf(2) ** -1074 <= abs(y) < mpf(2) ** 1023.99999:
                continue
            print("\t".join([name] + ["%r" % a for a in args] + [mp.nstr(y, 25, min_fixed=1, max_fixed=0)]))


main()
