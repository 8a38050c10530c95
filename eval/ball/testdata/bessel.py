"""Writes bessel.tsv: the Bessel functions J and Y of integer order, and Lambert's W.

mpmath sums the same series but for Hankel's expansions, from its own code. Values it does not give as they are:
- besselj and bessely take n as an integer, for which J_-n = (-1)^n J_n, Y_-n = (-1)^n Y_n.
- J of an order with |n| > x + 1000 is checked by the recurrence of three neighbours besides.
- mpmath's bessely takes minutes for a thousand digits, a limit of orders that are not integers. Unless x is large, Y
  is the series DLMF 10.8.1, checked against mpmath's besselj by the Wronskian J_(n+1) Y_n - J_n Y_(n+1) = 2/(pi x)
  (DLMF 10.5.2). At x <= 0 it is complex or infinite, and undefined here.
- lambertw is complex below -1/e, and undefined here.
"""

import math
import os
import random
from mpmath import mp, mpf

from record import record

rng = random.Random(11)


def sized(lo, hi):
    return 2.0 ** rng.uniform(lo, hi)


def besselj(n, x):
    n = int(n)
    return neighbours(mp.besselj, n, x) if abs(n) > abs(x) + 1000 else mp.besselj(n, x)


def bessely(n, x):
    n = int(n)
    if x <= 0:
        raise ValueError
    if n < 0:
        return (-1) ** n * bessely(-n, x)
    if x > 2000 + n:
        return mp.bessely(n, x)
    with mp.workprec(2 * mp.prec + int(4 * x) + 200):
        y, z = series(n, x), series(n + 1, x)
        wronskian = mp.besselj(n + 1, x) * y - mp.besselj(n, x) * z
        if abs(wronskian * mp.pi * x / 2 - 1) > mpf(2) ** (-mp.prec // 2 + 100):
            raise ArithmeticError("no Wronskian at %s, %s" % (n, x))
    return +y


def series(n, x):
    """Y_n(x) as DLMF 10.8.1, with psi(k+1) = H_k - gamma."""
    t = x * x / 4
    tiny = mpf(2) ** -mp.prec
    finite, term = mpf(0), mpf(1)
    for k in range(n):
        if k:
            term = term * t / (k * (n - k))
        finite += term
        if term < tiny * finite and t < (n - 1) / 2:
            break
    total, weighted, term, h = mpf(0), mpf(0), mpf(1), mp.fsum(mpf(1) / k for k in range(1, n + 1))
    k = 0
    while abs(term) > tiny or k < 2 * x:
        total += term
        weighted += h * term
        k += 1
        term = -term * t / (k * (n + k))
        h += mpf(1) / k + mpf(1) / (n + k)
    scale = (x / 2) ** n / mp.factorial(n)
    y = scale * (2 * (mp.log(x / 2) + mp.euler) * total - weighted)
    if n > 0:
        y -= finite / (n * scale)
    return y / mp.pi


def neighbours(f, n, x):
    """f(n, x), if f(n-1, x) + f(n+1, x) = 2n/x f(n, x)."""
    a, b, c = f(n - 1, x), f(n, x), f(n + 1, x)
    if x != 0 and abs((a + c) * x / (2 * n) / b - 1) > mpf(2) ** (40 - mp.prec):
        raise ArithmeticError("no recurrence at %s, %s" % (n, x))
    return b


def zeros(f, n, count):
    """Doubles next to zeros."""
    return [float(f(n, k)) for k in count]


SMALL = [0.5, 2.5, 0.1, 7.75, -3.25, 1e-3, 1e-10, 5e-324, 1e-300]
LARGE = [25.0, 60.0, -61.5, 100.25, 1000.0, 12345.678, 1e6, 1e10, 1e22, 1e100, 1.7e308]
DRAWN = [sized(-4, 7) for _ in range(10)]

j0 = [0.0, 1.0] + SMALL + LARGE + DRAWN + zeros(mp.besseljzero, 0, (1, 2, 5, 20)) + [mpf("2.40482555769577276862163187932645464312424490914597")]
j1 = [0.0, 1.0] + SMALL + LARGE + DRAWN + zeros(mp.besseljzero, 1, (1, 2, 5, 20))
y0 = [0.0, -1.0, 1.0] + [abs(x) for x in SMALL + LARGE] + DRAWN + zeros(mp.besselyzero, 0, (1, 2, 5, 20)) + [mpf("0.893576966279167521584887102058338241225146861930014487071")]
y1 = [0.0, -1.0, 1.0] + [abs(x) for x in SMALL + LARGE] + DRAWN + zeros(mp.besselyzero, 1, (1, 2, 5, 20))

orders = [
    (2, 2.5), (-3, 2.5), (-4, -2.5), (5, -60.0), (7, 1e-8), (25, 30.0), (30, 30.0), (31, 1e22), (50, 700.0),
    (100, 2.5), (100, 99.5), (100, 100.0), (100, 101.0), (100, 150.0), (100, 250.0), (-101, 1e4), (200, 1e-300),
    (1000, 1.0), (1000, 900.0), (1000, 1100.0), (1000, 5000.0), (1000, 1e6), (5000, 1000.0),
    (20000, 3.0), (1048576, 100.0), (1048576, 1e-3), (-1048575, 1.5), (3, 0.0),
]
orders += [(rng.randrange(2, 60), sized(-2, 8)) for _ in range(8)]
orders += [(n, float(mp.besseljzero(n, k))) for n, k in ((2, 1), (10, 3))]
yorders = [(n, abs(x)) for n, x in orders] + [(2, -1.0)]

edge = -1 / math.e  # a little below -1/e
w = [0.0, 1.0, math.e, 2.5, 10.0, 1e5, 1e100, 1e300, 1.7e308, 1e-3, -1e-3, 1e-10, -1e-10, 1e-300, -1e-300, 5e-324]
w += [edge, math.nextafter(edge, -1), math.nextafter(edge, 0), math.nextafter(math.nextafter(edge, 0), 0), -0.5, -1e10]
w += [-0.36787944, -0.3678, -0.367, -0.36, -0.359, -0.25, -0.2, -0.1]
w += [edge + sized(-50, -3) for _ in range(6)] + [sized(-30, 30) for _ in range(8)]
with mp.workprec(500):
    w += [mpf(mp.nstr(-mp.exp(-1), 80)) + mpf(2) ** -200]



def one(points):
    return [(x,) for x in points]


with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "bessel.tsv"), "w") as out:
    mp.prec = 700  # of arguments that are not doubles
    record(
        {
            "besselj0": (lambda x: mp.besselj(0, x), one(j0)),
            "besselj1": (lambda x: mp.besselj(1, x), one(j1)),
            "besselj": (besselj, orders),
            "bessely0": (lambda x: bessely(0, x), one(y0)),
            "bessely1": (lambda x: bessely(1, x), one(y1)),
            "bessely": (bessely, yorders),
            "lambertw": (mp.lambertw, one(w)),
        },
        out,
    )
