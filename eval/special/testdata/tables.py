"""Prints the constant tables of package special as Go source.

    python3 testdata/tables.py NAME | gofumpt > NAME_table.go

NAME is one of basic, reduce, erf, erfinv, gamma, j0, j1, y0, y1, hankel.

A piece is a polynomial about a centre whose first two coefficients, the value
and the slope there, are double-double; the rest, (f(c+t) - f(c) - f'(c) t)/t^2,
is a Chebyshev interpolant (mpmath.chebyfit) of the least degree whose error
is below 2^-61 of |f|. An interval that would need more than 16 terms is halved.
"""

import sys
from mpmath import mp, mpf

mp.dps = 60


def dd(x):
    hi = float(x)
    return "dd{%r, %r}" % (hi, float(mpf(x) - mpf(hi)))


def array(name, comment, rows, kind):
    print("// %s\nvar %s = [...]%s{" % (comment, name, kind))
    for row in rows:
        print("\t%s," % row)
    print("}\n")


def floats(xs, indent):
    xs = [repr(float(x)) for x in xs]
    return ("\n" + indent).join(", ".join(xs[i:i + 5]) + "," for i in range(0, len(xs), 5))


def fit(f, a, b, centre, zero=False):
    """The pieces of f on [a, b], about centre where that is inside."""
    c = mpf(centre)
    if not zero:  # any double will do as a centre; a zero is kept in full
        c = mpf(float(c))
    mp.dps = 90
    c0 = mpf(0) if zero else f(c)
    c1 = mp.diff(f, c)
    mp.dps = 60

    def rest(t):
        t = t or mpf(10) ** -20
        mp.dps = 100
        y = (f(c + t) - c0 - c1 * t) / t ** 2
        mp.dps = 60
        return +y

    probes = [a + (b - a) * mpf(i) / 40 for i in range(1, 40)]
    ts = [x - c for x in probes if abs(x - c) > mpf(10) ** -6]
    truths = [(t, rest(t), f(c + t)) for t in ts]
    for n in range(4, 17):
        poly = mp.chebyfit(rest, [a - c, b - c], n)
        if max(abs((mp.polyval(poly, t) - r) * t * t / y) for t, r, y in truths) < mpf(2) ** -61:
            return [(b, c, c0, c1, poly[::-1])]
    m = (a + b) / 2
    if zero:  # the zero keeps to the piece that it lies in
        inside = [(a, m), (m, b)]
        return sum((fit(f, u, v, c, True) if u <= c <= v else fit(f, u, v, (u + v) / 2) for u, v in inside), [])
    return fit(f, a, m, (a + m) / 2) + fit(f, m, b, (m + b) / 2)


def pieces(name, comment, ps):
    print("// %s\nvar %s = pieces{" % (comment, name))
    for to, c, c0, c1, rest in ps:
        print("\t{\n\t\t%r,\n\t\t%s,\n\t\t%s,\n\t\t%s,\n\t\t[]float64{" % (float(to), dd(c), dd(c0), dd(c1)))
        print("\t\t\t%s\n\t\t},\n\t}," % floats(rest, "\t\t\t"))
    print("}\n")


def chain(f, edges):
    """Pieces over consecutive intervals, each about its middle."""
    return sum((fit(f, a, b, (a + b) / 2) for a, b in zip(edges, edges[1:])), [])


def grid(*xs):
    return [mpf(x) for x in xs]


# The tables.

def basic():
    array("exp2Table", "exp2Table has 2^(j/32).", [dd(mpf(2) ** (mpf(j) / 32))[2:] for j in range(32)], "dd")
    rows = []
    for i in range(90, 182):
        c = float(mpf(128) / i)
        rows.append("{%r, %s}" % (c, dd(-mp.log(mpf(c)))))
    array("logTable", "logTable has c near 128/i, for i from 90, and -log(c).", rows,
          "struct {\n\tc   float64\n\tlog dd\n}")
    array("atanTable", "atanTable has atan(i/16).", [dd(mp.atan(mpf(i) / 16))[2:] for i in range(17)], "dd")


def reduce():
    mp.dps = 420
    bits = int(mp.floor(2 / mp.pi * mpf(2) ** 1280))
    words = ["%#018x" % ((bits >> (1280 - 64 * (i + 1))) & (2 ** 64 - 1)) for i in range(20)]
    rows = [", ".join(words[i:i + 5]) for i in range(0, 20, 5)]
    array("twoOverPi", "twoOverPi has the first 1280 bits of 2/pi after the point, behind a word of zeros.",
          ["0x0"] + rows, "uint64")


def erf():
    def erfcx(x):
        return mp.exp(x * x) * mp.erfc(x)

    def dawson(x):
        return mp.sqrt(mp.pi) / 2 * mp.exp(-x * x) * mp.erfi(x)

    def series(alternate):
        def g(z):  # erf(sqrt z)/sqrt z, entire
            total, term, k = mpf(0), mpf(1), 0
            while abs(term) > mpf(10) ** -110:
                total += term / (2 * k + 1)
                k += 1
                term *= alternate * z / k
            return 2 / mp.sqrt(mp.pi) * total
        return g

    pieces("erfPieces", "erfPieces is erf(x)/x as a function of x^2 on [0, 1/2].", fit(series(-1), mpf(0), mpf(1) / 2, 0))
    pieces("erfiPieces", "erfiPieces is erfi(x)/x as a function of x^2 on [0, 1].", fit(series(1), mpf(0), mpf(1), 0))
    pieces("erfcxPieces", "erfcxPieces is exp(x^2) erfc(x) on [0.7, 27.5].",
           chain(erfcx, grid(0.7, 1, 1.375, 1.875, 2.5, 3.5, 5, 7, 10, 14, 20, 27.5)))
    pieces("dawsonPieces", "dawsonPieces is Dawson's integral on [1, 27].",
           chain(dawson, grid(1, 1.375, 1.875, 2.5, 3.5, 5, 7, 10, 14, 20, 27)))


def erfinv():
    def inverse(y):
        x = mpf(mp.erfinv(y)) if y > mpf(2) ** -30 else y * mp.sqrt(mp.pi) / 2
        for _ in range(3):
            x -= (mp.erf(x) - y) / (2 / mp.sqrt(mp.pi) * mp.exp(-x * x))
        return x

    def central(z):
        if not z:
            return mp.sqrt(mp.pi) / 2
        y = mp.sqrt(z)
        return inverse(y) / y

    def tail(s):  # erfinv(1 - exp(-s^2))/s
        mp.dps += 40
        q = mp.exp(-s * s)
        x = mp.erfinv(1 - q)
        for _ in range(2):
            d = (mp.erfc(x) - q) * mp.sqrt(mp.pi) / 2 * mp.exp(x * x)
            x += d / (1 + x * d)
        mp.dps -= 40
        return x / s

    pieces("erfinvCentre", "erfinvCentre is erfinv(y)/y as a function of y^2 on [0, 1/4].",
           fit_at_zero(central, mpf(1) / 4, [mp.sqrt(mp.pi) / 2, mp.sqrt(mp.pi) / 2 * mp.pi / 12]))
    pieces("erfinvTail", "erfinvTail is erfinv(1 - exp(-s^2))/s on [0.83, 6.1].",
           chain(tail, grid(0.83, 1.2, 1.8, 2.6, 4, 6.1)))


def fit_at_zero(f, b, taylor):
    """One piece about 0 whose first two Taylor coefficients are known."""
    c0, c1 = taylor

    def rest(t):
        mp.dps = 100
        y = (f(t) - c0 - c1 * t) / t ** 2
        mp.dps = 60
        return +y

    truths = [(t, rest(t), f(t)) for t in (b * mpf(i) / 40 for i in range(1, 40))]
    for n in range(4, 27):
        poly = mp.chebyfit(rest, [mpf(0), b], n)
        if max(abs((mp.polyval(poly, t) - r) * t * t / y) for t, r, y in truths) < mpf(2) ** -61:
            return [(b, 0, c0, c1, poly[::-1])]
    raise ValueError("more than 26 terms")


def gamma():
    mp.dps = 60
    two = mpf(2)
    pieces("lgammaPieces", "lgammaPieces is log(gamma(x)) on [1.5, 2.5], about its zero 2.",
           fit(mp.loggamma, mpf(1.5), mpf(1.8), mpf(1.65)) + fit(mp.loggamma, mpf(1.8), mpf(2.2), two, True)
           + fit(mp.loggamma, mpf(2.2), mpf(2.5), mpf(2.35)))
    mp.dps = 100
    root = mp.findroot(mp.digamma, 1.4616321449683622)
    mp.dps = 60
    pieces("digammaPieces", "digammaPieces is digamma on [1.3, 1.65], about its positive zero.",
           fit(mp.digamma, mpf(1.3), mpf(1.65), root, True))

    def shrink(z):  # (x - tanh x)/x^3
        x = mp.sqrt(z)
        return (x - mp.tanh(x)) / (x * z)
    pieces("tanhshrinkPieces", "tanhshrinkPieces is (x - tanh x)/x^3 as a function of x^2 on [0, 1/4].",
           fit_at_zero(shrink, mpf(1) / 4, [mpf(1) / 3, -mpf(2) / 15]))

    def branch(p):  # W at (p^2/2 - 1)/e
        x = (p * p / 2 - 1) / mp.e
        return mp.re(mp.lambertw(x))
    pieces("lambertPieces", "lambertPieces is W((p^2/2 - 1)/e) on [0, 1/4].",
           fit_at_zero(branch, mpf(1) / 4, [mpf(-1), mpf(1)]))


def bessel(name, kind, n, start):
    """The function from start to 25, with a piece for each zero and extremum."""
    f = lambda x: kind(n, x)  # noqa: E731
    slope = lambda x: mp.diff(f, x)  # noqa: E731
    mp.dps = 100
    zeros = [mp.findroot(f, guess) for guess in guesses(f, start or 0.5)]
    stops = [mp.findroot(slope, guess) for guess in guesses(slope, start or 0.5)]
    mp.dps = 60
    centres = [(z, True) for z in zeros] + [(s, False) for s in stops]
    if start == 0:
        centres.append((mpf(0), n == 1))
    centres.sort()
    edges = [mpf(start)] + [(u[0] + v[0]) / 2 for u, v in zip(centres, centres[1:])]
    edges = [mpf(float(e)) for e in edges if e < 25] + [mpf(25)]
    ps = []
    for a, b in zip(edges, edges[1:]):
        inside = [c for c in centres if a <= c[0] <= b]
        c, zero = inside[0] if inside else ((a + b) / 2, False)
        ps += fit(f, a, b, c, zero)
    pieces("%sPieces" % name, "%sPieces is %s on [%s, 25], about its zeros and extrema."
           % (name, name.upper(), start), ps)


def j0():
    bessel("j0", mp.besselj, 0, 0)


def j1():
    bessel("j1", mp.besselj, 1, 0)


def regular(n):
    """What is left of Y(n) behind its logarithm and its pole."""
    def g(z):
        x = mp.sqrt(z)
        y = mp.bessely(n, x) - 2 / mp.pi * mp.log(x) * mp.besselj(n, x)
        return y if n == 0 else (y + 2 / (mp.pi * x)) / x
    return g


def y0():
    bessel("y0", mp.bessely, 0, 0.75)
    g = mp.euler - mp.log(2)
    pieces("y0Regular", "y0Regular is Y0(x) - 2/pi log(x) J0(x) as a function of x^2 on [0, 9/16].",
           fit_at_zero(regular(0), mpf(9) / 16, [2 / mp.pi * g, 2 / mp.pi * (1 - g) / 4]))


def y1():
    bessel("y1", mp.bessely, 1, 1.25)
    g = mp.euler - mp.log(2)
    pieces("y1Regular", "y1Regular is (Y1(x) - 2/pi log(x) J1(x) + 2/(pi x))/x as a function of x^2 on [0, 25/16].",
           fit_at_zero(regular(1), mpf(25) / 16, [(g - mpf(1) / 2) / mp.pi, -(g - mpf(5) / 4) / (8 * mp.pi)]))


def hankel():
    def modulus(n, part):
        def f(z):
            x = 1 / mp.sqrt(z)
            mp.dps += 20
            j, y = mp.besselj(n, x), mp.bessely(n, x)
            chi = x - mp.pi / 4 - n * mp.pi / 2
            k = mp.sqrt(mp.pi * x / 2)
            c, s = mp.cos(chi), mp.sin(chi)
            r = k * (j * c + y * s) if part == "p" else x * k * (y * c - j * s)
            mp.dps -= 20
            return r
        return f
    for n, first in ((0, ([1, -mpf(9) / 128], [-mpf(1) / 8, mpf(75) / 1024])),
                     (1, ([1, mpf(15) / 128], [mpf(3) / 8, -mpf(105) / 1024]))):
        for part, taylor in zip("pq", first):
            pieces("%s%d" % (part, n) + "Hankel", "%s%dHankel is Hankel's %s of order %d%s as a function of 1/x^2, x >= 25."
                   % (part, n, part.upper(), n, " times x" if part == "q" else ""),
                   fit_at_zero(modulus(n, part), mpf(1) / 625, [mpf(c) for c in taylor]))


def guesses(f, a):
    """Starting points for the zeros of f between a and 27."""
    n = 600
    xs = [mpf(a) + (27 - mpf(a)) * i / n for i in range(n + 1)]
    mp.dps = 20
    ys = [f(x) for x in xs]
    mp.dps = 100
    return [(u + v) / 2 for u, v, p, q in zip(xs, xs[1:], ys, ys[1:]) if p * q < 0]


print("// Code generated by testdata/tables.py %s with mpmath; DO NOT EDIT.\n\npackage special\n" % sys.argv[1])
globals()[sys.argv[1]]()
