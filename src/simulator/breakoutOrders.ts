/** What people order at the server: rooms, and invitations into them. */
import type { Ack } from './connection.js';
import { whyNotCreate, DEFAULT_MAX_ACTIVE_TALKERS, type RoomDefinition } from './limits.js';
import {
  aliveRoom,
  field,
  granted,
  lectureCode,
  refusal,
  type Network,
  type Seat,
  type ServerRoom,
} from './network.js';
import type { Hearing } from './options.js';

/** Orders, as the server takes them. */
export interface BreakoutOrders {
  readonly create: (by: Seat, definition: unknown) => Ack;
  /** Creates, and draws people of the main room into the rooms at random. */
  readonly createAndInvite: (by: Seat, definition: unknown) => Ack;
  readonly invite: (by: Seat, invitation: unknown) => Ack;
  readonly reject: (by: Seat, roomId: unknown) => Ack;
}

/** Makes the part of the server that takes orders. */
export function createBreakoutOrders(network: Network): BreakoutOrders {
  const { options, profile, random, main, rooms } = network;

  const whyNotManage = (by: Seat): number | null => {
    if (by.room !== main) return 1731;
    if (network.mode === 'lecture') return lectureCode(network);
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
        invited: new Set(),
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
      room.invited.add(seat.person);
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
      const room = aliveRoom(network, field(invitation, 'room_id'));
      if (!room) return refusal(network, 1155);
      const clients = field(invitation, 'clients');
      const ids = Array.isArray(clients) ? (clients as unknown[]) : [clients];
      const seats = ids.flatMap((id) => (typeof id === 'string' ? (main.seats.get(id) ?? []) : []));
      send(by, room, seats, field(invitation, 'force_join'));
      return granted();
    },
    reject(by, roomId) {
      if (network.mode === 'lecture') return refusal(network, lectureCode(network));
      const room = typeof roomId === 'string' ? rooms.get(roomId) : undefined;
      room?.invited.delete(by.person);
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
