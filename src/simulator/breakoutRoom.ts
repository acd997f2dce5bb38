/**
 * A breakout room as the one inside has it: a complete room object with its own socket, ids and people, from the token to the end.
 */
import { BY_MODERATOR, UNEXPECTED, type Closing } from './breakoutSeats.js';
import { sdkError } from './codes.js';
import type { Seat, ServerUser } from './network.js';
import { installMessages } from './messages.js';
import { installRoomCalls } from './roomCalls.js';
import { createOwnStream } from './ownStream.js';
import { followMoves, followPeople } from './roster.js';
import type { SimulatedRoom } from './roomShape.js';
import { createSdk, metaOf, type Call, type Sdk } from './sdk.js';
import type { LocalStream, RemoteStream } from './streams.js';

/** What a join hands over on success. */
export interface JoinSuccess {
  readonly room: SimulatedRoom;
  readonly localStream: LocalStream | undefined;
  readonly streams: readonly RemoteStream[];
  readonly roomData: Record<string, unknown>;
}

/** How a join is heard of. Both may be called more than once, as the SDK does. */
export interface JoinEnds {
  readonly joined: (success: JoinSuccess) => void;
  readonly failed: (event: { readonly type: string; readonly [field: string]: unknown }) => void;
}

/** A breakout room as the main room's object keeps it. */
export interface Inside {
  readonly sdk: Sdk;
  /** Leaves as `disconnect()` does, without waiting for the server: the network is gone. */
  readonly drop: () => void;
  /** Loses the breakout room's own socket, and finds it again. */
  readonly cut: () => void;
  readonly restore: () => void;
}

/** The breakout room objects made from one main room object. */
export interface Insides {
  /** Those that are connecting or connected. */
  readonly live: Set<Inside>;
  /** Those the SDK has noted, by room id, and never forgets. */
  readonly known: Map<string, Inside>;
}

/** Milliseconds `disconnect()` waits for the server's answer. */
const LEAVE_LIMIT_MS = 1000;

/** Connects to the breakout room a token is for. */
export function enterBreakoutRoom(setup: {
  readonly main: Sdk;
  readonly call: Call;
  readonly token: unknown;
  readonly media: { readonly audio: boolean; readonly video: boolean };
  readonly ends: JoinEnds;
  readonly insides: Insides;
  /** Gives the new object what every room object can do: it is a complete room. */
  readonly equip: (sdk: Sdk) => void;
  /** The guide's closing calls bring the main room's sound back by themselves. */
  readonly restoreMain: (closing: Closing) => void;
}): void {
  const { main, call, media, ends } = setup;
  const { engine, person } = main;
  const { profile, server, network, faults } = engine;
  const scene = { call: call.name, person: person.id };
  const sdk = createSdk(engine, person, 'breakout');
  const { room, connection } = sdk;
  const localStream = media.audio || media.video ? createOwnStream(sdk, media) : undefined;
  if (localStream) sdk.own.set(localStream.getID(), localStream);

  followPeople(sdk);
  followMoves(sdk);
  setup.equip(sdk);
  installMessages(sdk);
  installRoomCalls(sdk, { leave, destroy: (by) => server.close(by.room, BY_MODERATOR) });

  const gone = () => {
    sdk.close();
    setup.insides.live.delete(inside);
  };
  const ended = (message: unknown) => {
    gone();
    sdk.emit('room-disconnected', { message });
    main.room.breakOutRoom.dispatchEvent({ type: 'breakout-room-disconnect', message: {} });
    if (profile.mainHearsOwnLeaving) {
      main.emit('breakout-room-disconnected', { message: { room_id: room.roomID }, room_id: room.roomID });
    }
  };
  const normal = { cause: { cause: 2006, msg: 'normal-disconnect' } };
  sdk.handlers.set('drop', (payload) => {
    const { message, closing } = payload as { readonly message?: unknown; readonly closing?: Closing };
    if (room.state === 0) return;
    ended(message ?? UNEXPECTED);
    if (closing) setup.restoreMain(closing);
  });

  function leave(): void {
    if (room.state === 0) {
      // Called once more, it says so once more, at once.
      sdk.emit('room-disconnected', { message: normal });
      return;
    }
    if (room.state === 3) return;
    room.state = 3;
    const finish = () => {
      cancel();
      if (room.state !== 3) return;
      ended(normal);
      // Whatever became of the message, the server sees the socket close.
      const { seat } = sdk;
      if (seat) engine.after(engine.latency(), () => server.leave(seat), person.id);
    };
    const cancel = engine.after(LEAVE_LIMIT_MS, finish, person.id);
    sdk.request(
      { name: 'disconnect', sync: false },
      (seat) => {
        server.leave(seat);
        return { kind: 'result', payload: { result: 0 } };
      },
      (ack) => {
        if (ack.kind !== 'none') finish();
      },
    );
  }

  const inside: Inside = {
    sdk,
    drop() {
      if (room.state === 0) leave();
      else ended(normal);
    },
    cut() {
      if (room.state === 0) return;
      const { seat } = sdk;
      connection.cut();
      room.state = 4;
      if (seat) server.leave(seat);
      sdk.emit('network-disconnected', sdkEvent(1163));
    },
    restore() {
      // Told twice that the network is back, it takes one seat.
      if (room.state !== 4 || connection.isUp()) return;
      connection.open();
      const before = sdk.seat;
      connect(() => (before ? server.enterAgain(before) : undefined), true);
    },
  };

  const connected = (again: boolean) => {
    const success: JoinSuccess = {
      room,
      localStream,
      streams: [...room.remoteStreams.getAll().values()],
      roomData: sdk.seat ? metaOf(sdk.seat, network.mode) : {},
    };
    try {
      if (!again || profile.joinsAgain) ends.joined(success);
      // Two ways in which the SDK breaks over its own join: what would follow does not.
      if (!profile.finishesJoin) {
        engine.report(person.id, new SyntaxError('Unexpected token in the SDK'));
        return;
      }
      if (!localStream) {
        engine.report(person.id, new TypeError("Cannot read properties of undefined (reading 'stream')"));
        return;
      }
      sdk.publish(localStream);
      main.room.breakOutRoom.rooms.set(room.roomID ?? '', room);
      setup.insides.known.set(room.roomID ?? '', inside);
      main.room.breakOutRoom.dispatchEvent({ type: 'breakout-room-connected' });
    } finally {
      // Told by the main room's socket, which does not care what failed here.
      if (main.connection.isUp()) {
        main.connection.ask(
          () => {
            if (sdk.seat && room.state === 2) server.entered(sdk.seat);
            return { kind: 'none' };
          },
          () => undefined,
        );
      }
    }
    if (again) sdk.emit('network-reconnected', sdkEvent(1164));
    sdk.emit('room-connected', {
      streams: success.streams,
      users: [...room.userList.values()],
      room: success.roomData,
      me: room.me,
    });
  };

  const roomError = (message: unknown) => {
    if (room.state === 0) return;
    const event = { type: 'room-error', message };
    ends.failed(event);
    sdk.emit('room-error', { message });
  };
  const later = (run: () => void, ms = 0) => void engine.after(ms + engine.latency(), run, person.id);

  /** Asks for a seat and takes it; the roster is read at the same moment, so nobody is missed or told twice. */
  function connect(sit: () => Seat | undefined, again: boolean): void {
    let found:
      { readonly seat: Seat; readonly users: readonly ServerUser[]; readonly quiet: number } | undefined;
    connection.ask(
      () => {
        const seat = faults.strike('room-connection-fails', scene) ? undefined : sit();
        if (seat) {
          sdk.listen(seat);
          const quiet = [...seat.room.reachable].reduce(
            (count, other) => count + (other === seat ? 0 : other.streams.size),
            0,
          );
          found = { seat, users: sdk.roster(seat), quiet };
        }
        return { kind: 'result', payload: null };
      },
      () => {
        if (!found) {
          gone();
          if (again) sdk.emit('network-reconnect-timeout', sdkEvent(1165));
          else
            ends.failed({
              type: 'room-error',
              error: sdkError(1729).error,
              message: { result: 1729, msg: sdkError(1729).desc },
            });
          return;
        }
        sdk.take(found.seat, found.users);
        const bogus = profile.bogusRoomError && !again ? found.quiet : 0;
        const late = faults.strike('late-room-error', scene);
        for (let count = 0; count < bogus; count += 1) later(() => roomError({ result: 0, msg: 'success' }));
        if (late) later(() => roomError({ result: late.result ?? 1138, msg: 'late' }), late.ms);
        connected(again);
      },
      call.sync,
    );
  }

  // Held from now on: a person who leaves the page, or loses the network, loses this room too.
  setup.insides.live.add(inside);
  connect(() => server.enter(setup.token), false);
}

/** An event that carries one of the network's codes. */
export function sdkEvent(code: 1163 | 1164 | 1165): { readonly error: number; readonly message: string } {
  return { error: code, message: sdkError(code).error };
}
