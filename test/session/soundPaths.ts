/**
 * Every way out of every state a person can be in on the way to a breakout room and back, as data: from where, by what,
 * and with which sound in main before. Each path ends in main, or in a room that is left by hand afterwards.
 */
import { createManualClock, type ManualClock } from '../../src/clock.js';
import type { Fault, PersonSpec, ProfileName } from '../../src/simulator.js';
import type { MainSound } from '../../src/state/types.js';
import { keyOf } from './given.js';
import { meet, type KitMeeting } from './meeting.js';
import { roomsOf } from './sound.js';

/** The person's sound in main before any of it. */
export const BEFORE = {
  'is not muted': {},
  'muted themselves': { muted: true },
  'was muted by a moderator': { hardMuted: true },
  'was muted by both': { muted: true, hardMuted: true },
  'is in a main room that the application paused': { paused: true },
  'muted themselves in a main room that the application paused': { muted: true, paused: true },
} as const satisfies Record<string, Pick<PersonSpec, 'muted' | 'hardMuted'> & { readonly paused?: boolean }>;
export type Before = keyof typeof BEFORE;

/** P1's own meeting: Ana leads from main, Mo keeps the first room alive without a kit, P2 the second. */
export interface Scene extends KitMeeting {
  readonly firstRoom: string;
  readonly secondRoom: string;
  /** Where P1 was heard at one moment in more than one room. */
  readonly doubles: readonly string[];
  readonly fault: (fault: Fault) => void;
  /** A native move, as somebody without a kit would order it. */
  readonly force: (roomId: string) => void;
}

/** Time for whatever ends by itself: the grace of a place, limits of calls, one after the other. */
const LONG = 150_000;

/** Sets the scene: two rooms are open, and P1 is invited to the first. */
export async function setScene(profile: ProfileName, before: Before, wanted: MainSound): Promise<Scene> {
  const doubles: string[] = [];
  const clock = watched(() => look());
  let look = (): void => undefined;
  const causes = BEFORE[before];
  const people = await meet({
    profile,
    clock,
    people: [
      { name: 'Ana', role: 'moderator' },
      { name: 'Mo', role: 'moderator' },
      {
        name: 'P1',
        ...('muted' in causes ? { muted: causes.muted } : {}),
        ...('hardMuted' in causes ? { hardMuted: causes.hardMuted } : {}),
      },
      { name: 'P2' },
    ],
    withoutKit: ['Mo', 'P2'],
  });
  const { kit, meeting, state, settle } = people;
  if ('paused' in causes) meeting.person('P1').room.pauseRoom?.(() => undefined);
  const { actions } = kit('Ana');
  actions.setRoomCount(2);
  const [first, second] = state('Ana').plan.rooms.map((room) => room.key);
  for (const [name, to] of [
    ['Mo', 'main'],
    ['P1', first],
    ['P2', second],
  ] as const)
    actions.movePeople({ people: [keyOf(state('Ana'), name)], to: to ?? 'none' });
  void kit('P1').actions.setMainSound(wanted);
  await settle();
  void actions.openRooms();
  await settle();
  const [firstRoom = '', secondRoom = ''] = meeting.rooms().map((room) => room.id);
  meeting
    .person('Mo')
    .room.joinBreakOutRoom?.(
      { role: 'moderator', room_id: firstRoom },
      { audio: true, video: false },
      () => undefined,
    );
  meeting.person('P2').accept(secondRoom);
  await settle();
  look = () => {
    const heardIn = [
      ...(meeting.people().some((other) => other.id !== 'ref-P1' && other.hears().has('ref-P1'))
        ? ['main']
        : []),
      ...meeting
        .rooms()
        .filter(({ id, members }) =>
          members.some((member) => member !== 'ref-P1' && meeting.person(member).hears(id).has('ref-P1')),
        )
        .map(({ id }) => id),
    ];
    if (heardIn.length > 1) doubles.push(`${String(clock.now())} ms: ${heardIn.join(' and ')}`);
  };
  return {
    ...people,
    firstRoom,
    secondRoom,
    doubles,
    fault: (fault) => void meeting.faults.add({ person: 'P1', ...fault }),
    force(roomId) {
      const invitation = { clients: [meeting.person('P1').clientId], room_id: roomId, force_join: true };
      meeting.person('Ana').room.inviteToBreakoutRoom?.(invitation, () => undefined);
    },
  };
}

/** A clock that lets somebody look before and after everything that falls due. */
function watched(look: () => void): ManualClock {
  const clock = createManualClock();
  const seen = (run: () => void) => () => {
    look();
    run();
    look();
  };
  return {
    ...clock,
    after: (ms, run) => clock.after(ms, seen(run)),
    frame: (run) => clock.frame(seen(run)),
  };
}

/** Where a path begins. Each leaves the scene in the middle of that state. */
export const STATES = {
  'is invited': () => Promise.resolve(),
  'is having main silenced': async (at: Scene) => {
    void at.kit('P1').actions.acceptInvite();
    await at.clock.pass(10);
  },
  'is joining': async (at: Scene) => {
    void at.kit('P1').actions.acceptInvite();
    await at.clock.pass(70);
  },
  'is in the room': async (at: Scene) => {
    void at.kit('P1').actions.acceptInvite();
    await at.clock.pass(5000);
  },
  'is being moved by force': async (at: Scene) => {
    at.force(at.firstRoom);
    await at.clock.pass(50);
  },
  'is returning': async (at: Scene) => {
    void at.kit('P1').actions.acceptInvite();
    await at.clock.pass(5000);
    void at.kit('P1').actions.returnToMain();
    await at.clock.pass(30);
  },
  'is cut off from the room': async (at: Scene) => {
    void at.kit('P1').actions.acceptInvite();
    await at.clock.pass(5000);
    at.meeting.person('P1').cutNetwork();
    await at.clock.pass(1000);
  },
} as const satisfies Record<string, (at: Scene) => Promise<void>>;
export type From = keyof typeof STATES;

/** A way out: what happens, and what P1 does about it. */
interface Path {
  /** The states it may begin in. */
  readonly from: readonly From[];
  readonly walk: (at: Scene) => Promise<void> | void;
  /** Sound calls fail for good on it: it is said, and "Restore sound" mends it once they work again. */
  readonly failsForGood?: true;
  /** The page is another one afterwards: what an application did in the old one is its own to do again. */
  readonly newPage?: true;
}

const ANY: readonly From[] = Object.keys(STATES) as readonly From[];
const NEW: readonly From[] = ANY.filter((from) => from !== 'is cut off from the room');
const INSIDE: readonly From[] = ['is in the room', 'is returning', 'is cut off from the room'];
const UNDER_WAY: readonly From[] = ['is having main silenced', 'is joining', 'is being moved by force'];

const back = async ({ meeting, clock }: Scene) => {
  meeting.person('P1').restoreNetwork();
  meeting.person('P1').restoreBreakout();
  await clock.pass(5000);
};
const goesHome = async ({ kit, clock }: Scene) => {
  void kit('P1').actions.returnToMain();
  await clock.pass(5000);
};
const asked = async (at: Scene) => {
  const [, second] = at.state('Ana').plan.rooms.map((room) => room.key);
  void at.kit('Ana').actions.movePeople({ people: [keyOf(at.state('Ana'), 'P1')], to: second ?? 'none' });
  await at.clock.pass(500);
};

/** Every way out. */
export const PATHS: Readonly<Record<string, Path>> = {
  'accepts and returns': {
    from: ['is invited', 'is returning'],
    async walk(at) {
      void at.kit('P1').actions.acceptInvite();
      void at.kit('P1').actions.goBack();
      await at.clock.pass(5000);
    },
  },
  'is moved by a moderator’s kit to the other room and returns': {
    from: NEW,
    async walk(at) {
      await asked(at);
      await at.clock.pass(25_000);
    },
  },
  'accepts the other room and returns': {
    from: [...NEW, 'is cut off from the room'],
    async walk(at) {
      await back(at);
      await asked(at);
      void at.kit('P1').actions.acceptInvite();
    },
  },
  'is moved by force to the other room and returns': {
    from: ANY,
    async walk(at) {
      at.meeting.person('P1').restoreNetwork();
      await at.clock.pass(100);
      at.force(at.secondRoom);
      await at.clock.pass(5000);
    },
  },
  'is to be moved by force, which fails': {
    from: ['is invited', 'is in the room', 'is returning'],
    async walk(at) {
      at.fault({ kind: 'refused', code: 1729, call: 'forcedJoin' });
      at.force(at.secondRoom);
      await at.clock.pass(30_000);
    },
  },
  'is to be moved by force, which is never answered': {
    from: ['is invited', 'is in the room'],
    async walk(at) {
      at.fault({ kind: 'silent', call: 'forcedJoin' });
      at.force(at.secondRoom);
      await at.clock.pass(30_000);
    },
  },
  'is moved by force after that was given up': {
    from: ['is invited', 'is in the room'],
    async walk(at) {
      at.meeting.setLatency(12_000);
      at.force(at.secondRoom);
      await at.clock.pass(120_000);
      at.meeting.setLatency(20);
    },
  },
  'stays in main instead': {
    from: UNDER_WAY,
    walk(at) {
      void at.kit('P1').actions.cancelJoin();
      return Promise.resolve();
    },
  },
  'stays in main instead, and goes after all, and returns': {
    from: UNDER_WAY,
    async walk(at) {
      void at.kit('P1').actions.cancelJoin();
      void at.kit('P1').actions.retryJoin();
      await at.clock.pass(5000);
    },
  },
  'stays in main instead of joining late': {
    from: ['is invited'],
    async walk(at) {
      at.meeting.setLatency(6000);
      void at.kit('P1').actions.acceptInvite();
      await at.clock.pass(15_000);
      void at.kit('P1').actions.cancelJoin();
      await at.clock.pass(60_000);
      at.meeting.setLatency(20);
    },
  },
  'gets no answer to joining': {
    from: ['is invited', 'is having main silenced', 'is in the room'],
    async walk(at) {
      at.fault({ kind: 'silent', call: 'join' });
      await asked(at);
      void at.kit('P1').actions.acceptInvite();
      await at.clock.pass(60_000);
    },
  },
  'gets no answer to the pause': {
    from: ['is invited'],
    async walk(at) {
      at.fault({ kind: 'silent', call: ['pause', 'mute'], effect: false });
      void at.kit('P1').actions.acceptInvite();
      await at.clock.pass(60_000);
      at.meeting.faults.clear();
    },
  },
  'gets no answer to a pause that works': {
    from: ['is invited'],
    async walk(at) {
      at.fault({ kind: 'silent', call: ['pause', 'mute'] });
      void at.kit('P1').actions.acceptInvite();
      await at.clock.pass(60_000);
      at.meeting.faults.clear();
    },
  },
  'gets no answer to the way back, goes again, and returns': {
    from: ['is in the room'],
    async walk(at) {
      at.fault({ kind: 'silent', call: ['resume', 'unmute'], times: 1 });
      void at.kit('P1').actions.returnToMain();
      await at.clock.pass(20_000);
      void at.kit('P1').actions.goBack();
      await at.clock.pass(20_000);
    },
  },
  'is refused by the room': {
    from: ['is invited', 'is having main silenced', 'is in the room'],
    async walk(at) {
      at.fault({ kind: 'refused', code: 1729, call: 'join' });
      await asked(at);
      void at.kit('P1').actions.acceptInvite();
      await at.clock.pass(60_000);
    },
  },
  'may not use the microphone there': {
    from: ['is invited', 'is having main silenced', 'is in the room'],
    async walk(at) {
      at.fault({ kind: 'media-denied', call: 'join' });
      await asked(at);
      void at.kit('P1').actions.acceptInvite();
      await at.clock.pass(60_000);
    },
  },
  'cannot connect to the room': {
    from: ['is invited', 'is joining'],
    async walk(at) {
      at.fault({ kind: 'room-connection-fails', call: 'join' });
      void at.kit('P1').actions.acceptInvite();
      await at.clock.pass(60_000);
    },
  },
  'joins by a call that throws': {
    from: ['is invited', 'is having main silenced'],
    async walk(at) {
      at.fault({ kind: 'throws', call: 'join' });
      void at.kit('P1').actions.acceptInvite();
      await at.clock.pass(60_000);
    },
  },
  'is refused the pause and returns': {
    from: ['is invited'],
    async walk(at) {
      at.fault({ kind: 'refused', code: 1138, call: ['pause', 'mute'], times: 1 });
      void at.kit('P1').actions.acceptInvite();
      await at.clock.pass(5000);
    },
  },
  'leaves a room that does not answer': {
    from: ['is in the room'],
    async walk(at) {
      at.fault({ kind: 'silent', call: 'disconnect' });
      await goesHome(at);
    },
  },
  'cannot leave the room at first': {
    from: ['is in the room'],
    async walk(at) {
      at.fault({ kind: 'throws', call: 'disconnect', times: 1 });
      await goesHome(at);
    },
  },
  'returns, but main’s sound does not come back': {
    from: ['is in the room', 'is cut off from the room'],
    failsForGood: true,
    async walk(at) {
      at.fault({ kind: 'refused', code: 1138, call: ['resume', 'unmute', 'pause', 'mute'] });
      void at.kit('P1').actions.returnToMain();
      await at.clock.pass(1000);
      await back(at);
    },
  },
  'returns, but main’s sound is never heard of': {
    from: ['is in the room'],
    failsForGood: true,
    async walk(at) {
      at.fault({ kind: 'silent', call: ['resume', 'unmute', 'pause', 'mute'], effect: false });
      void at.kit('P1').actions.returnToMain();
      await at.clock.pass(30_000);
    },
  },
  returns: {
    from: INSIDE,
    async walk(at) {
      void at.kit('P1').actions.returnToMain();
      await at.clock.pass(1000);
      at.meeting.person('P1').restoreNetwork();
    },
  },
  'returns twice at once': {
    from: ['is in the room', 'is returning'],
    walk(at) {
      void at.kit('P1').actions.returnToMain();
      void at.kit('P1').actions.returnToMain();
    },
  },
  'is called back at once': {
    from: NEW,
    walk(at) {
      void at.kit('Ana').actions.closeNow();
    },
  },
  'is called back after a grace': {
    from: NEW,
    async walk(at) {
      void at.kit('Ana').actions.endRooms();
      await at.clock.pass(45_000);
    },
  },
  'is called back while cut off': {
    from: ['is cut off from the room'],
    async walk(at) {
      void at.kit('Ana').actions.closeNow();
      await at.clock.pass(5000);
      await back(at);
    },
  },
  'is called back, and accepts in the middle of it': {
    from: ['is in the room'],
    async walk(at) {
      void at.kit('Ana').actions.closeNow();
      await at.clock.pass(25);
      void at.kit('P1').actions.retryJoin();
    },
  },
  'sees the room destroyed': {
    from: ['is invited', 'is having main silenced', 'is joining', ...INSIDE],
    async walk(at) {
      at.meeting.person('Mo').breakoutRooms[0]?.destroy?.();
      await at.clock.pass(5000);
      await back(at);
    },
  },
  'loses the connection and finds it again': {
    from: NEW,
    async walk(at) {
      at.meeting.person('P1').cutNetwork();
      await at.clock.pass(3000);
      await back(at);
    },
  },
  'loses the connection for longer than a place is kept': {
    from: NEW,
    async walk(at) {
      at.meeting.person('P1').cutNetwork();
      await at.clock.pass(90_000);
      await back(at);
    },
  },
  'finds the connection again': { from: ['is cut off from the room'], walk: back },
  'finds the connection again, but not the room': {
    from: ['is cut off from the room'],
    async walk(at) {
      at.fault({ kind: 'refused', code: 1729, call: 'join' });
      await back(at);
    },
  },
  'finds the connection again too late': {
    from: ['is cut off from the room'],
    async walk(at) {
      await at.clock.pass(90_000);
      await back(at);
    },
  },
  'loses the room’s own connection and finds it again': {
    from: ['is in the room'],
    async walk(at) {
      at.meeting.person('P1').cutBreakout();
      await at.clock.pass(3000);
      await back(at);
    },
  },
  'loses the room’s own connection for longer than a place is kept': {
    from: ['is in the room'],
    async walk(at) {
      at.meeting.person('P1').cutBreakout();
      await at.clock.pass(90_000);
    },
  },
  'loads the page anew': {
    from: ANY,
    newPage: true,
    async walk(at) {
      at.meeting.person('P1').reload();
      at.giveKit('P1');
      await at.clock.pass(2000);
    },
  },
  'closes the kit': {
    from: ANY,
    async walk(at) {
      void at.kit('P1').dispose();
      await at.clock.pass(5000);
      at.meeting.person('P1').restoreNetwork();
      await at.clock.pass(5000);
    },
  },
};

/** Lets everything end, and P1 leave a room they are in at last. */
export async function endInMain(at: Scene): Promise<void> {
  await at.clock.pass(LONG);
  if (roomsOf(at.meeting, 'P1').length > 0) await goesHome(at);
  await at.clock.pass(LONG);
}

/** One line of the table. */
export interface Row {
  readonly title: string;
  readonly profile: ProfileName;
  readonly before: Before;
  readonly wanted: MainSound;
  readonly from: From;
  readonly path: string;
}

const BEFORES = Object.keys(BEFORE) as readonly Before[];
const WANTED: Readonly<Record<MainSound, string>> = {
  paused: '',
  muted: ' with main muted',
  listening: ' listening to main',
};

/**
 * The table: every way out of every state, with every sound before, on the newest build of the middle line; with the other two
 * wishes for main; and on every other build.
 */
export function rows(profiles: readonly ProfileName[], usual: ProfileName): readonly Row[] {
  const row = (
    profile: ProfileName,
    path: string,
    from: From,
    before: Before,
    wanted: MainSound = 'paused',
  ): Row => ({
    title: `on ${profile === 'guide' ? 'the guide' : profile}: somebody who ${before} ${from}${WANTED[wanted]}, and ${path}`,
    profile,
    before,
    wanted,
    from,
    path,
  });
  return Object.entries(PATHS).flatMap(([path, { from: states, newPage, failsForGood }]) =>
    states.flatMap((from) => {
      // The service forgets an application's pause with the connection; where the kit was not at work, it cannot know.
      const isForgotten = newPage ?? (from === 'is invited' && path.startsWith('loses the connection'));
      const befores = BEFORES.filter((before) => !(isForgotten && 'paused' in BEFORE[before]));
      return [
        ...befores.map((before) => row(usual, path, from, before)),
        // Who listened has their own stream to get back, which asks nobody.
        ...(failsForGood ? (['muted'] as const) : (['muted', 'listening'] as const)).flatMap((wanted) =>
          (['is not muted', 'was muted by a moderator'] as const).map((before) =>
            row(usual, path, from, before, wanted),
          ),
        ),
        ...profiles
          .filter((profile) => profile !== usual)
          .map((profile) => row(profile, path, from, 'is not muted')),
      ];
    }),
  );
}
