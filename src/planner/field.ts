/** Adding and multiplying the numbers below a count so that, wherever it can be, no product of two that are not 0 is 0. */
export interface Ring {
  readonly plus: (a: number, b: number) => number;
  readonly times: (a: number, b: number) => number;
}

/**
 * The finite field of so many elements when the count is a power of a prime, and else the remainders modulo it.
 *
 * An element of the field of p^e is a polynomial over the remainders modulo p, its coefficients written as the digits of a number in
 * base p. Products are taken modulo a polynomial of degree e that has no factors, which is found by trying: with any other, two
 * elements would multiply to 0.
 */
export function createRing(count: number): Ring {
  let prime = 2;
  while (count % prime > 0) prime += 1;
  let power = prime;
  while (power < count) power *= prime;
  if (power > count) prime = count;

  const plus = (a: number, b: number): number =>
    a + b === 0 ? 0 : ((a + b) % prime) + prime * plus(Math.floor(a / prime), Math.floor(b / prime));
  const scale = (a: number, by: number): number => (by > 0 ? plus(a, scale(a, by - 1)) : 0);
  const nonZero = Array.from({ length: count - 1 }, (_, a) => a + 1);
  for (let rest = 0; ; rest += 1) {
    // By Horner's rule: each step multiplies by x, and x^e is the rest of the polynomial with its signs turned.
    const shift = (a: number) => plus((a * prime) % count, scale(rest, Math.floor((a * prime) / count)));
    const times = (a: number, b: number): number =>
      b === 0 ? 0 : plus(shift(times(a, Math.floor(b / prime))), scale(a, b % prime));
    if (prime === count || nonZero.every((a) => nonZero.every((b) => times(a, b) > 0)))
      return { plus, times };
  }
}
