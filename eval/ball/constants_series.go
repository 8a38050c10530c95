package ball

import "math/big"

// computePi uses the series of D. and G. Chudnovsky (1988),
//
//	1/pi = 12/C^(3/2) * sum of (-1)^k (6k)!/((3k)! k!^3) (A + B*k)/C^(3k)
//
// with A = 13591409, B = 545140134 and C = 640320, so that pi is
// 426880*sqrt(10005)/sum. Its terms alternate and fall by 2^-47 each, so that
// n leave out less than 2^(32-47n). An error of a unit in the root or in the
// sum is less than a unit of pi.
func computePi(p uint) (v *big.Int, units int64) {
	s := series{
		a: func(k int64) *big.Int {
			a := product(big.NewInt(545140134), big.NewInt(k))
			return a.Add(a, big.NewInt(13591409))
		},
		p: func(k int64) *big.Int {
			if k == 0 {
				return one
			}
			return product(product(big.NewInt(5-6*k), big.NewInt(2*k-1)), big.NewInt(6*k-1))
		},
		q: func(k int64) *big.Int {
			if k == 0 {
				return one
			}
			n := product(big.NewInt(k), big.NewInt(k))
			return n.Mul(n, big.NewInt(k)).Mul(n, big.NewInt(640320*640320/24)).Mul(n, big.NewInt(640320))
		},
	}
	sum := s.sum(0, int64(p)/47+2)
	root := big.NewInt(10005)
	root.Sqrt(root.Lsh(root, 2*p))
	v = root.Mul(root, big.NewInt(426880)).Mul(root, sum.q)
	return v.Quo(v, sum.t), 3
}

// computeLn2 uses 2 = (16/15)^7 * (25/24)^5 * (81/80)^3.
func computeLn2(p uint) (v *big.Int, units int64) { return logOfPowers(7, 5, 3, p) }

// computeLn10 uses 10 = (16/15)^23 * (25/24)^17 * (81/80)^10.
func computeLn10(p uint) (v *big.Int, units int64) { return logOfPowers(23, 17, 10, p) }

// logOfPowers returns the logarithm of (16/15)^i * (25/24)^j * (81/80)^k, with
// log((n+1)/(n-1)) = 2*atanh(1/n).
func logOfPowers(i, j, k int64, p uint) (v *big.Int, units int64) {
	v = product(big.NewInt(2*i), atanhInverse(31, p))
	v.Add(v, product(big.NewInt(2*j), atanhInverse(49, p)))
	v.Add(v, product(big.NewInt(2*k), atanhInverse(161, p)))
	return v, 4 * (i + j + k)
}

// atanhInverse returns atanh(1/n) = 1/n + 1/(3n^3) + …, for n >= 4, wrong by
// less than 2 units: one of which is for the terms left out.
func atanhInverse(n int64, p uint) *big.Int {
	nn := big.NewInt(n * n)
	s := series{
		b: func(k int64) *big.Int { return big.NewInt(2*k + 1) },
		q: func(k int64) *big.Int {
			if k == 0 {
				return big.NewInt(n)
			}
			return nn
		},
	}
	return s.fixed(int64(p)/(2*int64(big.NewInt(n).BitLen()-1))+2, p)
}

// computeE uses the sum of 1/k!, of which n terms leave out less than 2/n!.
func computeE(p uint) (v *big.Int, units int64) {
	s := series{q: func(k int64) *big.Int { return big.NewInt(max(k, 1)) }}
	return s.fixed(int64(seriesTerms(p+1, 0)), p), 2
}
