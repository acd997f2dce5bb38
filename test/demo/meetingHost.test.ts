// @vitest-environment node
import { expect, it } from 'vitest';
import { createMeetingHost } from '../../demo/host/meetingHost.js';
import type { FromWindow, MeetingWish, ToWindow, Visitor } from '../../demo/link/protocol.js';
import { enterMeeting } from '../../demo/page/enterMeeting.js';
import { createManualClock } from '../../src/clock.js';
import { createBreakoutSession, type BreakoutSession, type EnxRoom } from '../../src/core.js';
import { createPort } from './link.js';

const WISH: MeetingWish = { profile: '2.3.24', seed: 3 };
const ANA: Visitor = { ref: 'ref-ana', name: 'Ana', role: 'moderator' };
const BO: Visitor = { ref: 'ref-bo', name: 'Bo', role: 'participant' };
const CHIDI: Visitor = { ref: 'ref-chidi', name: 'Chidi', role: 'participant' };

/** A host, and windows on it. */
function begin() {
  const clock = createManualClock();
  const locks = new Map<string, () => void>();
  const host = createMeetingHost({ clock, whenReleased: (lock, gone) => void locks.set(lock, gone) });
  let opened = 0;
  const open = async (who: Visitor, wish: MeetingWish = WISH) => {
    const [near, far] = createPort<FromWindow, ToWindow>();
    host.connect(far);
    const lock = `lock ${String((opened += 1))}`;
    const entered = enterMeeting(near, { who, wish, lock });
    await clock.pass(500);
    return {
      entered,
      stay: () => entered.now().stay,
      /** Everybody, as this window is told. */
      there: () => entered.now().people.map(({ name, connected }) => (connected ? name : `(${name})`)),
      clientId: () => room(entered).clientId,
      /** The page goes with a word, or the browser ends it without one. */
      close: () => near.post({ kind: 'gone' }),
      crash: () => locks.get(lock)?.(),
    };
  };
  return { clock, host, open };
}

const room = (entered: ReturnType<typeof enterMeeting>): EnxRoom => {
  const { stay } = entered.now();
  if (stay.at !== 'inside') throw new Error(`This window is not in the meeting: ${stay.at}.`);
  return stay.room;
};
const users = (entered: ReturnType<typeof enterMeeting>) =>
  room(entered).userList as Map<string, { readonly user_ref: string }>;

it('everybody who enters is in the same meeting, and the first decides its build', async () => {
  const { open } = begin();
  const ana = await open(ANA);
  const bo = await open(BO, { profile: 'guide', seed: 9 });
  expect(ana.there()).toEqual(['Ana', 'Bo']);
  expect(bo.stay()).toMatchObject({ at: 'inside', wish: WISH, version: '2.3.24' });
  expect([...users(ana.entered).keys()]).toEqual([ana.clientId(), bo.clientId()]);
});

it.each(['close', 'crash'] as const)('whose window ends by a %s has gone, for the others', async (how) => {
  const { clock, open } = begin();
  const ana = await open(ANA);
  const bo = await open(BO);
  bo[how]();
  await clock.pass(500);
  expect(ana.there()).toEqual(['Ana']);
  expect([...users(ana.entered).keys()]).toEqual([ana.clientId()]);
});

it('whoever loads the page anew is the same person under a new client id, also when the old page is missed late', async () => {
  const { clock, open } = begin();
  const ana = await open(ANA);
  const before = await open(BO);
  const id = before.clientId();
  before.close();
  const after = await open(BO);
  before.crash();
  await clock.pass(500);
  expect(ana.there()).toEqual(['Ana', 'Bo']);
  expect(after.stay().at).toBe('inside');
  expect(after.clientId()).not.toBe(id);
  expect([...users(ana.entered).values()].map(({ user_ref }) => user_ref)).toEqual(['ref-ana', 'ref-bo']);
});

it('a person who is opened in a second window goes on there, and the first says so and can do nothing more', async () => {
  const { clock, open } = begin();
  const ana = await open(ANA);
  const first = await open(BO);
  const second = await open(BO);
  expect(first.stay().at).toBe('elsewhere');
  first.entered.leave();
  first.close();
  await clock.pass(500);
  expect(second.stay().at).toBe('inside');
  expect(ana.there()).toEqual(['Ana', 'Bo']);
});

it('a network that is cut for ten seconds comes back by itself, and earlier when asked', async () => {
  const { clock, open } = begin();
  const ana = await open(ANA);
  const bo = await open(BO);
  bo.entered.cutNetwork(10_000);
  await clock.pass(9000);
  expect(ana.there()).toEqual(['Ana', '(Bo)']);
  expect(bo.stay()).toMatchObject({ network: { is: 'cut' } });
  expect(room(bo.entered).state).toBe(4);
  await clock.pass(1500);
  expect(ana.there()).toEqual(['Ana', 'Bo']);
  expect(bo.stay()).toMatchObject({ network: { is: 'up' } });

  bo.entered.cutNetwork(10_000);
  await clock.pass(1000);
  bo.entered.restoreNetwork();
  await clock.pass(500);
  expect(ana.there()).toEqual(['Ana', 'Bo']);
  bo.entered.cutNetwork(null);
  await clock.pass(60_000);
  expect(ana.there()).toEqual(['Ana', '(Bo)']);
});

it('whoever leaves is told so, is gone for the others, and can come back', async () => {
  const { clock, open } = begin();
  const ana = await open(ANA);
  const bo = await open(BO);
  bo.entered.leave();
  await clock.pass(2000);
  expect(bo.stay().at).toBe('left');
  expect(ana.there()).toEqual(['Ana']);
  bo.close();
  const again = await open(BO);
  expect(again.stay().at).toBe('inside');
  expect(ana.there()).toEqual(['Ana', 'Bo']);
});

it('the lobby is told who is there without being anybody', async () => {
  const { clock, host, open } = begin();
  const told: ToWindow[] = [];
  const [near, far] = createPort<FromWindow, ToWindow>();
  host.connect(far);
  near.hear((message) => void told.push(message));
  near.post({ kind: 'look' });
  await clock.pass(0);
  expect(told).toEqual([{ kind: 'there', people: [], wish: null }]);
  await open(ANA);
  expect(told.at(-1)).toEqual({ kind: 'there', people: [{ ...ANA, connected: true }], wish: WISH });
});

it('kits in three windows open a room, join it, and come back at its end', async () => {
  const { clock, open } = begin();
  const windows = [await open(ANA), await open(BO), await open(CHIDI)];
  const [ana, bo, chidi] = windows.map(({ entered }): BreakoutSession => {
    const session = createBreakoutSession(room(entered), { clock, sdkVersion: '2.3.24' });
    session.hold();
    return session;
  }) as [BreakoutSession, BreakoutSession, BreakoutSession];
  await clock.pass(2000);
  ana.actions.setRoomCount(1);
  void ana.actions.openRooms();
  await clock.pass(2000);
  void bo.actions.acceptInvite();
  void chidi.actions.acceptInvite();
  await clock.pass(3000);
  expect(
    bo.store
      .getState()
      .self.members.map(({ name }) => name)
      .toSorted(),
  ).toEqual(['Bo', 'Chidi']);
  void ana.actions.endRooms();
  await clock.pass(1000);
  void ana.actions.closeNow();
  await clock.pass(6000);
  expect([bo, chidi].map(({ store }) => store.getState().self.at)).toEqual(['main', 'main']);
});
