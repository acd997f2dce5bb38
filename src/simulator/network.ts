/**
 * The server's side of a meeting: who sits in which room, and who is told what. The truth that tests compare with.
 */
import type { Random } from '../random.js';
import type { Ack } from './connection.js';
import { serverReply } from './codes.js';
import type { SimulatedMeetingOptions } from './options.js';
import type { Profile } from './profiles.js';
import type { RosterRole } from './people.js';
import type { LocalStream } from './streams.js';

/** A person of the meeting, whether there or not. */
export interface Person {
  readonly id: string;
  /** The place in the list of people; a person's tone follows from it. */
  readonly index: number;
  readonly name: string;
  readonly userRef: string;
  role: RosterRole;
  /** Today's id in the main room, or the last one. */
  clientId: string;
  /** The seat in the main room; undefined while away. */
  seat: Seat | undefined;
  /** Seats in breakout rooms, by room id. */
  readonly breakouts: Map<string, Seat>;
  /** The person's own mute, and a moderator's, for streams that are made from now on. */
  selfMuted: boolean;
  hardMuted: boolean;
  /** Whether the person publishes sound in the main room. */
  readonly publishes: boolean;
  speaking: boolean;
  readonly initialClientId: string | undefined;
  readonly data: unknown;
}

/** One person's place in one room. */
export interface Seat {
  readonly person: Person;
  readonly room: ServerRoom;
  readonly clientId: string;
  role: RosterRole;
  /** How the server reaches the person there; undefined for the crowd. */
  socket: ((wire: string, payload: unknown) => void) | undefined;
  /** Whether the server has stopped sending sound and picture there. */
  audioStopped: boolean;
  videoStopped: boolean;
  /** Paused and muted are two things in the guide; elsewhere only `muted` is used. */
  paused: boolean;
  readonly streams: Map<number, LocalStream>;
  /** Whose streams arrive, by id; null where the SDK subscribes to all by itself. */
  readonly subscribed: Set<number> | null;
}

/** A room on the server. */
export interface ServerRoom {
  readonly id: string;
  readonly kind: 'main' | 'breakout';
  readonly name: string;
  readonly capacity: number;
  /** The id of the person who created it. */
  readonly owner: string | undefined;
  readonly seats: Map<string, Seat>;
  /** Those invited into it who have not declined. */
  readonly invited: Set<Person>;
  /** Those with a socket: a crowd costs nothing when everybody is told something. */
  readonly reachable: Set<Seat>;
  readonly media: {
    readonly audio: boolean;
    readonly video: boolean;
    readonly share: boolean;
    readonly canvas: boolean;
  };
  alive: boolean;
}

/** The server. */
export interface Network {
  readonly profile: Profile;
  readonly options: SimulatedMeetingOptions;
  readonly random: Random;
  readonly main: ServerRoom;
  /** All breakout rooms ever made, by id. */
  readonly rooms: Map<string, ServerRoom>;
  readonly people: Map<string, Person>;
  mode: 'group' | 'lecture';
  locked: boolean;
  /** How many streams were made; their ids follow from it. */
  streams: number;
  /** Tells one seat something. Nothing happens where nobody listens. */
  readonly tell: (seat: Seat | undefined, wire: string, payload: unknown) => void;
  /** Tells everybody in a room, but for one seat. */
  readonly tellRoom: (room: ServerRoom, wire: string, payload: unknown, except?: Seat) => void;
  readonly sit: (person: Person, room: ServerRoom, role: RosterRole) => Seat;
  readonly rise: (seat: Seat) => void;
  readonly reach: (seat: Seat, socket: Seat['socket']) => void;
  /** Makes the room object of somebody of the crowd who now acts: by script, or because the SDK there moves by itself. */
  wake: (person: Person, forced: boolean) => void;
  /** Called when who can be heard in a room may have changed. */
  soundChanged: (room: ServerRoom) => void;
}

/** Ids of streams begin above those the service keeps for itself, such as the shared screen's. */
const FIRST_STREAM = 1000;

/** The id of the shared screen, in every room. */
export const SCREEN_STREAM = 101;

/** Makes the server of a meeting in which nobody is yet. */
export function createNetwork(profile: Profile, options: SimulatedMeetingOptions, random: Random): Network {
  const main: ServerRoom = {
    id: options.meetingId ?? 'meeting',
    kind: 'main',
    name: options.meetingName ?? 'Meeting',
    capacity: Infinity,
    owner: undefined,
    seats: new Map(),
    reachable: new Set(),
    invited: new Set(),
    media: { audio: true, video: true, share: true, canvas: true },
    alive: true,
  };
  const network: Network = {
    profile,
    options,
    random,
    main,
    rooms: new Map(),
    people: new Map(),
    mode: options.mode ?? 'group',
    locked: false,
    streams: FIRST_STREAM,
    tell(seat, wire, payload) {
      seat?.socket?.(wire, payload);
    },
    tellRoom(room, wire, payload, except) {
      for (const seat of room.reachable) if (seat !== except) seat.socket?.(wire, payload);
    },
    sit(person, room, role) {
      const keeps = room.kind === 'main' && options.clientIdOnReconnect === 'same' && person.clientId !== '';
      const first = room.kind === 'main' && person.clientId === '' ? person.initialClientId : undefined;
      const clientId =
        first ?? (keeps ? person.clientId : random.id(room.kind === 'main' ? 'client' : 'inside'));
      const seat: Seat = {
        person,
        room,
        clientId,
        role,
        socket: undefined,
        audioStopped: false,
        videoStopped: false,
        paused: false,
        streams: new Map(),
        subscribed: room.kind === 'main' || profile.finishesJoin ? null : new Set(),
      };
      if (room.kind === 'main') {
        person.clientId = clientId;
        person.seat = seat;
      } else person.breakouts.set(room.id, seat);
      room.seats.set(clientId, seat);
      network.tellRoom(room, 'user-connected', userOf(seat));
      return seat;
    },
    rise(seat) {
      const { room, person } = seat;
      if (room.seats.get(seat.clientId) !== seat) return;
      room.seats.delete(seat.clientId);
      room.reachable.delete(seat);
      seat.socket = undefined;
      if (person.seat === seat) person.seat = undefined;
      if (person.breakouts.get(room.id) === seat) person.breakouts.delete(room.id);
      network.tellRoom(room, 'user-disconnected', userOf(seat));
      network.soundChanged(room);
    },
    reach(seat, socket) {
      seat.socket = socket;
      if (socket) seat.room.reachable.add(seat);
      else seat.room.reachable.delete(seat);
    },
    wake: () => undefined,
    soundChanged: () => undefined,
  };
  return network;
}

/** A user as the server writes one. */
export interface ServerUser {
  readonly clientId: string;
  readonly name: string;
  readonly role: RosterRole;
  readonly user_ref: string;
  readonly permissions: Readonly<Record<string, never>>;
  readonly videoMuted: boolean;
  readonly audioMuted: boolean;
  readonly data?: unknown;
}

/** Writes the user object of a seat. */
export function userOf(seat: Seat): ServerUser {
  const { person } = seat;
  const streams = [...seat.streams.values()];
  return {
    clientId: seat.clientId,
    name: person.name,
    role: seat.role,
    user_ref: person.userRef,
    permissions: {},
    videoMuted: streams.some((stream) => stream.isVideoMuted()),
    audioMuted:
      streams.length > 0
        ? streams.some((stream) => stream.isAudioMuted())
        : person.selfMuted || person.hardMuted,
    ...(person.data === undefined ? {} : { data: person.data }),
  };
}

/** A good answer of the server. */
export const granted = (msg: unknown = 'Success'): Ack => ({ kind: 'result', payload: { result: 0, msg } });

/** A refusal of the server, in the form this meeting's server uses. */
export const refusal = (network: Network, code: number): Ack => ({
  kind: network.options.refusalsAs === 'error-ack' ? 'error' : 'result',
  payload: serverReply(code),
});

/** What the server answers in lecture mode. */
export const lectureCode = ({ options, profile }: Network): number =>
  options.lectureCode ?? profile.lectureCode;

/** A breakout room that is still there, by anything that may be its id. */
export function aliveRoom(network: Network, id: unknown): ServerRoom | undefined {
  const room = typeof id === 'string' ? network.rooms.get(id) : undefined;
  return room?.alive ? room : undefined;
}

/** A field of a message of any shape. */
export function field(source: unknown, name: string): unknown {
  return typeof source === 'object' && source !== null
    ? (source as Record<string, unknown>)[name]
    : undefined;
}
