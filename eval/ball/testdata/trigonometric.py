"""Writes trigonometric.tsv: the circular and hyperbolic functions and their inverses.

mpmath's own csc, sec, acot and so on are quotients of what it has. Where a formula of it cancels, record.value raises
the precision until two results agree. What it cannot do is written here another way:

- sinc at 0, acot(0) = pi/2, and Atan2(0, 0) = 0 as the library has them;
- asech next to 1 and to 0, and acsch, from logarithms.

Many of its functions begin by rounding 1/x or 1 - x, so that 1 + 2^-600 becomes 1 at two precisions in a row, and abs(x)
rounds too. So every function has as many bits more as its arguments.
"""

import random
import sys

from mpmath import mp, mpf

from record import record

R = random.Random(4)


def dyadic(size, bits=53):
    """A number of so many bits below 2^size in magnitude, and not below 2^(size-1)."""
    return R.choice((-1, 1)) * mpf(R.getrandbits(bits) | 1 << (bits - 1)) * mpf(2) ** (size - bits)


def sized(*sizes):
    return [(dyadic(s),) for s in sizes]


def ones(*xs):
    return [(mpf(x),) for x in xs]


def double_pi(numerator, denominator, bits=53):
    """The number of so many bits that is nearest to a multiple of pi."""
    with mp.workprec(bits + 80):
        x = mp.pi * numerator / denominator
    with mp.workprec(bits):
        return +x


def thousand():
    """1e1000, to 3400 bits, which is exact."""
    with mp.workprec(3400):
        return mpf(10) ** 1000


TWO = mpf(2)
CIRCULAR = (
    sized(0, 1, 1, 2, 3, 5, 8, 13, 20, 31, 32, 33, 53, 64, 100, 200, 300, 1000, -3, -10, -30, -80, -88, -200)
    + ones("0.5", 1, 22, 355, 1e22, 6381956970095103 * TWO**797, TWO**-1074, 0)
    + [(double_pi(*a),) for a in ((1, 2), (1, 1), (2, 1), (5, 2), (-1000, 1), (3, 4))]
    + [(double_pi(1, 2, 400),), (double_pi(7, 1, 170),), (thousand(),)]
)
SIZES = sized(0, 1, 2, 3, 5, 8, 13, 31, 64, 100, 300, 1000, -1, -2, -3, -7, -10, -30, -80, -88, -200, -1000)
ANY = SIZES + ones(0, 1, -1, 1 - TWO**-53, 1 + TWO**-52, "0.5", TWO**-1074, TWO**1023, TWO**20000, -(TWO**-20000))
NEAR = [1 - TWO**-53, 1 + TWO**-52, -1 + TWO**-30, -1 - TWO**-30, 1 - TWO**-20, 1 + TWO**-9]
with mp.workprec(700):
    NEAR += [1 - TWO**-600, 1 + TWO**-600, -1 + TWO**-200, -1 - TWO**-200]
UNIT = [(x,) for x in NEAR] + ones(0, 1, -1)
INSIDE = UNIT + sized(0, 0, 0, 0, -1, -1, -2, -3, -5, -10, -30, -80, -88, -200, -1000, -20000, 1, 5)
OUTSIDE = UNIT + sized(1, 1, 1, 2, 2, 3, 4, 6, 10, 20, 30, 80, 100, 1000, 20000, 0, -9)
POSITIVE_INSIDE = [(x[0] if x[0] > 0 or i % 5 == 0 else mp.fneg(x[0], exact=True),) for i, x in enumerate(INSIDE)]
MODERATE = sized(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, -1, -2, -3, -5, -10, -30, -80, -88, -200, -1000) + ones(
    0, 1, -1, 710, -745, "0.5", 36, -59, 120, 1e5, TWO**-20000
)
PLANE = [(dyadic(a), dyadic(b)) for a in (-20, -1, 0, 1, 9) for b in (-2, 0, 1, 6)] + [
    tuple(map(mpf, p))
    for p in ((0, 0), (0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (1, -1), (-1, -1), (-3, 3))
] + [(TWO**-300, mpf(-1)), (TWO**-300, mpf(1)), (-mpf(1), TWO**-300), (TWO**900, 3 * TWO**800)]


def acot(x):
    return mp.pi / 2 if x == 0 else mp.atan(1 / x)


def acosh(x):
    return mp.acosh(x) if x >= 1 else mp.nan


def atanh(x):
    return mp.atanh(x) if abs(x) < 1 else mp.nan


def asech(x):
    return mp.log((1 + mp.sqrt((1 - x) * (1 + x))) / x) if 0 < x <= 1 else mp.nan


def acsch(x):
    if x == 0:
        return mp.nan
    return mp.sign(x) * mp.log1p((1 + 1 / (abs(x) + mp.sqrt(x * x + 1))) / abs(x))


def acoth(x):
    return mp.log1p(2 / (abs(x) - 1)) / 2 * mp.sign(x) if abs(x) > 1 else mp.nan


def within(f, inside):
    """f inside [-1, 1] or not inside (-1, 1)."""
    return lambda x: f(x) if (abs(x) <= 1 if inside else abs(x) >= 1) else mp.nan


def with_bits(f):
    """f with as many bits more as the arguments have."""

    def g(*args):
        with mp.workprec(mp.prec + sum(a.bc for a in args)):
            return f(*args)

    return g


TABLE = {
    "sin": (mp.sin, CIRCULAR),
    "cos": (mp.cos, CIRCULAR),
    "tan": (mp.tan, CIRCULAR),
    "cot": (mp.cot, CIRCULAR),
    "sec": (mp.sec, CIRCULAR),
    "csc": (mp.csc, CIRCULAR),
    "sinc": (mp.sinc, CIRCULAR),
    "asin": (within(mp.asin, True), INSIDE),
    "acos": (within(mp.acos, True), INSIDE),
    "atan": (mp.atan, ANY),
    "acot": (acot, ANY),
    "asec": (within(mp.asec, False), OUTSIDE),
    "acsc": (within(mp.acsc, False), OUTSIDE),
    "atan2": (lambda y, x: mpf(0) if x == 0 == y else mp.atan2(y, x), PLANE),
    "sinh": (mp.sinh, MODERATE),
    "cosh": (mp.cosh, MODERATE),
    "tanh": (mp.tanh, MODERATE),
    "sech": (mp.sech, MODERATE),
    "csch": (mp.csch, MODERATE),
    "coth": (mp.coth, MODERATE),
    "asinh": (mp.asinh, ANY),
    "acosh": (acosh, OUTSIDE),
    "atanh": (atanh, INSIDE),
    "asech": (asech, POSITIVE_INSIDE),
    "acsch": (acsch, ANY),
    "acoth": (acoth, OUTSIDE),
}
record({name: (with_bits(f), points) for name, (f, points) in TABLE.items()}, sys.stdout)
