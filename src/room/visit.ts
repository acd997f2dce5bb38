/**
 * One stay in one breakout room: a complete room object with its own socket, roster and streams.
 * It begins when the room is handed over and ends at its first `room-disconnected`; builds repeat that event, so later ones are not heard.
 */
import type { Clock } from '../clock.js';
import { LIMITS } from '../state/deadlines.js';
import type { RoomEvent } from '../state/events.js';
import type { Member, RoomId, Talker } from '../state/types.js';
import { failure, failureThrown } from './errorCodes.js';
import { listenTo, type Listening } from './listening.js';
import type { Heard } from './occupancy.js';
import { asId, asText, bodyOf, field, isObject, readClientId, readRoomId, tryCall } from './payload.js';
import type { Answer, Done, Visit } from './roomPort.js';
import { readClientIdOf, readPerson, rosterEntries, rosterValue } from './roster.js';
import { isShare, micOf, setMic, streamById, streamIdOf, streamsOf } from './streams.js';

type EndReason = Extract<RoomEvent, { type: 'visit.ended' }>['reason'];

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
    if (!host.mainConnected()) return end('dropped');
    // A normal farewell nobody asked for: the main room's loss takes breakout rooms along, and may say so just after.
    farewellSaid = true;
    void Promise.resolve().then(() => end(host.mainConnected() ? 'left' : 'dropped'));
  };
  const tellMembers = () => emit({ type: 'members.changed', roomId, members: membersOf(room) });
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
      const cancel = clock.after(LIMITS.leave, () => end('left'));
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
    play: ({ streamId, elementId }) => play(room, streamId, elementId),
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
      tellMembers();
    },
    expectEnd() {
      if (!over) enders.add(clock.after(LIMITS.leave, () => end('by-moderator')));
    },
  };
}

/**
 * What two builds leave undone: publishing the microphone, and hearing the others.
 * Returns the subscription, for streams that come later.
 */
function finishJoin({ room, localStream, streams }: Arrival): (stream: unknown) => void {
  const subscribed = new Set<unknown>();
  const subscribe = (stream: unknown) => {
    if (!isObject(stream) || subscribed.has(stream)) return;
    subscribed.add(stream);
    tryCall(room, 'subscribe', stream);
  };
  if (isObject(localStream)) tryCall(room, 'publish', localStream, {}, () => undefined);
  if (Array.isArray(streams)) streams.forEach(subscribe);
  streamsOf(field(room, 'remoteStreams')).forEach(subscribe);
  return subscribe;
}

/** Builds say why in `message.cause.msg` or `message.msg`, with numbers for the SDK's own reasons. */
function reasonOf(event: unknown): EndReason {
  const message = field(event, 'message');
  const cause = field(message, 'cause');
  const text = asText(field(cause, 'msg')) ?? asText(field(message, 'msg')) ?? asText(cause) ?? '';
  const code = field(cause, 'cause') ?? cause;
  if (text.includes('moderator')) return 'by-moderator';
  if (code === 2006 || text.includes('normal')) return 'left';
  if (code === 2002 || text.includes('unexpected')) return 'dropped';
  return 'unknown';
}

function membersOf(room: object): readonly Member[] {
  const own = readClientIdOf(room);
  return rosterEntries(room).map(([clientId, value]) => {
    const { userRef, name } = readPerson(clientId, value);
    return { clientId, userRef, name, isSelf: clientId === own };
  });
}

function talkersOf(room: object, activeList: readonly unknown[]): readonly Talker[] {
  const remote = field(room, 'remoteStreams');
  const talkers = new Map<string, Talker>();
  for (const entry of activeList) {
    const streamId = asId(field(entry, 'streamId'));
    if (streamId === null) continue;
    const kind = isShare(streamById(remote, streamId)) ? 'share' : 'talker';
    const name = asText(field(entry, 'name')) ?? '';
    talkers.set(streamId, { streamId, name, clientId: asId(field(entry, 'clientId')), kind });
  }
  for (const stream of streamsOf(remote)) {
    const streamId = streamIdOf(stream);
    if (streamId === null || talkers.has(streamId) || !isShare(stream)) continue;
    const owner = field(stream, 'attributes');
    const clientId = asId(field(stream, 'clientId') ?? field(owner, 'clientId'));
    const listed = clientId === null ? undefined : rosterValue(room, clientId);
    const name = asText(field(owner, 'name')) ?? asText(field(listed, 'name')) ?? '';
    talkers.set(streamId, { streamId, name, clientId, kind: 'share' });
  }
  return [...talkers.values()];
}

function play(room: object, streamId: string, elementId: string): () => void {
  const stream = streamById(field(room, 'remoteStreams'), streamId);
  const start = field(stream, 'play');
  if (!isObject(stream) || typeof start !== 'function') return () => undefined;
  try {
    // The vendor's first sample hands the breakout room over as well.
    Reflect.apply(start, stream, [elementId, {}, room]);
  } catch {
    return () => undefined;
  }
  return () => {
    const stop = field(stream, 'stop');
    try {
      if (typeof stop === 'function') Reflect.apply(stop, stream, []);
    } catch {
      // The player went with its stream or its element.
    }
  };
}
