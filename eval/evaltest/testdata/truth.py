"""Writes truth.tsv and power.tsv into this folder: values and partials by mpmath, at doubles."""
import random
import mpmath as mp

mp.mp.dps = 600
rng = random.Random(1)
softplus = lambda x: mp.log1p(mp.exp(x))
sigmoid = lambda x: 1 / (1 + mp.exp(-x))
lse = lambda *xs: mp.log(sum(mp.exp(x) for x in xs))
norm = lambda *xs: mp.sqrt(sum(x * x for x in xs))
wide = [0.5, -0.5, 1.25, -2.0, 3.7, -7.3, 1e-5, -1e-9, 12.0, -20.5]
unit = [0.5, -0.5, 0.1, -0.1, 0.9, -0.9, 0.999999, -0.9999999, 1e-7, -1e-10]
positive = [0.5, 1.25, 2.0, 1e-5, 1e5, 0.9999999, 1.0000001, 3e-310, 5e-324, 1e-20, 1e300]
table = [
    ("exp", mp.exp, wide + [-700.5, 700.5]), ("expm1", mp.expm1, wide + [-40.0, -100.0]),
    ("log", mp.log, positive), ("log1p", mp.log1p, unit + [1e5, -0.99999, 1e-300]), ("sqrt", mp.sqrt, positive),
    ("sin", mp.sin, wide + [1e5]), ("cos", mp.cos, wide + [1e5]), ("tan", mp.tan, wide + [1.5, 1.5707]),
    ("asin", mp.asin, unit), ("acos", mp.acos, unit + [1 - 2**-53, 2**-53 - 1]), ("atan", mp.atan, wide + [1e8, -1e200]),
    ("sinh", mp.sinh, wide + [-300.0, 709.9, 710.4]), ("cosh", mp.cosh, wide + [300.0, -709.9, 710.4]),
    ("tanh", mp.tanh, wide + [40.0, -100.0, 360.0]), ("abs", mp.fabs, wide), ("sign", mp.sign, wide),
    ("sigmoid", sigmoid, wide + [100.0, -100.0, 800.0, -740.0]), ("softplus", softplus, wide + [800.0, -700.0, 40.0]),
    ("relu", lambda x: max(x, 0), wide), ("pi", lambda: mp.pi, []), ("e", lambda: mp.e, []),
]
several = [(1.0,), (-3.5,), (0.25, 1.5), (-2.0, 7.0, 1.0), (1e-3, 2e-3, -5e-4, 3.0), (800.0, 799.0, -800.0), (-750.5, -751.0)]
table += [
    ("min", lambda *xs: min(xs), several), ("max", lambda *xs: max(xs), several),
    ("argmax", lambda *xs: mp.mpf(xs.index(max(xs))), several), ("logsumexp", lse, several),
    ("norm", norm, several + [(3e200, -4e200), (3e-200, 4e-200), (1e308, 1e308)]),
]
powers = [(2.5, 3.0), (-1.5, 3.0), (-1.5, -2.0), (0.3, 0.5), (2.0, -0.5), (7.0, 1 / 3), (1.0000001, 1e7), (0.999, 2500.5), (1e-300, 0.9)]


def text(x):
    return mp.nstr(x, 30, min_fixed=0, max_fixed=0)


def partials(f, xs):
    if not xs:
        return []
    out = []
    for i, x in enumerate(xs):
        h = mp.mpf(10) ** -60 * max(abs(x), mp.mpf(10) ** -330)
        at = lambda s: f(*(xs[:i] + (x + s * h,) + xs[i + 1:]))
        out.append((at(1) - at(-1)) / (2 * h))
    return out


def write(out, name, f, args):
    args = args if isinstance(args, tuple) else (args,)
    xs = tuple(mp.mpf(a) for a in args)
    out.write("\t".join([name, ",".join(map(float.hex, args)), text(mp.mpf(f(*xs))), ",".join(map(text, partials(f, xs)))]) + "\n")


head = f"# mpmath {mp.__version__}, truth.py: function, arguments, value, partials\n"
with open("truth.tsv", "w") as out:
    out.write(head)
    for name, f, points in table:
        for args in points or [()]:
            write(out, name, f, args)
    for p in powers:
        if p[0] > 0:
            write(out, "^", lambda x, y: x**y, p)
with open("power.tsv", "w") as out:
    out.write(f"# mpmath {mp.__version__}, truth.py: base, exponent, value\n")
    for i in range(1200):
        x = rng.uniform(0, 2) if i % 2 else mp.mpf(2) ** rng.uniform(-60, 60)
        x = float(x)
        limit = 740 / abs(float(mp.log(x)))
        y = rng.uniform(-limit, limit) / (1, 1, 10, 100)[i % 4]
        if i % 3 == 0:
            y = float(round(y))
            x = -x if i % 5 == 0 else x
        value = mp.mpf(x) ** (int(y) if y == int(y) else mp.mpf(y))
        if mp.mpf(2) ** -1074 < abs(value) < mp.mpf(2) ** 1023:
            out.write("\t".join([x.hex(), y.hex(), text(value)]) + "\n")
