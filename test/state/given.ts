/** States as they come about: each is what real events made of the one before. None is written by hand. */
import type { KitEvent, RosterPerson } from '../../src/state/events.js';
import { INITIAL_STATE } from '../../src/state/initialState.js';
import { reduce } from '../../src/state/reduce.js';
import type { Capabilities, Limits, Person, PersonKey, Role, RoomKey, State } from '../../src/state/types.js';

/** An event, and when: a moment after the last clock tick unless it says otherwise. */
export type Step = KitEvent & { readonly at?: number };

/** What comes of a state when these things happen one after the other. */
export const after = (state: State, ...steps: readonly Step[]): State =>
  steps.reduce((next, step) => reduce(next, { ...step, at: step.at ?? next.at }), state);

/** Time passes, up to this moment. */
export const until = (state: State, at: number): State => after(state, { type: 'clock.passed', at });

/** The connection and the key of somebody by name. */
export const clientOf = (name: string): string => `c-${name}`;
export const keyOf = (name: string): PersonKey => `u-${name}`;

/** Somebody as the roster has them. */
export const somebody = (name: string, more: Partial<RosterPerson> = {}): RosterPerson => ({
  clientId: clientOf(name),
  userRef: keyOf(name),
  name,
  role: 'participant',
  ...more,
});

export const EVERYTHING: Capabilities = {
  rooms: true,
  decline: true,
  forceJoin: true,
  wire: true,
  recall: false,
  ownStream: true,
};

/** Ana moderates; Ben, Cem and Dia take part. `me` has this kit. */
export function given({
  me = 'Ana',
  people = ['Ana', 'Ben', 'Cem', 'Dia'],
  role = me === 'Ana' ? 'moderator' : 'participant',
  limits = { maxRooms: 10, minPeople: 2, maxPeople: 7 },
  capabilities = EVERYTHING,
  rooms = 0,
  seats = [],
}: {
  readonly me?: string;
  readonly people?: readonly (string | RosterPerson)[];
  readonly role?: Role;
  readonly limits?: Limits;
  readonly capabilities?: Capabilities;
  readonly rooms?: number;
  /** Who sits in which room, by name and number. */
  readonly seats?: readonly (readonly [name: string, room: number])[];
} = {}): State {
  const roster = people.map((one) =>
    typeof one === 'string'
      ? somebody(one, one === 'Ana' ? { role: 'moderator' } : one === me ? { role } : {})
      : one,
  );
  const own = roster.find(({ name }) => name === me) ?? somebody(me, { role });
  const state = after(
    INITIAL_STATE,
    { type: 'connection.changed', connection: 'connected' },
    {
      type: 'roster.read',
      self: { clientId: own.clientId, userRef: own.userRef, role: own.role },
      people: roster,
    },
    { type: 'mode.changed', mode: 'group' },
    { type: 'limits.known', limits },
    { type: 'capabilities.known', capabilities },
  );
  return rooms === 0 ? state : planned(state, rooms, seats);
}

/** The draft has this many rooms, and these people sit in them. */
export const planned = (
  state: State,
  rooms: number,
  seats: readonly (readonly [name: string, room: number])[] = [],
): State =>
  after(
    state,
    { type: 'plan.edited', edits: [{ kind: 'rooms', count: rooms }], reason: 'rooms' },
    ...seats.map(([name, room]): Step => ({
      type: 'plan.edited',
      edits: [{ kind: 'move', people: [keyOf(name)], to: roomKey(room) }],
      reason: 'drag',
    })),
  );

/** The key of a room of the draft by its number at first. */
export const roomKey = (number: number): RoomKey => `room-${String(number)}`;
/** The service's id of that room in a round. */
export const idOf = (number: number, round = 1): string => `r${String(round)}-${String(number)}`;

/** This kit opens the rooms of its draft; the service gives their ids. */
export const opened = (state: State, at = state.at): State => {
  const round = state.round.number + 1;
  return after(
    state,
    { type: 'round.opening', at },
    {
      type: 'rooms.created',
      rooms: state.plan.rooms.map((room) => ({
        roomKey: room.key,
        roomId: idOf(room.number, round),
        capacity: 7,
      })),
      at,
    },
    { type: 'round.opened', at },
  );
};

/** The service took an invitation of these people. */
export const invited = (state: State, names: readonly string[], room: number, at = state.at): State =>
  after(state, { type: 'invite.sent', people: names.map(keyOf), roomKey: roomKey(room), at });

/** A moderator's list of open rooms. */
export const listOf = (
  ...rooms: readonly (readonly [roomId: string, number: number, name?: string])[]
): Step => ({
  type: 'told.rooms',
  rooms: rooms.map(([roomId, number, name]) => ({ roomId, number, name: name ?? null, capacity: 7 })),
});

/** This person's own way into a room. */
export const joining = (
  state: State,
  roomId: string,
  { id = 1, room = `id/${roomId}`, forced = false } = {},
): State =>
  after(state, {
    type: 'attempt.started',
    attempt: {
      id,
      tries: 1,
      roomId,
      roomKey: room,
      step: 'sound',
      since: state.at,
      slowAt: state.at + 15_000,
      giveUpAt: state.at + 30_000,
      slow: false,
      forced,
      failure: null,
      failedWall: null,
    },
  });

/** This person is in a room. */
export const inside = (state: State, roomId: string, options: Parameters<typeof joining>[2] = {}): State =>
  after(joining(state, roomId, options), { type: 'attempt.succeeded', id: options.id ?? 1 });

/** Somebody, who is here. */
export function person(state: State, key: PersonKey): Person {
  const found = state.people.get(key);
  if (!found) throw new Error(`${key} is not here: ${[...state.people.keys()].join(', ')}`);
  return found;
}

/** Where somebody is. */
export const placeOf = (state: State, name: string) => person(state, keyOf(name)).place;
