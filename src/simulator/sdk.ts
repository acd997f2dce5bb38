/**
 * One room object of one person, from the inside: the public object, its socket, its seat on the server, and how calls and events
 * pass through the faults. The main room and each breakout room are one of these.
 */
import { createConnection, type Ack, type Connection } from './connection.js';
import { sdkError } from './codes.js';
import { createDispatcher, type Dispatcher, type SimulatedEvent } from './dispatcher.js';
import type { Engine } from './engine.js';
import { createHearing } from './hearing.js';
import { DEFAULT_MAX_ACTIVE_TALKERS } from './limits.js';
import { userOf, type Person, type Seat, type ServerUser } from './network.js';
import type { CallName } from './profiles.js';
import { createPublishing } from './publishing.js';
import type { RoomCalls, RoomFields } from './roomShape.js';
import { createStreamList, type LocalStream } from './streams.js';

/** A call under way: its name, and whether a fault has it answered before it returns. */
export interface Call {
  readonly name: CallName;
  readonly sync: boolean;
}

/** Any callback an application passes. */
export type Callback = (...answer: unknown[]) => void;

/** A room object from the inside. */
export interface Sdk {
  readonly engine: Engine;
  readonly person: Person;
  readonly kind: 'main' | 'breakout';
  readonly room: RoomCalls & Dispatcher & RoomFields;
  readonly connection: Connection;
  readonly own: Map<number, LocalStream>;
  seat: Seat | undefined;
  /** What arrives from the server, by wire name. */
  readonly handlers: Map<string, (payload: unknown) => void>;
  /** Fires an event at the listeners, through the faults. */
  readonly emit: (type: string, fields?: object) => void;
  /** Gives the object a method under this name, through the faults. */
  readonly define: (
    call: CallName,
    name: string | null,
    run: (call: Call, inputs: unknown[]) => void,
  ) => void;
  /** Asks the server, through the faults. Nothing comes back when the socket is down. */
  readonly request: (call: Call, handle: (seat: Seat) => Ack, onAck: (ack: Ack) => void) => void;
  /** The way of most breakout methods: 1163 at once when the socket is down, and no callback for errors and empty answers. */
  readonly ask: (call: Call, handle: (seat: Seat) => Ack, callback: Callback) => void;
  /** Takes the seat: identity, roster and streams are there from now on. */
  readonly take: (seat: Seat, users: readonly ServerUser[]) => void;
  /** What a new seat finds, read at the server. */
  readonly roster: (seat: Seat) => readonly ServerUser[];
  readonly listen: (seat: Seat) => void;
  readonly publish: (stream: LocalStream) => void;
  /** The end of the object: no socket, no players. */
  readonly close: () => void;
}

/** Milliseconds after which an event held back by a fault comes although nothing followed it. */
const HELD_LIMIT_MS = 500;

/** Makes a room object that is not connected yet. */
export function createSdk(engine: Engine, person: Person, kind: 'main' | 'breakout'): Sdk {
  const { faults, profile, options } = engine;
  const after = (ms: number, run: () => void) => engine.after(ms, run, person.id);
  const dispatcher = createDispatcher();
  const socket = createDispatcher();
  const connection = createConnection(after, engine.latency);
  const handlers: Sdk['handlers'] = new Map();
  const own = new Map<number, LocalStream>();

  const hearing = createHearing(engine, () => sdk.seat);

  const room: Sdk['room'] = {
    ...dispatcher,
    clientId: undefined,
    me: undefined,
    roomID: undefined,
    state: 1,
    mode: undefined,
    roomSettings: undefined,
    roomMeta: undefined,
    roomMuted: false,
    locked: false,
    userList: new Map(),
    localStreams: createStreamList(() => own),
    remoteStreams: hearing.streams,
    ...createPublishing(() => sdk),
    socket,
    breakOutRoom: { ...createDispatcher(), rooms: new Map() },
    isModerator: () => room.me?.role === 'moderator',
    whoAmI: (callback) =>
      callback(room.clientId === undefined ? undefined : room.userList.get(room.clientId)),
  };

  const fire = (event: SimulatedEvent) => {
    options.onEvent?.({ person: person.id, room, event });
    dispatcher.dispatchEvent(event);
  };
  let held: SimulatedEvent | undefined;
  const release = () => {
    const event = held;
    held = undefined;
    if (event) fire(event);
  };

  const sdk: Sdk = {
    engine,
    person,
    kind,
    room,
    connection,
    own,
    seat: undefined,
    handlers,
    emit(type, fields = {}) {
      const scene = { event: type, person: person.id };
      if (faults.strike('event-dropped', scene)) return;
      const malformed = faults.strike('event-malformed', scene);
      const event: SimulatedEvent = { type, ...fields, ...(malformed ? { message: malformed.payload } : {}) };
      const late = faults.strike('event-late', scene);
      if (late) {
        after(late.ms, () => fire(event));
        return;
      }
      if (held === undefined && faults.strike('event-reordered', scene)) {
        held = event;
        after(HELD_LIMIT_MS, release);
        return;
      }
      fire(event);
      if (faults.strike('event-twice', scene)) fire(event);
      release();
    },
    define(call, name, run) {
      if (name === null) return;
      const scene = { call, person: person.id };
      const method = (...inputs: unknown[]): unknown => {
        const thrown = faults.strike('throws', scene);
        if (thrown) throw thrown.error ?? new TypeError(`${name} failed`);
        const promise = faults.strike('promise', scene);
        const sync = faults.strike('sync', scene) !== undefined;
        const at = inputs.findLastIndex((input) => typeof input === 'function');
        if (at >= 0) inputs[at] = disturbed(inputs[at] as Callback, scene);
        if (!promise) {
          run({ name: call, sync }, inputs);
          return undefined;
        }
        return new Promise((resolve) => {
          inputs[at >= 0 ? at : inputs.length] = (...answer: unknown[]) => resolve(answer[0] ?? answer[1]);
          run({ name: call, sync }, inputs);
        });
      };
      let current: unknown = method;
      Object.defineProperty(room, name, {
        configurable: true,
        enumerable: true,
        get: () => (faults.holds('missing', scene) ? undefined : current),
        set(replacement: unknown) {
          current = replacement;
        },
      });
    },
    request(call, handle, onAck) {
      const scene = { call: call.name, person: person.id };
      const refused = faults.strike('refused', scene);
      const silent = refused ? undefined : faults.strike('silent', scene);
      const failed = (refused ?? silent) ? undefined : faults.strike('error-ack', scene);
      const empty = (refused ?? silent ?? failed) ? undefined : faults.strike('null-ack', scene);
      const atServer = (): Ack => {
        if (refused)
          return { kind: 'result', payload: { result: refused.code, msg: refused.msg ?? 'Refused' } };
        const seat = sdk.seat;
        const does = silent?.effect ?? empty?.effect ?? failed?.effect ?? !failed;
        // Whoever was put out meanwhile is not heard any more.
        const there = seat?.room.seats.get(seat.clientId) === seat ? seat : undefined;
        const ack: Ack = there && does ? handle(there) : { kind: 'none' };
        if (silent) return { kind: 'none' };
        if (failed) return { kind: 'error', payload: sdkError(1138) };
        return empty ? { kind: 'result', payload: null } : ack;
      };
      connection.ask(atServer, onAck, call.sync);
    },
    ask(call, handle, callback) {
      if (!connection.isUp()) {
        callback(sdkError(1163));
        return;
      }
      sdk.request(call, handle, (ack) => {
        if (ack.kind !== 'result' || ack.payload === null || ack.payload === undefined) return;
        callback(ack.payload);
      });
    },
    roster(seat) {
      const hidden = options.privacy && profile.privacyHides && seat.role !== 'moderator';
      const users: ServerUser[] = [];
      for (const other of seat.room.seats.values()) {
        if (hidden && other !== seat) continue;
        if (other.role === 'audience' && other !== seat && !profile.audienceInRoster) continue;
        users.push(userOf(other));
      }
      return users;
    },
    listen(seat) {
      engine.network.reach(seat, (wire, payload) =>
        connection.bring(() => {
          socket.dispatchEvent({ type: wire, args: [payload] });
          handlers.get(wire)?.(payload);
        }),
      );
    },
    take(seat, users) {
      const { main } = engine.network;
      const talkers = options.maxActiveTalkers ?? DEFAULT_MAX_ACTIVE_TALKERS;
      const tells =
        (options.maxTalkersReadable ?? 'both') !== 'nowhere' &&
        options.maxTalkersReadable !== 'getMaxTalkers';
      sdk.seat = seat;
      room.clientId = seat.clientId;
      if (profile.flatEvents) room.clientID = seat.clientId;
      room.me = {
        clientId: seat.clientId,
        name: person.name,
        user_ref: person.userRef,
        role: seat.role,
        permissions: {},
      };
      room.roomID =
        kind === 'main' || (options.roomIdMatches ?? true) ? seat.room.id : `${seat.room.id}-inner`;
      room.mode = engine.network.mode;
      room.roomSettings = {
        mode: engine.network.mode,
        participants: seat.room === main ? 200 : seat.room.capacity,
        ...(tells ? { max_active_talkers: talkers } : {}),
      };
      room.roomMeta = metaOf(seat, engine.network.mode);
      room.locked = engine.network.locked;
      room.state = 2;
      room.userList.clear();
      for (const user of users) room.userList.set(user.clientId, { ...user });
    },
    publish(stream) {
      const { seat } = sdk;
      if (!seat) return;
      own.set(stream.getID(), stream);
      seat.streams.set(stream.getID(), stream);
      engine.network.tellRoom(seat.room, 'stream-added', { streamId: stream.getID() }, seat);
      engine.network.soundChanged(seat.room);
    },
    close() {
      connection.cut();
      room.state = 0;
      hearing.close();
      for (const stream of own.values()) stream.stop();
    },
  };
  return sdk;

  /** A callback as faults make it: later, or twice. */
  function disturbed(
    callback: Callback,
    scene: { readonly call: CallName; readonly person: string },
  ): Callback {
    const late = faults.strike('late', scene);
    const twice = faults.strike('twice', scene);
    const once: Callback = late ? (...answer) => void after(late.ms, () => callback(...answer)) : callback;
    if (!twice) return once;
    let called = false;
    return (...answer) => {
      once(...answer);
      if (called) return;
      called = true;
      if (twice.ms === undefined) once(...answer);
      else after(twice.ms, () => once(...answer));
    };
  }
}

/** The meta of a room, as `room-connected` and `roomData` carry it: no id in it, and no number of talkers. */
export function metaOf(seat: Seat, mode: string): Record<string, unknown> {
  return {
    name: seat.room.name,
    owner_ref: seat.room.owner ?? 'owner',
    mode,
    moderators: 1,
    participants: seat.room.kind === 'main' ? 200 : seat.room.capacity,
    quality: 'HD',
    duration: 120,
    locked: false,
    wait_room: false,
  };
}
