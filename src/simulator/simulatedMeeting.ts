/** A meeting on a pretend EnableX. */
import { systemClock } from '../clock.js';
import { createRandom } from '../random.js';
import { createBreakoutServer } from './breakoutServer.js';
import type { Engine } from './engine.js';
import { createFaults, type Faults } from './faults.js';
import { createNetwork, type Network, type Person } from './network.js';
import type { SimulatedMeetingOptions, Uncaught } from './options.js';
import { asSpec, nameAt, type PersonSpec, type RosterRole } from './people.js';
import { profiles, type Profile, type ProfileName } from './profiles.js';
import { follow, type Delay } from './scripts.js';
import { createPerson, type HeldPerson, type SimulatedPerson } from './simulatedPerson.js';
import { createTalkers } from './talkers.js';
import { createTones } from './tones.js';
import { truthOf, type PersonTruth } from './truth.js';

/** A breakout room, as the server has it. */
export interface RoomTruth {
  readonly id: string;
  /** Who is in it, by person id. */
  readonly members: readonly string[];
  readonly capacity: number;
  /** The person who created it. */
  readonly owner: string | undefined;
  /** False once its last member has left: the id is dead. */
  readonly alive: boolean;
}

/** A meeting on a pretend EnableX. */
export interface SimulatedMeeting {
  readonly profile: Profile;
  /** The seed in use, to replay this very meeting. */
  readonly seed: number;
  /** What goes wrong; can be changed at any moment. */
  readonly faults: Faults;
  /**
   * A person, by id, `userRef`, name, or a client id of today.
   *
   * @throws Error when nobody is called so.
   */
  readonly person: (reference: string) => SimulatedPerson;
  /** Everybody, also those who are away. */
  readonly people: () => readonly SimulatedPerson[];
  /** Brings somebody new into the main room, or somebody who was away. */
  readonly join: (person: PersonSpec | string) => SimulatedPerson;
  /** Lets somebody leave properly. */
  readonly leave: (reference: string) => void;
  /** Switches between `group` and `lecture`, as a moderator elsewhere would. */
  readonly setMode: (mode: 'group' | 'lecture', by?: string) => void;
  /** Says that the meeting itself ends in so many minutes, as the service does 10 and 5 minutes before: `conference-remaining-duration`. */
  readonly announceEnd: (minutes: number) => void;
  /** Changes how long messages take from now on. */
  readonly setLatency: (latency: number | readonly [least: number, most: number]) => void;
  /** All breakout rooms ever made, as the server has them. */
  readonly rooms: () => readonly RoomTruth[];
  /** Where everybody is and what silences them, by person id. */
  readonly truth: () => ReadonlyMap<string, PersonTruth>;
  /** Sends one of the server's own messages to everybody in the main room, or to one: for what only a live service would send. */
  readonly send: (wire: string, payload: unknown, to?: string) => void;
  /** Exceptions that listeners and callbacks threw, and those the SDK throws at itself. */
  readonly uncaught: () => readonly Uncaught[];
  /** Stops all timers and sounds. Nothing happens afterwards. */
  readonly dispose: () => void;
}

/**
 * Makes a meeting on a pretend EnableX: everybody in it has a room object of the chosen build, with its names, silences and faults.
 *
 * Nothing is global, and nothing starts before it is used: a crowd is only names in a list, and a person's room object is made when
 * `person.room` is first read or when a script makes them act.
 *
 * @example
 * const clock = createManualClock();
 * const meeting = createSimulatedMeeting({
 *   clock,
 *   latency: [20, 80],
 *   people: [
 *     { name: 'Ada', role: 'moderator' },
 *     { name: 'Bo', script: 'accepts' },
 *     { name: 'Chidi', script: { does: 'declines', after: 2000 } },
 *   ],
 * });
 * const { room } = meeting.person('Ada');
 * room.createBreakOutRoom?.({ participants: 3, audio: true, max_rooms: 1 }, (answer) => {
 *   const [room_id] = answer.msg.rooms;
 *   room.inviteToBreakoutRoom?.({ clients: [meeting.person('Bo').clientId], room_id }, console.log);
 * });
 * await clock.pass(1000);
 * meeting.rooms(); // [{ id, members: ['Bo'], capacity: 3, owner: 'Ada', alive: true }]
 * meeting.person('Bo').hears(); // nobody: Bo's main room is paused
 * meeting.dispose();
 */
export function createSimulatedMeeting(options: SimulatedMeetingOptions = {}): SimulatedMeeting {
  const { seed = 1, clock = systemClock } = options;
  const profile = profileNamed(options.profile ?? '2.3.24');
  const random = createRandom(seed);
  const network = createNetwork(profile, options, random);
  const handles = new Map<string, HeldPerson>();
  const specs = new Map<string, PersonSpec>();
  const uncaught: Uncaught[] = [];
  const timers = new Set<() => void>();
  let latency = options.latency ?? 0;
  let disposed = false;

  const draw = (delay: Delay): number =>
    typeof delay === 'number' ? delay : delay[0] + random.next() * (delay[1] - delay[0]);
  const report = (person: string, error: unknown) => {
    const thrown = { person, error };
    uncaught.push(thrown);
    options.onUncaught?.(thrown);
  };
  const after: Engine['after'] = (ms, run, person = '') => {
    if (disposed) return () => undefined;
    const cancelTimer = clock.after(ms, () => {
      timers.delete(cancel);
      try {
        run();
      } catch (error) {
        report(person, error);
      }
    });
    const cancel = () => {
      timers.delete(cancel);
      cancelTimer();
    };
    timers.add(cancel);
    return cancel;
  };

  const audible = new Set<() => void>();
  const faults = createFaults(
    random,
    (reference, person) => idOf(network, reference) === person,
    options.faults,
  );
  const engine: Engine = {
    profile,
    options,
    random,
    network,
    server: createBreakoutServer(network),
    talkers: createTalkers(network, after, () => audible.forEach((follows) => follows())),
    faults,
    tones: createTones(),
    after,
    report,
    latency: () => draw(latency),
    wall: clock.wall,
    audible,
  };

  const add = (given: PersonSpec | string): HeldPerson => {
    const spec = asSpec(given);
    const index = network.people.size;
    const id = uniqueId(network, spec.id ?? (spec.userRef || spec.name));
    const role: RosterRole = spec.role ?? 'participant';
    const person: Person = {
      id,
      index,
      name: spec.name,
      userRef: spec.userRef ?? `user-${String(index + 1)}`,
      role,
      clientId: '',
      seat: undefined,
      breakouts: new Map(),
      selfMuted: spec.muted ?? false,
      hardMuted: spec.hardMuted ?? false,
      publishes: spec.publishes ?? (role === 'moderator' || role === 'participant'),
      speaking: true,
      initialClientId: spec.clientId,
      data: spec.data,
    };
    network.people.set(id, person);
    specs.set(id, spec);
    const handle = createPerson(engine, person, (self) => {
      if (!spec.script) return;
      follow(spec.script, self, { draw, after: (ms, run) => void after(ms, run, id) });
    });
    handles.set(id, handle);
    return handle;
  };
  const arrive = (handle: HeldPerson) => {
    handle.arrive();
    // A script of the person's own begins at once; the others wait for an invitation.
    if (typeof specs.get(handle.id)?.script === 'function') void handle.room;
  };
  const person = (reference: string): HeldPerson => {
    const handle = handles.get(idOf(network, reference) ?? '');
    if (handle) return handle;
    throw new Error(
      `Nobody in this meeting is called "${reference}". A person who does not exist cannot act. ` +
        `Use one of: ${[...handles.keys()].slice(0, 10).join(', ')}.`,
    );
  };

  network.wake = ({ id }, forced) => {
    const handle = handles.get(id);
    if (handle && !handle.acts() && handle.present && (forced || specs.get(id)?.script !== undefined))
      void handle.room;
  };

  const { people = 4 } = options;
  const first: readonly (PersonSpec | string)[] =
    typeof people === 'number'
      ? Array.from({ length: people }, (_, at) => ({
          name: nameAt(at),
          ...(at === 0 ? { role: 'moderator' as const } : {}),
        }))
      : people;
  const begin = first.map((spec) => ({ handle: add(spec), present: asSpec(spec).present ?? true }));
  for (const { handle, present } of begin) if (present) handle.arrive();
  for (const { handle, present } of begin) if (present) arrive(handle);

  return {
    profile,
    seed,
    faults,
    person,
    people: () => [...handles.values()],
    join(given) {
      const known = typeof given === 'string' ? idOf(network, given) : given.id;
      const handle = handles.get(known ?? '') ?? add(given);
      arrive(handle);
      return handle;
    },
    leave: (reference) => person(reference).leave(),
    setMode(mode, by) {
      network.mode = mode;
      const moderator = by === undefined ? undefined : person(by).clientId;
      network.tellRoom(network.main, 'room-mode-switched', { mode, moderator });
    },
    announceEnd: (timeLeft) => network.tellRoom(network.main, 'conference-remaining-duration', { timeLeft }),
    setLatency: (next) => void (latency = next),
    rooms: () =>
      [...network.rooms.values()].map((room) => ({
        id: room.id,
        members: [...room.seats.values()].map((seat) => seat.person.id),
        capacity: room.capacity,
        owner: room.owner,
        alive: room.alive,
      })),
    truth: () => new Map([...handles.values()].map((handle) => [handle.id, truthOf(handle)])),
    send(wire, payload, to) {
      if (to === undefined) network.tellRoom(network.main, wire, payload);
      else network.tell(network.people.get(person(to).id)?.seat, wire, payload);
    },
    uncaught: () => uncaught,
    dispose() {
      disposed = true;
      for (const cancel of timers) cancel();
      for (const handle of handles.values()) handle.main()?.vanish();
      engine.tones.close();
    },
  };
}

function profileNamed(name: ProfileName): Profile {
  const known: Partial<Record<string, Profile>> = profiles;
  const profile = Object.hasOwn(profiles, name) ? known[name] : undefined;
  if (profile) return profile;
  throw new Error(
    `There is no profile "${name}". Its names and faults are what a meeting is made of. Use one of: ${Object.keys(profiles).join(', ')}.`,
  );
}

function idOf(network: Network, reference: string): string | undefined {
  if (network.people.has(reference)) return reference;
  const seat = network.main.seats.get(reference);
  if (seat) return seat.person.id;
  for (const person of network.people.values()) {
    if (person.userRef === reference || person.name === reference || person.clientId === reference)
      return person.id;
  }
  return undefined;
}

function uniqueId(network: Network, wanted: string): string {
  let id = wanted;
  for (let twin = 2; network.people.has(id); twin += 1) id = `${wanted} (${String(twin)})`;
  return id;
}
