/**
 * Stand-ins for room objects and streams that live at the host. A method asks the host; everything that can be read is there at
 * once, as the host had it when it sent the event or the answer that is being told.
 */
import type { EnxEvent, EnxListener, EnxRoom } from '../../src/core.js';
import type { Facts } from '../link/facts.js';
import type { RoomCall, RoomNews } from '../link/protocol.js';
import { read, write, type Callable, type Numbers } from '../link/wire.js';
import type { Traffic } from './traffic.js';

/** This window's end of one person's rooms. */
export interface RemoteRooms {
  /** Takes in what the host says of its objects. */
  readonly learn: (facts: readonly Facts[]) => void;
  /** Takes in what happened at the host, and tells whom it concerns here. */
  readonly hear: (news: RoomNews) => void;
  /** The stand-in of a room that was learned of. */
  readonly room: (id: number) => EnxRoom;
}

interface StandIn {
  readonly object: Record<string, unknown>;
  readonly refresh: (facts: Facts) => void;
  readonly fire: (event: EnxEvent) => void;
}

interface Waiting {
  readonly settle: (value: unknown) => void;
  readonly fail: (error: unknown) => void;
}

/** Makes the stand-ins of one person. `watch` is told of every call, answer and event. */
export function createRemoteRooms(
  post: (call: RoomCall) => void,
  watch: (traffic: Traffic) => void = () => undefined,
): RemoteRooms {
  const standIns = new Map<number, StandIn>();
  const ids = new Map<object, number>();
  const callbacks = new Map<number, { readonly run: Callable; readonly method: string }>();
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  let callbacksGiven = 0;

  const objectOf = (id: number) => standIns.get(id)?.object;
  const find = (what: 'object' | 'callback', id: number) => (what === 'object' ? objectOf(id) : undefined);

  /** Calls the host. The promise settles with what the method returned there; whoever drops it misses nothing. */
  const ask = (object: number, method: string, inputs: readonly unknown[]): Promise<unknown> => {
    const call = (calls += 1);
    const numbers: Numbers = {
      ofObject: (value) => ids.get(value) ?? null,
      ofCallback(run) {
        // Kept for good: the SDK calls some callbacks twice, and some much later.
        const id = (callbacksGiven += 1);
        callbacks.set(id, { run, method });
        return id;
      },
    };
    watch({ way: 'call', name: method, detail: inputs });
    post({ kind: 'call', call, object, method, inputs: inputs.map((input) => write(input, numbers)) });
    const returned = new Promise<unknown>((settle, fail) => {
      waiting.set(call, { settle, fail });
    });
    returned.catch(() => undefined);
    return returned;
  };

  return {
    learn,
    room(id) {
      const object = objectOf(id);
      if (object) return object as unknown as EnxRoom;
      throw new Error(`The host never told of room ${String(id)}. There is nothing to stand in for.`);
    },
    hear(news) {
      learn(news.facts);
      switch (news.kind) {
        case 'fired': {
          const event = read(news.event, find) as EnxEvent;
          watch({ way: 'event', name: String(event.type), detail: [event] });
          standIns.get(news.object)?.fire(event);
          return;
        }
        case 'answered': {
          const callback = callbacks.get(news.callback);
          const inputs = news.inputs.map((input) => read(input, find));
          if (!callback) return;
          watch({ way: 'answer', name: callback.method, detail: inputs });
          callback.run(...inputs);
          return;
        }
        case 'returned':
          waiting.get(news.call)?.settle(read(news.value, find));
          break;
        case 'threw':
          waiting.get(news.call)?.fail(news.error);
          break;
      }
      waiting.delete(news.call);
    },
  };

  function learn(facts: readonly Facts[]): void {
    // First all objects, then what they say: a room names streams that come after it.
    for (const each of facts) {
      if (standIns.has(each.id)) continue;
      const standIn = each.room ? createRoom(each.id, ask, objectOf) : createStream(each.id, ask);
      standIns.set(each.id, standIn);
      ids.set(standIn.object, each.id);
    }
    for (const each of facts) standIns.get(each.id)?.refresh(each);
  }
}

type Ask = (object: number, method: string, inputs: readonly unknown[]) => Promise<unknown>;

/** Keeps an object's plain fields and its methods as the host has them. */
function createMirror(id: number, ask: Ask, object: Record<string, unknown>) {
  const methods = new Map<string, Callable>();
  let mirrored: readonly string[] = [];
  return ({ fields, methods: names }: Facts) => {
    for (const name of mirrored) delete object[name];
    Object.assign(object, fields);
    for (const name of names) {
      const method = methods.get(name) ?? ((...inputs) => ask(id, name, inputs));
      methods.set(name, method);
      object[name] = method;
    }
    mirrored = [...Object.keys(fields), ...names];
  };
}

function createStream(id: number, ask: Ask): StandIn {
  let own: Facts['stream'];
  const object: Record<string, unknown> = {
    getID: () => own?.id,
    isAudioMuted: () => own?.audioMuted,
    isVideoMuted: () => own?.videoMuted,
    // No sound crosses windows: a player that is silent, and can be taken away.
    play: () => undefined,
    stop: () => undefined,
  };
  const mirror = createMirror(id, ask, object);
  return {
    object,
    refresh(facts) {
      own = facts.stream;
      mirror(facts);
    },
    fire: () => undefined,
  };
}

function createRoom(id: number, ask: Ask, objectOf: (id: number) => object | undefined): StandIn {
  const listeners = new Map<string, EnxListener[]>();
  const userList = new Map<string, unknown>();
  let own: Facts['room'];
  const addEventListener = (type: string, listener: EnxListener) => {
    listeners.set(type, [...(listeners.get(type) ?? []), listener]);
  };
  const removeEventListener = (type: string, listener: EnxListener) => {
    const at = listeners.get(type)?.indexOf(listener) ?? -1;
    if (at >= 0) listeners.set(type, listeners.get(type)?.toSpliced(at, 1) ?? []);
  };
  const streams = (which: 'localStreams' | 'remoteStreams') => {
    const all = () =>
      new Map(
        (own?.[which] ?? []).flatMap((stream) => {
          const object = objectOf(stream) as { readonly getID: () => number } | undefined;
          return object ? [[object.getID(), object] as const] : [];
        }),
      );
    return {
      get: (stream: unknown) => all().get(Number(stream)),
      getAll: all,
      forEach: (see: (stream: object, id: number) => void) => all().forEach(see),
      size: () => all().size,
    };
  };
  const object: Record<string, unknown> = {
    addEventListener,
    removeEventListener,
    userList,
    localStreams: streams('localStreams'),
    remoteStreams: streams('remoteStreams'),
    isModerator: () => (object['me'] as { readonly role?: unknown } | undefined)?.role === 'moderator',
    whoAmI: (tell: (me: unknown) => void) => tell(userList.get(String(object['clientId']))),
  };
  const mirror = createMirror(id, ask, object);
  return {
    object,
    refresh(facts) {
      own = facts.room;
      // Always the same Map, as in the SDK.
      userList.clear();
      for (const [clientId, user] of own?.users ?? []) userList.set(clientId, user);
      mirror(facts);
    },
    fire(event) {
      for (const listener of listeners.get(String(event.type)) ?? []) listener(event);
    },
  };
}
