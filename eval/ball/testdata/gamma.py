"""Writes gamma.tsv: the gamma function, its relatives, and the error functions.

Where mpmath is not asked directly:
- loggamma has the imaginary part of its branch for x < 0: its real part is log|gamma(x)|.
- gamma at a pole raises; rounding can miss a pole next to it no more than any other number, the arguments being exact.
- beta and binomial: mpmath has poles and limits of its own at non-positive integers. Only arguments where the
  definition by gamma has a value are recorded, besides those of the table in gamma_states_test.go.
- polygamma is by the Hurwitz zeta function, and for x < 0 with the terms before 0 added one by one: at half-integers
  these cancel but for a part so small that mpmath needs many more digits than it is asked for to see it.
- erfinv is solved from erf at a higher precision: mpmath's own loses digits next to 1.
- ncdf(x) is erfc(-x/sqrt(2))/2 throughout: mpmath's own is.
"""

import os
import random
from mpmath import mp, mpf

from record import record

rng = random.Random(7)


def sized(lo, hi):
    return rng.choice((-1, 1)) * 2.0 ** rng.uniform(lo, hi)


def positive(lo, hi):
    return [2.0 ** rng.uniform(lo, hi) for _ in range(6)]


def lgamma(x):
    return mp.log(abs(mp.gamma(x))) if abs(x) < 1000 else mp.loggamma(x).real


def polygamma(n, x):
    n = int(n)
    if n == 0:
        return mp.digamma(x)
    s = n + 1
    if x <= 0 and x == mp.floor(x):
        raise ValueError
    if x > 0:
        total = mp.zeta(s, x)
    else:
        m = -int(mp.floor(x))
        f = x + m
        with mp.workprec(mp.prec + int(2 * s * mp.log(m + 2, 2)) + 50):  # next to m + 1/2 all but a little cancels
            total = mp.zeta(s, f) + sum((x + k) ** -s for k in range(m))
    return (-1) ** s * mp.factorial(n) * total


def erfinv(y):
    if abs(y) >= 1:
        raise ValueError
    if y == 0:
        return mpf(0)
    extra = 2 * mp.prec + 200
    with mp.workprec(extra):
        if abs(y) < 0.5:
            z = y * mp.sqrt(mp.pi) / 2
            step = lambda z: (mp.erf(z) - y) / (2 / mp.sqrt(mp.pi) * mp.exp(-z * z))
        else:
            q = 1 - abs(y)
            z = mp.sqrt(-mp.log(q))
            z = mp.sqrt(max(mpf("0.01"), -mp.log(q * mp.sqrt(mp.pi) * z)))
            # Newton's iteration for log(erfc), which is concave: it converges from everywhere.
            step = lambda z: (mp.log(mp.erfc(z)) - mp.log(q)) * mp.erfc(z) / (-2 / mp.sqrt(mp.pi) * mp.exp(-z * z))
        for _ in range(200):
            d = step(z)
            z -= d
            if abs(d) < abs(z) * mpf(2) ** (-mp.prec // 2):
                z -= step(z)
                break
        return z if y > 0 or abs(y) < 0.5 else -z


reals = [0.5, 1, 2, 5, 171, 1.5, 1.4616321449683622, 1 + 2.0**-52, 1 - 2.0**-53, 2 - 2.0**-52, 2 + 2.0**-51, 1e-300, -1e-300, 5e-324,
         -0.5, -1.5, -2.4570247382208006, -2.747682646727413, -3.0000000000000004, -19.999999999999996, -171.5, 1000.25, 1e6, -1e6 - 0.5,
         0, -1, -7] + [sized(-6, 6) for _ in range(8)]
digammas = [1.4616321449683622, -0.5040830082644554, -1.573498473162390, -10.5, 1e300, 1e15, -1e9 - 0.25] + reals[:20] + [sized(-6, 8) for _ in range(6)]
erfs = [0, 0.5, 1, -1, 1e-300, -1e-20, 5e-324, 3.5, -5.9, 8.2, 9.7, 11, 12.5, 15, 27.3, -26.5, 100, 1000.5] + [sized(-8, 3) for _ in range(12)]
tails = [30000]
inverses = [0, 1, -1, 2, 0.5, -0.5, 0.5 + 2.0**-52, 1 - 2.0**-53, -1 + 2.0**-52, 2.0**-1074, 1e-20, 0.999, -0.75] + [sized(-3, 0) for _ in range(12)]
pairs = [(0.5, 0.5), (1, 2), (3, 7), (1e-20, 3), (1e10, 0.5), (1e15, 2.5), (1e6, 1e5 + 0.25), (-0.5, 0.75), (-1.5, 4.25), (-0.25, -0.75 + 2.0**-50),
         (-3.5, 1.25), (-2.5, -7.25), (-20.5, 20.25), (2.0**-60, 2.0**-70), (300.5, 400.25), (-1e3 - 0.5, 3.125)] + [
             (sized(-3, 4), sized(-3, 4)) for _ in range(16)]
choices = [(5, 2), (100, 50), (1000, 333), (0.5, 3), (-0.5, 5), (-7, 4), (5.5, 2.25), (1e10, 3), (1e10, 0.5), (-3.5, 1.25), (20.5, 20.25), (3, 2.5),
           (1e5, 4e4), (-0.25, -0.75), (1e6 + 0.5, 300), (2.0**60, 2)] + [(sized(-3, 5), sized(-3, 4)) for _ in range(14)]
orders = [(0, 1.5), (1, 1e-10), (1, 1e15), (2, 0.5), (2, -0.5), (2, -3.5), (3, -7.25), (4, -2.4999999999), (5, 100.25), (10, 0.001), (30, 3.7),
          (31, -3.7), (100, 30.5), (100, -20.5), (200, 1000.5), (2, 1e10)] + [(rng.randrange(1, 12), sized(-3, 4)) for _ in range(12)]

functions = {
    "gamma": (mp.gamma, [(x,) for x in reals]),
    "lgamma": (lgamma, [(x,) for x in reals + [1e300, 1e15, -1e9 - 0.25] if x > 0 or x != int(x)]),
    "factorial": (lambda x: mp.gamma(x + 1), [(x,) for x in reals[10:]]),
    "digamma": (mp.digamma, [(x,) for x in digammas]),
    "trigamma": (lambda x: polygamma(1, x), [(x,) for x in digammas if abs(x) < 1e5 or x > 0]),
    "polygamma": (polygamma, orders),
    "beta": (lambda x, y: mp.beta(x, y), pairs),
    "binomial": (lambda n, k: mp.binomial(n, k), choices),
    "erf": (mp.erf, [(x,) for x in erfs]),
    "erfc": (mp.erfc, [(x,) for x in erfs + tails]),
    "erfi": (mp.erfi, [(x,) for x in erfs + tails]),
    "erfinv": (erfinv, [(x,) for x in inverses]),
    "normcdf": (lambda x: mp.erfc(-x / mp.sqrt(2)) / 2, [(x,) for x in erfs]),
    "normpdf": (lambda x: mp.exp(-x * x / 2) / mp.sqrt(2 * mp.pi), [(x,) for x in erfs]),
}

if __name__ == "__main__":
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "gamma.tsv"), "w") as out:
        record(functions, out)
