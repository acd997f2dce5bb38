/** Makes one person's breakout rooms over one video room: the inbox, the calls, the ways, and the actions on top of them. */
import { createStore } from 'zustand/vanilla';
import { systemClock } from '../clock.js';
import { createRandom, randomSeed } from '../random.js';
import { connectRoom } from '../room/connectRoom.js';
import type { RoomPort } from '../room/roomPort.js';
import type { Happening } from '../state/events.js';
import { INITIAL_STATE } from '../state/initialState.js';
import type { State } from '../state/types.js';
import { LIMITS } from '../state/deadlines.js';
import { wayBackView } from '../state/view/self.js';
import { createAsking } from './asking.js';
import { createChoosing } from './choosing.js';
import { DONE, refuse, type Core } from './core.js';
import { createHolding } from './holding.js';
import { createInbox } from './inbox.js';
import { createJourney, type Destination } from './journey.js';
import { createKeeping } from './keeping.js';
import { browserStore } from './keyValueStore.js';
import { createKits } from './kits.js';
import { createLatecomers } from './latecomers.js';
import { createListing } from './listing.js';
import { createMainSound } from './mainSound.js';
import { createModerating } from './moderating.js';
import { createPersonWatch } from './personWatch.js';
import { createPerform } from './perform.js';
import { createPlanning } from './planning.js';
import { createRunning } from './running.js';
import { createRecording } from './recording.js';
import { createReactions } from './reactions.js';
import { createReturning } from './returning.js';
import { createRivals } from './rivals.js';
import { createSetups } from './setups.js';
import { createSharing, type Sharing } from './sharing.js';
import { createTap } from './tap.js';
import type { Actions, BreakoutSession, Outcome, SessionOptions } from './types.js';

/**
 * Makes a session that the application owns: it lives until `dispose()`, whatever is on screen.
 * Nothing is heard before `hold()`, which a provider calls for itself.
 *
 * @param room - The EnxRoom the application joined, of any SDK build, or a port of another service.
 * @throws TypeError when `room` is no object.
 * @example
 * ```ts
 * const session = createBreakoutSession(enxRoom);
 * const release = session.hold();
 * session.store.subscribe((state) => console.log(state.self.at));
 * ```
 */
export function createBreakoutSession(room: object, options: SessionOptions = {}): BreakoutSession {
  return buildSession(portOf(room, options), options, 'application');
}

/** An EnxRoom becomes a port; a port is one already. */
export function portOf(room: object, options: SessionOptions): RoomPort {
  if (isPort(room)) return room;
  const { clock, sdkVersion, maxActiveTalkers, isModerator, channel } = options;
  return connectRoom(room, { clock, sdkVersion, maxActiveTalkers, isModerator, channel });
}

const isPort = (room: object): room is RoomPort =>
  'attach' in room && 'createRooms' in room && 'visit' in room;

/** The same for a session that the kit owns: it ends with its last holder. */
export function buildSession(
  port: RoomPort,
  options: SessionOptions,
  owner: 'application' | 'kit',
): BreakoutSession {
  const { clock = systemClock, media = {} } = options;
  const random = createRandom(options.seed ?? randomSeed());
  const store = createStore<State>(() => initial(options));
  const tap = createTap(options);

  const inbox = createInbox({
    store,
    clock,
    hearsAll: options.onEvent !== undefined,
    react(event: Happening, before: State) {
      tap(event, before, inbox.state());
      react(event, before);
      choosing.react(event, before);
      returning(event, before);
      sharing.react(event, before);
      asking.react(event, before);
      rivals.react(event);
      late.react(event, before);
      keeping.react(before);
      recording.look();
    },
  });
  const { state, dispatch } = inbox;
  const perform = createPerform({ dispatch, clock, random });
  const core: Core = { state, dispatch, port, clock, random, perform };
  const sound = createMainSound(core, media);
  const kits = createKits(core);
  const choosing = createChoosing(core, kits);
  const journey = createJourney(core, sound, kits, options.onEnterRoom);
  const moderating = createModerating(core, journey, kits);
  const late = createLatecomers(core, kits, moderating.admit);
  const returning = createReturning(core, kits, moderating.ask);
  const asking = createAsking(core, kits, {
    answerLate: (from) => sharing.answer(from),
    remember: () => keeping.remember(),
  });
  const sharing: Sharing = createSharing(core, kits, asking.isAsking);
  const rivals = createRivals(core, kits, moderating.admit);
  kits.listen({ isAsking: asking.isAsking, known: asking.known, outranked: rivals.outranked });
  store.subscribe(sharing.look);
  const recording = createRecording(core);
  // Facts that waited are in the state now; what was noted of all of them is written in one go, and drawn with the next frame.
  store.subscribe(() => {
    recording.look();
    recording.flush();
  });
  const { personInfo, welcome, ...listing } = createListing(core, options);
  const planning = createPlanning(core, { send: moderating.send, renamed: () => kits.tellRooms() });
  const keeping = createKeeping(core, options.storage, kits);
  const react = createReactions(core, { journey, kits, moderating, welcome, sound });

  const goTo = ({ roomId, roomKey }: Pick<Destination, 'roomId' | 'roomKey'>): Promise<Outcome> =>
    journey.join({
      roomId,
      roomKey,
      role: state().self.role === 'moderator' ? 'moderator' : 'participant',
    });

  const { send: _send, close: _close, admit: _admit, ask: _ask, ...moderator } = moderating;
  const { react: _react, wake: _wake, rest: _rest, ...chooser } = choosing;
  const running = createRunning(core, kits);
  const actions: Actions = {
    ...chooser,
    ...planning,
    ...listing,
    ...moderator,
    ...running,
    handOver(to) {
      // What the others do not know yet would be lost to whoever goes on.
      sharing.flush();
      running.handOver(to);
    },
    placeLate: late.placeLate,
    clearRecord: () => dispatch({ type: 'record.cleared' }),
    acceptInvite() {
      const { invite } = state().self;
      return invite ? goTo(invite) : Promise.resolve(refuse('room-gone'));
    },
    async declineInvite() {
      const { invite } = state().self;
      if (!invite) return refuse('room-gone');
      // Declined is declined: whether the service hears of it or not, the dialog goes.
      dispatch({ type: 'invite.declined' });
      kits.tellDecline(invite.roomId);
      const answer = await perform('decline', { roomKey: invite.roomKey, limit: LIMITS.call }, () =>
        port.decline({ roomId: invite.roomId }),
      );
      if (answer.ok) return DONE;
      // The kits talk: the moderators know all the same. Otherwise nobody does, and the person should.
      if (!state().capabilities.wire)
        dispatch({
          type: 'notice.given',
          subject: 'invite',
          text: 'decline-untold',
          failure: answer.failure,
        });
      return { ok: false, failure: answer.failure };
    },
    putInviteAside: () => dispatch({ type: 'invite.put-aside' }),
    takeUpInvite: () => dispatch({ type: 'invite.taken-up' }),
    waitWithMove: () => dispatch({ type: 'invite.waited' }),
    cancelJoin: journey.cancel,
    retryJoin: journey.retry,
    dismissAttempt: () => dispatch({ type: 'attempt.dismissed' }),
    returnToMain: () => journey.goHome('self'),
    goBack() {
      const { left } = state().self;
      return left && wayBackView(state()) ? goTo(left) : Promise.resolve(refuse('room-gone'));
    },
    async setMainSound(wanted) {
      dispatch({ type: 'sound.wanted', wanted });
      return state().self.at === 'in-room' ? sound.bring(wanted) : DONE;
    },
    restoreSound: () => sound.bring(state().self.at === 'in-room' ? state().self.sound.wanted : 'live'),
    setMic: journey.setMic,
    dismissNotice: ({ id }) => dispatch({ type: 'notice.dismissed', id }),
  };

  /** Sound that cannot be restored while the connection is broken is restored when it is back, if it comes back. */
  const soundBack = async (): Promise<void> => {
    if (state().self.sound.failure === null || state().connection !== 'reconnecting') return;
    await new Promise<void>((resolve) => {
      const done = () => {
        stop();
        cancel();
        resolve();
      };
      const stop = store.subscribe(({ self, connection }) => {
        if (self.sound.failure === null || connection === 'lost') done();
      });
      const cancel = clock.after(state().times.kept, done);
    });
  };

  const holding = createHolding({
    inbox,
    port,
    clock,
    endsWithLastHolder: owner === 'kit',
    goHome: () => journey.goHome('unmount'),
    async settled() {
      await journey.settled();
      await soundBack();
    },
    begun() {
      choosing.wake();
      keeping.begin();
    },
    ending() {
      choosing.rest();
      asking.rest();
      sharing.rest();
      rivals.rest();
      return keeping.flush();
    },
  });
  return {
    store,
    actions,
    watchPerson: createPersonWatch(store),
    clock,
    port,
    personInfo,
    setups: options.storage ? createSetups(options.storage.store ?? browserStore, state) : null,
    breakoutRoom: () => port.visit(),
    hold: holding.hold,
    dispose: holding.dispose,
  };
}

function initial({ times, mainSound, storage }: SessionOptions): State {
  if (!times && !mainSound && !storage) return INITIAL_STATE;
  const { self } = INITIAL_STATE;
  return {
    ...INITIAL_STATE,
    times: { ...INITIAL_STATE.times, ...times },
    restoring: storage !== undefined,
    self: { ...self, sound: { ...self.sound, wanted: mainSound ?? self.sound.wanted } },
  };
}
