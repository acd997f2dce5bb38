/** Moments of one person's session, each reached by what people do: nothing on screen is made up. */
import type { BreakoutSession } from '../../src/session/types.js';
import { people, roomNames } from './people.js';
import { createScene, type Scene, type SceneOptions } from './scene.js';

/** Who sits where when the rooms open. */
const seats: readonly (readonly string[])[] = [
  ['priya', 'omar', 'grace', 'lucas'],
  ['jonas', 'maria-1', 'elif', 'chidi', 'sofia'],
  ['mei', 'maria-2', 'lena', 'noah', 'wei'],
  ['diego', 'hana', 'liam', 'alexandria'],
];

/** These go at once, and their kits tell moderators where they are; the others wait. */
const quick = ['jonas', 'maria-1', 'elif', 'mei', 'maria-2', 'lena'];

/** What a moment can be told. */
export interface MomentOptions extends SceneOptions {
  /** Whose screen is shown. @defaultValue 'chidi', of Onboarding */
  readonly who?: string;
  /** The number of the room this person is asked to, where it is not their own seat. */
  readonly asked?: number;
  /** How Ana opens the rooms. @defaultValue 'invite' */
  readonly opening?: 'invite' | 'move';
  /** Whether their microphone is on. @defaultValue false */
  readonly mic?: boolean;
  /** Length of the round. @defaultValue no timer */
  readonly minutes?: number;
}

/** A moment: the scene, and the session of the person whose screen is shown. */
export interface Moment {
  readonly scene: Scene;
  readonly me: BreakoutSession;
}

/** Ana and this person are there, nothing is open. */
export async function beforeRooms({
  who = 'chidi',
  asked: _asked,
  opening: _opening,
  mic = false,
  minutes: _minutes,
  ...options
}: MomentOptions = {}): Promise<Moment> {
  const scene = createScene({ scripts: { sofia: { does: 'accepts', after: 1500 } }, ...options });
  for (const id of ['ana', ...quick]) scene.session(id);
  const me = scene.session(who);
  await scene.pass(100);
  if (!mic) void me.actions.setMic(false);
  await scene.pass(100);
  return { scene, me };
}

/** Ana opens the four rooms of the sheets. */
export async function openRooms(
  { scene }: Moment,
  { who = 'chidi', asked, opening = 'invite', minutes }: MomentOptions = {},
): Promise<void> {
  const { actions, store } = scene.session('ana');
  actions.setRoomCount(seats.length);
  actions.setSplit('hand');
  actions.movePeople({ people: people.map(({ id }) => id), to: 'none' });
  const keys = store.getState().plan.rooms.map((room) => room.key);
  for (const [at, roomKey] of keys.entries()) {
    const seated = (seats[at] ?? []).filter((id) => id !== who || asked === undefined);
    actions.renameRoom({ roomKey, name: roomNames[at] ?? null });
    actions.movePeople({ people: at + 1 === asked ? [...seated, who] : seated, to: roomKey });
  }
  actions.setOpening(opening);
  if (minutes !== undefined) actions.setMinutes(minutes);
  void actions.openRooms();
  await scene.pass(500);
  for (const id of quick) void scene.session(id).actions.acceptInvite();
  await scene.pass(500);
}

/** An invitation has come. */
export async function invited(options: MomentOptions = {}): Promise<Moment> {
  const moment = await beforeRooms(options);
  await openRooms(moment, options);
  return moment;
}

/** A moderator is invited: their kit is told who is there already. */
export const moderatorInvited = (options: MomentOptions = {}): Promise<Moment> =>
  invited({ who: 'tom', asked: 2, ...options });

/** Rooms are opened by moving. Some went before their time; this person has five seconds left. */
export async function aboutToMove(options: MomentOptions = {}): Promise<Moment> {
  const whole = { who: 'tom', asked: 3, ...options, opening: 'move' } as const;
  const moment = await invited(whole);
  await moment.scene.pass(14_000);
  return moment;
}

/** Somebody who is no moderator made a room and invites. */
export async function invitedByStranger(options: MomentOptions = {}): Promise<Moment> {
  const moment = await beforeRooms(options);
  const { meeting } = moment.scene;
  const { room } = meeting.person('grace');
  room.createBreakOutRoom?.(
    { participants: 3, audio: true, max_rooms: 1 },
    (answer: { readonly msg: { readonly rooms: readonly string[] } }) => {
      const [room_id] = answer.msg.rooms;
      const clients = [meeting.person(options.who ?? 'chidi').clientId];
      room.inviteToBreakoutRoom?.({ clients, room_id, force_join: false }, () => {});
    },
  );
  await moment.scene.pass(500);
  return moment;
}

/** This person said yes, and the service does not answer. */
export async function joining(options: MomentOptions = {}): Promise<Moment> {
  const person = options.who ?? 'chidi';
  const moment = await invited({
    faults: { kind: 'silent', effect: false, call: 'join', person },
    ...options,
  });
  void moment.me.actions.acceptInvite();
  await moment.scene.pass(1000);
  return moment;
}

/** It takes longer than usual. */
export async function slow(options: MomentOptions = {}): Promise<Moment> {
  const moment = await joining(options);
  await moment.scene.pass(15_000);
  return moment;
}

/** Nobody answered; the kit gave up. */
export async function noAnswer(options: MomentOptions = {}): Promise<Moment> {
  const moment = await joining(options);
  await moment.scene.pass(31_000);
  return moment;
}

/** The service refused. */
export async function refused(options: MomentOptions = {}): Promise<Moment> {
  const person = options.who ?? 'chidi';
  const moment = await invited({ faults: { kind: 'refused', call: 'join', person, code: 5023 }, ...options });
  void moment.me.actions.acceptInvite();
  await moment.scene.pass(2000);
  return moment;
}

/** A service of the vendor's guide says why: Ana visits Onboarding, and gets no pass, twice. */
export async function refusedWithCode(options: MomentOptions = {}): Promise<Moment> {
  const moment = await invited({
    who: 'ana',
    profile: 'guide',
    faults: { kind: 'refused', call: 'join', person: 'ana', code: 1729, msg: 'Failed to generate token' },
    ...options,
  });
  const { actions, store } = moment.me;
  void actions.visitRoom({ roomKey: store.getState().plan.rooms[1]?.key ?? '' });
  await moment.scene.pass(2000);
  void actions.retryJoin();
  await moment.scene.pass(2000);
  return moment;
}

/** The service moves this person, who does not run the move themselves: between the notice of it and the arrival. */
export async function beingMoved(options: MomentOptions = {}): Promise<Moment> {
  const who = options.who ?? 'chidi';
  const moment = await beforeRooms({
    faults: { kind: 'silent', effect: false, call: 'forcedJoin', person: who },
    ...options,
  });
  await forceIn(moment, who);
  return moment;
}

/** The service moved this person. */
export async function wasMoved(options: MomentOptions = {}): Promise<Moment> {
  const moment = await beforeRooms(options);
  await forceIn(moment, options.who ?? 'chidi');
  return moment;
}

/** A moderator of another application moves somebody by the service's own way, without a kit in between. */
async function forceIn({ scene }: Moment, who: string): Promise<void> {
  const { meeting } = scene;
  const { room } = meeting.person('tom');
  room.createBreakOutRoom?.(
    { participants: 3, audio: true, max_rooms: 1 },
    (answer: { readonly msg: { readonly rooms: readonly string[] } }) => {
      const [room_id] = answer.msg.rooms;
      const clients = [meeting.person(who).clientId];
      room.inviteToBreakoutRoom?.({ clients, room_id, force_join: true }, () => {});
    },
  );
  await scene.pass(1000);
}

/** This person is in Onboarding. */
export async function inRoom(options: MomentOptions = {}): Promise<Moment> {
  const moment = await invited(options);
  void moment.me.actions.acceptInvite();
  await moment.scene.pass(2000);
  return moment;
}

/** Some time of a quarter of an hour has gone by: 8:42 are left, unless it is said otherwise. */
export async function timed(options: MomentOptions & { readonly left?: number } = {}): Promise<Moment> {
  const { left = 522_000, ...rest } = options;
  const moment = await inRoom({ minutes: 15, ...rest });
  const { endsAt } = moment.me.store.getState().round;
  if (endsAt === null) throw new Error('The time was not told.');
  await moment.scene.pass(endsAt - left - moment.scene.clock.now());
  return moment;
}

/** This person has asked for a moderator. */
export async function helpAsked(options: MomentOptions = {}): Promise<Moment> {
  const moment = await timed(options);
  moment.me.actions.askForHelp();
  await moment.scene.pass(20);
  return moment;
}

/** Tom goes there. */
export async function helpComes(options: MomentOptions = {}): Promise<Moment> {
  const moment = await helpAsked(options);
  const tom = moment.scene.session('tom');
  await moment.scene.pass(1000);
  tom.actions.claimHelp({ person: options.who ?? 'chidi' });
  await moment.scene.pass(20);
  return moment;
}

/** Less than a minute is left. */
export const lastMinute = (options: MomentOptions = {}): Promise<Moment> =>
  timed({ left: 48_000, ...options });

/** Little time is left, and this person has asked for more. */
export async function timeAsked(options: MomentOptions = {}): Promise<Moment> {
  const moment = await lastMinute(options);
  moment.me.actions.askForTime();
  await moment.scene.pass(20);
  return moment;
}

/** The time is up: the grace has begun by itself. */
export const timeIsUp = (options: MomentOptions = {}): Promise<Moment> => timed({ left: 0, ...options });

/** The meeting itself ends in ten minutes, as the service says. */
export async function meetingEnds(options: MomentOptions = {}): Promise<Moment> {
  const moment = await timed(options);
  moment.scene.meeting.announceEnd(10);
  await moment.scene.pass(20);
  return moment;
}

/** Ana closes this person's room alone. */
export async function roomCloses(options: MomentOptions = {}): Promise<Moment> {
  const moment = await inRoom(options);
  const { actions, store } = moment.scene.session('ana');
  void actions.closeRoom({ roomKey: store.getState().plan.rooms[1]?.key ?? '' });
  await moment.scene.pass(20);
  return moment;
}

/** A moderator looks in on Onboarding. */
export async function visiting(options: MomentOptions = {}): Promise<Moment> {
  const moment = await invited({ who: 'tom', ...options });
  const { actions, store } = moment.me;
  void actions.visitRoom({ roomKey: store.getState().plan.rooms[1]?.key ?? '' });
  await moment.scene.pass(2000);
  return moment;
}

/** The network went away; the place is kept. */
export async function reconnecting(options: MomentOptions = {}): Promise<Moment> {
  const moment = await timed(options);
  moment.scene.meeting.person(options.who ?? 'chidi').cutNetwork();
  await moment.scene.pass(12_000);
  return moment;
}

/** Ana has written to the rooms: the first long ago, the last just now. */
export async function messaged(
  options: MomentOptions & { readonly texts?: readonly string[] } = {},
): Promise<Moment> {
  const { texts = ['Five minutes left. Pick one person to report back.'], ...rest } = options;
  const moment = await timed(rest);
  for (const [at, text] of texts.entries()) {
    if (at > 0) await moment.scene.pass(70_000);
    moment.scene.session('ana').actions.announce({ text });
  }
  await moment.scene.pass(20);
  return moment;
}

/** Ana ends the rooms; thirty seconds are left. */
export async function closing(options: MomentOptions = {}): Promise<Moment> {
  const moment = await inRoom(options);
  void moment.scene.session('ana').actions.endRooms();
  await moment.scene.pass(20);
  return moment;
}

/** Coming back; the service is slow about it. */
export async function returning(options: MomentOptions = {}): Promise<Moment> {
  const moment = await inRoom(options);
  moment.scene.meeting.setLatency(1000);
  void moment.me.actions.returnToMain();
  await moment.scene.pass(100);
  return moment;
}

/** Back in the main room by their own choice, while the rooms stay open. */
export async function backInMain(options: MomentOptions = {}): Promise<Moment> {
  const moment = await inRoom(options);
  void moment.me.actions.returnToMain();
  await moment.scene.pass(5000);
  return moment;
}

/** Back in the main room, whose sound did not come back. */
export async function soundNotBack(options: MomentOptions = {}): Promise<Moment> {
  const moment = await inRoom(options);
  const person = options.who ?? 'chidi';
  moment.scene.meeting.faults.add({ kind: 'refused', call: 'resume', person, code: 5023, times: 1 });
  void moment.me.actions.returnToMain();
  await moment.scene.pass(5000);
  return moment;
}

/** Ends a moment. Leaving takes time, and the clock of a scene stands still by itself. */
export async function endMoment({ scene }: Moment): Promise<void> {
  const pages = { areOver: false };
  const over = scene.dispose().then(() => (pages.areOver = true));
  // One page after the other: each may have a way home of its own to walk.
  for (let seconds = 0; seconds < 120 && !pages.areOver; seconds += 1) await scene.pass(1000);
  await over;
}
