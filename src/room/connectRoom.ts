/**
 * Makes a port from an EnableX room: the one place where its parts meet.
 */
import { systemClock, type Clock } from '../clock.js';
import type { RoomEvent } from '../state/events.js';
import { createArrivals } from './arrivals.js';
import { createCalls } from './calls.js';
import type { Channel } from './channel.js';
import { dialectOf } from './dialects.js';
import type { EnxRoom } from './enxRoom.js';
import { failure } from './errorCodes.js';
import { createFacts } from './facts.js';
import { hearMain } from './hear.js';
import { createJoins } from './join.js';
import { countRooms, whyNotCreate } from './limits.js';
import { surface, type Listening } from './listening.js';
import { createOccupancy } from './occupancy.js';
import { asId, asText, field, isObject } from './payload.js';
import { createPulls } from './pull.js';
import type { RoomPort } from './roomPort.js';
import { readMode, type IsModerator } from './roster.js';
import { createStay } from './stay.js';
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
  const given: unknown = enxRoom;
  if (!isObject(given))
    throw new TypeError(
      `connectRoom needs an EnxRoom and got ${given === null ? 'null' : typeof given}. ` +
        'Without the room no breakout room can be made or joined. ' +
        "Pass the `room` of EnxRtc.joinRoom's callback, once it is there.",
    );
  const room = given;
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
    // A copy: whoever is attached by this event was told the facts already.
    for (const listener of Array.from(listeners)) tell(listener, event);
  };

  const facts = createFacts({
    room,
    dialect,
    emit,
    isModerator,
    hasChannel: channel !== null,
    maxActiveTalkers: options.maxActiveTalkers,
  });
  const count = countRooms();
  const heard = createOccupancy(clock, emit);
  const stay = createStay({
    clock,
    finishesJoin: dialect.finishesJoin,
    emit,
    heard,
    mainConnected: facts.isConnected,
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
  const joins = createJoins({
    clock,
    dialect,
    stay,
    mainConnected: facts.isConnected,
    isGone: count.isGone,
    hold,
  });
  const arrivals = createArrivals({ dialect, emit, stay, pulls, joins, count });
  const hear = () =>
    hearMain(room, {
      ...arrivals,
      emit,
      heard,
      isModerator,
      connection: facts.tellConnection,
      connected() {
        facts.tellConnection('connected');
        facts.tellRoster();
        facts.tellMode();
        facts.tellChanges();
        facts.askTalkers();
      },
      rosterRefilled: facts.tellRoster,
      streamsChanged: facts.tellChanges,
      pullStarted: pulls.start,
      isOwnId: facts.isOwnId,
      hearsMessages: channel === null,
    });

  const mode = () => readMode(field(room, 'mode'));
  const calls = createCalls({
    clock,
    dialect,
    count,
    channel,
    mainConnected: facts.isConnected,
    lecture: () => mode() === 'lecture',
    whyNotOrder: (order) =>
      whyNotCreate(order, {
        mode: mode(),
        inBreakout: stay.current() !== null,
        roomsAlive: count.alive(),
        limits: facts.limits(),
      }),
  });

  return {
    ...calls,
    capabilities: facts.capabilities,
    attach(listener) {
      const release = hold();
      stay.forgetEnded();
      // Of one's own, so that a listener that is attached twice is heard twice and let go one by one.
      const own = (event: RoomEvent) => listener(event);
      listeners.add(own);
      for (const event of facts.all()) tell(own, event);
      const here = stay.current();
      if (here) tell(own, { type: 'pull.connected', roomId: here.visit.roomId });
      stay.listen(true);
      const silence = channel?.listen(({ from, body }) => {
        const sender = asId(from);
        if (sender !== null && !facts.isOwnId(sender))
          tell(own, { type: 'message.received', from: sender, body });
      });
      facts.askTalkers();
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
      if (mode() === 'lecture') return { ok: false, failure: failure('lecture-mode') };
      if (pulls.current()) return { ok: false, failure: failure('already-in-room') };
      return joins.join(wish);
    },
    visit: () => stay.current()?.visit ?? null,
    async setMainMic(on) {
      const stream = voiceOf(room);
      return stream ? setMic(stream, on, clock) : { ok: false, failure: failure('not-supported') };
    },
    ownSound() {
      const stream = voiceOf(room);
      if (!stream) return null;
      const own = soundOf(stream);
      // A pause skips the stream of somebody who is muted already: then only the room itself shows it.
      const skipped = own.byPerson === true && field(room, 'roomMuted') === true;
      return skipped ? { ...own, byPause: true } : own;
    },
    async clearAll() {
      const answer = await calls.clearAll();
      // Two builds forget the rooms they joined.
      const here = stay.current();
      return answer.ok && here ? here.visit.leave() : answer;
    },
  };
}

function loadedVersion(): string | null {
  return asText(field(field(globalThis, 'EnxRtc'), 'version'));
}
