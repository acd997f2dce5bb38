/** What a room object or a stream at the host says of itself at one moment: its stand-in in a window answers with it, at once. */
import type { LocalStream, RemoteStream, SimulatedRoom } from '../../src/simulator.js';

/** A stream of the simulator. */
export type Stream = LocalStream | RemoteStream;

/** One object at one moment. */
export interface Facts {
  readonly id: number;
  /** Whatever holds plain data. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** The methods that ask or tell the host. Those that only read, the stand-in has itself. */
  readonly methods: readonly string[];
  /** What only a room has. */
  readonly room?: {
    readonly users: readonly (readonly [clientId: string, user: unknown])[];
    /** Streams, by the numbers of their objects. */
    readonly localStreams: readonly number[];
    readonly remoteStreams: readonly number[];
  };
  /** What only a stream has. */
  readonly stream?: {
    readonly id: number;
    readonly audioMuted: boolean;
    readonly videoMuted: boolean;
  };
}

/** Whether this is a room object. */
export const isRoom = (value: object): value is SimulatedRoom =>
  'addEventListener' in value && 'userList' in value;

/** Whether this is a stream. */
export const isStream = (value: object): value is Stream => 'getID' in value && 'isAudioMuted' in value;

/** Not carried as they are. */
const APART = new Set([
  // The stand-in has these itself.
  'addEventListener',
  'removeEventListener',
  'dispatchEvent',
  'on',
  'off',
  'emit',
  'isModerator',
  'whoAmI',
  'getID',
  'isAudioMuted',
  'isVideoMuted',
  // Carried in a form of their own.
  'userList',
  'localStreams',
  'remoteStreams',
  // These stay at the host: the SDK's inside, and sound, which cannot be copied. The stand-in's player is silent.
  'eventsList',
  'socket',
  'breakOutRoom',
  'stream',
  'play',
  'stop',
]);

/** Reads an object now; `idOf` numbers the streams it has. */
export function readFacts(object: SimulatedRoom | Stream, idOf: (object: object) => number): Facts {
  const fields: Record<string, unknown> = {};
  const methods: string[] = [];
  for (const name of Object.keys(object)) {
    if (APART.has(name)) continue;
    const value: unknown = Reflect.get(object, name);
    if (typeof value === 'function') methods.push(name);
    else fields[name] = value;
  }
  const common = { id: idOf(object), fields, methods };
  if (!isRoom(object))
    return {
      ...common,
      stream: {
        id: object.getID(),
        audioMuted: object.isAudioMuted(),
        videoMuted: object.isVideoMuted(),
      },
    };
  return {
    ...common,
    room: {
      users: [...object.userList],
      localStreams: [...object.localStreams.getAll().values()].map(idOf),
      remoteStreams: [...object.remoteStreams.getAll().values()].map(idOf),
    },
  };
}
