import { createManualClock, type ManualClock } from '../../src/clock.js';
import {
  createSimulatedMeeting,
  profileNames,
  type ProfileName,
  type SimulatedMeeting,
  type SimulatedMeetingOptions,
  type SimulatedRoom,
} from '../../src/simulator.js';

/** The builds of the SDK, without the guide. */
export const builds = profileNames.filter((name) => name !== 'guide');

/** Builds from 2.0.1 on. */
export const later = builds.filter((name) => name !== '1.9.4');

/** A meeting of four on a clock that stands still: Ada moderates, Bo, Cy and Di take part. */
export interface Stage {
  readonly clock: ManualClock;
  readonly meeting: SimulatedMeeting;
  readonly room: (who: string) => SimulatedRoom;
  /** Lets everything that is under way arrive. */
  readonly settle: () => Promise<void>;
  /** Creates rooms as Ada and returns their ids. */
  readonly open: (count?: number, participants?: number) => Promise<string[]>;
  /** Lets somebody into a room by the call of their build, without touching the main room's sound. */
  readonly enter: (who: string, roomId: string, role?: string) => Promise<SimulatedRoom>;
}

export function stage(profile: ProfileName = '2.3.24', options: SimulatedMeetingOptions = {}): Stage {
  const clock = createManualClock();
  const meeting = createSimulatedMeeting({
    clock,
    profile,
    people: [{ name: 'Ada', role: 'moderator' }, 'Bo', 'Cy', 'Di'],
    ...options,
  });
  const room = (who: string) => meeting.person(who).room;
  const settle = () => clock.pass(5000);
  return {
    clock,
    meeting,
    room,
    settle,
    async open(count = 1, participants = 3) {
      const answers = ask(room('Ada'), meeting.profile.names.create, { participants, max_rooms: count });
      await settle();
      return roomsIn(answers);
    },
    async enter(who, roomId, role = 'participant') {
      ask(room(who), 'joinBreakOutRoom', { role, room_id: roomId }, microphone());
      await settle();
      const inside = meeting.person(who).breakoutRooms.at(-1);
      if (!inside) throw new Error(`${who} did not get into ${roomId}`);
      return inside;
    },
  };
}

/** What one passes to a join: a fresh object each time. */
export const microphone = (): Record<string, unknown> => ({
  audio: true,
  video: false,
  screen: false,
  canvas: false,
});

/** Calls a method with a callback at the end and returns every answer that comes, as it comes. */
export function ask(target: object, method: string | null, ...inputs: readonly unknown[]): unknown[][] {
  const answers: unknown[][] = [];
  run(target, method, ...inputs, (...answer: unknown[]) => void answers.push(answer));
  return answers;
}

/** Calls a method with exactly these inputs. */
export function run(target: object, method: string | null, ...inputs: readonly unknown[]): unknown {
  const found: unknown = method === null ? undefined : Reflect.get(target, method);
  if (typeof found !== 'function') throw new TypeError(`There is no ${String(method)}`);
  return Reflect.apply(found, target, [...inputs]) as unknown;
}

/** Everything a room object fires under these names, as it comes. */
export function listen(room: SimulatedRoom, ...types: readonly string[]): Record<string, unknown>[] {
  const events: Record<string, unknown>[] = [];
  for (const type of types)
    room.addEventListener(type, (event) => void events.push(event as Record<string, unknown>));
  return events;
}

/** Only the names of what was heard. */
export const namesOf = (events: readonly Record<string, unknown>[]): unknown[] =>
  events.map((event) => event['type']);

/** An answer that carries this code. */
export const code = (result: number): unknown => expectObject({ result });

function expectObject(fields: Record<string, unknown>): unknown {
  return {
    asymmetricMatch: (given: unknown) =>
      Object.entries(fields).every(([key, value]) =>
        Object.is(Reflect.get(Object(given) as object, key), value),
      ),
  };
}

/** Reads along a path through values of any shape. */
export function read(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inside, key) => Reflect.get(Object(inside) as object, key), value);
}

/** The room ids in the first answer to a creation. */
export const roomsIn = (answers: unknown[][]): string[] => read(answers, 0, 0, 'msg', 'rooms') as string[];

/** What the dossier says of each build, written down once more here: the tests must not read the table they test. */
export const dossier = {
  audienceInRoster: ['1.9.4', '2.0.1', '2.3.9'],
  privacyHides: ['guide', '2.3.24', '3.1.8'],
  mediaFlags: ['guide', '2.3.9', '2.3.24', '3.1.8'],
  userRefInEvents: ['guide', '2.3.24', '3.1.8'],
  limitsData: ['2.3.9', '2.3.24', '3.1.8'],
  listsRoleChanges: ['3.1.8'],
  finishesJoin: ['guide', '1.9.4', '2.0.1', '2.3.24', '3.1.8'],
  saysReconnecting: ['3.1.8'],
  reconnectedTwice: ['3.1.8'],
  connectedAgain: ['1.9.4', '2.0.1', '2.3.9'],
  lecture5067: ['guide'],
} as const satisfies Record<string, readonly ProfileName[]>;

/** Whether the dossier says so of this build. */
export const says = (fact: keyof typeof dossier, profile: ProfileName): boolean =>
  (dossier[fact] as readonly ProfileName[]).includes(profile);
