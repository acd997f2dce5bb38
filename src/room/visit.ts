/**
 * One stay in one breakout room: a complete room object with its own socket, roster and streams.
 * It begins when the room is handed over and ends at its first `room-disconnected`; builds repeat that event, so later ones are not heard.
 */
import type { Clock } from '../clock.js';
import { LIMITS } from '../state/deadlines.js';
import type { RoomEvent } from '../state/events.js';
import type { RoomId } from '../state/types.js';
import { failure, failureThrown } from './errorCodes.js';
import { reasonOf, type EndReason } from './farewell.js';
import { finishJoin } from './finishJoin.js';
import { listenTo, type Listening } from './listening.js';
import type { Heard } from './occupancy.js';
import { bodyOf, field, readClientId, readRoomId, tryCall } from './payload.js';
import type { Answer, Done, Visit } from './roomPort.js';
import { readClientIdOf, readMembers } from './roster.js';
import { micOf, setMic } from './streams.js';
import { playStream, talkersOf } from './talkers.js';

/** What a visit needs of the port around it. */
export interface VisitHost {
  readonly clock: Clock;
  /** Whether the SDK publishes and subscribes by itself after a join; two builds do not. */
  readonly finishesJoin: boolean;
  readonly emit: (event: RoomEvent) => void;
  readonly heard: (heard: Heard) => void;
  /** Whether the main room is connected: its loss takes breakout rooms along. */
  readonly mainConnected: () => boolean;
  /** The visit is over: called once, before `visit.ended`. */
  readonly over: () => void;
}

/** A visit with the handles that only the port holds. */
export interface OpenVisit {
  readonly visit: Visit;
  readonly room: object;
  /** Begins to hear the room, and tells what it says now. */
  readonly listen: () => void;
  /** Stops hearing it. The visit goes on. */
  readonly unlisten: () => void;
  /** It is over, whoever says so. */
  readonly end: (reason: EndReason) => void;
  /** The service says the room is gone: its own farewell gets a moment, then it counts as over. */
  readonly expectEnd: () => void;
  /** Why it ended, as far as the room's or the main room's farewell says. */
  readonly endBy: (event: unknown) => void;
  /** The SDK handed the same room over once more: its own connection was lost and came back. */
  readonly again: () => void;
}

/** What arrived: a connected room, this person's stream in it, and which room that is. */
export interface Arrival {
  readonly room: object;
  readonly localStream: unknown;
  readonly roomId: RoomId;
  /** The others' streams, where the service listed them. */
  readonly streams?: unknown;
}

const ROSTER_EVENTS = ['room-connected', 'user-connected', 'user-disconnected', 'network-reconnected'];
const STREAM_EVENTS = [
  'stream-added',
  'stream-removed',
  'stream-subscribed',
  'share-started',
  'share-stopped',
];
const MIC_EVENTS = [
  'user-audio-muted',
  'user-audio-unmuted',
  'hardmute-user-audio',
  'hardunmute-user-audio',
  'hard-mute-room',
  'hard-unmute-room',
];

/** Begins a visit. Nothing is heard before `listen`. */
export function openVisit(arrival: Arrival, host: VisitHost): OpenVisit {
  const { room, localStream, roomId } = arrival;
  const { clock, emit } = host;
  let listening: Listening | null = null;
  let over = false;
  let leaving: Promise<Answer<Done>> | null = null;
  /** This person's own wish to leave, which tells it from being put out. */
  let asked = false;
  let farewellSaid = false;
  let activeList: readonly unknown[] = [];
  let shownMic = '';
  const enders = new Set<() => void>();

  const end = (reason: EndReason) => {
    if (over) return;
    over = true;
    listening?.end();
    host.over();
    emit({ type: 'visit.ended', roomId, reason });
    for (const ended of enders) ended();
    enders.clear();
  };
  const endBy = (event: unknown) => {
    if (farewellSaid) return;
    const reason = reasonOf(event);
    if (asked) return end('left');
    if (reason !== 'left') return end(reason);
    // A normal farewell nobody asked for: the main room's loss takes breakout rooms along, and may show just after.
    farewellSaid = true;
    void Promise.resolve().then(() => end(host.mainConnected() && !broken ? 'left' : 'dropped'));
  };
  let broken = false;
  const tellConnection = (connection: 'connected' | 'reconnecting') => {
    if (over || broken === (connection === 'reconnecting')) return;
    broken = !broken;
    emit({ type: 'visit.connection', roomId, connection });
  };
  const tellMembers = () => emit({ type: 'members.changed', roomId, members: readMembers(room) });
  const tellTalkers = () => emit({ type: 'talkers.changed', roomId, talkers: talkersOf(room, activeList) });
  const tellMic = () => {
    const mic = micOf(localStream);
    const shown = `${String(mic.on)} ${String(mic.held)}`;
    if (over || shown === shownMic) return;
    shownMic = shown;
    emit({ type: 'mic.changed', ...mic });
  };

  let subscribe = host.finishesJoin ? null : finishJoin(arrival);
  const listen = () => {
    if (listening || over) return;
    const ears = listenTo(room);
    listening = ears;
    ears.on('stream-added', (event) => {
      const streams = field(event, 'streams');
      for (const stream of [
        field(event, 'stream'),
        ...(Array.isArray(streams) ? (streams as unknown[]) : []),
      ])
        subscribe?.(stream);
    });
    ears.on('room-disconnected', endBy);
    ears.on('network-disconnected', () => tellConnection('reconnecting'));
    ears.on('network-reconnecting', () => tellConnection('reconnecting'));
    ears.on('network-reconnected', () => tellConnection('connected'));
    ears.on('network-reconnect-timeout', () => end('dropped'));
    for (const type of ROSTER_EVENTS) ears.on(type, tellMembers);
    for (const type of STREAM_EVENTS) ears.on(type, tellTalkers);
    for (const type of MIC_EVENTS) ears.on(type, tellMic);
    ears.on('active-talkers-updated', (event) => {
      const list = field(field(event, 'message'), 'activeList');
      activeList = Array.isArray(list) ? (list as readonly unknown[]) : [];
      tellTalkers();
    });
    for (const [type, kind] of [
      ['user-joined-breakout-room', 'joined'],
      ['user-disconnected-breakout-room', 'left'],
    ] as const)
      ears.on(type, (event) => {
        const body = bodyOf(event);
        const clientId = readClientId(body);
        // Said inside this room, it is about this room unless it names another.
        if (clientId !== null)
          host.heard({ kind, source: 'breakout', clientId, roomId: readRoomId(body) ?? roomId });
      });
    tellMembers();
    shownMic = '';
    tellMic();
  };

  const leave = () => {
    if (over) return Promise.resolve<Answer<Done>>({ ok: true });
    const disconnect = field(room, 'disconnect');
    if (typeof disconnect !== 'function')
      return Promise.resolve<Answer<Done>>({ ok: false, failure: failure('not-supported') });
    leaving ??= new Promise<Answer<Done>>((resolve) => {
      // Heard apart from the rest, so that leaving works when nobody else listens any more.
      const farewell = listenTo(room);
      const cancel = clock.after(LIMITS.leave, () => {
        // A reconnect that was under way may have undone the leaving: once more, unheard.
        tryCall(localStream, 'muteAudio', () => undefined);
        if (field(room, 'state') === 2) tryCall(room, 'disconnect');
        end('left');
      });
      const settle = (answer: Answer<Done>) => {
        cancel();
        farewell.end();
        enders.delete(left);
        resolve(answer);
      };
      const left = () => settle({ ok: true });
      enders.add(left);
      farewell.on('room-disconnected', () => end('left'));
      asked = true;
      try {
        Reflect.apply(disconnect, room, []);
      } catch (thrown) {
        asked = false;
        settle({ ok: false, failure: failureThrown(thrown) });
      }
    });
    const attempt = leaving;
    // A failed one may be tried again.
    if (!asked) leaving = null;
    return attempt;
  };

  const visit: Visit = {
    roomId,
    get clientId() {
      return readClientIdOf(room);
    },
    room,
    localStream,
    leave,
    async setMic(on) {
      const answer = await setMic(localStream, on, clock);
      tellMic();
      return answer;
    },
    mic: () => micOf(localStream),
    play: ({ streamId, elementId }) => playStream(room, streamId, elementId),
  };
  return {
    visit,
    room,
    listen,
    unlisten() {
      listening?.end();
      listening = null;
    },
    end,
    endBy,
    again() {
      if (!host.finishesJoin) subscribe = finishJoin(arrival);
      // The two builds that stumble over their own join never get to `network-reconnected`.
      tellConnection('connected');
      tellMembers();
    },
    expectEnd() {
      if (!over) enders.add(clock.after(LIMITS.leave, () => end('by-moderator')));
    },
  };
}
