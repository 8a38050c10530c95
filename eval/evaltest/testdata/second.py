"""Writes second.tsv into this folder: second partials by mpmath, at the points of truth.tsv."""
import mpmath as mp

# The functions and points are those of truth.py, which is not run as a whole.
source = open("truth.py").read()
exec(source[: source.index("def text")])
mp.mp.dps = 1500
digits = lambda x: "" if x is None else mp.nstr(x, 30, min_fixed=0, max_fixed=0)


def second(f, xs, i, j):
    h = [mp.mpf(10) ** -60 * max(abs(x), mp.mpf(10) ** -330) for x in xs]

    def at(*steps):
        moved = list(xs)
        for k, s in steps:
            moved[k] += s * h[k]
        return f(*moved)

    if i == j:
        return (at((i, 1)) - 2 * at() + at((i, -1))) / h[i] ** 2
    return (at((i, 1), (j, 1)) - at((i, 1), (j, -1)) - at((i, -1), (j, 1)) + at((i, -1), (j, -1))) / (4 * h[i] * h[j])


def write(out, name, f, args):
    args = args if isinstance(args, tuple) else (args,)
    xs = tuple(mp.mpf(a) for a in args)
    still = unmoved.get(name, []) + nowhere.get((name, tuple(map(float, xs))), [])
    entries = [None if i in still or j in still else second(f, xs, i, j) for i in range(len(xs)) for j in range(len(xs))]
    out.write("\t".join([name, ",".join(map(float.hex, args)), ",".join(map(digits, entries))]) + "\n")


with open("second.tsv", "w") as out:
    out.write(f"# mpmath {mp.__version__}, second.py: function, arguments, second partials row by row\n")
    for name, f, points in table:
        for args in points:
            write(out, name, f, args)
    mp.mp.dps = 260
    for name, f, points in slow:
        for args in points:
            write(out, name, f, args)
    mp.mp.dps = 600
    for p in powers:
        if p[0] > 0:
            write(out, "^", lambda x, y: x**y, p)
