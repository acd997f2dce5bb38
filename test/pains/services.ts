/** What people meet with: every build of the service, and the newest of the middle line where kits cannot talk. */
import type { SimulatedMeetingOptions } from '../../src/simulator.js';
import type { State } from '../../src/state/types.js';
import { keyOf } from '../session/given.js';
import { PROFILES, type KitMeeting } from '../session/meeting.js';
import { breakoutStream, roomsOf, soundOf } from '../session/sound.js';

/** One service. */
export interface Service {
  readonly name: string;
  readonly options: Pick<SimulatedMeetingOptions, 'profile' | 'faults'>;
  /** Kits can talk to each other. */
  readonly talks: boolean;
  /** Somebody who has no kit can be moved without being asked. */
  readonly forces: boolean;
  /** The service itself can call everybody back. */
  readonly recalls: boolean;
}

/** All of them. */
export const SERVICES: readonly Service[] = [
  ...PROFILES.map((profile): Service => ({
    name: profile === 'guide' ? 'the guide' : `build ${profile}`,
    options: { profile },
    talks: profile !== 'guide',
    forces: profile !== '1.9.4',
    recalls: profile === 'guide',
  })),
  {
    name: 'build 2.3.24 without messages',
    options: { profile: '2.3.24', faults: { kind: 'missing', call: 'sendUserData' } },
    talks: false,
    forces: true,
    recalls: false,
  },
];

/** Those where kits can talk. */
export const TALKING = SERVICES.filter(({ talks }) => talks);

/** One of them. */
export function serviceCalled(name: string): Service {
  const service = SERVICES.find((one) => one.name === name);
  if (!service) throw new Error(`There is no service "${name}".`);
  return service;
}

/** Those where they cannot. */
export const SILENT = SERVICES.filter(({ talks }) => !talks);

/** What stays when a test's own faults are over. */
export const calm = ({ meeting }: KitMeeting, { options }: Service) =>
  meeting.faults.set(options.faults ?? []);

/** Adds faults to those a service has anyway. */
export const trouble = (
  { meeting }: KitMeeting,
  ...faults: Parameters<KitMeeting['meeting']['faults']['add']>
) => {
  for (const fault of faults) meeting.faults.add(fault);
};

/** Somebody's row in a kit's own list. */
export const personIn = (state: State, name: string) => state.people.get(keyOf(state, name));

/** The names behind keys, sorted. */
export const namesOf = (state: State, keys: Iterable<string>): readonly string[] =>
  [...keys].map((key) => state.people.get(key)?.name ?? key).toSorted();

/** Everybody's sound in main, cause by cause. */
export const soundOfAll = ({ meeting, names }: KitMeeting) =>
  Object.fromEntries(names.map((name) => [name, soundOf(meeting, name)]));

/** The rooms in which somebody's voice can be heard now: `main`, and ids of breakout rooms. */
export const voiceOf = ({ meeting }: KitMeeting, name: string): readonly string[] => {
  const { id } = meeting.person(name);
  const others = meeting.people().filter((other) => other.id !== id);
  return [
    ...(others.some((other) => other.hears().has(id)) ? ['main'] : []),
    ...meeting
      .rooms()
      .filter(({ id: room }) => others.some((other) => other.hears(room).has(id)))
      .map(({ id: room }) => room),
  ];
};

/** Who is connected to which rooms, by name. */
export const whereabouts = ({ meeting, names }: KitMeeting) =>
  Object.fromEntries(names.map((name) => [name, roomsOf(meeting, name)]));

export { breakoutStream, keyOf, roomsOf, soundOf };
