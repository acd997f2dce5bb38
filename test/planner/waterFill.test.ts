// @vitest-environment node
import { expect, it } from 'vitest';
import { waterFill } from '../../src/planner/waterFill.js';

it.each<[string, [number, number][], number, number[]]>([
  [
    'empty rooms alike',
    [
      [0, 9],
      [0, 9],
      [0, 9],
    ],
    7,
    [3, 2, 2],
  ],
  [
    'low rooms before high ones',
    [
      [4, 9],
      [0, 9],
      [1, 9],
    ],
    5,
    [0, 3, 2],
  ],
  [
    'no room above its capacity',
    [
      [0, 1],
      [0, 9],
    ],
    5,
    [1, 4],
  ],
  [
    'nothing into a room that is over',
    [
      [5, 3],
      [0, 3],
    ],
    2,
    [0, 2],
  ],
  [
    'what fits, and no more',
    [
      [0, 2],
      [1, 2],
    ],
    9,
    [2, 1],
  ],
  ['nothing anywhere without rooms', [], 3, []],
])('fills %s', (_, rooms, amount, added) => {
  expect(
    waterFill(
      rooms.map(([taken, capacity]) => ({ taken, capacity })),
      amount,
    ),
  ).toEqual(added);
});
