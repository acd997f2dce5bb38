/**
 * A clean copy of something that came from outside, before anybody judges it.
 *
 * The copy reads every property once, so that a getter cannot answer the check with one value and the use with another. It has no
 * prototypes, so that only what was really sent is found. It stops at a size and a depth, so that a huge, cyclic or
 * endlessly shared body costs no more than a full message.
 */

/** Deeper than any kind is, now or in sight. */
const MAX_DEPTH = 8;

/** Thrown by `plainCopy` when the budget is spent. Never leaves this folder. */
export class TooLarge extends Error {}

/**
 * @param limit - Most units to copy. Each value costs no more than it takes as JSON in bytes.
 * @throws TooLarge above the limit; anything else a getter or a proxy throws.
 */
export function plainCopy(body: unknown, limit: number): unknown {
  let left = limit;
  const spend = (cost: number) => {
    left -= cost;
    if (left < 0) throw new TooLarge();
  };

  const copy = (value: unknown, depth: number): unknown => {
    spend(typeof value === 'string' ? value.length + 2 : 1);
    if (typeof value !== 'object' || value === null) return value;
    if (depth === MAX_DEPTH) throw new RangeError('A message is deeper than any kind is.');
    if (Array.isArray(value)) {
      const items: unknown[] = [];
      const length = value.length;
      for (let at = 0; at < length; at += 1) items.push(copy(value[at], depth + 1));
      return items;
    }
    const fields = Object.create(null) as Record<string, unknown>;
    for (const key of Object.keys(value)) {
      spend(key.length + 3);
      fields[key] = copy((value as Record<string, unknown>)[key], depth + 1);
    }
    return fields;
  };

  return copy(body, 0);
}
