"""Records what mpmath says of functions: lines of name, digits, arguments and value, for the tests of package ball.

A family's script names its functions and draws their arguments:

    from record import record, exact
    record({"exp": (mp.exp, draws)}, COUNT)

A value is computed at rising precision until two agree to more digits than asked. Arguments are written as exact
integers times a power of two, m*2^e, values in decimal. Where there is no real value the record is "undefined".
"""

import sys
from mpmath import mp, mpf, mpc, isnan, isinf, __version__

DIGITS = ((50, 1), (200, 3), (1000, 8))  # (digits, one in how many arguments)


def exact(x):
    """An mpf that is exact, as m*2^e."""
    sign, m, e, _ = x._mpf_
    return "%d*2^%d" % (-m if sign else m, e)


def value(f, args, digits):
    """f(args) to so many digits, or None."""
    last = None
    bits = int(digits * 3.33) + 64
    for _ in range(9):
        with mp.workprec(bits):
            try:
                y = f(*args)
            except (ValueError, ZeroDivisionError):
                return None
            if isinstance(y, mpc):
                if y.imag != 0:
                    return None
                y = y.real
            if isnan(y) or isinf(y):
                return None
            if last is not None and abs(y - last) <= abs(y) * mpf(10) ** (-digits - 5):
                return y
            last = y
        bits *= 2
    raise ArithmeticError("%s at %s does not settle" % (f, args))


def record(functions, out=sys.stdout):
    """Writes the records of a table of name: (function, list of argument tuples)."""
    out.write("# mpmath %s\n" % __version__)
    for name, (f, points) in functions.items():
        for i, args in enumerate(points):
            args = [a if isinstance(a, mpf) else mpf(a) for a in args]  # mpf(a) rounds
            for digits, each in DIGITS:
                if i % each:
                    continue
                y = value(f, args, digits)
                with mp.workdps(digits + 10):
                    text = "undefined" if y is None else mp.nstr(y, digits, strip_zeros=False)
                out.write("\t".join([name, str(digits), " ".join(map(exact, args)), text]) + "\n")
