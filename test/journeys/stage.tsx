/** A meeting on a stage: some people with a page each, others with a kit and no page, one simulated room, one clock that stands still. */
import { act } from '@testing-library/react';
import type { ReactNode } from 'react';
import { onTestFinished } from 'vitest';
import { PersonKit } from '../../src/components/kit/PersonKit.js';
import { BreakoutProvider } from '../../src/hooks/BreakoutProvider.js';
import type { BreakoutSession } from '../../src/session/types.js';
import type { PersonSpec } from '../../src/simulator.js';
import { soundOf } from '../session/sound.js';
import { meet, type KitMeeting } from '../session/meeting.js';
import { openEars, type Ears } from './ears.js';
import { playMainRoom } from './mainRoom.js';
import { openPage, type Page, type PageSize } from './page.js';

/** The stage. */
export interface Stage extends Omit<KitMeeting, 'settle'> {
  /** The page of somebody who has one. */
  readonly page: (name: string) => Page;
  /** Lets time pass, in steps that leave every page the time to draw. */
  readonly pass: (ms: number) => Promise<void>;
  /** Everybody's causes of silence in main and whether main still sends, cause by cause. */
  readonly mutes: () => Readonly<Record<string, ReturnType<typeof soundOf>>>;
  /** Ears for everybody with a page. */
  readonly listen: () => Ears;
  /** Somebody loads their page anew: a kit that has forgotten everything, and an empty screen. */
  readonly reload: (name: string) => Promise<Page>;
  /** Somebody comes, with a page of their own. */
  readonly arrive: (person: PersonSpec) => Promise<Page>;
}

/** What a stage is made of, beyond the meeting. */
export interface StageOptions extends NonNullable<Parameters<typeof meet>[0]> {
  /** Who has a page. */
  readonly pages: readonly string[];
  readonly size?: (name: string) => PageSize;
  /** What stands on the pages; the person's part of the kit unless told. */
  readonly content?: (name: string, session: BreakoutSession) => ReactNode;
}

/** A moment in which pages draw. */
const STEP_MS = 1000;

/** Sets the stage, and clears it when the test is over. */
export async function stage({
  pages: names,
  content = () => <PersonKit />,
  size,
  ...options
}: StageOptions): Promise<Stage> {
  const people = await meet(options);
  const { meeting, clock, kit } = people;
  const pages = new Map<string, Page>();
  const mainRooms = new Map<string, ReturnType<typeof playMainRoom>>();
  const ears: Ears[] = [];
  const open = async (name: string) => {
    const session = kit(name);
    mainRooms.set(name, playMainRoom(meeting.person(name)));
    const show = (body: HTMLElement) => (
      <BreakoutProvider session={session} container={body}>
        {content(name, session)}
      </BreakoutProvider>
    );
    const opened = await openPage(name, show, size?.(name));
    pages.set(name, opened);
    return opened;
  };
  await Promise.all(names.map(open));
  onTestFinished(async () => {
    for (const page of pages.values()) page.close();
    for (const { stop } of mainRooms.values()) stop();
    for (const each of ears) await each.close();
    meeting.dispose();
  });
  const pass = async (ms: number) => {
    for (let left = ms; left > 0; left -= STEP_MS) {
      await act(() => clock.pass(Math.min(left, STEP_MS)));
    }
  };
  await pass(200);
  return {
    ...people,
    page(name) {
      const page = pages.get(name);
      if (!page) throw new Error(`${name} has no page`);
      return page;
    },
    pass,
    mutes: () => Object.fromEntries(people.names.map((name) => [name, soundOf(meeting, name)])),
    listen() {
      const opened = openEars(meeting, new Map([...mainRooms].map(([name, { place }]) => [name, place])));
      ears.push(opened);
      return opened;
    },
    async reload(name) {
      pages.get(name)?.close();
      mainRooms.get(name)?.stop();
      meeting.person(name).reload();
      people.giveKit(name);
      return open(name);
    },
    async arrive(person) {
      meeting.join({ userRef: `ref-${person.name}`, ...person });
      people.giveKit(person.name);
      return open(person.name);
    },
  };
}
