/**
 * The main room as one person has it: connecting, listening, the outage, the end.
 */
import { BY_MODERATOR, UNEXPECTED } from './breakoutSeats.js';
import { installBreakoutCalls } from './breakoutCalls.js';
import { sdkEvent, type Inside, type Insides } from './breakoutRoom.js';
import type { Engine } from './engine.js';
import { joinByForce, type WireInvitation } from './forcedJoin.js';
import { installJoin } from './joinCall.js';
import { installSound } from './mainSound.js';
import { installMessages } from './messages.js';
import type { Person, Seat } from './network.js';
import { createOwnStream, tellSilence } from './ownStream.js';
import { followRoles } from './roles.js';
import { installRoomCalls } from './roomCalls.js';
import { followMoves, followPeople } from './roster.js';
import { createSdk, metaOf, type Sdk } from './sdk.js';
import type { LocalStream } from './streams.js';

/** A person's main room object with what only the simulator may do to it. */
export interface MainRoom {
  readonly sdk: Sdk;
  /** The breakout room objects made from it that are not gone yet. */
  readonly insides: ReadonlySet<Inside>;
  /** The person's own stream in the main room. */
  readonly localStream: LocalStream | undefined;
  /** Takes a seat: at once, or like a page that has just loaded. */
  readonly connect: (seat: Seat, when: 'now' | 'soon') => void;
  readonly cutNetwork: () => void;
  /** Comes back with the seat that `sit` takes at the server. */
  readonly restoreNetwork: (sit: () => Seat) => void;
  /** The page is gone: nothing is said to anybody here. */
  readonly vanish: () => void;
}

/** Milliseconds `disconnect()` waits for the server's answer. */
const LEAVE_LIMIT_MS = 1000;

/** Makes the main room object of a person. It is not connected yet. */
export function createMainRoom(engine: Engine, person: Person): MainRoom {
  const { profile, server, network, options } = engine;
  const sdk = createSdk(engine, person, 'main');
  const { room, connection, handlers, emit } = sdk;
  const insides: Insides = { live: new Set(), known: new Map() };
  const after = (ms: number, run: () => void) => engine.after(ms, run, person.id);

  followPeople(sdk);
  followMoves(sdk);
  followRoles(sdk);
  const sound = installSound(sdk);
  installMessages(sdk);
  installBreakoutCalls(sdk, sound);
  const join = installJoin(sdk, sound, insides);
  installRoomCalls(sdk, { leave, destroy: endMeeting });
  const localStream = person.publishes ? createOwnStream(sdk, { audio: true, video: true }) : undefined;
  if (localStream) {
    localStream.selfMuteAudio = person.selfMuted;
    localStream.hardAudioMuted = person.hardMuted;
  }

  const ended = (message: unknown) => {
    sdk.close();
    emit('room-disconnected', { message });
  };
  const normal = { cause: { cause: 2006, msg: 'normal-disconnect' } };

  /** Leaves the main room. The breakout rooms stay connected: the SDK does not think of them. */
  function leave(): void {
    if (room.state === 0) {
      emit('room-disconnected', { message: normal });
      return;
    }
    if (room.state === 3) return;
    room.state = 3;
    const finish = () => {
      cancel();
      if (room.state !== 3) return;
      ended(normal);
      const { seat } = sdk;
      if (seat) after(engine.latency(), () => network.rise(seat));
    };
    const cancel = after(LEAVE_LIMIT_MS, finish);
    sdk.request(
      { name: 'disconnect', sync: false },
      (seat) => {
        network.rise(seat);
        return { kind: 'result', payload: { result: 0 } };
      },
      (ack) => {
        if (ack.kind !== 'none') finish();
      },
    );
  }
  function endMeeting(): void {
    for (const each of network.rooms.values()) server.close(each, BY_MODERATOR);
    for (const seat of network.main.seats.values()) {
      network.tell(seat, 'drop', { message: BY_MODERATOR });
      network.rise(seat);
    }
  }

  handlers.set('drop', (payload) => {
    if (room.state !== 0) ended((payload as { readonly message?: unknown }).message ?? UNEXPECTED);
  });
  handlers.set('invite-breakout-room', (payload) => {
    const invitation = payload as WireInvitation;
    if (invitation.force_join === true && profile.forcedJoin) joinByForce(sdk, sound, join, invitation);
    else
      emit('join-breakout-room', {
        message: { room_id: invitation.room_id, requestor: invitation.requestor },
      });
  });
  handlers.set('guide-user-disconnected', (payload) =>
    emit('breakout-user-disconnected', { message: payload }),
  );
  handlers.set('conference-remaining-duration', (payload) =>
    emit('conference-remaining-duration', { message: payload }),
  );
  handlers.set('breakout-room-destroyed', (payload) => emit('breakout-room-destroyed', { message: payload }));
  const passThrough = (field: string) => (payload: unknown) => {
    const { id, [field]: message } = Object(payload) as Record<string, unknown>;
    if (typeof id === 'string') emit(id, { message });
  };
  handlers.set('roomManagementEvents', passThrough('msg'));
  handlers.set('genericEvents', passThrough('data'));

  const settle = (seat: Seat, users: ReturnType<Sdk['roster']>) => {
    sdk.take(seat, users);
    if (localStream) sdk.publish(localStream);
  };
  const tellConnected = () => {
    if (!sdk.seat) return;
    emit('room-connected', {
      streams: [...room.remoteStreams.getAll().values()],
      users: [...room.userList.entries()].map(([clientId, user]) => ({ ...user, clientId })),
      room: metaOf(sdk.seat, network.mode),
      me: room.me,
    });
  };

  let giveUp: () => void = () => undefined;
  return {
    sdk,
    insides: insides.live,
    localStream,
    connect(seat, when) {
      if (when === 'now') {
        sdk.listen(seat);
        settle(seat, sdk.roster(seat));
        return;
      }
      sdk.seat = seat;
      let users: ReturnType<Sdk['roster']> = [];
      connection.ask(
        () => {
          sdk.listen(seat);
          users = sdk.roster(seat);
          return { kind: 'none' };
        },
        () => {
          settle(seat, users);
          tellConnected();
        },
      );
    },
    cutNetwork() {
      if (room.state === 0 || room.state === 4) return;
      connection.cut();
      room.state = 4;
      for (const inside of insides.live) inside.sdk.connection.cut();
      after(0, () => {
        // Rooms the SDK has noted are left first, those of long ago too; the others only lose their own socket.
        const known = new Set(insides.known.values());
        for (const inside of known) inside.drop();
        for (const inside of insides.live) inside.cut();
        emit('network-disconnected', sdkEvent(1163));
        if (profile.saysReconnecting) emit('network-reconnecting');
      });
      if (options.reconnectLimit === undefined) return;
      giveUp = after(options.reconnectLimit, () => {
        room.state = 0;
        emit('network-reconnect-timeout', sdkEvent(1165));
      });
    },
    restoreNetwork(sit) {
      if (room.state !== 4) return;
      giveUp();
      connection.open();
      let found: { readonly seat: Seat; readonly users: ReturnType<Sdk['roster']> } | undefined;
      connection.ask(
        () => {
          const seat = sit();
          sdk.listen(seat);
          found = { seat, users: sdk.roster(seat) };
          return { kind: 'none' };
        },
        () => {
          if (!found) return;
          settle(found.seat, found.users);
          tellSilence(sdk, 'audio');
          emit('network-reconnected', sdkEvent(1164));
          if (profile.reconnectedTwice) emit('network-reconnected', sdkEvent(1164));
          if (profile.connectedAgain) tellConnected();
        },
      );
      for (const inside of insides.live) inside.restore();
    },
    vanish() {
      giveUp();
      for (const inside of insides.live) inside.sdk.close();
      insides.live.clear();
      sdk.close();
    },
  };
}
