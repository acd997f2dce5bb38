/**
 * What the main room is now: its connection, its people, its limits, and what can be done in it. Told at attach, and again when it changes.
 */
import type { RoomEvent } from '../state/events.js';
import type { Capabilities, ClientId, Connection, Limits } from '../state/types.js';
import { capabilitiesOf, type Dialect } from './dialects.js';
import { limitsOf, readTalkers, talkersInSettings } from './limits.js';
import { field } from './payload.js';
import { readMode, readRoster, readSelf, type IsModerator } from './roster.js';
import { voiceOf } from './streams.js';

/** What the facts are read from. */
export interface FactsHost {
  readonly room: object;
  readonly dialect: Dialect;
  readonly emit: (event: RoomEvent) => void;
  readonly isModerator: IsModerator | undefined;
  readonly hasChannel: boolean;
  readonly maxActiveTalkers: number | undefined;
}

/** The main room's facts. */
export interface Facts {
  /** All of them, as events, for somebody who knows none. */
  readonly all: () => readonly RoomEvent[];
  readonly limits: () => Limits;
  readonly capabilities: () => Capabilities;
  readonly isConnected: () => boolean;
  /** Ids this person has or had in the main room. */
  readonly isOwnId: (clientId: ClientId) => boolean;
  readonly tellConnection: (connection: Connection) => void;
  readonly tellRoster: () => void;
  readonly tellMode: () => void;
  /** Tells limits and capabilities where they differ from what was told last. */
  readonly tellChanges: () => void;
  /** Asks how many may talk. Nobody waits for it: the answer is an event, whenever it comes. */
  readonly askTalkers: () => void;
}

/** Begins to know a main room. */
export function createFacts({ room, dialect, emit, isModerator, ...host }: FactsHost): Facts {
  const ownIds = new Set<ClientId>();
  /** What events said last; a number in `state` says more. */
  let heard: Connection = 'unknown';
  let told: Connection = 'unknown';
  let talkers = readTalkers(host.maxActiveTalkers);
  let askingTalkers = false;
  let shownLimits = '';
  let shownCapabilities = '';

  const state = () => field(room, 'state', 'status');
  const connection = (): Connection => {
    const now = state();
    if (now === 2) return 'connected';
    if (now === 4) return 'reconnecting';
    if (heard !== 'unknown') return heard;
    const known = readSelf(room) !== null;
    if (now === 0) return known ? 'lost' : 'unknown';
    return known && typeof now !== 'number' ? 'connected' : 'unknown';
  };
  const limits = () => limitsOf(talkers ?? talkersInSettings(room));
  const capabilities = () => {
    const voice = voiceOf(room);
    const ownStream = voice !== null && typeof field(voice, 'unmuteAudio') === 'function';
    return capabilitiesOf(dialect, { channel: host.hasChannel, ownStream });
  };
  const roster = (): readonly RoomEvent[] => {
    const self = readSelf(room, isModerator);
    const people = readRoster(room, isModerator);
    if (self) ownIds.add(self.clientId);
    return self || people.length > 0 ? [{ type: 'roster.read', self, people }] : [];
  };
  const mode = (): readonly RoomEvent[] => {
    const now = readMode(field(room, 'mode'));
    return now === 'unknown' ? [] : [{ type: 'mode.changed', mode: now }];
  };
  const tellChanges = () => {
    const [nowLimits, nowCapabilities] = [limits(), capabilities()];
    if (shownLimits !== (shownLimits = JSON.stringify(nowLimits)))
      emit({ type: 'limits.known', limits: nowLimits });
    if (shownCapabilities !== (shownCapabilities = JSON.stringify(nowCapabilities)))
      emit({ type: 'capabilities.known', capabilities: nowCapabilities });
  };
  const isConnected = () => {
    const now = state();
    return typeof now === 'number' ? now === 2 : heard !== 'reconnecting' && heard !== 'lost';
  };

  return {
    all() {
      const [nowLimits, nowCapabilities] = [limits(), capabilities()];
      shownLimits = JSON.stringify(nowLimits);
      shownCapabilities = JSON.stringify(nowCapabilities);
      told = connection();
      return [
        { type: 'connection.changed', connection: told },
        ...roster(),
        ...mode(),
        { type: 'limits.known', limits: nowLimits },
        { type: 'capabilities.known', capabilities: nowCapabilities },
      ];
    },
    limits,
    capabilities,
    isConnected,
    isOwnId: (clientId) => ownIds.has(clientId),
    tellConnection(next) {
      heard = next;
      // What was asked on a lost connection is never answered.
      askingTalkers = false;
      if (told !== next) emit({ type: 'connection.changed', connection: next });
      told = next;
    },
    tellRoster: () => roster().forEach(emit),
    tellMode: () => mode().forEach(emit),
    tellChanges,
    askTalkers() {
      const method = dialect.method('maxTalkers');
      if (!method || talkers !== null || askingTalkers || !isConnected()) return;
      askingTalkers = true;
      try {
        method((reply: unknown) => {
          askingTalkers = false;
          talkers ??= readTalkers(field(reply, 'maxTalkers'));
          tellChanges();
        });
      } catch {
        askingTalkers = false;
      }
    },
  };
}
