/** The moderator's live actions: opening, inviting, moving, ending. */
import { LIMITS } from '../state/deadlines.js';
import { otherDriver } from '../state/driving.js';
import { whyNotInvite, whyNotManage, whyNotOpen, whyNotVisit } from '../state/rules.js';
import type { Failure, PersonKey, RoomKey, State } from '../state/types.js';
import { isLive, plannedFor } from '../state/view/rooms.js';
import type { Reason } from '../state/views.js';
import { DONE, failure, outcomeOf, refuse, type Core } from './core.js';
import type { Journey } from './journey.js';
import type { Kits } from './kits.js';
import type { Actions, Outcome } from './types.js';

/** What the moderator does while it counts. */
export interface Moderating extends Pick<
  Actions,
  | 'openRooms'
  | 'inviteAgain'
  | 'endRooms'
  | 'keepRoomsOpen'
  | 'closeNow'
  | 'closeRoom'
  | 'visitRoom'
  | 'planAgain'
> {
  /** Moves people for real: to another room, or back to main. */
  readonly send: (people: readonly PersonKey[], to: RoomKey | 'main') => void;
  /** Asks people into an open room, or moves them where the plan moves people. */
  readonly admit: (people: readonly PersonKey[], to: RoomKey) => void;
  /** Asks people into an open room, wherever else the plan moves people. */
  readonly ask: (people: readonly PersonKey[], to: RoomKey) => void;
  /** The grace is over. */
  readonly close: () => Promise<void>;
}

/** Makes them. */
export function createModerating(core: Core, journey: Journey, kits: Kits): Moderating {
  const { state, dispatch, port, clock } = core;
  /** Rooms that are being made again: two moves to the same empty room make it once. */
  const making = new Map<RoomKey, Promise<Failure | null>>();

  /** Why what was begun does not go on: this person moderates no more, or another moderator has taken over or opened first. */
  const overtaken = (): Failure | null => {
    if (state().self.role !== 'moderator') return failure('moderators-only');
    return isLive(state()) && otherDriver(state()) !== null ? failure('other-drives') : null;
  };
  /** What is not this moderator's any more is not shown as theirs. */
  const failedFor = (people: readonly PersonKey[], roomKey: RoomKey, why: Failure): void => {
    if (!overtaken()) dispatch({ type: 'invite.failed', people, roomKey, failure: why });
  };

  /** To main, in rooms after a notice. Where nobody can be told, an invitation stays open, and is shown so. */
  const callBack = (people: readonly PersonKey[]): void => {
    kits.callBack(people, state().times.notice);
    const told = people.filter((key) => state().people.get(key)?.hasKit === true);
    if (state().capabilities.wire && told.length > 0) dispatch({ type: 'invite.taken-back', people: told });
  };

  /** Rooms are made as large as the service allows, so that a visiting moderator and later moves fit. */
  const seatsToAsk = (): number => {
    const largest = Math.max(0, ...state().plan.rooms.map((room) => plannedFor(state(), room.key).length));
    return (
      state().limits.maxPeople ??
      Math.max(
        state().limits.minPeople,
        state().plan.capacity ?? largest,
        largest,
        ...state().plan.rooms.map((room) => room.capacity ?? 0),
      )
    );
  };
  const create = async (keys: readonly RoomKey[]): Promise<Failure | null> => {
    const seats = seatsToAsk();
    const answer = await core.perform('create', { limit: LIMITS.call }, () =>
      port.createRooms({ count: keys.length, capacity: seats }),
    );
    if (!answer.ok) return answer.failure;
    // Rooms that nobody may use any more are told to nobody.
    const why = overtaken();
    if (why) return why;
    const made = keys.flatMap((roomKey, index) => {
      const roomId = answer.roomIds[index];
      return roomId === undefined ? [] : [{ roomKey, roomId, capacity: seats }];
    });
    dispatch({ type: 'rooms.created', rooms: made });
    if (made.length === 0) return failure('create-failed');
    if (made.length < keys.length)
      dispatch({
        type: 'notice.given',
        subject: 'open',
        text: 'fewer-rooms',
        count: made.length,
        of: keys.length,
      });
    return null;
  };
  /** The room's id; a room that was emptied, or never made, is made first. */
  const ensure = async (roomKey: RoomKey): Promise<Failure | null> => {
    if ((state().rooms.get(roomKey)?.roomId ?? null) !== null) return null;
    const made = making.get(roomKey) ?? create([roomKey]);
    making.set(roomKey, made);
    const failed = await made;
    making.delete(roomKey);
    if (!failed) kits.tellRooms();
    return failed;
  };

  const invite = async (roomKey: RoomKey, people: readonly PersonKey[], force: boolean): Promise<Outcome> => {
    const roomId = state().rooms.get(roomKey)?.roomId ?? null;
    const clientIds = people.flatMap((key) => state().people.get(key)?.clientId ?? []);
    if (clientIds.length === 0) return DONE;
    const why = overtaken() ?? (roomId === null ? failure('room-gone') : null);
    if (why || roomId === null) {
      const failed = why ?? failure('room-gone');
      failedFor(people, roomKey, failed);
      return { ok: false, failure: failed };
    }
    /** The room may be another moderator's by the time of an answer. */
    const sentTo = () => {
      if (state().rooms.get(roomKey)?.roomId === roomId) dispatch({ type: 'invite.sent', people, roomKey });
    };
    // "Sent" is written down before the call leaves the ledger, so that nobody falls back to "planned" in between.
    const answer = await core.perform('invite', { roomKey, people, limit: LIMITS.call }, async () => {
      const sent = await port.invite({ clientIds, roomId, force });
      if (sent.ok) sentTo();
      return sent;
    });
    if (!answer.ok) {
      failedFor(people, roomKey, answer.failure);
      void answer.late?.then((late) => {
        if (late.ok) sentTo();
      });
    }
    return outcomeOf(answer);
  };

  /** Asks or moves people, each in the way their side understands. */
  const call = async (roomKey: RoomKey, people: readonly PersonKey[], move: boolean): Promise<Outcome> => {
    const why = overtaken();
    if (why) return { ok: false, failure: why };
    const others = people.filter((key) => key !== state().self.key);
    if (others.length < people.length) void visit(roomKey);
    if (!move) return invite(roomKey, others, false);
    const { wire, forceJoin } = state().capabilities;
    // A kit joins by itself after the notice, with its own stream and a second try. Without one, the service moves the person.
    const withKit = others.filter((key) => wire && state().people.get(key)?.hasKit === true);
    const without = others.filter((key) => !withKit.includes(key));
    kits.orderMove(withKit, roomKey, state().times.notice);
    const asked = await invite(roomKey, withKit, false);
    const forced = await invite(roomKey, without, forceJoin);
    return asked.ok ? forced : asked;
  };
  const visit = async (roomKey: RoomKey): Promise<Outcome> => {
    const roomId = state().rooms.get(roomKey)?.roomId ?? null;
    return roomId === null ? refuse('room-gone') : journey.join({ roomId, roomKey, role: 'moderator' });
  };
  /** Sees to it that there is a room, and asks or moves people into it. */
  const bring = (people: readonly PersonKey[], to: RoomKey, move: boolean) => {
    kits.lead();
    void ensure(to).then((failed) => {
      if (failed) failedFor(people, to, failed);
      else return call(to, people, move);
      return DONE;
    });
  };
  const group = (people: readonly PersonKey[]): ReadonlyMap<RoomKey, readonly PersonKey[]> => {
    const rooms = new Map<RoomKey, PersonKey[]>();
    for (const key of people) {
      const room = roomFor(state(), key);
      if (room === undefined) continue;
      const others = rooms.get(room);
      if (others) others.push(key);
      else rooms.set(room, [key]);
    }
    return rooms;
  };
  const firstFailure = (outcomes: readonly Outcome[]): Outcome =>
    outcomes.find((outcome) => !outcome.ok) ?? DONE;

  const close = async (): Promise<void> => {
    kits.recallAll(0);
    await journey.goHome('recall');
    if (state().capabilities.recall && state().self.role === 'moderator')
      await core.perform('clear', { limit: LIMITS.call }, async () => port.clearAll());
    dispatch({ type: 'round.closed' });
  };

  return {
    async openRooms() {
      const why = whyNotOpen(state());
      if (why) return refusal(why);
      dispatch({ type: 'round.opening' });
      const rooms = state().plan.rooms.map((room) => room.key);
      const failed = await create(rooms);
      // Whose rooms are made first opens them: meanwhile another moderator's may have been told.
      if (state().round.phase !== 'opening') return refuse('other-drives');
      if (failed) {
        dispatch({ type: 'round.failed', failure: failed });
        return { ok: false, failure: failed };
      }
      kits.lead();
      dispatch({ type: 'round.opened' });
      kits.tellRooms();
      const { plan } = state();
      const sent = await Promise.all(
        rooms
          .filter((key) => plannedFor(state(), key).length > 0)
          .map(async (key) => {
            const people = plannedFor(state(), key);
            return call(key, people, plan.opening === 'move');
          }),
      );
      return firstFailure(sent);
    },
    async inviteAgain({ people }) {
      const why = whyNotInvite(state(), people);
      if (why) return refusal(why);
      kits.lead();
      const outcomes = await Promise.all(
        [...group(people)].map(async ([roomKey, there]) => {
          const failed = await ensure(roomKey);
          return failed ? ({ ok: false, failure: failed } as const) : call(roomKey, there, false);
        }),
      );
      return firstFailure(outcomes);
    },
    admit: (people, to) => bring(people, to, state().plan.opening === 'move'),
    ask: (people, to) => bring(people, to, false),
    closeRoom({ roomKey }) {
      const why = whyNotManage(state());
      if (why) return Promise.resolve(refusal(why));
      const roomId = state().rooms.get(roomKey)?.roomId ?? null;
      if (roomId === null) return Promise.resolve(refuse('room-gone'));
      if (!state().capabilities.wire) return Promise.resolve(refuse('not-supported'));
      kits.lead();
      const { seats } = state().plan;
      // Whoever was moved from there is on the way already.
      const people = [...state().people.values()].flatMap(({ key, place }) =>
        place.at !== 'main' && place.roomKey === roomKey && (seats.get(key) ?? roomKey) === roomKey
          ? [key]
          : [],
      );
      const leaving = [...new Set([...people, ...plannedFor(state(), roomKey)])];
      dispatch({
        type: 'plan.edited',
        edits: [{ kind: 'move', people: leaving, to: 'none' }],
        reason: 'menu',
      });
      // Whoever is there is called back after a notice; whoever was only asked is not asked any more.
      kits.withdraw(roomId);
      callBack(people);
      return Promise.resolve(DONE);
    },
    send(people, to) {
      kits.lead();
      if (to === 'main') {
        // Whoever is in a room is called back after a notice; whoever is only asked is not asked any more.
        callBack(people);
        return;
      }
      const isThere = (key: PersonKey) => {
        const person = state().people.get(key);
        if (person?.place.at === 'in-room') return person.place.roomKey === to;
        // On the way elsewhere by the word of their own kit, which can still be told otherwise.
        return person?.hasKit === true && state().capabilities.wire && person.still?.roomKey === to;
      };
      // Who was called back or moved and has not gone yet may stay: the order says so to their kit, and nobody is asked to where they are.
      const here = people.filter(isThere);
      kits.orderMove(here, to, state().times.notice);
      const coming = people.filter((key) => !here.includes(key));
      if (coming.length > 0) bring(coming, to, true);
    },
    visitRoom: ({ roomKey }) =>
      whyNotVisit(state(), roomKey) ? Promise.resolve(refuse('room-gone')) : visit(roomKey),
    endRooms() {
      const why = whyNotManage(state());
      if (why) return Promise.resolve(refusal(why));
      if (state().round.phase === 'closing') return Promise.resolve(DONE);
      const { grace } = state().times;
      kits.lead();
      kits.recallAll(grace);
      dispatch({ type: 'round.closing', closesAt: clock.now() + grace });
      return Promise.resolve(DONE);
    },
    keepRoomsOpen() {
      const why = whyNotManage(state());
      if (why) return Promise.resolve(refusal(why));
      kits.lead();
      kits.keepOpen();
      dispatch({ type: 'round.kept' });
      return Promise.resolve(DONE);
    },
    async closeNow() {
      const why = overtaken();
      if (why) return { ok: false, failure: why };
      kits.lead();
      await close();
      return DONE;
    },
    planAgain: () => {
      if (!isLive(state())) dispatch({ type: 'round.reset' });
    },
    close,
  };
}

/** Which failure says the same as a reason. */
const REFUSALS: Partial<Record<string, Failure['kind']>> = {
  'not-moderator': 'moderators-only',
  'other-drives': 'other-drives',
  'lecture-mode': 'lecture-mode',
  'not-connected': 'not-connected',
  'not-supported': 'not-supported',
  blocked: 'capacity',
  nobody: 'count-missing',
};

const refusal = ({ why }: Reason): Outcome => refuse(REFUSALS[why] ?? 'invalid');

/** The room a person is meant to be in. */
function roomFor(state: State, key: PersonKey): RoomKey | undefined {
  const place = state.people.get(key)?.place;
  return state.plan.seats.get(key) ?? (place && place.at !== 'main' ? place.roomKey : undefined);
}
