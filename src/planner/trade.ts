import type { Random } from '../random.js';
import type { Hall } from './hall.js';

/**
 * One step at random: somebody, or everybody who belongs to them, goes to another room, and people of that room come back in exchange
 * or free seats are taken. As many people have a seat after it as before.
 *
 * @param move - Moves one person in this hall, and in whatever else is counted with it.
 * @returns Takes the step back.
 */
export function trade(
  { free, blocks, at, bench, space }: Hall,
  random: Pick<Random, 'below'>,
  move: (person: number, to: number) => void,
): () => void {
  const back: [person: number, from: number][] = [];
  const go = (person: number, to: number) => {
    back.push([person, at[person] ?? bench]);
    move(person, to);
  };
  const who = free[random.below(free.length)] ?? 0;
  const block = blocks[who];
  const going = block && random.below(2) ? block : [who];
  const to = at[free[random.below(free.length)] ?? 0] ?? bench;
  const target = random.below(4) ? to : random.below(bench);
  for (const one of going) {
    const from = at[one] ?? bench;
    if (from === target) continue;
    const seats = target !== bench && from !== bench && space(target) > 0;
    const other = seats && random.below(2) ? undefined : someone(target);
    if (other === undefined && !seats) continue;
    go(one, target);
    if (other !== undefined) go(other, from);
  }
  return () => {
    for (const [person, from] of back.toReversed()) move(person, from);
  };

  /** Somebody of that room who may leave it, and is not one of those who come. */
  function someone(room: number): number | undefined {
    const start = random.below(free.length);
    for (let step = 0; step < free.length; step += 1) {
      const person = free[(start + step) % free.length] ?? 0;
      if (at[person] === room && !going.includes(person)) return person;
    }
    return undefined;
  }
}
