import { createManualClock, type ManualClock } from '../../src/clock.js';
import { connectRoom, type ConnectOptions } from '../../src/room/connectRoom.js';
import type { RoomPort } from '../../src/room/roomPort.js';
import {
  createSimulatedMeeting,
  type SimulatedMeeting,
  type SimulatedMeetingOptions,
  type SimulatedPerson,
} from '../../src/simulator.js';
import type { RoomEvent } from '../../src/state/events.js';

type EventOf<Type extends RoomEvent['type']> = Extract<RoomEvent, { readonly type: Type }>;

/** Somebody in the meeting, with a port and all it said. */
export interface Guest {
  readonly person: SimulatedPerson;
  readonly port: RoomPort;
  readonly events: RoomEvent[];
  readonly detach: () => void;
  readonly of: <Type extends RoomEvent['type']>(type: Type) => readonly EventOf<Type>[];
  readonly types: () => readonly string[];
  readonly forget: () => void;
}

/** A meeting with a clock that is moved by hand. */
export interface Stage {
  readonly clock: ManualClock;
  readonly meeting: SimulatedMeeting;
  readonly guest: (id: string, options?: ConnectOptions) => Guest;
  /** Lets time pass, then gives the answer; one that is still open is an error. */
  readonly after: <T>(promise: Promise<T>, ms?: number) => Promise<T>;
  /** Makes rooms and gives their ids. */
  readonly rooms: (by: Guest, count?: number, capacity?: number) => Promise<readonly string[]>;
}

export const PEOPLE = [
  { name: 'Ada', role: 'moderator' as const, clientId: 'c-ada' },
  { name: 'Bo', clientId: 'c-bo' },
  { name: 'Cy', clientId: 'c-cy' },
  { name: 'Di', clientId: 'c-di' },
];

/** The version a page would find in `EnxRtc.version`. */
export const versionOf = (meeting: SimulatedMeeting) => meeting.profile.version ?? null;

/** Begins a meeting of Ada, who moderates, and Bo, Cy and Di. */
export function stage(options: SimulatedMeetingOptions = {}): Stage {
  const clock = createManualClock();
  const meeting = createSimulatedMeeting({ clock, people: PEOPLE, latency: 10, ...options });
  const after: Stage['after'] = async (promise, ms = 500) => {
    await clock.pass(ms);
    const open = Symbol('open');
    const first = await Promise.race([promise, Promise.resolve(open)]);
    if (typeof first === 'symbol') throw new Error(`Still open after ${String(ms)} ms`);
    return first;
  };
  return {
    clock,
    meeting,
    after,
    guest(id, connectOptions) {
      const person = meeting.person(id);
      const port = connectRoom(person.room, { clock, sdkVersion: versionOf(meeting), ...connectOptions });
      const events: RoomEvent[] = [];
      const detach = port.attach((event) => void events.push(event));
      return {
        person,
        port,
        events,
        detach,
        of: <Type extends RoomEvent['type']>(type: Type) =>
          events.filter((event): event is EventOf<Type> => event.type === type),
        types: () => events.map((event) => event.type),
        forget: () => void events.splice(0),
      };
    },
    async rooms(by, count = 1, capacity = 3) {
      const answer = await after(by.port.createRooms({ count, capacity }), 2_000);
      if (!answer.ok) throw new Error(`No rooms: ${answer.failure.kind}`);
      return answer.roomIds;
    },
  };
}

/** How many listeners are on a room object, over all event names. */
export function listenersOn(room: {
  readonly eventsList: Readonly<Record<string, readonly unknown[]>>;
}): number {
  return Object.values(room.eventsList).reduce((sum, list) => sum + list.length, 0);
}
