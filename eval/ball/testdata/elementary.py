"""Records the elementary functions of package ball: writes elementary.tsv.

No point was found where mpmath is wrong. Powers, exp(x) - 1 and log(1 + x) are yet computed by those formulas from more
bits, as a second way beside mpmath's own functions. What is no real number, or what the package has no value for, is an
error here.
"""

import random
from mpmath import mp, mpf
from record import record

random.seed(20)
mp.prec = 1100  # of arguments such as 1 + 1e-300


def wide(f, extra):
    """f with more bits, for cancellation."""

    def g(*args):
        with mp.workprec(mp.prec + extra(*args)):
            y = f(*args)
        return +y

    return g


def tiny(x):
    """The bits that 1 + x loses."""
    return 20 + (0 if x == 0 else max(0, -2 * int(mp.mag(x))))


def power(x, y):
    if x == 0:
        if y == 0:
            return mpf(1)
        if y < 0:
            raise ZeroDivisionError
        return mpf(0)
    if x < 0 and y != int(y):
        raise ValueError
    if x < 0:
        sign = -1 if int(y) % 2 else 1
        return sign * power(-x, y)
    with mp.workprec(mp.prec + 2200):
        z = mp.exp(y * mp.log(x))
    return +z


def root(n):
    def f(x):
        if x < 0 and n % 2 == 0:
            raise ValueError
        if x == 0 and n < 0:
            raise ZeroDivisionError
        sign = -1 if x < 0 else 1
        with mp.workprec(mp.prec + 50):
            z = sign * mp.root(abs(x), abs(n))
            if n < 0:
                z = 1 / z
        return +z

    return f


def log(f):
    def g(x):
        if x <= 0:
            raise ValueError
        return f(x)

    return g


def log1p(x):
    if x <= -1:
        raise ValueError
    return mp.log(1 + x)


def doubles(n, lo, hi):
    """Random doubles, of sizes from 2^lo to 2^hi, of both signs."""
    return [random.choice((1, -1)) * random.uniform(1, 2) * 2.0 ** random.randint(lo, hi) for _ in range(n)]


def ones(xs):
    return [(x,) for x in xs]


near_one = [1 + 2.0**-52, 1 - 2.0**-53, 1 + 2.0**-30, 1 - 2.0**-20, 0.75, 1.5, 1 + 2.0**-10, 0.999, 1.001]
sizes = [5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 1e-300, 1e300, 1e22, 1e-20]
plain = [0.5, 2.0, 3.0, 7.0, 10.0, 0.1, 1e-5, 123456.789]

arguments = doubles(12, -3, 3) + doubles(4, -40, 40) + doubles(4, -1000, 1000) + sizes + plain + [-0.1, 0.0, 1.0]
positive = [abs(x) for x in arguments] + near_one + [-1.0, -5e-324, 1000.0, 1e15]
exponents = (
    doubles(12, -3, 6)
    + doubles(6, -200, -3)
    + doubles(4, 8, 20)
    + [0.0, 1.0, -1.0, 0.5, -0.5, 2.0**-54, -(2.0**-54), 1e-300, -1e-300, 5e-324, 1e9, -1e9, 1e5 + 0.1, 0.6931471805599453]
    + [-0.6931471805599453, 0.6931471805599454, 1.3862943611198906, 709.782712893384, -745.1332191019411, 1e-15, -1e-8]
)
shifted = [x for x in exponents if x > -1] + near_one + [-1.0, -2.0, -1 + 2.0**-53, -0.999, 1e300, 1e22, -0.25, -0.3, 0.5]
pairs = [(x, y) for x, y in zip(doubles(14, -30, 30), doubles(14, -30, 30))] + [
    (1.0, 2.0**-80), (1e300, -1e300), (1e300, 1e-300), (0.1, -0.1), (3.0, 1.0), (1.0, 3.0), (-1.0, 3.0), (1e22, 1.0),
    (5e-324, 1.7976931348623157e308), (0.0, 2.5), (0.1, 0.2), (0.3, 0.1), (2.0**-1000, 1.0), (7.0, 49.0),
]  # fmt: skip
quotients = pairs + [(1.0, 0.0), (0.0, 0.0), (1.0, 3.0), (6.0, 3.0), (1.0, 10.0)]
hypots = pairs + [(3.0, 4.0), (-5.0, 12.0), (0.0, 0.0), (0.0, -2.5), (1e300, 1e300), (1.0, 2.0**-40)]
powers = (
    [(abs(x), y) for x, y in zip(doubles(14, -4, 4), doubles(14, -4, 5))]
    + [(abs(x), y) for x, y in zip(doubles(4, -900, 900), doubles(4, -8, 3))]
    + [(1 + 2.0**-52, 1e16), (1 - 2.0**-53, 1e18), (1 + 2.0**-52, -1e22), (1.5, 1e6), (0.3, 1e-300), (1e300, 1e-300)]
    + [(mpf(1) + mpf(1e-300), 1e300), (mpf(1) - mpf(2) ** -990, mpf(2) ** 992), (3.0, 2.0**-1000), (10.0, -300.5)]
    + [(4.0, 0.5), (4.0, -1.5), (2.0, 0.5), (16.0, 0.25), (81.0, 0.75), (3.0, 2.5), (5.0, -0.5), (0.1, 31.5), (9.0, 1e3)]
    + [(0.0, 0.0), (0.0, 2.5), (0.0, -1.0), (0.0, -0.5), (0.0, 3.0), (-2.0, 3.0), (-2.0, 0.5), (-0.1, -7.0), (-1.0, 1e300)]
    + [(-1.0, 2.0**53 - 1), (1.0, 1e300), (2.0, 1e9), (2.0, -1e9), (1.0000001, 123456789.0), (-3.0, 1e3)]
)

with open("elementary.tsv", "w") as out:
    none = [()]
    record(
        {
            "pi": (lambda: +mp.pi, none),
            "ln2": (lambda: +mp.ln2, none),
            "e": (lambda: +mp.e, none),
            "euler": (lambda: +mp.euler, none),
            "add": (wide(lambda x, y: x + y, lambda x, y: 5000), pairs),
            "sub": (wide(lambda x, y: x - y, lambda x, y: 5000), pairs),
            "mul": (lambda x, y: x * y, pairs),
            "quo": (lambda x, y: x / y, quotients),
            "sqr": (lambda x: x * x, ones(arguments)),
            "sqrt": (mp.sqrt, ones(positive)),
            "exp": (mp.exp, ones(exponents)),
            "exp2": (wide(lambda x: mpf(2) ** x, lambda x: 60), ones(exponents)),
            "expm1": (wide(lambda x: mp.exp(x) - 1, tiny), ones(exponents)),
            "log": (log(mp.log), ones(positive)),
            "log2": (log(lambda x: mp.log(x, 2)), ones(positive)),
            "log10": (log(mp.log10), ones(positive)),
            "log1p": (wide(log1p, tiny), ones(shifted)),
            "pow": (power, powers),
            "cube": (lambda x: x**3, ones(arguments)),
            "power10": (lambda x: x**10, ones(arguments)),
            "power-5": (lambda x: x**-5, ones(arguments)),
            "cbrt": (root(3), ones(arguments + [27.0, -8.0, 0.125])),
            "root4": (root(4), ones(positive + [81.0, 0.0625])),
            "root17": (root(17), ones(arguments + [131072.0, -1.0])),
            "root-5": (root(-5), ones(arguments + [32.0, -1.0])),
            "hypot": (wide(mp.hypot, lambda x, y: 100), hypots),
        },
        out,
    )
