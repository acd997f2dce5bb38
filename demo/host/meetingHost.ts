/**
 * The meeting itself: one simulated EnableX that outlives each of its windows. Every window is one person, in one window at a time.
 */
import { systemClock, type Clock } from '../../src/core.js';
import { createSimulatedMeeting, type SimulatedMeeting, type SimulatedPerson } from '../../src/simulator.js';
import type { FromWindow, Link, MeetingWish, OwnNetwork, ToWindow, Visitor } from '../link/protocol.js';
import { shareRooms, type SharedRooms } from './shareRooms.js';

/** The host's end of a window. */
export type WindowLink = Link<ToWindow, FromWindow>;

/** What the host needs of the world around it. */
export interface HostOptions {
  /** Time. @defaultValue the real one */
  readonly clock?: Clock;
  /** Calls back once the holder of a Web Lock is gone, however it went: closed, crashed or killed. */
  readonly whenReleased: (lock: string, gone: () => void) => void;
}

/** The host of one meeting. */
export interface MeetingHost {
  /** Takes a window in. It says itself whether it only looks, or enters as a person. */
  readonly connect: (window: WindowLink) => void;
}

/** Milliseconds that a message takes, each way. */
const LATENCY = [20, 80] as const;

/** A window with its person. */
interface Guest {
  readonly who: Visitor;
  readonly window: WindowLink;
  readonly person: SimulatedPerson;
  readonly rooms: SharedRooms;
  /** Takes back the return of a network that was cut for a time. */
  cancelReturn: () => void;
  /** Left properly; the page is still there. */
  left: boolean;
}

/** Makes a host with no meeting yet: the first who enters decides the build and the seed. */
export function createMeetingHost({ clock = systemClock, whenReleased }: HostOptions): MeetingHost {
  const windows = new Set<WindowLink>();
  const guests = new Map<string, Guest>();
  let meeting: SimulatedMeeting | null = null;
  let wish: MeetingWish | null = null;
  let told = '';

  const there = (): ToWindow => ({
    kind: 'there',
    people: [...guests.values()].flatMap(({ who, person, left }) =>
      left ? [] : [{ ...who, role: roleOf(person), connected: person.present }],
    ),
    wish,
  });
  const tellThere = () => {
    const now = there();
    if (told === (told = JSON.stringify(now))) return;
    for (const window of windows) window.post(now);
  };

  const begin = (wanted: MeetingWish): SimulatedMeeting => {
    wish = wanted;
    return createSimulatedMeeting({
      ...wanted,
      clock,
      people: [],
      latency: LATENCY,
      onEvent({ person, room, event }) {
        guests.get(person)?.rooms.tell({ room, event });
        tellThere();
      },
    });
  };

  /** The page is gone, and with it the person's socket: the same for the others whether it was closed or it crashed. */
  const gone = (guest: Guest) => {
    guest.cancelReturn();
    // Somebody who came back in another page meanwhile is not touched.
    if (guests.get(guest.who.ref) !== guest) return;
    guests.delete(guest.who.ref);
    guest.person.dropOff();
    tellThere();
  };

  const enter = (
    window: WindowLink,
    { who, wish: wanted, lock }: Extract<FromWindow, { kind: 'enter' }>,
  ): Guest => {
    const now = (meeting ??= begin(wanted));
    const before = guests.get(who.ref);
    if (before) {
      gone(before);
      before.window.post({ kind: 'replaced' });
    }
    const person = now.join({ id: who.ref, userRef: who.ref, name: who.name, role: who.role });
    const rooms = shareRooms((news) => window.post(news));
    const guest: Guest = { who, window, person, rooms, cancelReturn: () => undefined, left: false };
    guests.set(who.ref, guest);
    window.post({
      kind: 'entered',
      ...rooms.introduce(person.room),
      wish: wish ?? wanted,
      version: now.profile.version,
    });
    whenReleased(lock, () => gone(guest));
    tellThere();
    return guest;
  };

  const cut = (guest: Guest, forMs: number | null) => {
    guest.cancelReturn();
    guest.person.cutNetwork();
    if (forMs !== null) guest.cancelReturn = clock.after(forMs, () => restore(guest));
    tellNetwork(guest, { is: 'cut', forMs });
  };
  const restore = (guest: Guest) => {
    guest.cancelReturn();
    guest.person.restoreNetwork();
    tellNetwork(guest, { is: 'up' });
  };
  const leave = (guest: Guest) => {
    guest.left = true;
    guest.person.leave();
    tellThere();
  };
  const tellNetwork = (guest: Guest, network: OwnNetwork) => {
    guest.window.post({ kind: 'network', network });
    tellThere();
  };

  return {
    connect(window) {
      let guest: Guest | null = null;
      windows.add(window);
      window.hear((message) => {
        if (message.kind === 'look') window.post(there());
        else if (message.kind === 'enter') guest = enter(window, message);
        else if (message.kind === 'gone') {
          windows.delete(window);
          if (guest) gone(guest);
        }
        // Of a person who went on in another window nothing more is heard here.
        if (!guest || guests.get(guest.who.ref) !== guest) return;
        if (message.kind === 'call') guest.rooms.make(message);
        else if (message.kind === 'cut') cut(guest, message.forMs);
        else if (message.kind === 'restore') restore(guest);
        else if (message.kind === 'leave') leave(guest);
      });
    },
  };
}

/** A role that was given in the meeting holds over the one of the link. */
const roleOf = ({ role }: SimulatedPerson): Visitor['role'] => (role === 'moderator' ? role : 'participant');
