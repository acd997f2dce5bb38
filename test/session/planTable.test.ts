// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTableFile } from '../../src/hooks/list/readTable.js';
import { writeCsv } from '../../src/hooks/list/writeTable.js';
import type { ListMeeting } from '../../src/planner/list/list.js';
import { matchList } from '../../src/planner/list/matchList.js';
import { planCells } from '../../src/planner/list/planCells.js';
import { planList } from '../../src/planner/list/planList.js';
import { displayName } from '../../src/state/displayName.js';
import type { State } from '../../src/state/types.js';
import { everybody, twins } from '../../src/state/view/people.js';
import { planTable } from '../../src/state/view/planTable.js';
import { capacity, roomCapacity, shownRoomName } from '../../src/state/view/rooms.js';
import { keyOf } from './given.js';
import { meet } from './meeting.js';

const guest = (order: number) => `Guest ${String(order)}`;

/** A meeting as lists see it. */
const meetingOf = (state: State): ListMeeting => ({
  people: everybody(state).map(({ key, name, order, userRef }) => ({
    key,
    name: displayName(name, guest(order)),
    twin: twins(state).get(key) ?? 0,
    email: null,
    userRef,
  })),
  rooms: state.plan.rooms.map(({ key, number, name }) => ({
    key,
    number,
    name: shownRoomName(name),
    seats: roomCapacity(state, key),
  })),
  seats: state.plan.seats,
  locked: state.plan.locked,
  maxRooms: state.limits.maxRooms,
  newSeats: capacity(state),
});

/** What a list can say of a plan. */
const saidOf = ({ plan }: State) => ({
  rooms: plan.rooms.map(({ number, name }) => [number, shownRoomName(name)]),
  seats: new Map(
    [...plan.seats].map(([person, room]) => [person, plan.rooms.find(({ key }) => key === room)?.number]),
  ),
  staying: plan.staying,
  leads: plan.leads,
  locked: plan.locked,
  expected: plan.expected.map(({ to, ...who }) => ({
    ...who,
    to: plan.rooms.find(({ key }) => key === to)?.number ?? to,
  })),
});

/** Writes the plan to a file, reads the file, and applies what is read. */
async function again(
  state: State,
  apply: (list: ReturnType<typeof planList>) => void,
  to: () => State,
  fromEmpty = false,
) {
  const csv = await writeCsv(planCells(planTable(state, { guest })));
  const read = await readTableFile(new Blob([csv]));
  if (!read.ok) throw new Error(`The exported plan was not read: ${read.why}`);
  const meeting = meetingOf(to());
  apply(planList(matchList(read.table, meeting), meeting, undefined, { fromEmpty }));
}

const name = fc.oneof(
  fc.constantFrom(
    'Lena Vogel',
    'lena vogel',
    'Maria Silva',
    '=HYPERLINK("x")',
    '+1',
    '@me',
    "O'Brien",
    "'=x",
    '',
  ),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const roomName = fc.oneof(
  fc.constantFrom(null, 'Pricing', '2', 'Main room', '-1', 'Room 3', 'Vogel, "Lena"'),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);

describe('an exported plan', () => {
  test('imported again gives the same plan: over itself, over an empty draft of the meeting, and over any other from empty rooms', async () => {
    const plans = fc.record({
      names: fc.array(name, { minLength: 1, maxLength: 7 }),
      refs: fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
      rooms: fc.uniqueArray(roomName, { minLength: 1, maxLength: 4 }),
      places: fc.array(fc.integer({ min: -1, max: 4 }), { minLength: 7, maxLength: 7 }),
      marks: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 7, maxLength: 7 }),
      expected: fc.uniqueArray(fc.constantFrom('Ada Lovelace', 'Grace Hopper', '=Alan'), { maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(plans, async ({ names, refs, rooms, places, marks, expected }) => {
        const { kit, state } = await meet({
          people: [
            { name: 'Ana', role: 'moderator' },
            ...names.map((text, at) => ({
              id: `id-${String(at)}`,
              name: text,
              userRef: refs[at] ? `ref-${String(at)}` : undefined,
            })),
          ] as never,
          withoutKit: names,
        });
        const { actions } = kit('Ana');
        const blank = state('Ana').plan;
        actions.setSplit('hand');
        actions.setRoomCount(rooms.length);
        const keys = state('Ana').plan.rooms.map(({ key }) => key);
        rooms.forEach((text, at) => actions.renameRoom({ roomKey: keys[at] ?? '', name: text }));
        everybody(state('Ana')).forEach(({ key }, at) => {
          const place = places[at] ?? -1;
          const to = place === 4 ? 'main' : (keys[place] ?? 'none');
          actions.movePeople({ people: [key], to });
          if ((marks[at] ?? 0) & 1) actions.setLead({ people: [key], on: true });
          if ((marks[at] ?? 0) & 2) actions.setLocked({ people: [key], on: true });
        });
        const waiting = expected.map((who, at) => ({
          person: null,
          name: who,
          email: null,
          userRef: null,
          lead: null,
          locked: null,
          to: keys[at % keys.length] ?? 'main',
        }));
        actions.applyList({ added: [], renamed: [], people: waiting });
        const exported = state('Ana');
        await again(exported, actions.applyList, () => state('Ana'));
        expect(saidOf(state('Ana'))).toEqual(saidOf(exported));
        actions.replacePlan(blank);
        await again(exported, actions.applyList, () => state('Ana'));
        expect(saidOf(state('Ana'))).toEqual(saidOf(exported));
        // A list that gives nobody a place empties nothing.
        const { seats, staying, expected: toCome } = exported.plan;
        if (seats.size + staying.size + toCome.length === 0) return;
        actions.replacePlan(blank);
        actions.setSplit('hand');
        actions.setRoomCount(1);
        const [only = ''] = state('Ana').plan.rooms.map(({ key }) => key);
        actions.movePeople({ people: everybody(state('Ana')).map(({ key }) => key), to: only });
        await again(exported, actions.applyList, () => state('Ana'), true);
        expect(saidOf(state('Ana'))).toEqual(saidOf(exported));
      }),
      { numRuns: 60 },
    );
  });

  test('has everybody with their room, then the main room, those without, those to come, and empty rooms', async () => {
    const { kit, state } = await meet({
      session: { personInfo: ({ name: who }) => ({ email: `${who}@example.org` }) },
    });
    const { actions } = kit('Ana');
    actions.setSplit('hand');
    actions.setRoomCount(2);
    const [one = '', two = ''] = state('Ana').plan.rooms.map(({ key }) => key);
    actions.renameRoom({ roomKey: two, name: 'Pricing' });
    actions.movePeople({ people: [keyOf(state('Ana'), 'P2')], to: one });
    actions.movePeople({ people: [keyOf(state('Ana'), 'P1')], to: 'main' });
    const table = planTable(state('Ana'), { emailOf: (key) => kit('Ana').personInfo(key).email ?? null });
    expect(table.map(({ name: who, email, room, roomName: called }) => [who, email, room, called])).toEqual([
      ['P2', 'P2@example.org', 1, null],
      ['', null, 2, 'Pricing'],
      ['P1', 'P1@example.org', 'main', null],
      ['Ana', 'Ana@example.org', null, null],
      ['P3', 'P3@example.org', null, null],
      ['P4', 'P4@example.org', null, null],
    ]);
  });
});
