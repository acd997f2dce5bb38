/** A moderator in front of the kit's screens, over a real session and a simulated meeting whose clock stands still. */
import { act, configure, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { onTestFinished } from 'vitest';
import { createManualClock, type ManualClock } from '../../src/clock.js';
import { BreakoutProvider } from '../../src/hooks/BreakoutProvider.js';
import type { Messages } from '../../src/messages.js';
import { createBreakoutSession } from '../../src/session/session.js';
import type { BreakoutSession, SessionOptions } from '../../src/session/types.js';
import {
  createSimulatedMeeting,
  type Script,
  type SimulatedMeeting,
  type SimulatedMeetingOptions,
} from '../../src/simulator.js';
import type { PersonKey, RoomKey, State } from '../../src/state/types.js';

export interface ModeratorOptions extends Omit<SimulatedMeetingOptions, 'people' | 'clock'> {
  /** The others, by name; their id is the first word of it in small letters. */
  readonly others: readonly string[];
  readonly scripts?: Readonly<Record<string, Script>>;
  readonly session?: SessionOptions;
  readonly messages?: Messages;
}

export interface Moderator {
  readonly clock: ManualClock;
  readonly meeting: SimulatedMeeting;
  readonly session: BreakoutSession;
  readonly state: () => State;
  /** Everything said to a screen reader so far, in order. */
  readonly spoken: readonly string[];
  /** The rooms of the draft in order. */
  readonly rooms: () => readonly RoomKey[];
  /** Who sits in the room of this number. */
  readonly seatedIn: (number: number) => readonly PersonKey[];
  readonly pass: (ms: number) => Promise<void>;
  readonly join: (name: string) => Promise<void>;
  readonly leave: (id: string) => Promise<void>;
  /** Something that is done to the session outside of the screen. */
  readonly does: (what: () => void) => Promise<void>;
}

// Whether each of hundreds of elements is hidden takes most of the time, and without a style sheet tells little.
configure({ defaultHidden: true });

/** "Maria Silva" is `maria`; a second one is told apart by a number at the end of her name. */
export const idOf = (name: string) => name.split(' ')[0]?.toLowerCase() ?? name;

export async function moderator(screen: ReactNode, options: ModeratorOptions): Promise<Moderator> {
  const { others, scripts = {}, session: sessionOptions, messages, ...rest } = options;
  const clock = createManualClock();
  const spec = (name: string) => {
    const script = scripts[idOf(name)];
    return { id: idOf(name), userRef: idOf(name), name, ...(script === undefined ? {} : { script }) };
  };
  const meeting = createSimulatedMeeting({
    maxActiveTalkers: 8,
    ...rest,
    clock,
    people: [{ id: 'ana', userRef: 'ana', name: 'Ana Ruiz', role: 'moderator' }, ...others.map(spec)],
  });
  const session = createBreakoutSession(meeting.person('ana').room, { seed: 7, ...sessionOptions, clock });
  const release = session.hold();
  await clock.pass(100);
  const { container } = render(
    <BreakoutProvider session={session} {...(messages === undefined ? {} : { messages })}>
      {screen}
    </BreakoutProvider>,
  );
  const pass = (ms: number) => act(async () => clock.pass(ms));
  await pass(50);
  onTestFinished(() => {
    release();
    meeting.dispose();
  });
  return {
    clock,
    meeting,
    session,
    state: session.store.getState,
    spoken: listenTo(container),
    rooms: () => session.store.getState().plan.rooms.map((room) => room.key),
    seatedIn(number) {
      const { plan } = session.store.getState();
      const key = plan.rooms.find((room) => room.number === number)?.key;
      return [...plan.seats].filter(([, room]) => room === key).map(([person]) => person);
    },
    pass,
    async join(name) {
      await act(async () => {
        meeting.join(spec(name));
        await clock.pass(50);
      });
    },
    async leave(id) {
      await act(async () => {
        meeting.leave(id);
        await clock.pass(50);
      });
    },
    does: (what) =>
      act(async () => {
        what();
        await clock.pass(20);
      }),
  };
}

function listenTo(container: HTMLElement): readonly string[] {
  const region = container.querySelector('[data-brk-live]');
  if (!region) throw new Error('There is no live region: nothing would be heard.');
  const spoken: string[] = [];
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes) if (node.textContent) spoken.push(node.textContent);
  });
  observer.observe(region, { childList: true, subtree: true });
  onTestFinished(() => observer.disconnect());
  return spoken;
}

const FIRST =
  'Priya Omar Grace Lucas Jonas Maria Chidi Sofia Elif Noah Wei Mei Diego Hana Liam Lena Amara Yusuf Ingrid Tomas'.split(
    ' ',
  );

/** This many people, each with a name of their own. */
export const names = (count: number): readonly string[] =>
  FIRST.slice(0, count).map((first) => `${first} Example`);
