/**
 * What every port must do, as plain functions: for whoever writes a port to another service, and for EnableX's own.
 * No test runner is needed; each check throws when it fails.
 *
 * @example
 * for (const { name, run } of portContract(makeStage)) test(name, run);
 */
import type { RoomEvent } from '../state/events.js';
import type { ClientId } from '../state/types.js';
import type { Answer, RoomPort } from './roomPort.js';

/** Two people in one meeting, each with a port of their own, and nobody in a breakout room yet. */
export interface PortStage {
  /** The port of a moderator, not attached. */
  readonly moderator: RoomPort;
  /** The port of a participant, not attached. */
  readonly participant: RoomPort;
  /** The participant's client id in the main room. */
  readonly participantId: () => ClientId;
  /** Lets the meeting go on for so many milliseconds, by whatever clock it lives. */
  readonly pass: (ms: number) => Promise<void>;
  /** Called after the check, whatever came of it. */
  readonly end?: () => void;
}

/** One check. */
export interface PortCheck {
  /** What is checked, as a sentence. */
  readonly name: string;
  /** Rejects with an Error that says what was wrong. */
  readonly run: () => Promise<void>;
}

/** Long enough for any answer, in milliseconds: the longest limit is a join's 30 seconds. */
const LONG = 31_000;
/** Long enough for a service that answers. */
const SHORT = 2_000;

interface Scene extends PortStage {
  /** What both ports said so far, the participant's first. */
  readonly heard: { readonly moderator: RoomEvent[]; readonly participant: RoomEvent[] };
  readonly detach: () => void;
  /** Waits for a promise while time passes; one that is still open afterwards is an error. */
  readonly settled: <T>(promise: Promise<T>, ms?: number) => Promise<T>;
  /** Makes one room for two and returns its id. */
  readonly room: () => Promise<string>;
}

/**
 * The checks that a port has to pass.
 *
 * @param make - Makes a fresh stage for each check.
 */
export function portContract(make: () => PortStage | Promise<PortStage>): readonly PortCheck[] {
  const check = (name: string, act: (scene: Scene) => void | Promise<void>): PortCheck => ({
    name,
    async run() {
      const stage = await make();
      const scene = sceneOn(stage);
      try {
        await act(scene);
      } finally {
        scene.detach();
        stage.end?.();
      }
    },
  });

  return [
    check(
      'attaching tells at once what the room knows: connection, people, mode, limits, capabilities',
      (scene) => {
        const types = new Set(scene.heard.moderator.map((event) => event.type));
        for (const type of [
          'connection.changed',
          'roster.read',
          'limits.known',
          'capabilities.known',
        ] as const)
          must(types.has(type), `attach did not tell ${type} before it returned`);
        const roster = scene.heard.moderator.find((event) => event.type === 'roster.read');
        must(roster?.self?.role === 'moderator', 'the roster does not say that the moderator is one');
        must(
          roster.people.some((person) => person.clientId === scene.participantId()),
          'the roster lacks the participant',
        );
      },
    ),
    check('after detaching, nothing is heard any more', async (scene) => {
      await scene.pass(SHORT);
      scene.detach();
      const before = scene.heard.moderator.length;
      const room = await scene.room();
      await scene.settled(scene.participant.join({ roomId: room, role: 'participant', muted: false }), LONG);
      must(scene.heard.moderator.length === before, 'an event came after detaching');
    }),
    check('rooms are made as many as were asked for, with ids of their own', async (scene) => {
      const answer = await scene.settled(scene.moderator.createRooms({ count: 3, capacity: 2 }));
      const { roomIds } = fine(answer, 'createRooms');
      must(new Set(roomIds).size === 3, `3 rooms were asked for and ${String(roomIds.length)} ids came`);
    }),
    check('an order beyond the limits is refused with a reason, and makes nothing', async (scene) => {
      const limits = scene.heard.moderator.findLast((event) => event.type === 'limits.known')?.limits;
      const most = limits?.maxRooms ?? 10;
      for (const order of [
        { count: most + 1, capacity: 2 },
        { count: 1, capacity: 1 },
        { count: 0, capacity: 2 },
        { count: 1, capacity: 2.5 },
      ]) {
        const answer = await scene.settled(scene.moderator.createRooms(order));
        must(!answer.ok, `an order of ${JSON.stringify(order)} was accepted`);
      }
      fine(await scene.settled(scene.moderator.createRooms({ count: most, capacity: 2 })), 'a full order');
    }),
    check('an invitation reaches the invited person, with its room', async (scene) => {
      const roomId = await scene.room();
      const invitation = { clientIds: [scene.participantId()], roomId, force: false };
      fine(await scene.settled(scene.moderator.invite(invitation)), 'invite');
      const invited = scene.heard.participant.find((event) => event.type === 'invite.received');
      must(invited?.roomId === roomId, 'the participant was not told of the invitation to this room');
    }),
    check('joining gives the visit, tells its members, and is refused a second time', async (scene) => {
      const roomId = await scene.room();
      const wish = { roomId, role: 'participant', muted: true } as const;
      const { visit } = fine(await scene.settled(scene.participant.join(wish), LONG), 'join');
      must(visit.roomId === roomId, 'the visit is of another room');
      must(scene.participant.visit() === visit, 'visit() is not the visit that was joined');
      must(!visit.mic().on, 'a person who joined muted is not muted');
      const members = scene.heard.participant.findLast((event) => event.type === 'members.changed')?.members;
      must(
        members?.some((member) => member.isSelf),
        'the members do not include the person themselves',
      );
      const again = await scene.settled(scene.participant.join(wish), LONG);
      must(!again.ok && again.failure.kind === 'already-in-room', 'a second join was not refused');
    }),
    check('leaving ends the visit once, and the room can be left only once', async (scene) => {
      const roomId = await scene.room();
      const wish = { roomId, role: 'participant', muted: false } as const;
      const { visit } = fine(await scene.settled(scene.participant.join(wish), LONG), 'join');
      fine(await scene.settled(visit.leave(), LONG), 'leave');
      fine(await scene.settled(visit.leave(), LONG), 'leaving again');
      await scene.pass(SHORT);
      const ends = scene.heard.participant.filter((event) => event.type === 'visit.ended');
      must(ends.length === 1, `the visit ended ${String(ends.length)} times`);
      must(ends[0]?.roomId === roomId, 'another room’s visit ended');
      must(scene.participant.visit() === null, 'visit() still gives a visit');
    }),
    check('a join that is cancelled settles at once and leads nowhere', async (scene) => {
      const roomId = await scene.room();
      const stop = new AbortController();
      const wish = { roomId, role: 'participant', muted: false, signal: stop.signal } as const;
      const joining = scene.participant.join(wish);
      stop.abort();
      const answer = await scene.settled(joining, 0);
      must(!answer.ok && answer.failure.kind === 'cancelled', 'a cancelled join did not say so');
      await scene.pass(LONG);
      must(scene.participant.visit() === null, 'a cancelled join put the person into the room');
    }),
    check(
      'joining a room that does not exist fails, and another room can be joined afterwards',
      async (scene) => {
        const wish = { role: 'participant', muted: false } as const;
        const lost = await scene.settled(scene.participant.join({ ...wish, roomId: 'no such room' }), LONG);
        must(!lost.ok, 'a room that does not exist was joined');
        const roomId = await scene.room();
        fine(await scene.settled(scene.participant.join({ ...wish, roomId }), LONG), 'the next join');
      },
    ),
    check('the main room is paused and resumed, and muted and unmuted', async (scene) => {
      const { participant } = scene;
      const silent = (wanted: boolean, when: string) => {
        const sound = participant.ownSound();
        must(
          !sound || sound.silent === wanted,
          `the person is ${wanted ? 'heard' : 'silent'} in the main room ${when}`,
        );
      };
      fine(await scene.settled(participant.pauseMain()), 'pauseMain');
      silent(true, 'although it is paused');
      fine(await scene.settled(participant.resumeMain()), 'resumeMain');
      silent(false, 'although it was resumed');
      fine(await scene.settled(participant.muteMain({ audio: true, video: false })), 'muteMain');
      silent(true, 'although it is muted');
      fine(await scene.settled(participant.unmuteMain({ audio: true, video: false })), 'unmuteMain');
      silent(false, 'although it was unmuted');
    }),
    check('the own microphone in the main room is muted by the person, and only so', async (scene) => {
      if (!scene.participant.capabilities().ownStream) return;
      fine(await scene.settled(scene.participant.setMainMic(false)), 'setMainMic(false)');
      must(scene.participant.ownSound()?.silent === true, 'the microphone is not silent');
      fine(await scene.settled(scene.participant.setMainMic(false)), 'muting again');
      fine(await scene.settled(scene.participant.setMainMic(true)), 'setMainMic(true)');
      must(scene.participant.ownSound()?.silent === false, 'the microphone is still silent');
    }),
    check('declining settles, and says whether the service told it', async (scene) => {
      const roomId = await scene.room();
      const invitation = { clientIds: [scene.participantId()], roomId, force: false };
      fine(await scene.settled(scene.moderator.invite(invitation)), 'invite');
      const { told } = fine(await scene.settled(scene.participant.decline({ roomId })), 'decline');
      must(told === scene.participant.capabilities().decline, 'told and the capability do not agree');
    }),
    check('being moved by force begins and ends, where the service can', async (scene) => {
      const roomId = await scene.room();
      const move = { clientIds: [scene.participantId()], roomId, force: true };
      const answer = await scene.settled(scene.moderator.invite(move));
      if (!scene.moderator.capabilities().forceJoin)
        return must(
          !answer.ok && answer.failure.kind === 'not-supported',
          'a force that is not there was used',
        );
      fine(answer, 'invite by force');
      await scene.pass(LONG);
      const types = new Set(scene.heard.participant.map((event) => event.type));
      must(types.has('pull.started'), 'the move was not announced');
      must(types.has('pull.connected') || types.has('pull.failed'), 'the move neither succeeded nor failed');
      return must(
        types.has('pull.connected') === (scene.participant.visit() !== null),
        'the visit and what was told of it do not agree',
      );
    }),
    check(
      'a message reaches the other kit with its sender, and not oneself, where there is a wire',
      async (scene) => {
        const body = { kit: 'contract', words: ['hello'] };
        const answer = await scene.settled(scene.participant.send({ to: 'everyone', body }));
        if (!scene.participant.capabilities().wire)
          return must(
            !answer.ok && answer.failure.kind === 'not-supported',
            'a wire that is not there was used',
          );
        fine(answer, 'send');
        const message = scene.heard.moderator.find((event) => event.type === 'message.received');
        must(message?.from === scene.participantId(), 'the message did not come, or from somebody else');
        must(JSON.stringify(message.body) === JSON.stringify(body), 'the message is not what was sent');
        return must(
          !scene.heard.participant.some((event) => event.type === 'message.received'),
          'the sender heard their own message',
        );
      },
    ),
    check('clearing and destroying all settle, with a reason where they cannot be done', async (scene) => {
      for (const answer of [
        await scene.settled(scene.moderator.clearAll(), LONG),
        await scene.settled(scene.moderator.destroyAll(), LONG),
      ])
        must(answer.ok || answer.failure.kind !== 'threw', 'an exception came through');
    }),
  ];
}

function sceneOn(stage: PortStage): Scene {
  const heard: Scene['heard'] = { moderator: [], participant: [] };
  const ends = [
    stage.participant.attach((event) => void heard.participant.push(event)),
    stage.moderator.attach((event) => void heard.moderator.push(event)),
  ];
  const settled: Scene['settled'] = async (promise, ms = SHORT) => {
    await stage.pass(ms);
    const open = Symbol('open');
    const first = await Promise.race([promise, Promise.resolve(open)]);
    if (typeof first === 'symbol') throw new Error(`A promise was still open after ${String(ms)} ms.`);
    return first;
  };
  return {
    ...stage,
    heard,
    settled,
    detach: () => {
      for (const end of ends) end();
    },
    async room() {
      const answer = await settled(stage.moderator.createRooms({ count: 1, capacity: 2 }));
      const [roomId] = fine(answer, 'createRooms').roomIds;
      if (roomId === undefined) throw new Error('createRooms succeeded without a room.');
      return roomId;
    },
  };
}

function fine<T>(answer: Answer<T>, what: string): T {
  if (answer.ok) return answer;
  const { kind, code, text } = answer.failure;
  throw new Error(`${what} failed: ${kind}, code ${String(code)}, ${text ?? 'no text'}.`);
}

function must(held: boolean | undefined, otherwise: string): asserts held {
  if (!held) throw new Error(`${otherwise.charAt(0).toUpperCase()}${otherwise.slice(1)}.`);
}
