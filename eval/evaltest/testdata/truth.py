"""Writes truth.tsv into this folder: values and partials by mpmath, at doubles."""
import mpmath as mp

mp.mp.dps = 600
softplus = lambda x: mp.log1p(mp.exp(x))
sigmoid = lambda x: 1 / (1 + mp.exp(-x))
lse = lambda *xs: mp.log(sum(mp.exp(x) for x in xs))
norm = lambda *xs: mp.sqrt(sum(x * x for x in xs))
wide = [0.5, -0.5, 1.25, -2.0, 3.7, -7.3, 1e-5, -1e-9, 12.0, -20.5]
unit = [0.5, -0.5, 0.1, -0.1, 0.9, -0.9, 0.999999, -0.9999999, 1e-7, -1e-10]
positive = [0.5, 1.25, 2.0, 1e-5, 1e5, 0.9999999, 1.0000001, 3e-310, 5e-324, 1e-20, 1e300]
outside = [2.0, -1.25, 1.0000001, -30.5, 1e9]
steps = [2.5, -2.5, 0.25, -0.75, 1e5 + 0.125, -1e-9]
rests = [(-7.5, 2.0), (7.5, 2.0), (-7.5, -2.0), (1e5, 0.3), (0.1, 3.0), (-1e-9, 3.0)]
bessel = [0.5, 1.25, 3.7, 12.25, 1e-3, 80.5]


def cbrt(x):
    return mp.sign(x) * mp.cbrt(abs(x))


def binomial(n, k):
    return mp.rgamma(k + 1) * mp.gammaprod([n + 1], [n - k + 1])


table = [
    ("exp", mp.exp, wide + [1.0, -700.5, 700.5]), ("expm1", mp.expm1, wide + [-40.0, -100.0]),
    ("log", mp.log, positive), ("log1p", mp.log1p, unit + [1e5, -0.99999, 1e-300, 1e-5]), ("sqrt", mp.sqrt, positive),
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
pairs = [(0.25, 1.5), (-2.0, 7.0), (1e-3, -2e-3), (30.5, 0.7), (-750.5, -751.0), (3.1, -0.001)]
table += [
    ("log2", lambda x: mp.log(x, 2), positive + [10.0]), ("log10", mp.log10, positive), ("cbrt", cbrt, positive + [-2.0, -1e-9, -3e-310]),
    ("hypot", norm, pairs + [(3.0, 4.0), (3e200, -4e200), (3e-200, 4e-200), (1e308, 1e308)]),
    ("logaddexp", lse, pairs + [(800.0, 100.25)]), ("xlogy", lambda x, y: x * mp.log(y), [(0.5, 3.0), (-2.0, 1e-300), (1e5, 0.999999)]),
    ("sec", mp.sec, wide + [1.5707]), ("csc", mp.csc, wide + [3.1415]), ("cot", mp.cot, wide + [1.5707]),
    ("asec", mp.asec, outside), ("acsc", mp.acsc, outside), ("acot", lambda x: mp.atan(1 / x), wide + [2.0]),
    ("atan2", mp.atan2, pairs + [(1.0, 2.0), (1e200, -3e200), (-1e-200, -1e-201)]),
    ("sinc", lambda x: mp.sin(x) / x, wide + [0.9, 1.1, 1.6, 100.25]),
    ("sech", mp.sech, wide + [700.5]), ("csch", mp.csch, wide + [-700.5]), ("coth", mp.coth, wide + [300.0]),
    ("asinh", mp.asinh, wide + [1e200, -1e-300]), ("acosh", mp.acosh, [2.0, 1.0000001, 1.25, 30.5, 1e200]), ("atanh", mp.atanh, unit),
    ("asech", mp.asech, [0.5, 0.9999999, 0.1, 1e-200]), ("acsch", mp.acsch, wide + [1e-200]), ("acoth", mp.acoth, [2.0, -1.0000001, 30.5, -1e9]),
    ("heaviside", lambda x: (1 + mp.sign(x)) / 2, wide + [2.0]), ("floor", mp.floor, steps), ("ceil", mp.ceil, steps),
    ("round", lambda x: mp.mpf(round(x)), steps), ("trunc", lambda x: mp.sign(x) * mp.floor(abs(x)), steps),
    ("mod", lambda x, y: x - y * mp.floor(x / y), rests), ("fmod", lambda x, y: x - y * mp.sign(x / y) * mp.floor(abs(x / y)), rests),
    ("logsigmoid", lambda x: -softplus(-x), wide + [700.0, -800.0]), ("tanhshrink", lambda x: x - mp.tanh(x), wide),
    ("logit", lambda x: mp.log(x / (1 - x)), [0.25, 0.5000001, 0.999, 1e-300, 0.75]),
    ("erf", mp.erf, wide + [0.9, 5.5]), ("erfc", mp.erfc, wide + [26.25, 5.123]),
    ("erfi", lambda x: mp.erfi(x), [0.5, -0.5, 1.25, -5.7, 1e-9, 26.5]),
    ("normpdf", mp.npdf, wide + [37.1]), ("normcdf", lambda x: mp.erfc(-x / mp.sqrt(2)) / 2, wide + [-37.1]),
]
slow = [
    ("erfinv", mp.erfinv, [0.5, -0.5, 0.1, -0.9, 1e-10, 0.999, 1 - 2**-53]),
    ("gamma", mp.gamma, [0.5, 1.25, 3.7, 25.5, 170.25, -2.5, -50.25, 1e-5, -1e-300]),
    ("lgamma", lambda x: mp.log(abs(mp.gamma(x))), [0.5, 1.0001, 2.5, 25.5, 1e5, -2.75, -50.25, 1e-300]),
    ("digamma", mp.digamma, [0.5, 1.25, 1.47, 25.5, 1e5, -2.25, 1e-5]), ("trigamma", lambda x: mp.psi(1, x), [0.5, 1.25, 25.5, 1e5, -2.25, 1e-5]),
    ("polygamma", lambda n, x: mp.psi(int(n), x), [(2.0, 0.5), (0.0, 3.25), (3.0, 25.5), (5.0, 1.25), (1.0, -2.25)]),
    ("beta", mp.beta, [(0.5, 3.0), (2.5, 2.5), (10.25, 0.75), (1e-3, 5.0)]),
    ("factorial", mp.factorial, [5.0, 0.5, -0.25, 20.5, -3.5]),
    ("binomial", binomial, [(5.0, 2.0), (5.5, 2.25), (20.0, 9.0), (0.5, 3.0), (3.0, 5.0), (-2.0, 3.0), (4.5, -2.0), (1.5, 4.5)]),
    ("besselj0", lambda x: mp.besselj(0, x), bessel + [-1.25]), ("besselj1", lambda x: mp.besselj(1, x), bessel + [-1.25]),
    ("besselj", lambda n, x: mp.besselj(int(n), x), [(2.0, 0.5), (3.0, 10.25), (0.0, 1.25), (-3.0, 2.5), (25.0, 3.5)]),
    ("bessely0", lambda x: mp.bessely(0, x), bessel), ("bessely1", lambda x: mp.bessely(1, x), bessel),
    ("lambertw", lambda x: mp.lambertw(x).real, [1.0, -0.25, -0.36, -0.3678, -0.36787944117, 1e-9, 100.5, 1e300]),
]
# By these arguments, or at these points, there is no derivative.
unmoved = {"polygamma": [0], "besselj": [0]}
nowhere = {("binomial", (-2.0, 3.0)): [1], ("round", (2.5,)): [0], ("round", (-2.5,)): [0]}
powers = [(2.5, 3.0), (-1.5, 3.0), (-1.5, -2.0), (0.3, 0.5), (2.0, -0.5), (7.0, 1 / 3), (1.0000001, 1e7), (0.999, 2500.5), (1e-300, 0.9)]


def text(x):
    return "" if x is None else mp.nstr(x, 30, min_fixed=0, max_fixed=0)


def partials(name, f, xs):
    if not xs:
        return []
    out = []
    for i, x in enumerate(xs):
        if i in unmoved.get(name, []) + nowhere.get((name, tuple(map(float, xs))), []):
            out.append(None)
            continue
        h = mp.mpf(10) ** -60 * max(abs(x), mp.mpf(10) ** -330)
        at = lambda s: f(*(xs[:i] + (x + s * h,) + xs[i + 1:]))
        out.append((at(1) - at(-1)) / (2 * h))
    return out


def write(out, name, f, args):
    args = args if isinstance(args, tuple) else (args,)
    xs = tuple(mp.mpf(a) for a in args)
    out.write("\t".join([name, ",".join(map(float.hex, args)), text(mp.mpf(f(*xs))), ",".join(map(text, partials(name, f, xs)))]) + "\n")


head = f"# mpmath {mp.__version__}, truth.py: function, arguments, value, partials\n"
with open("truth.tsv", "w") as out:
    out.write(head)
    for name, f, points in table:
        for args in points or [()]:
            write(out, name, f, args)
    mp.mp.dps = 200
    for name, f, points in slow:
        for args in points:
            write(out, name, f, args)
    mp.mp.dps = 600
    for p in powers:
        if p[0] > 0:
            write(out, "^", lambda x, y: x**y, p)
