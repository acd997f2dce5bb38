// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { inviteView } from '../../src/state/view/self.js';
import { driverView } from '../../src/state/view/live.js';
import { deskOf, TWO } from './desks.js';
import { keyOf } from './given.js';
import { meet, type KitMeeting } from './meeting.js';

const PEOPLE = ['P1', 'P2', 'P3', 'P4'] as const;

/** Both press Open, the second so much later. */
async function bothOpen(
  options: Parameters<typeof meet>[0],
  later: number,
  opening: 'invite' | 'move' = 'invite',
) {
  const set = await meet({ people: TWO, ...options });
  const { kit, clock } = set;
  kit('Ana').actions.setRoomCount(2);
  kit('Tom').actions.setRoomCount(3);
  for (const name of ['Ana', 'Tom']) kit(name).actions.setOpening(opening);
  const first = kit('Ana').actions.openRooms();
  await clock.pass(later);
  const second = kit('Tom').actions.openRooms();
  return { ...set, first, second };
}

/** Who runs the rooms in everybody's eyes, and whose draft has to wait. */
function outcome({ state }: KitMeeting): { readonly winner: string; readonly loser: string } {
  const winner = driverView(state('Ana'))?.name ?? 'nobody';
  return { winner, loser: winner === 'Ana' ? 'Tom' : 'Ana' };
}

/** Who is in a room that is none of these. */
const leftBehind = ({ meeting }: KitMeeting, ids: readonly unknown[]) =>
  meeting.rooms().flatMap(({ id, members }) => (ids.includes(id) ? [] : members));

describe('two moderators open at once', () => {
  test.each(Array.from({ length: 40 }, (_, nth) => [nth] as const))(
    'one round stands in every kit, whatever came first (%i)',
    async (nth) => {
      const latency: readonly [number, number] =
        nth % 3 === 0 ? [20, 20] : nth % 3 === 1 ? [5, 150] : [40, 400];
      const set = await bothOpen({ seed: nth + 1, latency }, (nth * 37) % 500);
      const { kit, state, settle, meeting } = set;
      // Some are quick, and go to rooms that are given up a moment later.
      const gone = new Set<string>();
      for (let beat = 0; beat < 12; beat += 1) {
        await settle(100);
        for (const name of nth % 2 === 0 ? ['P1', 'P2'] : [])
          if (!gone.has(name) && inviteView(state(name))) {
            gone.add(name);
            void kit(name).actions.acceptInvite();
          }
      }
      await settle(4000);
      const { winner, loser } = outcome(set);
      expect(driverView(state('Tom'))?.name).toBe(winner);
      const refused = [await set.first, await set.second].flatMap((each) =>
        each.ok ? [] : [each.failure.kind],
      );
      expect(refused.every((kind) => kind === 'other-drives')).toBe(true);
      const rooms = deskOf(state(winner)).rooms;
      expect(rooms).toHaveLength(winner === 'Ana' ? 2 : 3);
      expect(deskOf(state(loser)).rooms).toEqual(rooms);
      const ids = rooms.map(([, , id]) => id);
      for (const name of PEOPLE) {
        const { invite, at, roomId } = state(name).self;
        // Asked to a room that stands, in one, or on the way back from one that was given up.
        const asked = invite !== null && ids.includes(invite.roomId);
        const inside = at === 'in-room' && ids.includes(roomId);
        expect(asked || inside, `${name}: ${at} ${String(invite?.roomId)}`).toBe(true);
        expect(invite === null || ids.includes(invite.roomId), name).toBe(true);
      }
      const elsewhere = state(loser).notices.filter(({ text }) => text === 'opened-elsewhere');
      expect(elsewhere).toMatchObject([{ people: [keyOf(state(loser), winner)] }]);
      expect(state(winner).notices.filter(({ text }) => text === 'opened-elsewhere')).toEqual([]);

      // Nobody stays behind in a room that was given up.
      await settle(30_000);
      const inside = (id: string | number | null | undefined) =>
        meeting.rooms().find((room) => room.id === id)?.members ?? [];
      expect(leftBehind(set, ids)).toEqual([]);
      for (const name of PEOPLE) if (inviteView(state(name))) void kit(name).actions.acceptInvite();
      await settle(5000);
      expect(ids.flatMap((id) => inside(id)).toSorted()).toEqual(PEOPLE.map((name) => `ref-${name}`));
      expect(deskOf(state(loser))).toEqual(deskOf(state(winner)));

      // The loser's plan is a draft again afterwards.
      void kit(winner).actions.closeNow();
      await settle(5000);
      for (const name of PEOPLE) expect(state(name).self.at, name).toBe('main');
      kit(loser).actions.planAgain();
      kit(loser).actions.undo();
      expect(state(loser).plan.rooms).toHaveLength(loser === 'Ana' ? 2 : 3);
      expect(state(loser).plan.seats.size).toBeGreaterThanOrEqual(4);
    },
  );

  test.each([1, 2, 3, 4, 5, 6])(
    'whose invitation was replaced by one that ends is asked once more (%i)',
    async (seed) => {
      const set = await meet({ people: TWO, seed, latency: 20 });
      const { kit, state, meeting, settle, clock } = set;
      // What kits say comes after both invitations, and the one that came last is shown.
      for (const person of PEOPLE)
        meeting.faults.add({ kind: 'event-late', event: 'user-data-received', person, ms: 400 });
      const order = seed % 2 === 0 ? ['Ana', 'Tom'] : ['Tom', 'Ana'];
      for (const name of order) {
        kit(name).actions.setRoomCount(2);
        void kit(name).actions.openRooms();
        await clock.pass(5);
      }
      await settle(4000);
      const ids = deskOf(state(outcome(set).winner)).rooms.map(([, , id]) => id);
      for (const name of PEOPLE) expect(ids, name).toContain(state(name).self.invite?.roomId);
    },
  );

  test.each([0, 60, 200])('moves at once go to the rooms that stand (%i ms apart)', async (later) => {
    const set = await bothOpen({ latency: [10, 120], seed: later + 3 }, later, 'move');
    const { state, settle } = set;
    await settle(60_000);
    const { winner, loser } = outcome(set);
    const ids = deskOf(state(winner)).rooms.map(([, , id]) => id);
    expect(leftBehind(set, ids)).toEqual([]);
    for (const name of PEOPLE) expect(state(name).self.at, name).toBe('in-room');
    expect(deskOf(state(loser))).toEqual(deskOf(state(winner)));
  });
});
