"""Time mpmath, under the orders of mpmath.go.

Reads one line, {"digits": precision, "expressions": [{"text": of x and y, "arguments": [number, ...]},
...]}, and writes one, {"version": ..., "backend": ..., "missing": why there is no mpmath, "values":
[number, ...]}. A number is {"mantissa": hexadecimal, "exponent": of 2}. After that each line [i, n]
is answered with the seconds that n calls of expression i take.
"""

import json
import platform
import sys
from timeit import Timer


def answer(value):
    print(json.dumps(value), flush=True)


def main():
    request = json.loads(sys.stdin.readline())
    try:
        import mpmath
    except ImportError as error:
        answer({"missing": f"not installed ({error})"})
        return
    mpmath.mp.dps = request["digits"]

    def real(number):  # without rounding
        return mpmath.mp.make_mpf(mpmath.libmp.from_man_exp(int(number["mantissa"], 16), number["exponent"]))

    def names(arguments):
        return {**vars(mpmath), **dict(zip("xy", map(real, arguments)))}

    def number(text, value):
        if not isinstance(value, mpmath.mpf) or not mpmath.isfinite(value):
            raise ValueError(f"{text} is {value}, no real number")
        sign, mantissa, exponent, _ = value._mpf_
        return {"mantissa": f"{-mantissa if sign else mantissa:x}", "exponent": exponent}

    timers, values = [], []
    for e in request["expressions"]:
        known = names(e["arguments"])
        timers.append(Timer(e["text"], globals=known))
        values.append(number(e["text"], eval(e["text"], known)))
    version = f"{mpmath.__version__} on Python {platform.python_version()}"
    answer({"version": version, "backend": mpmath.libmp.BACKEND, "values": values})
    for line in sys.stdin:
        i, calls = json.loads(line)
        answer(timers[i].timeit(calls))


main()
