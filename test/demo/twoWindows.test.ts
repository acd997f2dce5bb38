import { createRequire } from 'node:module';
import type Axe from 'axe-core';
import type { BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { complaintsOf, openDemo, type DemoSite } from './demoSite.js';

let site: DemoSite;
/** The windows of one browser: they share what a browser's windows share, and nothing of the next test's. */
let windows: BrowserContext;
const complaints: { readonly who: string; readonly said: readonly string[] }[] = [];

beforeAll(async () => {
  site = await openDemo();
});
afterAll(() => site.close());
beforeEach(async () => {
  windows = await site.browser.newContext({
    reducedMotion: 'reduce',
    viewport: { width: 1180, height: 860 },
  });
  windows.setDefaultTimeout(SOON.timeout);
});
afterEach(async () => {
  await windows.close();
  expect(complaints.splice(0).filter(({ said }) => said.length > 0)).toEqual([]);
});

const open = async (search: string): Promise<Page> => {
  const page = await windows.newPage();
  complaints.push({ who: search, said: complaintsOf(page) });
  await page.goto(`${site.url}${search}`);
  return page;
};
const enter = async (name: string, role: 'moderator' | 'participant', more = ''): Promise<Page> => {
  const page = await open(`?name=${name}&role=${role}&meeting=tested${more}`);
  await page.getByText(`${role}, build`).waitFor();
  return page;
};
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const see = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
/** Who is shown in the room that this window is in; nobody while it shows another kind of room. */
const peopleIn = (page: Page, room: 'breakout' | 'main') => async (): Promise<readonly string[]> => {
  const name = room === 'main' ? 'In the main room' : 'In this room';
  const list = page.getByRole('region', { name, exact: true }).getByRole('listitem');
  return (await list.allInnerTexts()).toSorted();
};
/** As long as it may take where the machine is busy. */
const SOON = { timeout: 60_000 };

test('a moderator opens rooms in one window, and a participant in another accepts, loads the page anew, is asked back, returns, and all are back at the end', async () => {
  const ana = await enter('Ana', 'moderator');
  const bo = await enter('Bo', 'participant');
  const chidi = await enter('Chidi', 'participant');

  // Plan: everybody is in Room 1.
  await ana
    .getByRole('region', { name: 'Room 1' })
    .getByRole('button', { name: 'Bo', exact: true })
    .waitFor();
  await ana
    .getByRole('region', { name: 'Room 1' })
    .getByRole('button', { name: 'Chidi', exact: true })
    .waitFor();

  // Open, and accept in the other windows.
  await press(ana, 'Open 1 room');
  await see(bo, 'Join Room 1?');
  await press(bo, 'Join');
  await press(chidi, 'Join');
  await expect.poll(peopleIn(bo, 'breakout'), SOON).toEqual(['Bo', 'Chidi']);
  await ana.getByRole('button', { name: '2 In room' }).waitFor();

  // A reload is the same person: out of the room, and in the meeting once.
  await bo.reload();
  await expect.poll(peopleIn(chidi, 'breakout'), SOON).toEqual(['Chidi']);
  await expect.poll(peopleIn(ana, 'main'), SOON).toEqual(['Ana', 'Bo']);
  await ana.getByRole('button', { name: '1 In room' }).waitFor();

  // The new page knows nothing of the room; the moderator's kit asks Bo back into it.
  await see(bo, 'Join Room 1?');
  await press(bo, 'Join');
  await expect.poll(peopleIn(bo, 'breakout'), SOON).toEqual(['Bo', 'Chidi']);
  await ana.getByRole('button', { name: '2 In room' }).waitFor();

  // Bo returns by himself; Chidi is there when the rooms end, and is brought back.
  await press(bo, 'Return to main room');
  await bo.getByRole('region', { name: 'In the main room' }).waitFor();
  await expect.poll(peopleIn(ana, 'main'), SOON).toEqual(['Ana', 'Bo']);
  await press(ana, 'End rooms');
  await press(ana, 'Close now');
  await see(ana, 'Everyone is back');
  for (const page of [ana, bo, chidi])
    await expect.poll(peopleIn(page, 'main'), SOON).toEqual(['Ana', 'Bo', 'Chidi']);
});

test('a participant whose network is cut is out of the room for the others, and comes back with the network', async () => {
  const ana = await enter('Ana', 'moderator');
  const bo = await enter('Bo', 'participant');
  const chidi = await enter('Chidi', 'participant');
  await press(ana, 'Open 1 room');
  await press(bo, 'Join');
  await press(chidi, 'Join');
  await expect.poll(peopleIn(bo, 'breakout'), SOON).toEqual(['Bo', 'Chidi']);

  await press(chidi, 'Cut it until I reconnect');
  await see(chidi, 'Your network is cut.');
  await see(chidi, 'Your connection to Room 1 was lost.');
  await expect.poll(peopleIn(bo, 'breakout'), SOON).toEqual(['Bo']);

  const lobby = await open('?meeting=tested');
  await see(lobby, 'participant, network cut');

  await press(chidi, 'Reconnect my network');
  await chidi.getByText('Your network is cut.').waitFor({ state: 'detached' });
  await lobby.getByText('participant, network cut').waitFor({ state: 'detached' });
  await press(ana, 'End rooms');
  await press(ana, 'Close now');
  for (const page of [ana, bo, chidi])
    await expect.poll(peopleIn(page, 'main'), SOON).toEqual(['Ana', 'Bo', 'Chidi']);
});

test('a window that is closed is a person who has gone, and one that opens the same link is somebody new', async () => {
  const ana = await enter('Ana', 'moderator');
  const bo = await enter('Bo', 'participant');
  await expect.poll(peopleIn(ana, 'main'), SOON).toEqual(['Ana', 'Bo']);
  await bo.close();
  await expect.poll(peopleIn(ana, 'main'), SOON).toEqual(['Ana']);
  const again = await enter('Bo', 'participant');
  const twin = await enter('Bo', 'participant');
  await expect.poll(peopleIn(ana, 'main'), SOON).toEqual(['Ana', 'Bo', 'Bo']);
  await press(again, 'Leave');
  await see(again, 'You left the meeting');
  await expect.poll(peopleIn(twin, 'main'), SOON).toEqual(['Ana', 'Bo']);
  await press(again, 'Come back');
  await expect.poll(peopleIn(twin, 'main'), SOON).toEqual(['Ana', 'Bo', 'Bo']);
});

test('a moderator who loads the page anew is the moderator again, and the meeting did not end meanwhile', async () => {
  const ana = await enter('Ana', 'moderator');
  const bo = await enter('Bo', 'participant');
  await enter('Chidi', 'participant');
  await ana.getByRole('button', { name: 'Open 1 room' }).waitFor();
  await ana.reload();
  await ana.getByRole('button', { name: 'Open 1 room' }).waitFor();
  await expect.poll(peopleIn(bo, 'main'), SOON).toEqual(['Ana', 'Bo', 'Chidi']);
});

test('a crash of a window counts as a drop', async () => {
  const ana = await enter('Ana', 'moderator');
  const bo = await enter('Bo', 'participant');
  await expect.poll(peopleIn(ana, 'main'), SOON).toEqual(['Ana', 'Bo']);
  const crash = bo.waitForEvent('crash');
  // It never answers: the page dies of it.
  void bo.goto('chrome://crash').catch(() => undefined);
  await crash;
  await expect.poll(peopleIn(ana, 'main'), SOON).toEqual(['Ana']);
});

test('the lobby opens people in windows of their own, and shows who is there', async () => {
  const lobby = await open('?meeting=tested');
  await see(lobby, 'Nobody yet.');
  await lobby.getByLabel('Build of the EnableX SDK').selectOption('3.1.8');
  const [bo] = await Promise.all([
    windows.waitForEvent('page'),
    lobby.getByRole('link', { name: 'Open Bo, a participant' }).click(),
  ]);
  await see(bo, 'participant, build 3.1.8');
  await lobby.getByRole('listitem').filter({ hasText: 'Bo participant' }).waitFor();
  await see(lobby, 'This meeting runs on 3.1.8 already.');

  await lobby.getByLabel('Your name').fill('Zoë');
  await press(lobby, 'Enter in this window');
  await see(lobby, 'moderator, build 3.1.8');
  await expect.poll(peopleIn(bo, 'main'), SOON).toEqual(['Bo', 'Zoë']);

  const [chidi] = await Promise.all([
    windows.waitForEvent('page'),
    bo.getByRole('link', { name: 'Open Chidi, a participant' }).click(),
  ]);
  await expect.poll(peopleIn(chidi, 'main'), SOON).toEqual(['Bo', 'Chidi', 'Zoë']);
  await bo.getByText('Event log').click();
  await bo.getByRole('listitem').filter({ hasText: 'user-connected' }).filter({ hasText: 'Chidi' }).waitFor();
});

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

test.each([
  [1280, 'light'],
  [1280, 'dark'],
  [320, 'light'],
  [320, 'dark'],
] as const)(
  'the pages have no barriers that axe knows, and fit, %i px wide and %s',
  async (width, colorScheme) => {
    const pages = [
      await open('?meeting=tested'),
      await enter('Ana', 'moderator'),
      await enter('A-very-long-name-that-somebody-may-well-have', 'participant'),
    ];
    await press(pages[2] as Page, 'Cut my network for 10 s');
    for (const page of pages) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      for (const log of await page.getByText('Event log').all()) await log.click();
      await page.addScriptTag({ path: AXE });
      const violations = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as { readonly axe: typeof Axe };
        const found = await axe.run({ rules: { 'target-size': { enabled: true } } });
        return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
      });
      expect(violations).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  },
);
