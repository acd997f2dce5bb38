// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KitEvent } from '../../src/state/events.js';
import { reduce } from '../../src/state/reduce.js';
import { canWait, reduceBurst, type PersonFact } from '../../src/state/reduceBurst.js';
import type { State } from '../../src/state/types.js';
import { personView } from '../../src/state/view/personView.js';
import { roomPeople, roomSeats } from '../../src/state/view/rooms.js';
import { pool } from '../../src/state/view/plan.js';
import { after, clientOf, given, keyOf } from './given.js';

const NAMES = ['Ana', 'Ben', 'Cem', 'Dia', 'nobody'];
const CLIENT = fc.constantFrom(...NAMES.map(clientOf));
const FACT: fc.Arbitrary<PersonFact> = fc.oneof(
  fc.record({
    type: fc.constant('role.changed' as const),
    clientId: CLIENT,
    role: fc.constantFrom('moderator', 'participant', 'audience', 'viewer', 'unknown'),
  }),
  fc.record({
    type: fc.constant('occupant.left' as const),
    clientId: CLIENT,
    roomId: fc.constantFrom(null, 'r1', 'r2', 'gone'),
  }),
);

/** Ben and Cem are in two open rooms, Dia is on the way to one. */
const live = after(
  given({
    rooms: 2,
    seats: [
      ['Ben', 1],
      ['Cem', 2],
    ],
  }),
  { type: 'round.opening' },
  {
    type: 'rooms.created',
    rooms: [
      { roomKey: 'room-1', roomId: 'r1', capacity: 5 },
      { roomKey: 'room-2', roomId: 'r2', capacity: 5 },
    ],
  },
  { type: 'round.opened' },
  { type: 'occupant.joined', clientId: clientOf('Ben'), roomId: 'r1' },
  { type: 'occupant.joined', clientId: clientOf('Cem'), roomId: 'r2' },
  { type: 'told.here', clientId: clientOf('Dia'), roomId: 'r1', step: 'joining' },
);
const STATES: readonly State[] = [given({ rooms: 2, seats: [['Ben', 1]] }), live];

/** A burst is of one moment here. */
const inOneGo = (state: State, facts: readonly PersonFact[]) =>
  reduceBurst(
    state,
    facts.map((fact) => ({ ...fact, at: state.at + 1 })),
  );
const oneByOne = (state: State, facts: readonly KitEvent[]) =>
  facts.reduce((next, fact) => reduce(next, { ...fact, at: state.at + 1 }), state);

/** As plain data: a map of versions says nothing of itself. */
const plain = (state: State) => ({
  ...state,
  people: [...state.people],
  clients: [...state.clients],
});

describe('a burst of facts', () => {
  it('comes to the same as its facts one after the other, and leaves the state before as it was', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATES), fc.array(FACT, { maxLength: 30 }), (state, told) => {
        const facts = told.filter((fact) => canWait(state, fact));
        const before = plain(state);
        const burst = inOneGo(state, facts);
        expect(plain(burst)).toEqual(plain(oneByOne(state, facts)));
        expect(plain(state)).toEqual(before);
        // What is said twice is known.
        const again = facts.filter((fact) => inOneGo(burst, [fact]) === burst);
        expect(inOneGo(burst, again)).toBe(burst);
      }),
    );
  });

  it('is told of while some of it waits: what is asked of the next fact does not hang on those', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...STATES),
        fc.array(FACT, { maxLength: 20 }),
        FACT,
        (state, told, next) => {
          const facts = told.filter((fact) => canWait(state, fact));
          expect(canWait(inOneGo(state, facts), next)).toBe(canWait(state, next));
        },
      ),
    );
  });

  it('makes every view say what it says after the facts one by one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATES), fc.array(FACT, { maxLength: 30 }), (state, told) => {
        const facts = told.filter((fact) => canWait(state, fact));
        const say = (of: State) => [
          NAMES.map((name) => personView(of, keyOf(name))),
          pool(of),
          of.plan.rooms.map(({ key }) => [roomPeople(of, key), roomSeats(of, key)]),
        ];
        // Asked before, so that what is remembered of the state before could show.
        const before = say(state);
        const burst = say(inOneGo(state, facts));
        expect(burst).toEqual(say(oneByOne(state, facts)));
        expect(say(state)).toEqual(before);
      }),
    );
  });

  it('that says nothing new gives the same state', () => {
    const fact = { type: 'role.changed', clientId: clientOf('Ben'), role: 'participant' } as const;
    expect(inOneGo(live, [fact, fact, fact])).toBe(live);
  });

  it('has nothing in it about oneself, nor anything while an offer hangs on people', () => {
    const own = { type: 'role.changed', clientId: clientOf('Ana'), role: 'participant' } as const;
    const other = { type: 'role.changed', clientId: clientOf('Ben'), role: 'moderator' } as const;
    expect(canWait(live, own)).toBe(false);
    expect(canWait(live, other)).toBe(true);
    const choosing = after(given({ rooms: 2 }), {
      type: 'plan.edited',
      edits: [{ kind: 'split', split: 'choose' }],
      reason: 'menu',
    });
    expect(canWait(choosing, other)).toBe(false);
    const offered = after(given({ me: 'Ben' }), {
      type: 'told.offer',
      fromClientId: clientOf('Ana'),
      rooms: [{ slot: 's1', number: 1, name: null, capacity: 3, taken: 0, clientIds: [] }],
    });
    expect(offered.self.offer).not.toBeNull();
    expect(canWait(offered, { type: 'role.changed', clientId: clientOf('Ana'), role: 'participant' })).toBe(
      false,
    );
  });
});
