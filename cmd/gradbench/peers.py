"""Measure SymPy and PyTorch.

Reads {"seconds": budget of one measurement, "workloads": [...]} from standard input and
writes a list of peers to standard output; peers.go and workloads.go say what they hold.
Times are seconds per call. A peer that is not installed has no results.
"""

import json
import math
import sys
from time import perf_counter


def fastest(budget, call):
    """The time of one call: the least mean of several growing batches, as measure.go has it."""
    best, spent, calls = math.inf, 0.0, 1
    while spent < budget or best == math.inf:
        start = perf_counter()
        for _ in range(calls):
            call()
        took = perf_counter() - start
        spent += took
        if took <= budget / 10:
            calls *= 2
        else:
            best = min(best, took / calls)
    return best


def fastest_alone(budget, prepare, call):
    """The time of one call, the least of several, each after a preparation that is not timed."""
    best, spent = math.inf, 0.0
    while spent < budget or best == math.inf:
        prepare()
        start = perf_counter()
        call()
        took = perf_counter() - start
        spent += took
        best = min(best, took)
    return best


def flat_names(inputs):
    """The names of all coordinates: x for a scalar, x0, x1, ... for a vector."""
    for i in inputs:
        if i["vector"]:
            yield from (f"{i['name']}{k}" for k in range(len(i["values"])))
        else:
            yield i["name"]


def sympy_peer(budget, workloads):
    import sympy
    from sympy.core.cache import clear_cache
    from sympy.parsing.sympy_parser import parse_expr

    def measure(w):
        symbols = {name: sympy.Symbol(name) for name in flat_names(w["inputs"])}
        point = [v for i in w["inputs"] for v in i["values"]]

        def parse():
            return parse_expr(w["sympy"], local_dict=symbols)

        def differentiate():
            f = parse()
            return [f] + [f.diff(x) for x in symbols.values()]

        compiled = sympy.lambdify(list(symbols.values()), differentiate(), "math", cse=True)
        value, *gradient = compiled(*point)
        return {
            "value": value,
            "gradient": gradient,
            "seconds": {
                "parse": fastest_alone(budget, clear_cache, parse),
                "differentiate": fastest_alone(budget, clear_cache, differentiate),
                "evaluate": fastest(budget, lambda: compiled(*point)),
            },
        }

    return sympy.__version__, {w["name"]: measure(w) for w in workloads}


def torch_peer(budget, workloads):
    import torch

    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    names = {"sigmoid": torch.sigmoid, "softmax": torch.softmax, "tensor": torch.tensor}

    def measure(w):
        f = eval(w["torch"], names)
        point = [torch.tensor(i["values"] if i["vector"] else i["values"][0]) for i in w["inputs"]]
        for x in point:
            x.requires_grad_()

        def evaluate():
            y = f(*point)
            return y, torch.autograd.grad(y, point)

        value, gradient = evaluate()
        return {
            "value": value.item(),
            "gradient": [v for g in gradient for v in g.reshape(-1).tolist()],
            "seconds": {"evaluate": fastest(budget, evaluate)},
        }

    return torch.__version__, {w["name"]: measure(w) for w in workloads}


def main():
    request = json.load(sys.stdin, parse_int=float)  # Go writes 2.0 as 2
    peers = []
    for name, run in (("SymPy", sympy_peer), ("PyTorch", torch_peer)):
        peer = {"name": name, "version": "", "missing": "", "results": {}}
        try:
            peer["version"], peer["results"] = run(request["seconds"], request["workloads"])
        except ImportError as error:
            peer["missing"] = f"not installed ({error})"
        peers.append(peer)
    json.dump(peers, sys.stdout)


main()
