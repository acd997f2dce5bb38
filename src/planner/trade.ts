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
  const back: (() => void)[] = [];
  const go = (person: number, to: number) => {
    const from = at[person] as number;
    back.unshift(() => {
      move(person, from);
    });
    move(person, to);
  };
  if (free.length === 0) return () => {};
  const anyone = () => free[random.below(free.length)] as number;
  /** Chance finds somebody sooner than a search through all, and the search finds who is hard to find. */
  const someone = (room: number, except: readonly number[]) => {
    const fits = (person: number) => at[person] === room && !except.includes(person);
    for (let tries = 0; tries < 30; tries += 1) {
      const person = anyone();
      if (fits(person)) return person;
    }
    return free.find(fits);
  };
  const who = anyone();
  const going = (random.below(2) && blocks[who]) || [who];
  const target = random.below(4) ? (at[anyone()] as number) : random.below(bench);
  for (const one of going) {
    const from = at[one] as number;
    if (from === target) continue;
    const seats = target !== bench && from !== bench && space(target) > 0;
    const other = seats && random.below(2) ? undefined : someone(target, going);
    if (other === undefined && !seats) continue;
    go(one, target);
    if (other !== undefined) go(other, from);
  }
  return () => {
    for (const undo of back) undo();
  };
}

/** Whether a step is taken that costs so much more: always if none, and the more seldom the colder it is. */
export const bears = (worse: number, heat: number, random: Pick<Random, 'below'>): boolean =>
  worse <= 0 || random.below(1e6) < 1e6 * Math.exp(-worse / heat);
