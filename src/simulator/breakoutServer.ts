/**
 * The server's side of breakout rooms: create, invite, join, refuse, leave, and the end of rooms.
 */
import type { Ack } from './connection.js';
import { whyNotCreate, DEFAULT_MAX_ACTIVE_TALKERS, type RoomDefinition } from './limits.js';
import { granted, refusal, type Network, type Person, type Seat, type ServerRoom } from './network.js';
import type { Hearing } from './options.js';

/** What the guide's two closing calls bring about besides leaving. */
export interface Closing {
  readonly unmute: boolean;
}

/** What a member reads when a moderator ended the room: nested, as the documentation reads it. */
export const BY_MODERATOR = { cause: { cause: 2006, msg: 'disconnected-by-moderator' } };

/** What a member reads when the server gave no reason: flat. */
export const UNEXPECTED = { cause: 2002, msg: 'unexpected-disconnection' };

interface Token {
  readonly roomId: string;
  readonly role: 'moderator' | 'participant';
  readonly person: Person;
}

/** The breakout part of the server. */
export interface BreakoutServer {
  readonly create: (by: Seat, definition: unknown) => Ack;
  readonly createAndInvite: (by: Seat, definition: unknown) => Ack;
  readonly invite: (by: Seat, invitation: unknown) => Ack;
  /** Asks for a way in. The answer holds a token. */
  readonly ask: (by: Seat, wanted: unknown) => Ack;
  /** Sits down in the room a token is for; undefined when it is full or gone by now. */
  readonly enter: (token: unknown) => Seat | undefined;
  /** Sits down again in the room of an earlier seat, when it is still there. */
  readonly enterAgain: (before: Seat) => Seat | undefined;
  /** The SDK's own word that somebody entered: the others are told. */
  readonly entered: (seat: Seat) => void;
  readonly reject: (by: Seat, roomId: unknown) => Ack;
  readonly leave: (seat: Seat) => void;
  /** Puts everybody out of one room. */
  readonly close: (room: ServerRoom, cause: unknown) => void;
  /** Puts everybody out of all rooms, as the guide describes it. */
  readonly closeAll: (by: Seat, closing: Closing) => Ack;
}

/** Makes the breakout part over a server. */
export function createBreakoutServer(network: Network): BreakoutServer {
  const { options, profile, random, main, rooms } = network;
  const tokens = new Map<string, Token>();
  const invited = new Map<string, Set<string>>();
  const lectureCode = options.lectureCode ?? profile.lectureCode;

  const field = (source: unknown, name: string): unknown =>
    typeof source === 'object' && source !== null ? (source as Record<string, unknown>)[name] : undefined;
  const aliveRoom = (id: unknown): ServerRoom | undefined => {
    const room = typeof id === 'string' ? rooms.get(id) : undefined;
    return room?.alive ? room : undefined;
  };
  const whyNotManage = (by: Seat): number | null => {
    if (by.room !== main) return 1731;
    if (network.mode === 'lecture') return lectureCode;
    if (by.role === 'moderator') return null;
    return by.role === 'participant' && (options.participantsMayCreate ?? true) ? null : 1168;
  };
  const tellModerators = (by: Seat, id: string, hearing: Hearing, msg: unknown) => {
    if (hearing === 'none') return;
    const payload = hearing === 'message' ? { id, msg } : { id };
    for (const seat of main.reachable) {
      if (seat !== by && seat.role === 'moderator') network.tell(seat, 'roomManagementEvents', payload);
    }
  };

  const make = (by: Seat, definition: RoomDefinition): ServerRoom[] => {
    const count = (definition.max_rooms as number | undefined) ?? 1;
    return Array.from({ length: count }, () => {
      const id = random.id('room');
      const room: ServerRoom = {
        id,
        kind: 'breakout',
        name: id,
        capacity: definition.participants as number,
        owner: by.person.id,
        seats: new Map(),
        reachable: new Set(),
        media: {
          audio: field(definition, 'audio') !== false,
          video: field(definition, 'video') === true,
          share: field(definition, 'share') === true,
          canvas: field(definition, 'canvas') === true,
        },
        alive: true,
      };
      rooms.set(id, room);
      return room;
    });
  };
  const created = (by: Seat, definition: unknown): ServerRoom[] | Ack => {
    const given = (definition ?? {}) as RoomDefinition;
    const why =
      whyNotManage(by) ??
      whyNotCreate(given, {
        rooms: options.tenCounts === 'ever' ? rooms.size : countAlive(rooms),
        maxActiveTalkers: options.maxActiveTalkers ?? DEFAULT_MAX_ACTIVE_TALKERS,
      });
    if (why !== null) return refusal(network, why);
    const made = make(by, given);
    tellModerators(by, 'breakout-room-created', options.moderatorsHear?.created ?? 'none', {
      rooms: made.map((room) => room.id),
    });
    return made;
  };
  const listed = (made: readonly ServerRoom[]) =>
    granted({ rooms: made.map((room) => (options.roomItems === 'objects' ? { _id: room.id } : room.id)) });

  const send = (by: Seat, room: ServerRoom, seats: readonly Seat[], force: unknown) => {
    const requestor =
      options.requestor === 'string' ? by.clientId : { id: by.clientId, name: by.person.name };
    for (const seat of seats) {
      const guests = invited.get(room.id) ?? new Set<string>();
      invited.set(room.id, guests.add(seat.person.id));
      network.wake(seat.person, force === true);
      network.tell(seat, 'invite-breakout-room', {
        room_id: room.id,
        requestor,
        video: room.media.video,
        ...(force === undefined ? {} : { force_join: force }),
      });
    }
    tellModerators(by, 'breakout-room-invited', options.moderatorsHear?.invited ?? 'none', {
      room_id: room.id,
      clients: seats.map((seat) => seat.clientId),
    });
  };

  const tellMove = (room: ServerRoom, wire: string, payload: unknown, person: Person) => {
    const inside = new Set([...room.seats.values()].map((seat) => seat.person));
    for (const seat of main.reachable) {
      if (seat.person === person) continue;
      if (options.movesHeardBy === 'room' && !inside.has(seat.person)) continue;
      network.tell(seat, wire, payload);
    }
    if (!options.movesHeardInRoom) return;
    for (const seat of room.reachable) if (seat.person !== person) network.tell(seat, wire, payload);
  };
  const end = (room: ServerRoom) => {
    if (!room.alive || room.seats.size > 0) return;
    room.alive = false;
    const owner = room.owner === undefined ? undefined : network.people.get(room.owner);
    network.tell(owner?.seat, 'breakout-room-destroyed', { room_id: room.id });
  };
  const leave = (seat: Seat) => {
    const { room, person } = seat;
    if (room.seats.get(seat.clientId) !== seat) return;
    network.rise(seat);
    tellMove(
      room,
      'breakout-user-disconnected',
      { name: person.name, clientId: person.clientId, room: room.id },
      person,
    );
    end(room);
  };
  const close = (room: ServerRoom, cause: unknown) => {
    for (const seat of room.seats.values()) network.tell(seat, 'drop', { message: cause });
    // All go at once, so nobody is told of the others one by one but those outside.
    room.reachable.clear();
    for (const seat of room.seats.values()) leave(seat);
    end(room);
  };

  return {
    create(by, definition) {
      const made = created(by, definition);
      return Array.isArray(made) ? listed(made) : made;
    },
    createAndInvite(by, definition) {
      const made = created(by, definition);
      if (!Array.isArray(made)) return made;
      const guests = drawn(by, made.length * (made[0]?.capacity ?? 0));
      made.forEach((room, at) => {
        const group = guests.filter((_, guest) => guest % made.length === at);
        if (group.length > 0) send(by, room, group, field(definition, 'force_join'));
      });
      return listed(made);
    },
    invite(by, invitation) {
      const why = whyNotManage(by);
      if (why !== null) return refusal(network, why);
      const room = aliveRoom(field(invitation, 'room_id'));
      if (!room) return refusal(network, 1155);
      const clients = field(invitation, 'clients');
      const ids = Array.isArray(clients) ? (clients as unknown[]) : [clients];
      const seats = ids.flatMap((id) => (typeof id === 'string' ? (main.seats.get(id) ?? []) : []));
      send(by, room, seats, field(invitation, 'force_join'));
      return granted();
    },
    ask(by, wanted) {
      if (network.mode === 'lecture') return refusal(network, lectureCode);
      const room = aliveRoom(field(wanted, 'room_id'));
      const { person } = by;
      const welcome =
        room &&
        room.seats.size < room.capacity &&
        by.room === main &&
        ((options.uninvitedMayJoin ?? true) ||
          room.owner === person.id ||
          invited.get(room.id)?.has(person.id)) &&
        ((options.twoRoomsAtOnce ?? true) || person.breakouts.size === 0);
      if (!welcome) return refusal(network, 1729);
      const token = random.id('token');
      const role =
        field(wanted, 'role') === 'moderator' && (options.moderatorRoleHonoured ?? true)
          ? 'moderator'
          : 'participant';
      tokens.set(token, { roomId: room.id, role, person });
      return {
        kind: 'result',
        payload: profile.joinAck === 'token' ? token : { result: 0, token },
      };
    },
    enter(token) {
      const held = typeof token === 'string' ? tokens.get(token) : undefined;
      const room = aliveRoom(held?.roomId);
      if (!held || !room || room.seats.size >= room.capacity) return undefined;
      // The same person again in the same room (two calls at once): the newer place replaces the older.
      const older = held.person.breakouts.get(room.id);
      if (older) {
        network.tell(older, 'drop', { message: UNEXPECTED });
        network.rise(older);
      }
      return network.sit(held.person, room, held.role);
    },
    enterAgain({ room, person, role }) {
      return room.alive && room.seats.size < room.capacity ? network.sit(person, room, role) : undefined;
    },
    entered(seat) {
      const { room, person } = seat;
      const named = profile.joinedNamesRoom || options.joinedWireHasRoom;
      tellMove(
        room,
        'user-joined-breakout-room',
        named ? { clientId: person.clientId, room: room.id } : { clientId: person.clientId },
        person,
      );
    },
    reject(by, roomId) {
      if (network.mode === 'lecture') return refusal(network, lectureCode);
      const room = typeof roomId === 'string' ? rooms.get(roomId) : undefined;
      if (room) invited.get(room.id)?.delete(by.person.id);
      tellModerators(
        by,
        'breakout-invite-rejected',
        options.moderatorsHear?.rejected ?? profile.rejectedPayload,
        {
          room_id: roomId,
          client_id: by.clientId,
        },
      );
      return granted();
    },
    leave,
    close,
    closeAll(by, closing) {
      if (by.role !== 'moderator') return refusal(network, 1168);
      for (const room of rooms.values()) {
        if (!room.alive) continue;
        const left = [...room.seats.values()].map((seat) => seat.person.clientId);
        for (const seat of room.seats.values()) {
          network.tell(seat, 'drop', { message: BY_MODERATOR, closing });
        }
        for (const seat of room.seats.values()) network.rise(seat);
        room.alive = false;
        for (const seat of main.reachable) {
          if (seat.role === 'moderator') {
            for (const clientId of left) {
              network.tell(seat, 'guide-user-disconnected', { room_id: room.id, client_id: clientId });
            }
          }
          // Ended for good everybody is told; emptied, only the owner, as always.
          if (closing.unmute || seat.person.id === room.owner) {
            network.tell(seat, 'breakout-room-destroyed', { room_id: room.id });
          }
        }
      }
      return granted();
    },
  };

  /** Draws people of the main room at random: no moderators, no audience, not whoever asks. */
  function drawn(by: Seat, most: number): Seat[] {
    const pool = [...main.seats.values()].filter((seat) => seat !== by && seat.role === 'participant');
    for (let last = pool.length - 1; last > 0; last -= 1) {
      const other = random.below(last + 1);
      [pool[last], pool[other]] = [pool[other] as Seat, pool[last] as Seat];
    }
    return pool.slice(0, most);
  }
}

function countAlive(rooms: ReadonlyMap<string, ServerRoom>): number {
  let alive = 0;
  for (const room of rooms.values()) if (room.alive) alive += 1;
  return alive;
}
