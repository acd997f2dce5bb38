/** A moderator's board in a real page: three rooms of four in the draft, or open. Two people in the first, four in the second. */
import { render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { onTestFinished } from 'vitest';
import { createManualClock } from '../../src/clock.js';
import { LiveDesk } from '../../src/components/desk/LiveDesk.js';
import { RoomPlanner } from '../../src/components/planner/RoomPlanner.js';
import { BreakoutProvider } from '../../src/hooks/BreakoutProvider.js';
import { createBreakoutSession } from '../../src/session/session.js';
import { createSimulatedMeeting } from '../../src/simulator.js';
import type { Point } from '../input/hands.js';
import { middleOf, onPage } from '../input/hands.js';

const FIRST = 'Priya Omar Grace Lucas Jonas Maria Chidi Sofia Elif'.split(' ');

export interface GroundOptions {
  /** Open rooms, with everybody in theirs, on the live desk. */
  readonly open?: boolean;
  /** People without a room, beyond Priya, Omar and Grace. */
  readonly more?: number;
  readonly rooms?: number;
  readonly width?: number;
  readonly height?: number;
  /** What stands around the board. */
  readonly around?: (board: ReactNode, container: HTMLElement) => ReactNode;
  /** Where React draws. */
  readonly into?: HTMLElement;
}

/** Sets it up. */
export async function ground({
  open = false,
  more = 0,
  rooms = 3,
  width = 1000,
  height,
  around = (board) => board,
  into,
}: GroundOptions = {}) {
  const clock = createManualClock();
  const names = [...FIRST, ...Array.from({ length: more }, (_, at) => `Guest ${String(at + 1)}`)];
  const idOf = (name: string) => name.toLowerCase().replace(' ', '');
  const script = { does: 'accepts', after: 100 } as const;
  const meeting = createSimulatedMeeting({
    clock,
    maxActiveTalkers: 5,
    people: [
      { id: 'ana', userRef: 'ana', name: 'Ana Ruiz', role: 'moderator' },
      ...names.map((name) => ({ id: idOf(name), userRef: idOf(name), name, script })),
    ],
  });
  const session = createBreakoutSession(meeting.person('ana').room, { clock, seed: 3 });
  const release = session.hold();
  await clock.pass(50);
  const { actions, store } = session;
  actions.setSplit('hand');
  actions.setRoomCount(rooms);
  const keys = store.getState().plan.rooms.map((room) => room.key);
  actions.movePeople({ people: ['lucas', 'jonas'], to: keys[0] ?? '' });
  actions.movePeople({ people: ['maria', 'chidi', 'sofia', 'elif'], to: keys[1] ?? '' });
  if (open) {
    void actions.openRooms();
    await clock.pass(5000);
  }
  const container = into ?? document.body.appendChild(document.createElement('div'));
  const board = open ? <LiveDesk container={container} /> : <RoomPlanner container={container} />;
  const view = render(
    <div style={{ inlineSize: width, ...(height === undefined ? {} : { blockSize: height }) }}>
      <BreakoutProvider session={session}>{around(board, container)}</BreakoutProvider>
    </div>,
    { container },
  );
  onTestFinished(() => {
    view.unmount();
    if (!into) container.remove();
    release();
    meeting.dispose();
  });
  const root = container.getRootNode() as Document | ShadowRoot;
  const region = root.querySelector('[data-brk-live]') as HTMLElement;
  const said: string[] = [];
  const changes = new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) if (node.textContent) said.push(node.textContent);
  });
  changes.observe(region, { childList: true, subtree: true });
  onTestFinished(() => changes.disconnect());
  const find = <T,>(what: string, found: T | null | undefined): T => {
    if (found === null || found === undefined) throw new Error(`${what} is not on the screen.`);
    return found;
  };
  const row = (name: string) =>
    find(
      name,
      [...root.querySelectorAll<HTMLElement>('[data-list]:not([data-list="rail-rooms"]) [data-person]')].find(
        (element) => element.querySelector('.brk-name')?.textContent === name,
      ),
    );
  const room = (number: number) =>
    find(
      `Room ${String(number)}`,
      root.querySelector<HTMLElement>(`[data-drop-key="${keys[number - 1] ?? ''}"]`),
    );
  const seatedIn = (number: number) =>
    [...store.getState().plan.seats].filter(([, at]) => at === keys[number - 1]).map(([who]) => who);
  return {
    session,
    actions,
    store,
    meeting,
    clock,
    root,
    said,
    row,
    room,
    rooms: keys,
    seatedIn,
    name: (name: string) => find(name, row(name).querySelector<HTMLElement>('.brk-chip-main')),
    /** Where the middle of something lies on the page. */
    at: (element: Element): Point => onPage(window, middleOf(element)),
    /** Somebody travels under the pointer. */
    inTheAir: () =>
      waitFor(() => find('A picture of who is carried', root.querySelector<HTMLElement>('.brk-drag'))),
    heard: (sentence: string) =>
      waitFor(() => {
        if (said.at(-1) !== sentence) throw new Error(`Heard last: ${said.at(-1) ?? 'nothing'}`);
      }),
    button: (name: string | RegExp) => screen.findByRole('button', { name }),
  };
}
