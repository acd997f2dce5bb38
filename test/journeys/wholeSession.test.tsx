import { within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { BreakoutKit } from '../../src/components/kit/BreakoutKit.js';
import { PersonKit } from '../../src/components/kit/PersonKit.js';
import type { ProfileName } from '../../src/simulator.js';
import { roomsOf } from '../session/sound.js';
import { PROFILES } from '../session/meeting.js';
import type { Page } from './page.js';
import { stage, type Stage } from './stage.js';

/** Ana moderates twenty. Five of all have a page; the others have a kit without one. */
const WITH_PAGE = ['Ana', 'Bo', 'Cy', 'Di', 'Eli'];
const NAMES = WITH_PAGE.concat(
  ['Fay', 'Gus', 'Hal', 'Ida', 'Jon', 'Kim', 'Leo', 'Mia'],
  ['Ned', 'Ora', 'Pia', 'Quin', 'Rui', 'Sue', 'Tom', 'Uma'],
);
const WITHOUT_PAGE = NAMES.filter((name) => !WITH_PAGE.includes(name));
const MUTED = new Set(['Cy', 'Eli', 'Fay']);
const HELD_MUTED = new Set(['Di', 'Eli', 'Gus']);

const twenty = (profile: ProfileName) =>
  stage({
    profile,
    people: NAMES.map((name) => ({
      name,
      ...(name === 'Ana' ? { role: 'moderator' as const } : {}),
      muted: MUTED.has(name),
      hardMuted: HELD_MUTED.has(name),
    })),
    pages: WITH_PAGE,
    content: (name) => (name === 'Ana' ? <BreakoutKit /> : <PersonKit />),
  });

/** Sees a number on the ladder of the desk. */
const ladder = (page: Page, count: number, word: string) =>
  page.sees.findByRole('button', { name: `${String(count)} ${word}` });

/** Draws four rooms, however many the planner proposed. */
async function fourRooms(ana: Page) {
  await ana.sees.findByRole('spinbutton', { name: 'Number of rooms' });
  const now = () =>
    Number(ana.sees.getByRole('spinbutton', { name: 'Number of rooms' }).getAttribute('aria-valuenow'));
  const step = now() > 4 ? 'One room fewer' : 'One room more';
  for (let left = Math.abs(now() - 4); left > 0; left -= 1) await ana.press('button', step);
  await ana.sees.findByText('5 people each');
}

/** Who is still in a room, or has something of it left on the screen. */
const notBack = ({ meeting, page }: Stage): readonly string[] =>
  NAMES.filter((name) => {
    if (roomsOf(meeting, name).length > 0) return true;
    if (name === 'Ana' || !WITH_PAGE.includes(name)) return false;
    const { sees } = page(name);
    return sees.queryByRole('dialog') ?? sees.queryByRole('button', { name: 'Return to main room' });
  });

describe.each(PROFILES)('on build %s', (profile) => {
  test('twenty people are asked into four rooms, answer as they like, and are all back as they were', async () => {
    const set = await twenty(profile);
    const { page, pass, kit, mutes } = set;
    const [ana, bo, cy, di, eli] = WITH_PAGE.map(page) as [Page, Page, Page, Page, Page];
    const before = mutes();
    await fourRooms(ana);
    await ana.press('button', 'Open 4 rooms');
    expect(ana.presses()).toBeLessThanOrEqual(3);
    await pass(2000);
    await ladder(ana, 20, 'Invited');

    // Bo and Eli come, Cy says no, Di does not answer. Of the others Uma says no, and Tom does not answer.
    await bo.press('button', 'Join');
    await cy.press('button', 'Not now');
    await eli.press('button', 'Join');
    for (const name of WITHOUT_PAGE) {
      if (name === 'Uma') void kit(name).actions.declineInvite();
      else if (name !== 'Tom') void kit(name).actions.acceptInvite();
    }
    await pass(5000);
    await ladder(ana, 16, 'In room');
    await ladder(ana, 2, 'Declined');
    await ladder(ana, 2, 'Invited');
    expect(cy.sees.queryByRole('dialog')).toBeNull();
    await pass(60_000);
    await ladder(ana, 2, 'No answer');

    expect(bo.sees.getByRole('radio', { name: 'Paused' })).toBeChecked();
    await eli.press('radio', 'Muted');
    await pass(1000);
    expect(eli.sees.getByRole('radio', { name: 'Muted' })).toBeChecked();
    expect(eli.sees.getByRole('button', { name: 'Your mic is off' })).toHaveAttribute(
      'aria-pressed',
      'false',
    );
    expect(bo.sees.getByRole('button', { name: 'Your mic is here' })).toHaveAttribute('aria-pressed', 'true');

    await bo.press('button', 'Return to main room');
    await pass(3000);
    await ladder(ana, 15, 'In room');
    expect(mutes()['Bo']).toEqual(before['Bo']);
    expect(mutes()['Eli']).not.toEqual(before['Eli']);

    const pressed = ana.presses();
    await ana.press('button', 'End rooms');
    expect(ana.presses() - pressed).toBe(1);
    await pass(1000);
    await ana.sees.findByText('0:29');
    // The guide's service has no word for it: whoever reads only that is called back when the time is over.
    const banner = within(eli.sees.getByRole('region'));
    if (profile !== 'guide') await banner.findByText(/^Rooms close in 0:(?:29|30)$/u);
    await pass(35_000);
    await ana.sees.findByText('Everyone is back');
    // An invitation nobody answered ends with the rooms, where there is anybody to tell it.
    if (profile === 'guide') await di.press('button', 'Not now');
    await pass(1000);
    expect(notBack(set)).toEqual([]);
    expect(mutes()).toEqual(before);
  });
});

test('twenty people are moved at once, each after a notice, and are all back as they were', async () => {
  const set = await twenty('2.3.24');
  const { page, pass, mutes } = set;
  const [ana, bo, cy, di] = WITH_PAGE.map(page) as [Page, Page, Page, Page];
  const before = mutes();
  await fourRooms(ana);
  await ana.press('radio', 'Move at once');
  await ana.press('button', 'Open 4 rooms');
  await pass(2000);
  await bo.press('button', 'Go now');
  await cy.press('button', 'Wait 20 s more before moving');
  await pass(2000);
  await ladder(ana, 1, 'In room');
  await di.sees.findByRole('dialog', { name: /^Moving you to/u });
  await pass(18_000);
  await ladder(ana, 19, 'In room');
  await pass(20_000);
  await ladder(ana, 20, 'In room');
  await ana.press('button', 'End rooms');
  await pass(1000);
  await ana.press('button', 'Keep rooms open');
  await pass(40_000);
  await ladder(ana, 20, 'In room');
  await ana.press('button', 'End rooms');
  await pass(36_000);
  await ana.sees.findByText('Everyone is back');
  expect(notBack(set)).toEqual([]);
  expect(mutes()).toEqual(before);
});

test('twenty people are moved by the service itself, and are all back as they were', async () => {
  // Without messages between kits there is no notice: this is force_join as the service has it.
  const set = await twenty('guide');
  const { page, pass, mutes } = set;
  const [ana, bo] = WITH_PAGE.map(page) as [Page, Page];
  const before = mutes();
  await fourRooms(ana);
  await ana.press('radio', 'Move at once');
  await ana.press('button', 'Open 4 rooms');
  await pass(10_000);
  await ladder(ana, 20, 'In room');
  expect(bo.words()).toContain('Ana moved you here');
  await bo.press('button', 'Return to main room');
  await pass(5000);
  await ladder(ana, 19, 'In room');
  await ana.press('button', 'End rooms');
  await pass(36_000);
  await ana.sees.findByText('Everyone is back');
  expect(notBack(set)).toEqual([]);
  expect(mutes()).toEqual(before);
});
