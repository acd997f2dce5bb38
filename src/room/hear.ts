/**
 * What the main room says, event by event, as the kit's own events. Payloads are read tolerantly; what cannot be read is dropped.
 */
import type { RoomEvent } from '../state/events.js';
import type { ClientId, Connection, Failure, Role } from '../state/types.js';
import type { Arrivals } from './arrivals.js';
import { failure, failureFrom } from './errorCodes.js';
import { listenTo, type Listening } from './listening.js';
import type { Heard } from './occupancy.js';
import {
  asAmount,
  asId,
  asRole,
  bodyOf,
  field,
  isObject,
  readClientId,
  readClientIds,
  readRequestor,
  readRoomId,
  readRoomIds,
} from './payload.js';
import { readMode, readPerson, rosterValue, type IsModerator } from './roster.js';

/** What hearing needs of the port around it. */
export interface HearHost extends Arrivals {
  readonly emit: (event: RoomEvent) => void;
  readonly heard: (heard: Heard) => void;
  readonly isModerator: IsModerator | undefined;
  readonly connection: (connection: Connection) => void;
  /** The room is there, or there again: identity, roster and limits may all be new. */
  readonly connected: () => void;
  /** The roster was refilled without a word about each person. */
  readonly rosterRefilled: () => void;
  /** This person's streams may have come or gone. */
  readonly streamsChanged: () => void;
  readonly pullStarted: (event: unknown) => void;
  /** Ids this person has or had: what comes from them is an echo. */
  readonly isOwnId: (clientId: ClientId) => boolean;
  /** Messages are heard here and not over the application's channel. */
  readonly hearsMessages: boolean;
}

/** Listens to the main room until ended. */
export function hearMain(room: object, host: HearHost): Listening {
  const { emit } = host;
  const ears = listenTo(room);
  /** In some builds, and in privacy mode, an event says less than the roster, or nothing but the id. */
  const personOf = (clientId: ClientId, event: unknown) => {
    const listed = rosterValue(room, clientId);
    const said = (name: string) => field(event, name) ?? field(listed, name);
    const merged = { name: said('name'), role: said('role'), user_ref: said('user_ref') };
    return readPerson(clientId, merged, host.isModerator);
  };
  const occupant = (kind: Heard['kind']) => (event: unknown) => {
    const body = bodyOf(event);
    const clientId = readClientId(body);
    if (clientId !== null) host.heard({ kind, source: 'main', clientId, roomId: readRoomId(body) });
  };
  const handlers: Readonly<Record<string, (event: unknown) => void>> = {
    'room-connected': () => host.connected(),
    'network-reconnected': () => host.connected(),
    'network-disconnected': () => host.connection('reconnecting'),
    'network-reconnecting': () => host.connection('reconnecting'),
    'network-reconnect-timeout': () => host.connection('lost'),
    'room-disconnected': () => host.connection('lost'),
    'stream-added': host.streamsChanged,
    'stream-removed': host.streamsChanged,

    'user-connected': (event) => {
      const clientId = readClientId(event);
      if (clientId === null) return;
      emit({ type: 'person.joined', person: personOf(clientId, event) });
    },
    'user-disconnected': (event) => {
      const clientId = readClientId(event);
      if (clientId !== null) emit({ type: 'person.left', clientId });
    },
    'user-role-changed': (event) => {
      const changes = readRoleChanges(field(event, 'message'));
      host.rosterRefilled();
      for (const [clientId, role] of changes) {
        const { role: now } = personOf(clientId, { role });
        emit({ type: 'role.changed', clientId, role: now });
      }
    },
    'room-mode-switched': (event) => {
      const mode = readMode(field(bodyOf(event), 'mode'));
      if (mode !== 'unknown') emit({ type: 'mode.changed', mode });
    },
    'conference-remaining-duration': (event) => {
      const minutes = asAmount(field(bodyOf(event), 'timeLeft', 'time_left'));
      if (minutes !== null && minutes <= MOST_MINUTES)
        emit({ type: 'meeting.ending', inMs: minutes * 60_000 });
    },

    'join-breakout-room': (event) => {
      const body = bodyOf(event);
      const roomId = readRoomId(body);
      if (roomId !== null) emit({ type: 'invite.received', roomId, from: readRequestor(body) });
    },
    'breakout-room-joining': host.pullStarted,
    'breakout-room-connected': host.arrived,
    'breakout-room-error': (event) => host.arrivalFailed(readArrivalFailure(event)),
    'breakout-room-disconnected': host.ownVisitEnded,

    'user-joined-breakout-room': occupant('joined'),
    'user-disconnected-breakout-room': occupant('left'),
    'breakout-user-disconnected': occupant('left'),
    'breakout-room-destroyed': host.roomDestroyed,
    'breakout-invite-rejected': (event) => {
      const body = bodyOf(event);
      emit({ type: 'invite.rejected', clientId: readClientId(body), roomId: readRoomId(body) });
    },
    'breakout-room-created': (event) => {
      const body = bodyOf(event);
      const one = readRoomId(body);
      const listed = readRoomIds(field(body, 'rooms') ?? field(event, 'message'));
      const roomIds = listed.length > 0 || one === null ? listed : [one];
      if (roomIds.length > 0) emit({ type: 'rooms.hinted', roomIds });
    },
    'breakout-room-invited': (event) => {
      const body = bodyOf(event);
      const roomId = readRoomId(body);
      if (roomId !== null) emit({ type: 'invite.hinted', roomId, clientIds: readClientIds(body) });
    },
  };
  for (const [type, handler] of Object.entries(handlers)) ears.on(type, handler);
  // The SDK passes this one on only to rooms where somebody listens for it.
  if (host.hearsMessages)
    ears.on('user-data-received', (event) => {
      const message = field(event, 'message');
      const sender = field(message, 'senderId', 'sender_id', 'clientId', 'sender');
      const from = asId(sender) ?? asId(field(sender, 'clientId', 'id'));
      const body = field(message, 'msg', 'message');
      if (from === null || body === undefined || host.isOwnId(from)) return;
      emit({ type: 'message.received', from, body });
    });
  return ears;
}

/** The service speaks 10 and 5 minutes before the end: what claims to be more than a day off is no end to be told of. */
const MOST_MINUTES = 24 * 60;

/** Both forms of a change of roles: a swap of two people in the older builds, a list in the newer. */
function readRoleChanges(message: unknown): readonly (readonly [ClientId, Role])[] {
  const changes: (readonly [ClientId, Role])[] = [];
  const clientsInfo = field(message, 'clientsInfo');
  for (const info of Array.isArray(clientsInfo) ? (clientsInfo as readonly unknown[]) : []) {
    const clientId = readClientId(info);
    const role = field(info, 'role');
    const now = asRole(isObject(role) ? field(role, 'new') : role);
    if (clientId !== null && now !== 'unknown') changes.push([clientId, now]);
  }
  const swap = field(message, 'moderator');
  const idOf = (value: unknown) => asId(value) ?? asId(field(value, 'clientId', 'id'));
  const [before, after] = [idOf(field(swap, 'old')), idOf(field(swap, 'new'))];
  if (before !== null && before !== after) changes.push([before, 'participant']);
  if (after !== null) changes.push([after, 'moderator']);
  return changes;
}

/** The builds hand on the join's own error in `message`, or nothing when the main room could not be muted; the guide is flat. */
function readArrivalFailure(event: unknown): Failure {
  const message = field(event, 'message');
  if (message === undefined && field(event, 'result', 'error') === undefined) return failure('refused');
  const inner = isObject(message) ? message : event;
  return failureFrom(inner, 'join');
}
