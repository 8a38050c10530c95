package ball

import "sync"

type gammaConstantKey struct {
	name string
	bits uint
}

// gammaConstants keeps constants by name and precision, one of the few that
// tableBits gives, so that a constant does not depend on what was asked before.
var gammaConstants struct {
	sync.Mutex
	values map[gammaConstantKey]Ball
}

// gammaConstant returns the constant of that name to a few more bits than the
// context's, computing it the first time.
func (c Context) gammaConstant(name string, compute func(w Context) Ball) Ball {
	key := gammaConstantKey{name, tableBits(c.Bits)}
	gammaConstants.Lock()
	v, ok := gammaConstants.values[key]
	gammaConstants.Unlock()
	if ok {
		return v
	}
	v = Context{Bits: key.bits}.Round(compute(Context{Bits: key.bits + 16}))
	gammaConstants.Lock()
	defer gammaConstants.Unlock()
	if gammaConstants.values == nil {
		gammaConstants.values = map[gammaConstantKey]Ball{}
	}
	gammaConstants.values[key] = v
	return v
}

// sqrtPi returns the square root of pi.
func (c Context) sqrtPi() Ball {
	return c.gammaConstant("sqrt(pi)", func(w Context) Ball { return w.Sqrt(w.Pi()) })
}

// sqrt2Pi returns the square root of 2 pi.
func (c Context) sqrt2Pi() Ball {
	return c.gammaConstant("sqrt(2 pi)", func(w Context) Ball { return w.Sqrt(w.Scale(w.Pi(), 1)) })
}

// logSqrt2Pi returns log(2 pi)/2.
func (c Context) logSqrt2Pi() Ball {
	return c.gammaConstant("log(2 pi)/2", func(w Context) Ball { return w.Log(w.sqrt2Pi()) })
}
