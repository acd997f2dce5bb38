/** Who sits in which breakout room at the server: the way in, the way out, and the end of rooms. */
import type { Ack } from './connection.js';
import {
  aliveRoom,
  field,
  granted,
  lectureCode,
  refusal,
  type Network,
  type Person,
  type Seat,
  type ServerRoom,
} from './network.js';

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

/** Seats in breakout rooms, as the server gives them. */
export interface BreakoutSeats {
  /** Asks for a way in. The answer holds a token. */
  readonly ask: (by: Seat, wanted: unknown) => Ack;
  /** Sits down in the room a token is for; undefined when it is full or gone by now. */
  readonly enter: (token: unknown) => Seat | undefined;
  /** Sits down again in the room of an earlier seat, when it is still there. */
  readonly enterAgain: (before: Seat) => Seat | undefined;
  /** The SDK's own word that somebody entered: the others are told. */
  readonly entered: (seat: Seat) => void;
  readonly leave: (seat: Seat) => void;
  /** Puts everybody out of one room. */
  readonly close: (room: ServerRoom, cause: unknown) => void;
  /** Puts everybody out of all rooms, as the guide describes it. */
  readonly closeAll: (by: Seat, closing: Closing) => Ack;
}

/** Makes the part of the server that gives seats. */
export function createBreakoutSeats(network: Network): BreakoutSeats {
  const { options, profile, random, main, rooms } = network;
  const tokens = new Map<string, Token>();

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
    ask(by, wanted) {
      if (network.mode === 'lecture') return refusal(network, lectureCode(network));
      const room = aliveRoom(network, field(wanted, 'room_id'));
      const { person } = by;
      const welcome =
        room &&
        room.seats.size < room.capacity &&
        by.room === main &&
        ((options.uninvitedMayJoin ?? true) || room.owner === person.id || room.invited.has(person)) &&
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
      const room = aliveRoom(network, held?.roomId);
      if (!held || !room || room.seats.size >= room.capacity) return undefined;
      tokens.delete(token as string);
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
}
