/** Moments of one person's session, each reached by what people do: nothing on screen is made up. */
import type { BreakoutSession } from '../../src/session/types.js';
import { people, roomNames } from './people.js';
import { createScene, type Scene, type SceneOptions } from './scene.js';

/** Who sits where when the rooms open. Chidi and Noah are the ones whose screens are shown. */
const seats: readonly (readonly string[])[] = [
  ['priya', 'omar', 'grace', 'lucas'],
  ['jonas', 'maria-1', 'elif', 'chidi', 'sofia'],
  ['mei', 'maria-2', 'lena', 'noah', 'wei'],
  ['diego', 'hana', 'liam', 'alexandria'],
];

/** These are there at once; the others wait. */
const quick = ['jonas', 'maria-1', 'elif', 'mei', 'maria-2', 'lena', 'priya', 'omar'];

/** What a moment can be told. */
export interface MomentOptions extends SceneOptions {
  /** Whose screen is shown. @defaultValue 'chidi', of Onboarding */
  readonly who?: string;
  /** How Ana opens the rooms. @defaultValue 'invite' */
  readonly opening?: 'invite' | 'move';
}

/** A moment: the scene, and the session of the person whose screen is shown. */
export interface Moment {
  readonly scene: Scene;
  readonly me: BreakoutSession;
}

/** Ana and this person are there, nothing is open. */
export async function beforeRooms({ who = 'chidi', ...options }: MomentOptions = {}): Promise<Moment> {
  const accepts = Object.fromEntries(quick.map((id) => [id, 'accepts' as const]));
  const scene = createScene({
    // One answer to what no live service was asked: that people hear who went where. Without it nobody is known to be there.
    joinedWireHasRoom: true,
    people: people.map((person) => ({ ...person })),
    scripts: accepts,
    ...options,
  });
  scene.session('ana');
  const me = scene.session(who);
  await scene.pass(200);
  return { scene, me };
}

/** Ana opens the four rooms of the sheets. */
export async function openRooms({ scene }: Moment, opening: 'invite' | 'move' = 'invite'): Promise<void> {
  const { actions, store } = scene.session('ana');
  actions.setRoomCount(seats.length);
  actions.setSplit('hand');
  const keys = store.getState().plan.rooms.map((room) => room.key);
  actions.movePeople({ people: people.map(({ id }) => id), to: 'none' });
  keys.forEach((roomKey, at) => {
    actions.renameRoom({ roomKey, name: roomNames[at] ?? null });
    actions.movePeople({ people: seats[at] ?? [], to: roomKey });
  });
  actions.setOpening(opening);
  void actions.openRooms();
  await scene.pass(1000);
}

/** An invitation has come. */
export async function invited(options: MomentOptions = {}): Promise<Moment> {
  const moment = await beforeRooms(options);
  await openRooms(moment, options.opening);
  return moment;
}

/** A moderator moves people at once; this person has five seconds left. */
export async function aboutToMove(options: MomentOptions = {}): Promise<Moment> {
  const moment = await invited({ who: 'noah', ...options, opening: 'move' });
  await moment.scene.pass(14_000);
  return moment;
}

/** Somebody who is no moderator made a room and invites. */
export async function invitedByStranger(options: MomentOptions = {}): Promise<Moment> {
  const moment = await beforeRooms(options);
  const { meeting } = moment.scene;
  const { room } = meeting.person('grace');
  room.createBreakOutRoom?.({ participants: 3, audio: true, max_rooms: 1 }, (answer) => {
    const [room_id] = answer.msg?.rooms ?? [];
    room.inviteToBreakoutRoom?.(
      { clients: [meeting.person(options.who ?? 'chidi').clientId], room_id, force_join: false },
      () => {},
    );
  });
  await moment.scene.pass(500);
  return moment;
}

/** This person said yes, and is on the way. */
export async function joining(options: MomentOptions = {}): Promise<Moment> {
  const moment = await invited({
    faults: { kind: 'silent', effect: false, call: 'join', person: options.who ?? 'chidi' },
    ...options,
  });
  void moment.me.actions.acceptInvite();
  await moment.scene.pass(1000);
  return moment;
}

/** Nobody answered; the kit gave up. */
export async function noAnswer(options: MomentOptions = {}): Promise<Moment> {
  const moment = await joining(options);
  await moment.scene.pass(31_000);
  return moment;
}

/** The service refused, twice. */
export async function refused(options: MomentOptions = {}): Promise<Moment> {
  const moment = await invited({
    faults: {
      kind: 'refused',
      call: 'join',
      person: options.who ?? 'chidi',
      code: 1729,
      msg: 'Failed to generate token',
    },
    ...options,
  });
  void moment.me.actions.acceptInvite();
  await moment.scene.pass(2000);
  void moment.me.actions.retryJoin();
  await moment.scene.pass(5128);
  return moment;
}

/** This person is in Onboarding. */
export async function inRoom(options: MomentOptions = {}): Promise<Moment> {
  const moment = await invited(options);
  void moment.me.actions.acceptInvite();
  await moment.scene.pass(2000);
  return moment;
}

/** Ana ends the rooms; thirty seconds are left. */
export async function closing(options: MomentOptions = {}): Promise<Moment> {
  const moment = await inRoom(options);
  void moment.scene.session('ana').actions.endRooms();
  await moment.scene.pass(500);
  return moment;
}

/** Ends a moment. Leaving takes time, and the clock of a scene stands still by itself. */
export async function endMoment({ scene }: Moment): Promise<void> {
  const over = scene.dispose();
  await scene.pass(30_000);
  await over;
}
