/** The port's plain calls: each is one question to the SDK under whatever name it has here, with a limit and a classified answer. */
import type { Clock } from '../clock.js';
import { LIMITS } from '../state/deadlines.js';
import type { Failure, RoomId } from '../state/types.js';
import { ask, readDone } from './ask.js';
import type { Channel } from './channel.js';
import type { Dialect, MethodName } from './dialects.js';
import { ALREADY_SO, failure, failureFrom, succeeded, type Asked } from './errorCodes.js';
import { asInBuilds } from './guideSound.js';
import { definitionOf, type RoomCount } from './limits.js';
import { field, readRoomIds } from './payload.js';
import type { Answer, Done, RoomOrder, RoomPort } from './roomPort.js';

/** What calls need of the port around them. */
export interface CallHost {
  readonly clock: Clock;
  readonly dialect: Dialect;
  readonly count: RoomCount;
  readonly channel: Channel | null;
  /** Why an order cannot be made now, or `null`. */
  readonly whyNotOrder: (order: RoomOrder) => Failure | null;
  readonly lecture: () => boolean;
  readonly mainConnected: () => boolean;
}

/** The calls. */
export type Calls = Pick<
  RoomPort,
  | 'createRooms'
  | 'createAndInvite'
  | 'invite'
  | 'decline'
  | 'pauseMain'
  | 'resumeMain'
  | 'muteMain'
  | 'unmuteMain'
  | 'clearAll'
  | 'destroyAll'
  | 'send'
>;

type Made = Answer<{ readonly roomIds: readonly RoomId[] }>;

const DONE: Answer<Done> = { ok: true };
const refuse = (...about: Parameters<typeof failure>): Promise<Answer<never>> =>
  Promise.resolve({ ok: false, failure: failure(...about) });

/** Makes the calls of one port. */
export function createCalls({ clock, dialect, count, channel, ...host }: CallHost): Calls {
  const call = <T>(
    name: MethodName,
    asked: Asked,
    inputs: readonly unknown[],
    read: (reply: unknown) => Answer<T> | null,
    limit: number = LIMITS.call,
  ): Promise<Answer<T>> => {
    const method = dialect.method(name);
    if (!method) return refuse('not-supported');
    return ask({ clock, limit, asked, call: (callback) => method(...inputs, callback), read });
  };

  const order = async (name: 'create' | 'createAndInvite', wanted: RoomOrder): Promise<Made> => {
    const why = host.whyNotOrder(wanted);
    if (why) return refuse(why.kind);
    const release = count.reserve(wanted.count);
    const answer = await call(name, 'create', [definitionOf(wanted)], (reply): Made => {
      if (!succeeded(reply)) return { ok: false, failure: failureFrom(reply, 'create') };
      const made = readRoomIds(field(field(reply, 'msg'), 'rooms') ?? field(reply, 'rooms'));
      count.made(made);
      // All count towards the ten; only those asked for are handed on.
      const roomIds = made.slice(0, wanted.count);
      if (roomIds.length > 0) return { ok: true, roomIds };
      return { ok: false, failure: { ...failureFrom(reply, 'create'), kind: 'create-failed', code: null } };
    });
    release();
    return answer;
  };

  const sound = (name: 'pause' | 'resume' | 'mute' | 'unmute', inputs: readonly unknown[] = []) =>
    call(name, 'sound', inputs, readDone('sound', ALREADY_SO), LIMITS.sound);

  /** The guide describes the two closing calls without a callback: where none comes, they were sent. */
  const close = async (name: 'clearAll' | 'destroyAll', asked: Asked): Promise<Answer<Done>> => {
    const answer = await call(name, asked, [], readDone(asked), dialect.guide ? LIMITS.leave : LIMITS.call);
    return dialect.guide && !answer.ok && answer.failure.kind === 'no-answer' ? DONE : answer;
  };

  const main: Pick<RoomPort, 'pauseMain' | 'resumeMain' | 'muteMain' | 'unmuteMain'> = {
    pauseMain: () => sound('pause'),
    resumeMain: () => sound('resume'),
    muteMain({ audio, video }) {
      // Newer builds refuse to do nothing.
      if (!audio && !video) return Promise.resolve(DONE);
      return sound('mute', [{ audio, video }]);
    },
    unmuteMain({ audio, video }) {
      if (!audio && !video) return Promise.resolve(DONE);
      const flag = (acts: boolean) => (acts ? dialect.unmuteFlag : !dialect.unmuteFlag);
      return sound('unmute', [{ audio: flag(audio), video: flag(video) }]);
    },
  };

  return {
    createRooms: (wanted) => order('create', wanted),
    createAndInvite: (wanted) => order('createAndInvite', wanted),
    invite({ clientIds, roomId, force }) {
      if (host.lecture()) return refuse('lecture-mode');
      if (clientIds.length === 0) return refuse('invalid');
      // As an ordinary invitation it would not be what was asked for.
      if (force && !dialect.forceJoin) return refuse('not-supported');
      const invitation = { clients: [...clientIds], room_id: roomId, force_join: force };
      return call('invite', 'invite', [invitation], readDone('invite'));
    },
    async decline({ roomId }) {
      if (!dialect.has('decline')) return { ok: true, told: false };
      return call('decline', 'decline', [roomId], (reply) => {
        const answer = readDone('decline')(reply);
        return answer.ok ? { ok: true, told: true } : { ok: false, failure: answer.failure };
      });
    },
    ...(dialect.guide ? asInBuilds(main) : main),
    clearAll: () => close('clearAll', 'clear'),
    // In the builds it throws for a moderator and does nothing for others.
    destroyAll: () => (dialect.guide ? close('destroyAll', 'destroy') : refuse('not-supported')),
    async send({ to, body }) {
      if (to !== 'everyone' && to.length === 0) return DONE;
      if (channel)
        return ask({
          clock,
          limit: LIMITS.call,
          asked: 'send',
          call: async (callback) => {
            await channel.send({ to, body });
            callback({ result: 0 });
          },
          read: readDone('send'),
        });
      if (!dialect.has('send')) return refuse('not-supported');
      // Without a connection this one's callback never comes.
      if (!host.mainConnected()) return refuse('offline');
      const broadcast = to === 'everyone';
      return call('send', 'send', [body, broadcast, broadcast ? [] : [...to]], readDone('send'));
    },
  };
}
