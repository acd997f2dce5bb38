import type { Random } from '../random.js';
import type { Hall } from './hall.js';
import type { Meetings } from './meetings.js';
import { bears, trade } from './trade.js';

/** From one repeat more that is mostly accepted to one that hardly ever is, so many times over. */
const HOT = 0.9;
const COLD = 0.12;
const HEATS = 3;

/** Who was passed over once already is seated before any pair is spared another meeting. */
const PASSED_OVER = 1_000;

/**
 * Lowers the repeats of some rounds at once by simulated annealing: people trade rooms within a round, in all rounds in turn, so that
 * no round is stuck with what an earlier one left it. What the rules and sizes cost never rises.
 *
 * @param steps - How many trades to try.
 * @param least - Repeats that nothing can be below: the search ends there.
 */
export function meetNew(
  meetings: Meetings,
  random: Pick<Random, 'below'>,
  steps: number,
  least: number,
): void {
  const { halls, move, rise, repeatsOf } = meetings;
  const repeats = () => meetings.repeats() + PASSED_OVER * meetings.passedOver();
  const open = halls.flatMap((hall, round) => (hall.free.length > 1 ? [round] : []));
  let cost = halls.reduce((sum, hall) => sum + hall.cost(), 0);
  let cheapest = Infinity;
  let lowest = Infinity;
  let best: Int32Array[] = [];
  const note = () => {
    const count = repeats();
    if (cost > cheapest || (cost === cheapest && count >= lowest)) return;
    cheapest = cost;
    lowest = count;
    best = halls.map((hall) => hall.at.slice());
  };
  note();

  for (let step = 0; step < steps; step += 1) {
    if (open.length === 0 || lowest <= least) break;
    const heat = HOT * (COLD / HOT) ** (((step * HEATS) / steps) % 1);
    const round = open[random.below(open.length)] as number;
    const hall = halls[round] as Hall;
    const { free, at, bench, blocks } = hall;
    const anyone = () => free[random.below(free.length)] as number;
    const [one, other] = [anyone(), anyone()];
    const [from, to] = [at[one] as number, at[other] as number];
    const before = hall.cost();
    if (from === bench || to === bench || blocks[one] || blocks[other] || step % 16 === 0) {
      const count = repeats();
      const undo = trade(hall, random, (who, room) => move(round, who, room));
      if (hall.cost() > before || (hall.cost() === before && !bears(repeats() - count, heat, random))) undo();
    } else {
      // Most trades end here: nobody is moved to find out that it would not help.
      if (from === to || (repeatsOf(round, one) === 0 && step % 4 > 0)) continue;
      if (!bears(rise(round, one, other), heat, random)) continue;
      move(round, one, to);
      move(round, other, from);
      if (hall.cost() > before) {
        move(round, one, from);
        move(round, other, to);
      }
    }
    cost += hall.cost() - before;
    note();
  }
  best.forEach((seats, round) => {
    seats.forEach((room, who) => move(round, who, room));
  });
}
