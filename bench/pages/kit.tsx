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
import { createPlainLoop, inTasks, roleChanges, type RoleChange } from './messages.js';
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
  /** How much will be told. */
  readonly events?: number;
}

let session: BreakoutSession | undefined;
let room: BenchPort | undefined;
let root: Root | undefined;
let afterEach: (() => void) | null = null;
/** What the room will tell, made before anything is measured. */
let told: readonly RoleChange[] = [];
let plainLoop = (_events: readonly RoleChange[]): void => {};
let next = 0;
let rows = 0;

// Every row asks for the words of its menu button once each time it is drawn, and nothing else does while no menu is open.
const counting = withMessages({
  planner: {
    moveTo(label) {
      rows += 1;
      return english.planner.moveTo(label);
    },
  },
});

function say(event: RoleChange | undefined): void {
  if (!event) throw new Error('The room has nothing more to tell. Prepare more events.');
  room?.say(event);
  afterEach?.();
}

Object.assign(globalThis, {
  bench: {
    ...ground,
    chromeOf,
    notesOf,
    rowShape,
    prepare({ people, rooms, seated = false, perEvent = false, events = 0 }: KitScene) {
      const clock = createFrameOnDemand();
      told = roleChanges(people, events);
      plainLoop = createPlainLoop(people);
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
    /** One event about one person. */
    async say(clientId: string) {
      say({ type: 'role.changed', clientId, role: 'unknown' });
      await painted();
    },
    /** All there is to tell, in messages of so many events each. */
    async burst({ each }: { readonly each: number }) {
      await inTasks(told.length / each, (nth) => {
        for (const event of told.slice(nth * each, (nth + 1) * each)) say(event);
      });
      await painted();
    },
    /** The same events in a plain Map, twenty times, each in a task of its own. */
    plainLoops: () => inTasks(20, () => plainLoop(told)),
    /** Events at a steady rate from now on, until `quiet`. */
    speak(perSecond: number) {
      noise = setInterval(() => {
        for (let at = 0; at < perSecond / 100; at += 1) {
          say(told[next]);
          next += 1;
        }
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
