/** The calls every room object has: who may talk, roles, dropping, locking, the end. */
import { optional } from './callbacks.js';
import { sdkError } from './codes.js';
import { BY_MODERATOR } from './breakoutSeats.js';
import { DEFAULT_MAX_ACTIVE_TALKERS } from './limits.js';
import { granted, type Seat } from './network.js';
import { switchRole } from './roles.js';
import type { Sdk } from './sdk.js';

/** What leaving and ending mean for the kind of room. */
export interface RoomEnds {
  readonly leave: () => void;
  /** At the server: everybody goes. */
  readonly destroy: (by: Seat) => void;
}

/** Gives a room object those calls. None of them answers when the socket is down. */
export function installRoomCalls(sdk: Sdk, ends: RoomEnds): void {
  const { engine, room, define } = sdk;
  const { options, network, profile } = engine;
  const { names } = profile;
  const moderatorOnly = (callback: unknown): boolean => {
    if (room.isModerator()) return true;
    optional(callback)(sdkError(1168));
    return false;
  };
  /** The other way of asking: silence when offline, and the answer with an empty second argument. */
  const send = (
    ...[call, handle, callback]: Parameters<Sdk['request']> extends [infer A, infer B, unknown]
      ? [A, B, unknown]
      : never
  ) => {
    if (!sdk.connection.isUp()) return;
    sdk.request(call, handle, (ack) => {
      if (ack.kind === 'result') optional(callback)(ack.payload, null);
    });
  };

  define('getMaxTalkers', names.getMaxTalkers, (call, [callback]) =>
    send(
      call,
      () => {
        const readable = options.maxTalkersReadable ?? 'both';
        const told = readable === 'both' || readable === 'getMaxTalkers';
        const maxTalkers = options.maxActiveTalkers ?? DEFAULT_MAX_ACTIVE_TALKERS;
        return { kind: 'result', payload: { result: 0, ...(told ? { maxTalkers } : {}) } };
      },
      callback,
    ),
  );
  define('getTalkerCount', names.getTalkerCount, (call, [callback]) =>
    send(call, () => ({ kind: 'result', payload: { result: 0, numTalkers: 4 } }), callback),
  );

  define('switchUserRole', names.switchUserRole, (call, [wanted, callback]) => {
    if (room.clientId === undefined) return optional(callback)(sdkError(1171));
    if (!moderatorOnly(callback)) return undefined;
    const changes = Array.isArray(wanted) && profile.roleChange === 'list' ? (wanted as unknown[]) : [wanted];
    if (changes.length === 0 || changes.some((change) => !change || change === room.clientId)) {
      return optional(callback)(sdkError(1155));
    }
    return send(
      call,
      (by) => {
        for (const change of changes) {
          const { clientId, role } =
            typeof change === 'object' && change !== null
              ? (change as { readonly clientId?: unknown; readonly role?: unknown })
              : { clientId: change, role: 'moderator' };
          const seat = typeof clientId === 'string' ? network.main.seats.get(clientId) : undefined;
          if (!seat) return { kind: 'result', payload: sdkError(1155) };
          switchRole(network, seat, role === 'participant' ? 'participant' : 'moderator', by);
        }
        return granted();
      },
      callback,
    );
  });

  define('dropUser', names.dropUser, (call, [ids, callback]) => {
    const everyone = ids === null || ids === undefined;
    // Leaving the list out means everybody, and skips the question who asks.
    if (!everyone && !moderatorOnly(callback)) return undefined;
    if (!everyone && !Array.isArray(ids)) return optional(callback)(sdkError(1155));
    return send(
      call,
      (by) => {
        if (everyone) ends.destroy(by);
        else for (const id of ids as unknown[]) drop(by, id);
        return granted();
      },
      callback,
    );
  });
  const drop = (by: Seat, id: unknown) => {
    const seat = typeof id === 'string' ? by.room.seats.get(id) : undefined;
    if (!seat) return;
    network.tell(seat, 'drop', { message: BY_MODERATOR });
    if (seat.room.kind === 'breakout') engine.server.leave(seat);
    else network.rise(seat);
  };

  for (const call of ['lock', 'unlock'] as const) {
    define(call, names[call], (context, [callback]) => {
      if (!moderatorOnly(callback)) return;
      if (room.locked === (call === 'lock')) {
        optional(callback)(sdkError(4121));
        return;
      }
      send(
        context,
        (by) => {
          network.locked = call === 'lock';
          network.tellRoom(by.room, `room-${call}ed`, {});
          return granted();
        },
        callback,
      );
    });
    sdk.handlers.set(`room-${call}ed`, () => {
      room.locked = call === 'lock';
      sdk.emit(`room-${call}ed`);
    });
  }

  define('destroy', names.destroy, (call, inputs) => {
    const callback = inputs.find((input) => typeof input === 'function');
    // It answers only when it fails: whoever succeeds is gone with everybody else.
    if (!moderatorOnly(callback) || !sdk.connection.isUp()) return;
    sdk.request(
      call,
      (by) => {
        ends.destroy(by);
        return { kind: 'none' };
      },
      () => undefined,
    );
  });
  define('disconnect', names.disconnect, () => ends.leave());
}
