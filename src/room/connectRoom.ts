/**
 * Makes a port from an EnableX room: the one place where its parts meet.
 */
import { systemClock, type Clock } from '../clock.js';
import type { RoomEvent } from '../state/events.js';
import type { Capabilities, ClientId, Connection, Limits } from '../state/types.js';
import { createCalls } from './calls.js';
import type { Channel } from './channel.js';
import { capabilitiesOf, dialectOf } from './dialects.js';
import type { EnxRoom } from './enxRoom.js';
import { failure } from './errorCodes.js';
import { hearMain } from './hear.js';
import { createJoins } from './join.js';
import { countRooms, limitsOf, readTalkers, talkersInSettings, whyNotCreate } from './limits.js';
import { surface, type Listening } from './listening.js';
import { createOccupancy } from './occupancy.js';
import { asId, asText, bodyOf, field, isObject, readRoomId } from './payload.js';
import { createPulls } from './pull.js';
import type { RoomPort } from './roomPort.js';
import { readMode, readPerson, readRoster, readSelf, rosterValue, type IsModerator } from './roster.js';
import { createStay, isSameRoom, ownRoomId, sendAway } from './stay.js';
import { setMic, soundOf, voiceOf } from './streams.js';

/** Options of {@link connectRoom}. */
export interface ConnectOptions {
  /**
   * The build of the SDK behind the room, as `EnxRtc.version` says it; `null` for none. Some builds differ in ways their names do not show.
   * An unknown version is taken as the newest.
   * @defaultValue `globalThis.EnxRtc?.version`
   */
  readonly sdkVersion?: string | null | undefined;
  /** Time. @defaultValue the real one */
  readonly clock?: Clock | undefined;
  /**
   * The meeting's `max_active_talkers`, where the application knows it: breakout rooms hold one person less.
   * @defaultValue what `getMaxTalkers` says, else `roomSettings`, else not known
   */
  readonly maxActiveTalkers?: number | undefined;
  /** The application's own word on who moderates, before the room's. `undefined` leaves a person to the room. */
  readonly isModerator?: IsModerator | undefined;
  /** Carries messages between kits instead of `sendUserData`. */
  readonly channel?: Channel | undefined;
}

/**
 * Connects the kit to an EnableX room that the application has joined, of any build and in the documentation's spelling too.
 * Nothing is heard before `attach`, and the room itself is never disconnected.
 *
 * @param enxRoom - The EnxRoom from `EnxRtc.joinRoom`'s callback.
 * @throws TypeError when it is no object.
 */
export function connectRoom(enxRoom: EnxRoom | object, options: ConnectOptions = {}): RoomPort {
  if (!isObject(enxRoom))
    throw new TypeError(
      `connectRoom needs an EnxRoom and got ${enxRoom === null ? 'null' : typeof enxRoom}. ` +
        'Without the room no breakout room can be made or joined. ' +
        "Pass the `room` of EnxRtc.joinRoom's callback, once it is there.",
    );
  const room: object = enxRoom;
  const { clock = systemClock, channel = null, isModerator } = options;
  const version = options.sdkVersion === undefined ? loadedVersion() : options.sdkVersion;
  const dialect = dialectOf(room, version);

  const listeners = new Set<(event: RoomEvent) => void>();
  const tell = (listener: (event: RoomEvent) => void, event: RoomEvent) => {
    try {
      listener(event);
    } catch (error) {
      surface(error);
    }
  };
  const emit = (event: RoomEvent) => {
    for (const listener of [...listeners]) tell(listener, event);
  };

  const ownIds = new Set<ClientId>();
  const count = countRooms();
  let connection: Connection = 'unknown';
  let told: Connection = 'unknown';
  let talkers = readTalkers(options.maxActiveTalkers);
  let askingTalkers = false;
  let shownLimits = '';
  let shownCapabilities = '';

  const readConnection = (): Connection => {
    const state = field(room, 'state', 'status');
    if (state === 2) return 'connected';
    if (state === 4) return 'reconnecting';
    if (connection !== 'unknown') return connection;
    if (state === 0) return readSelf(room) === null ? 'unknown' : 'lost';
    return typeof state === 'number' || readSelf(room) === null ? 'unknown' : 'connected';
  };
  const mainConnected = () => {
    const state = field(room, 'state', 'status');
    if (typeof state === 'number') return state === 2;
    return connection !== 'reconnecting' && connection !== 'lost';
  };
  const limits = (): Limits => limitsOf(talkers ?? talkersInSettings(room));
  const ownVoice = () => voiceOf(room);
  const capabilities = (): Capabilities => {
    const stream = ownVoice();
    const ownStream = stream !== null && typeof field(stream, 'unmuteAudio') === 'function';
    return capabilitiesOf(dialect, { channel: channel !== null, ownStream });
  };

  const occupancy = createOccupancy(clock, emit);
  const stay = createStay({
    clock,
    finishesJoin: dialect.finishesJoin,
    emit,
    heard: occupancy,
    mainConnected,
  });
  const pulls = createPulls(clock, emit);

  let ears: Listening | null = null;
  let holds = 0;
  /** Hears the main room while anybody needs it: subscribers, and joins under way. */
  const hold = () => {
    holds += 1;
    ears ??= hear();
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      holds -= 1;
      if (holds > 0) return;
      ears?.end();
      ears = null;
    };
  };
  const joins = createJoins({ clock, dialect, stay, mainConnected, isGone: count.isGone, hold });

  const rosterRead = (): RoomEvent | null => {
    const self = readSelf(room, isModerator);
    const people = readRoster(room, isModerator);
    if (self) ownIds.add(self.clientId);
    return self || people.length > 0 ? { type: 'roster.read', self, people } : null;
  };
  const tellRoster = () => {
    const event = rosterRead();
    if (event) emit(event);
  };
  const tellChanges = () => {
    const [nowLimits, nowCapabilities] = [limits(), capabilities()];
    if (shownLimits !== (shownLimits = JSON.stringify(nowLimits)))
      emit({ type: 'limits.known', limits: nowLimits });
    if (shownCapabilities !== (shownCapabilities = JSON.stringify(nowCapabilities)))
      emit({ type: 'capabilities.known', capabilities: nowCapabilities });
  };
  /** Asks how many may talk. Nobody waits for it: the answer is an event, whenever it comes. */
  const askTalkers = () => {
    const method = dialect.method('maxTalkers');
    if (!method || talkers !== null || askingTalkers || !mainConnected()) return;
    askingTalkers = true;
    const answered = (reply: unknown) => {
      askingTalkers = false;
      talkers ??= readTalkers(field(reply, 'maxTalkers'));
      if (listeners.size > 0) tellChanges();
    };
    try {
      method(answered);
    } catch {
      askingTalkers = false;
    }
  };
  const connectionChanged = (next: Connection) => {
    connection = next;
    // What was asked on a lost connection is never answered.
    askingTalkers = false;
    if (told !== next) emit({ type: 'connection.changed', connection: next });
    told = next;
  };

  const arrived = (event: unknown) => {
    const arriving = arrivingRoom(event);
    const pull = pulls.current();
    if (!arriving) {
      const why = { ...failure('refused'), text: asText(field(field(event, 'message'), 'msg')) };
      if (pull) pulls.fail(why);
      else if (dialect.guide) joins.takeFailure(why);
      return;
    }
    const here = stay.current();
    if (isSameRoom(here?.room, arriving)) return;
    // The id it was invited by, where the event has it; a room's own is the same but nobody promised that.
    const ownId = readRoomId(field(event, 'message')) ?? ownRoomId(arriving);
    const localStream = field(event, 'localStream') ?? voiceOf(arriving) ?? undefined;
    const pulled = pull !== null && (ownId === null || ownId === pull.roomId);
    if (!pulled && joins.takeArrival(arriving, ownId, localStream)) return;
    const roomId = pull?.roomId ?? ownId;
    // The SDK joins once for each published stream: one is enough, and one without a name is nowhere.
    if (roomId === null || (pull === null && here)) return sendAway(arriving, localStream);
    pulls.finish();
    joins.supersede();
    stay.enter({ room: arriving, localStream, roomId });
    emit({ type: 'pull.connected', roomId });
  };
  const roomDestroyed = (event: unknown) => {
    const named = readRoomId(bodyOf(event));
    const here = stay.current();
    const all = here ? [...count.all(), here.visit.roomId] : count.all();
    // Without a name it is the end of all rooms, which only the guide has.
    const gone = named !== null ? [named] : dialect.guide ? [...new Set(all)] : [];
    for (const roomId of gone) {
      count.gone(roomId);
      emit({ type: 'room.destroyed', roomId });
      if (here?.visit.roomId === roomId) here.expectEnd();
    }
  };
  const hear = () =>
    hearMain(room, {
      emit,
      heard: occupancy,
      isModerator,
      connection: connectionChanged,
      connected() {
        connectionChanged('connected');
        tellRoster();
        const mode = readMode(field(room, 'mode'));
        if (mode !== 'unknown') emit({ type: 'mode.changed', mode });
        tellChanges();
        askTalkers();
      },
      rosterRefilled: tellRoster,
      streamsChanged: tellChanges,
      roleChanged(clientId, role) {
        const listed = rosterValue(room, clientId);
        const person = { name: field(listed, 'name'), user_ref: field(listed, 'user_ref'), role };
        emit({ type: 'role.changed', clientId, role: readPerson(clientId, person, isModerator).role });
      },
      pullStarted: pulls.start,
      arrived,
      arrivalFailed(why) {
        if (pulls.current()) pulls.fail(why);
        else if (dialect.guide) joins.takeFailure(why);
      },
      ownVisitEnded(event) {
        const here = stay.current();
        const named = readRoomId(bodyOf(event));
        if (here && (named === null || named === here.visit.roomId)) here.endBy(event);
      },
      roomDestroyed,
      isOwnId: (clientId) => ownIds.has(clientId),
      hearsMessages: channel === null,
    });

  const facts = (): readonly RoomEvent[] => {
    const roster = rosterRead();
    const mode = readMode(field(room, 'mode'));
    const [nowLimits, nowCapabilities] = [limits(), capabilities()];
    shownLimits = JSON.stringify(nowLimits);
    shownCapabilities = JSON.stringify(nowCapabilities);
    told = readConnection();
    return [
      { type: 'connection.changed', connection: told },
      ...(roster ? [roster] : []),
      ...(mode === 'unknown' ? [] : [{ type: 'mode.changed', mode } as const]),
      { type: 'limits.known', limits: nowLimits },
      { type: 'capabilities.known', capabilities: nowCapabilities },
    ];
  };

  const calls = createCalls({
    clock,
    dialect,
    count,
    channel,
    mainConnected,
    lecture: () => field(room, 'mode') === 'lecture',
    whyNotOrder: (order) =>
      whyNotCreate(order, {
        mode: readMode(field(room, 'mode')),
        inBreakout: stay.current() !== null,
        roomsAlive: count.alive(),
        limits: limits(),
      }),
  });

  return {
    ...calls,
    capabilities,
    attach(listener) {
      const release = hold();
      stay.forgetEnded();
      // Of one's own, so that a listener that is attached twice is heard twice and let go one by one.
      const own = (event: RoomEvent) => listener(event);
      listeners.add(own);
      for (const event of facts()) tell(own, event);
      const here = stay.current();
      if (here) tell(own, { type: 'pull.connected', roomId: here.visit.roomId });
      stay.listen(true);
      const silence = channel?.listen(({ from, body }) => {
        const sender = asId(from);
        if (sender !== null && !ownIds.has(sender))
          tell(own, { type: 'message.received', from: sender, body });
      });
      askTalkers();
      let attached = true;
      return () => {
        if (!attached) return;
        attached = false;
        listeners.delete(own);
        silence?.();
        release();
        if (listeners.size > 0) return;
        stay.listen(false);
        pulls.finish();
      };
    },
    async join(wish) {
      if (field(room, 'mode') === 'lecture') return { ok: false, failure: failure('lecture-mode') };
      if (pulls.current()) return { ok: false, failure: failure('already-in-room') };
      return joins.join(wish);
    },
    visit: () => stay.current()?.visit ?? null,
    async setMainMic(on) {
      const stream = ownVoice();
      return stream ? setMic(stream, on, clock) : { ok: false, failure: failure('not-supported') };
    },
    ownSound() {
      const stream = ownVoice();
      return stream && soundOf(stream);
    },
    async clearAll() {
      const answer = await calls.clearAll();
      // Two builds forget the rooms they joined.
      const here = stay.current();
      return answer.ok && here ? here.visit.leave() : answer;
    },
  };
}

/** The guide hands the room over as `room` or as the event itself; meta without methods is no room. */
function arrivingRoom(event: unknown): object | null {
  const candidates = [
    field(event, 'room'),
    field(event, 'message'),
    field(field(event, 'message'), 'room'),
    event,
  ];
  for (const candidate of candidates)
    if (isObject(candidate) && typeof field(candidate, 'disconnect') === 'function') return candidate;
  return null;
}

function loadedVersion(): string | null {
  return asText(field(field(globalThis, 'EnxRtc'), 'version'));
}
