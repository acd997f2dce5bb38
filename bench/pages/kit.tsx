/** The kit's own planner, as an application gets it. */
import { BreakoutProvider, english, RoomPlanner, withMessages } from 'breakout-kit';
import { createBreakoutSession, type BreakoutSession } from 'breakout-kit/core';
import 'breakout-kit/styles.css';
import { createRoot, type Root } from 'react-dom/client';
import { createBenchPort, type BenchPort } from './benchPort.js';
import { chromeOf, notesOf, rowShape } from './chrome.js';
import { crowdOf } from './crowd.js';
import { createFrameOnDemand } from './frameOnDemand.js';
import * as ground from './ground.js';
import { drawnNumbers, inTasks, plainLoop } from './messages.js';
import { painted } from './painted.js';
import { stage } from './stage.js';

/** What a run is made of. */
export interface KitScene {
  readonly people: number;
  readonly rooms: number;
  /** Everybody has a seat, instead of nobody. */
  readonly seated?: boolean;
  /** The store is set after each event, as it would be without the kit's inbox. */
  readonly perEvent?: boolean;
}

let session: BreakoutSession | undefined;
let room: BenchPort | undefined;
let root: Root | undefined;
let afterEach: (() => void) | null = null;
let somebody = (): string => '';
let rows = 0;
const roles = new Map<string, 'participant' | 'moderator'>();

// Every row asks for the words of its menu button once each time it is drawn, and nothing else does while no menu is open.
const counting = withMessages({
  planner: {
    moveTo(label) {
      rows += 1;
      return english.planner.moveTo(label);
    },
  },
});

/** One person's part in the meeting changes: the smallest thing a room tells that changes a person and no list of them. */
function say(id: string): void {
  const role = roles.get(id) === 'moderator' ? 'participant' : 'moderator';
  roles.set(id, role);
  room?.say({ type: 'role.changed', clientId: id, role });
  afterEach?.();
}

Object.assign(globalThis, {
  bench: {
    ...ground,
    chromeOf,
    notesOf,
    rowShape,
    prepare({ people, rooms, seated = false, perEvent = false }: KitScene) {
      const clock = createFrameOnDemand();
      const draw = drawnNumbers(people - 1);
      // Not the moderator: who is none may not plan.
      somebody = () => `person-${String(draw() + 2)}`;
      room = createBenchPort({ people: crowdOf(people), rooms });
      session = createBreakoutSession(room.port, { seed: 1, ...(perEvent ? { clock } : {}) });
      session.hold();
      session.actions.setSplit(seated ? 'even' : 'hand');
      session.actions.setRoomCount(rooms);
      afterEach = perEvent ? clock.flush : null;
    },
    mount() {
      if (!session) throw new Error('Nothing is prepared.');
      root = createRoot(stage());
      root.render(
        <BreakoutProvider session={session} messages={counting}>
          <RoomPlanner />
        </BreakoutProvider>,
      );
      return painted();
    },
    async unmount() {
      root?.unmount();
      await session?.dispose();
      await painted();
    },
    /** How many rows were drawn since this was asked last. */
    rowsDrawn() {
      const drawn = rows;
      rows = 0;
      return drawn;
    },
    rowsShown: () => document.querySelectorAll('[data-list] [data-person]').length,
    say: async (id: string) => {
      say(id);
      await painted();
    },
    /** So many messages of so many events each, about people drawn at random. */
    async burst({ messages, each }: { readonly messages: number; readonly each: number }) {
      await inTasks(messages, () => {
        for (let at = 0; at < each; at += 1) say(somebody());
      });
      await painted();
    },
    /** The same number of events in a plain Map, twenty times, each in a task of its own. */
    plainLoops: ({ people, events }: { readonly people: number; readonly events: number }) =>
      inTasks(20, () => plainLoop(people, events)),
    /** Events at a steady rate from now on. Returns nothing; `quiet` ends them. */
    speak(perSecond: number) {
      noise = setInterval(() => {
        for (let at = 0; at < perSecond / 100; at += 1) say(somebody());
      }, 10);
    },
    quiet: () => clearInterval(noise),
    seatOf(id: string) {
      const state = session?.store.getState();
      const key = state?.plan.seats.get(id);
      return state?.plan.rooms.find((one) => one.key === key)?.number ?? null;
    },
    seated: () => session?.store.getState().plan.seats.size ?? 0,
  },
});
let noise: ReturnType<typeof setInterval> | undefined;
