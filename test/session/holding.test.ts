// @vitest-environment node
import { describe, expect, test, vi } from 'vitest';
import { createManualClock } from '../../src/clock.js';
import { createBreakoutSession } from '../../src/session/session.js';
import { sessionOf } from '../../src/session/sessionOf.js';
import { createSimulatedMeeting } from '../../src/simulator.js';
import type { KitEvent } from '../../src/state/events.js';
import { takeConsole } from '../setup/quietConsole.js';
import { inRooms } from './given.js';
import { meet } from './meeting.js';
import { roomsOf, soundOf } from './sound.js';

/** Counts what is added to a room's list of listeners and taken from it. */
function counted(room: { addEventListener: unknown; removeEventListener: unknown }) {
  const count = { added: 0, removed: 0 };
  const add = room.addEventListener as (type: string, run: unknown) => void;
  const remove = room.removeEventListener as (type: string, run: unknown) => void;
  Object.assign(room, {
    addEventListener: (type: string, run: unknown) => ((count.added += 1), add.call(room, type, run)),
    removeEventListener: (type: string, run: unknown) => ((count.removed += 1), remove.call(room, type, run)),
  });
  return count;
}

describe('a session that a provider keeps', () => {
  test('belongs to its room: two callers share it', () => {
    const clock = createManualClock();
    const room = createSimulatedMeeting({ clock }).people()[0]?.room ?? {};
    expect(sessionOf(room, { clock })).toBe(sessionOf(room, { clock }));
  });

  test('points out options that come too late', () => {
    const clock = createManualClock();
    const meeting = createSimulatedMeeting({ clock });
    const room = meeting.people()[0]?.room ?? {};
    sessionOf(room, { clock, mainSound: 'muted' });
    sessionOf(room, { clock, mainSound: 'paused' });
    sessionOf(room, { clock, mainSound: 'listening' });
    expect(takeConsole().join()).toContain('already has a session with other options');
  });

  test('leaves the room and restores the sound when its last holder has been gone for a second', async () => {
    const { meeting, kit, settle } = await meet({ count: 2, withoutKit: ['P1'] });
    const { room } = meeting.person('P1');
    const before = soundOf(meeting, 'P1');
    const session = sessionOf(room, { clock: kit('Ana').clock });
    const listeners = counted(room);
    // StrictMode: up, down, up again.
    session.hold()();
    const release = session.hold();
    await settle();
    kit('Ana').actions.setRoomCount(1);
    void kit('Ana').actions.openRooms();
    await settle();
    void session.actions.acceptInvite();
    await settle(5000);
    expect(session.store.getState().self.at).toBe('in-room');
    release();
    release();
    await settle(500);
    expect(roomsOf(meeting, 'P1')).toHaveLength(1);
    await settle(8000);
    expect(roomsOf(meeting, 'P1')).toEqual([]);
    expect(soundOf(meeting, 'P1')).toEqual(before);
    expect(listeners.added).toBe(listeners.removed);
    expect(listeners.added).toBeGreaterThan(0);
  });

  test('knows nothing and does nothing while there is no room', async () => {
    const session = sessionOf(null);
    session.hold()();
    expect(sessionOf(null)).toBe(session);
    session.actions.setRoomCount(4);
    expect(session.store.getState().plan.rooms).toEqual([]);
    expect(await session.actions.openRooms()).toMatchObject({ ok: false });
    expect(await session.actions.acceptInvite()).toMatchObject({ ok: false });
    expect(await session.actions.setMic(true)).toMatchObject({
      ok: false,
      failure: { kind: 'not-connected' },
    });
    expect(session.breakoutRoom()).toBeNull();
  });
});

describe('a session that the application made', () => {
  test('stays in the room until it is disposed of, and leaves nothing behind', async () => {
    const { kit, meeting, settle, state, clock } = await inRooms(1, { count: 2 });
    const before = meeting.person('P1');
    expect(state('P1').self.at).toBe('in-room');
    const gone = kit('P1').dispose();
    void kit('P1').dispose();
    await settle(8000);
    await gone;
    expect(roomsOf(meeting, 'P1')).toEqual([]);
    expect(soundOf(meeting, 'P1')).toMatchObject({ mainSilenced: false, streams: [{ silent: false }] });
    const last = state('P1');
    void kit('Ana').actions.endRooms();
    meeting.join('Somebody new');
    await settle(40_000);
    expect(state('P1')).toBe(last);
    expect(before.room.state).toBe(2);
    for (const name of ['Ana', 'P2']) void kit(name).dispose();
    await settle(8000);
    meeting.dispose();
    expect(clock.pending()).toBe(0);
  });

  test('tells everything that happens, and goes on when the application throws at it', async () => {
    const events: KitEvent['type'][] = [];
    const reported = vi.fn<(error: unknown) => void>();
    vi.stubGlobal('reportError', reported);
    const plans: string[] = [];
    const { kit, settle, state } = await meet({
      count: 4,
      session: {
        onEvent(event) {
          events.push(event.type);
          if (event.type === 'plan.edited') throw new Error('the application fell over');
        },
        onPlanChange: (_, { reason }) => plans.push(reason),
      },
    });
    kit('Ana').actions.setRoomCount(2);
    kit('Ana').actions.undo();
    kit('Ana').actions.redo();
    await settle();
    expect(state('Ana').plan.rooms).toHaveLength(2);
    expect(events).toContain('roster.read');
    expect(plans).toEqual(['rooms', 'undo', 'redo']);
    expect(reported).toHaveBeenCalledTimes(1);
    vi.unstubAllGlobals();
  });

  test('takes a port of another service as it is', () => {
    const clock = createManualClock();
    const meeting = createSimulatedMeeting({ clock });
    const { port } = createBreakoutSession(meeting.people()[0]?.room ?? {}, { clock });
    expect(createBreakoutSession(port, { clock }).port).toBe(port);
  });

  test('says what is wrong when it gets no room', () => {
    expect(() => createBreakoutSession(undefined as unknown as object)).toThrow(TypeError);
  });

  test('hands the breakout room to the application, and tells it when the stay is over', async () => {
    const told: string[] = [];
    const { kit, settle } = await inRooms(1, {
      count: 2,
      session: {
        onEnterRoom(visit) {
          told.push(`in ${typeof visit.room} ${typeof visit.localStream}`);
          return () => told.push('out');
        },
      },
    });
    expect(kit('P1').breakoutRoom()?.roomId).toMatch(/./);
    void kit('P1').actions.returnToMain();
    await settle(5000);
    expect(told).toEqual(['in object object', 'in object object', 'out']);
    expect(kit('P1').breakoutRoom()).toBeNull();
  });
});

test('two thousand events of one moment are one commit', async () => {
  const { kit, meeting, settle, clock } = await meet({ count: 1 });
  await settle();
  let commits = 0;
  kit('Ana').store.subscribe(() => (commits += 1));
  for (let n = 0; n < 2000; n += 1) meeting.join({ name: `C${String(n)}`, userRef: `c-${String(n)}` });
  await clock.pass(100);
  expect(kit('Ana').store.getState().people.size).toBe(2002);
  expect(commits).toBeLessThanOrEqual(3);
});
