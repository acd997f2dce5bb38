/** The README is held to the code: its examples are the files beside this one, checked as types and run. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { mayImport } from '../../.dependency-cruiser.mjs';
import { createManualClock } from '../../src/clock.js';
import * as kit from '../../src/index.js';
import { sessionOf } from '../../src/session/sessionOf.js';
import { createSimulatedMeeting, moderatorAnd, profileNames } from '../../src/simulator.js';
import { memoryStore } from '../session/memoryStore.js';
import { takeConsole } from '../setup/quietConsole.js';
import { WithAddresses } from './addresses.js';
import { Demo } from './demoPage.js';
import { Kept } from './keptDraft.js';
import { Framed } from './lookAndWords.js';
import { MeetingWithOwnPlayers } from './ownMedia.js';
import { RoomList } from './ownScreen.js';
import { Breakouts } from './putItIn.js';
import { openTwoRooms } from './simulated.js';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const readme = read('README.md');
const texts = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/wire-protocol.md'];

/** What users import, and where it is made. */
const DOORS = [
  ['../../src/index.js', 'breakout-kit'],
  ['../../src/core.js', 'breakout-kit/core'],
  ['../../src/simulator.js', 'breakout-kit/simulator'],
  ['../../src/styles/index.css', 'breakout-kit/styles.css'],
] as const;

const blocksOf = (text: string, language: RegExp) =>
  [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gmu)].flatMap(([, name = '', code = '']) =>
    language.test(name) ? [code] : [],
  );

/** What stands between backticks in running text. */
const inCode = (text: string) =>
  [...text.replaceAll(/^```[\s\S]*?^```$/gmu, '').matchAll(/`([^`\n]+)`/gu)].map(([, code = '']) => code);

describe("the README's examples", () => {
  const files = readdirSync(here).filter((name) => /(?<!\.test)\.tsx?$/u.test(name));

  test('are the files that are checked and run here, line by line', () => {
    const asUsersWriteIt = files.map((name) =>
      DOORS.reduce(
        (code, [source, door]) => code.replaceAll(`'${source}'`, `'${door}'`),
        readFileSync(join(here, name), 'utf8').replaceAll(/^.*oxlint-disable.*\n/gmu, ''),
      ),
    );
    expect(blocksOf(readme, /^tsx?$/u).toSorted()).toEqual(asUsersWriteIt.toSorted());
  });

  test('put the kit into a meeting, with the button for moderators, in fifteen lines', () => {
    const [first = ''] = blocksOf(readme, /^tsx$/u);
    expect(first).toContain('<BreakoutProvider room={enxRoom}>');
    expect(first).toContain('isModerator');
    expect(first.split('\n').filter((line) => line !== '')).toHaveLength(15);
  });

  test('set tokens that there are', () => {
    const tokens = read('src/styles/tokens.css');
    const set = blocksOf(readme, /^css$/u).flatMap((css) => css.match(/--brk-[\w-]+/gu) ?? []);
    expect(set).not.toEqual([]);
    for (const token of set) expect(tokens).toContain(`${token}:`);
  });
});

/** A meeting of four who accept, on a clock that stands still, and the room of the one who moderates. */
function meet() {
  const clock = createManualClock();
  const meeting = createSimulatedMeeting({ clock, people: moderatorAnd(4, { script: 'accepts' }) });
  const { room } = meeting.person('moderator');
  sessionOf(room, { clock, seed: 1 });
  return { meeting, room, pass: (ms = 1000) => act(() => clock.pass(ms)) };
}
const press = (name: string) => act(() => screen.getByRole('button', { name }).click());

describe('the examples, when they run', () => {
  test('a moderator finds the planner behind the button', async () => {
    const { room, pass } = meet();
    render(<Breakouts enxRoom={room} />);
    await pass();
    expect(screen.queryByRole('button', { name: /^Open \d rooms/u })).toBeNull();
    press('Breakout rooms');
    await pass();
    expect(screen.getByRole('button', { name: /^Open \d rooms/u })).toBeVisible();
  });

  test('a participant has no button to plan with, and is asked all the same', async () => {
    const clock = createManualClock();
    const meeting = createSimulatedMeeting({ clock, people: moderatorAnd(['Bo']) });
    const { actions, hold } = sessionOf(meeting.person('moderator').room, { clock, seed: 1 });
    const release = hold();
    sessionOf(meeting.person('Bo').room, { clock, seed: 2 });
    render(<Breakouts enxRoom={meeting.person('Bo').room} />);
    await act(() => clock.pass(1000));
    expect(screen.queryByRole('button', { name: 'Breakout rooms' })).toBeNull();
    await act(() => {
      actions.setRoomCount(1);
      void actions.openRooms();
      return clock.pass(1000);
    });
    expect(screen.getByRole('dialog')).toBeVisible();
    release();
  });

  test('own screens of a participant know the rooms, and of the people only themselves', async () => {
    const clock = createManualClock();
    const meeting = createSimulatedMeeting({ clock, people: moderatorAnd(['Bo', 'Chidi', 'Dana']) });
    const releases = ['moderator', 'Bo', 'Chidi', 'Dana'].map((id, seed) =>
      sessionOf(meeting.person(id).room, { clock, seed }).hold(),
    );
    const actionsOf = (id: string) => sessionOf(meeting.person(id).room).actions;
    render(<RoomList enxRoom={meeting.person('Bo').room} />);
    const during = (run: () => void) =>
      act(() => {
        run();
        return clock.pass(1000);
      });
    await during(() => actionsOf('moderator').setRoomCount(1));
    await during(() => void actionsOf('moderator').openRooms());
    await during(() => void actionsOf('Chidi').acceptInvite());
    const lines = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(lines()).toEqual(['Room 1: ']);
    await during(() => press('Join'));
    expect(lines()).toEqual(['Room 1: Bo']);
    expect(screen.getByRole('button', { name: 'Return' })).toBeVisible();
    for (const release of releases) release();
  });

  test('people are found by the addresses that the application knows', async () => {
    const people = [
      { name: 'Ana', role: 'moderator' as const },
      { name: 'Bo', userRef: 'u-7' },
      { name: 'Chidi', userRef: 'u-8' },
      { name: 'Dana', userRef: 'u-9' },
    ];
    const { room } = createSimulatedMeeting({ people }).person('Ana');
    render(<WithAddresses enxRoom={room} directory={new Map([['u-7', { email: 'bo@example.org' }]])} />);
    const find = await screen.findByRole('searchbox', { name: 'Find people' }, { timeout: 10_000 });
    fireEvent.change(find, { target: { value: 'bo@ex' } });
    await waitFor(() => {
      const found = within(screen.getByRole('grid', { name: 'In rooms' })).getAllByRole('row');
      expect(found.map((row) => row.textContent)).toEqual([expect.stringContaining('Bo')]);
    });
  });

  test('a draft that may be kept is there again when the page is loaded anew', async () => {
    const store = memoryStore();
    const load = () => {
      const meeting = createSimulatedMeeting({ people: moderatorAnd(4) });
      return render(<Kept enxRoom={meeting.person('moderator').room} meetingId="monday" store={store} />);
    };
    const patient = { timeout: 10_000 };
    const first = load();
    await screen.findByRole('button', { name: 'Open 2 rooms' }, patient);
    press('One room more');
    await waitFor(
      () => expect([...store.texts.values()].join()).toMatch(/"rooms":\[(?:\{[^}]*\},?){3}\]/u),
      patient,
    );
    first.unmount();
    load();
    expect(await screen.findByRole('button', { name: 'Open 3 rooms' }, patient)).toBeVisible();
  });

  test('own screens split, open, and say who is where', async () => {
    const { meeting, room, pass } = meet();
    render(<RoomList enxRoom={room} />);
    await pass();
    expect(screen.getByRole('button', { name: 'Open' })).toBeDisabled();
    press('Split into two rooms');
    press('Open');
    await pass();
    const rooms = within(screen.getByRole('list')).getAllByRole('listitem');
    expect(rooms.map((item) => item.textContent.split(': ')[0])).toEqual(['Room 1', 'Room 2']);
    for (const { members } of meeting.rooms())
      for (const id of members) {
        const { name } = meeting.person(id);
        expect(rooms.filter((item) => item.textContent.includes(name))).toHaveLength(1);
      }
  });

  test('own players are started in a room and stopped on leaving it', async () => {
    const clock = createManualClock();
    const meeting = createSimulatedMeeting({ clock, people: moderatorAnd(2) });
    const { room } = meeting.person('moderator');
    const stop = vi.fn<() => void>();
    const playRoom = vi.fn<(visit: kit.Visit) => () => void>(() => stop);
    const silenceMain = vi.fn<(silent: boolean) => void>();
    const { actions, store } = sessionOf(room, { clock, onEnterRoom: playRoom, media: { silenceMain } });
    render(<MeetingWithOwnPlayers enxRoom={room} playRoom={playRoom} media={{ silenceMain }} />);
    // The example gives no clock, and this one is kept: the kit says so to whoever wrote it.
    expect(takeConsole()).toEqual([expect.stringContaining('The first options hold')]);
    const during = (run: () => void, ms = 1000) =>
      act(() => {
        run();
        return clock.pass(ms);
      });
    await during(() => actions.setRoomCount(1));
    await during(() => void actions.openRooms());
    const [first] = store.getState().plan.rooms;
    await during(() => void actions.visitRoom({ roomKey: first!.key }));
    expect(playRoom).toHaveBeenCalledOnce();
    expect(silenceMain).toHaveBeenLastCalledWith(true);
    await during(() => void actions.returnToMain(), 5000);
    expect(stop).toHaveBeenCalledOnce();
    expect(silenceMain).toHaveBeenLastCalledWith(false);
  });

  test('own words and a frame reach the dialog, in the theme of the kit', async () => {
    const clock = createManualClock();
    const meeting = createSimulatedMeeting({ clock, people: moderatorAnd(['Bo', 'Chidi']) });
    const { actions } = sessionOf(meeting.person('moderator').room, { clock, seed: 1 });
    const release = sessionOf(meeting.person('moderator').room).hold();
    sessionOf(meeting.person('Bo').room, { clock, seed: 2 });
    const { container } = render(<Framed enxRoom={meeting.person('Bo').room} />);
    await act(() => clock.pass(1000));
    actions.setRoomCount(1);
    void actions.openRooms();
    await act(() => clock.pass(1000));
    const dialog = screen.getByRole('dialog');
    expect(within(dialog).getByRole('button', { name: 'Come in' })).toBeVisible();
    expect(container.querySelector('.meeting-frame')).toContainElement(dialog);
    expect(dialog.closest('[data-theme="dark"]')).not.toBeNull();
    release();
  });

  test('the demo runs in real time: the moderator on this page, Bo on his own, the others by their kits alone', async () => {
    const { unmount } = render(<Demo />);
    const open = await waitFor(() => screen.getByRole('button', { name: /^Open \d rooms?/u }));
    await waitFor(() => expect(open).toBeEnabled());
    act(() => open.click());
    const page = screen.getByTitle<HTMLIFrameElement>('Bo’s page').contentDocument;
    const bo = within(page?.body ?? document.body);
    const accept = await waitFor(() => bo.getByRole('button', { name: /^Join/u }));
    expect(screen.queryByRole('dialog')).toBeNull();
    act(() => accept.click());
    await waitFor(() => expect(bo.getByRole('button', { name: /Return/u })).toBeVisible());
    unmount();
  });

  test('the simulated meeting has four people in two rooms after five seconds', async () => {
    const { meeting, session, rooms } = await openTwoRooms();
    expect(rooms.map(({ members }) => members.length)).toEqual([2, 2]);
    await session.dispose();
    meeting.dispose();
  });
});

describe('what the README lists', () => {
  const rows = [...readme.matchAll(/^\|\s*`([^`]+)`/gmu)].map(([, name = '']) => name);
  const isComponentOrHook = (name: string) => /^(?:[A-Z]|use[A-Z])/u.test(name);

  test('is every component and every hook that the door exports', () => {
    const exported = Object.keys(kit).filter(isComponentOrHook);
    expect(rows.filter(isComponentOrHook).toSorted()).toEqual(exported.toSorted());
  });

  test('is every build that the simulator has', () => {
    const builds = rows.filter((name) => name === 'guide' || /^\d/u.test(name));
    expect(builds).toEqual(profileNames);
  });
});

describe('the architecture', () => {
  test('names every folder of the source, and the arrows know each', () => {
    const folders = Object.keys(mayImport).filter((part) => part.endsWith('/'));
    const rows = [...read('ARCHITECTURE.md').matchAll(/^\|\s*`src\/([\w/]+)`/gmu)].map(
      ([, name = '']) => name,
    );
    expect(rows.toSorted()).toEqual(folders.toSorted());
  });
});

/** The name that a page gives to a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w\s-]/gu, '')
    .replaceAll(' ', '-');
const anchorsOf = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gmu)].map(([, heading = '']) => anchorOf(heading));

describe.each(texts)('%s', (path) => {
  const text = read(path);

  test('leads to files and headings that are there', () => {
    const links = [...text.matchAll(/(?<!!)\[[^\]]*\]\((?!https?:)([^)\s]+)/gu)].map(([, link = '']) => link);
    const astray = links.filter((link) => {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? path : join(dirname(path), file);
      if (!existsSync(join(root, target))) return true;
      return anchor !== undefined && !anchorsOf(read(target)).includes(anchor);
    });
    expect(astray).toEqual([]);
  });

  test('shows pictures that are there, each with words for who does not see it', () => {
    const pictures = [...text.matchAll(/!\[([^\]]*)\]\(([^)\s]+)\)/gu)].filter(
      ([, words = '', picture = '']) => words === '' || !existsSync(join(root, dirname(path), picture)),
    );
    expect(pictures.map(([, , picture]) => picture)).toEqual([]);
  });

  test('names folders and files that are there', () => {
    const paths = inCode(text).filter(
      (code) =>
        /^[\w.-]+(?:\/[\w.-]+)*(?:\/|\.(?:tsx?|mjs|json|css|md))$/u.test(code) &&
        !code.startsWith('./') &&
        !code.startsWith('breakout-kit/'),
    );
    const places = ['', 'src', 'src/state', 'src/components'];
    const missing = paths.filter((name) => !places.some((place) => existsSync(join(root, place, name))));
    expect(missing).toEqual([]);
  });

  test('names commands that there are', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const commands = [...text.matchAll(/npm run ([\w:-]+)/gu)].map(([, name = '']) => name);
    expect(commands.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});
