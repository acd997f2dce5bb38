/** The pains that are about what is seen and heard, on people's own screens. */
import { waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { BreakoutKit } from '../../../src/components/kit/BreakoutKit.js';
import { middleOf, onPage, reach, takeFingers, takeMouse, touchScreen } from '../../input/hands.js';
import { roomsOf } from '../../session/sound.js';
import { byKeys, hears, live, reads } from '../live/given.js';
import { look } from '../planning/seen.js';
import { stage } from '../stage.js';

const GUESTS = ['Priya', 'Omar', 'Grace', 'Lucas', 'Jonas', 'Maria'];

/** Ana plans two rooms for six people who have no page. */
async function planning(more: Partial<Parameters<typeof stage>[0]> = {}) {
  const set = await stage({
    people: [{ name: 'Ana', role: 'moderator' }, ...GUESTS.map((name) => ({ name, id: name }))],
    withoutKit: GUESTS,
    pages: ['Ana'],
    content: () => <BreakoutKit />,
    ...more,
  });
  const page = set.page('Ana');
  await page.sees.findByRole('spinbutton', { name: 'Number of rooms' });
  set.kit('Ana').actions.setRoomCount(2);
  return { ...set, page, seen: look(page) };
}

test('pain 1: who saw no dialog stands on the desk by name, and "Invite again" opens it for them', async () => {
  const { ana, bo, cy, meeting, pass, kit } = await live({
    faults: { kind: 'event-dropped', event: 'join-breakout-room', person: 'Bo', times: 1 },
  });
  await cy.press('button', 'Join');
  for (const name of ['Di', 'Eli']) void kit(name).actions.acceptInvite();
  expect(bo.sees.queryByRole('dialog')).toBeNull();
  await pass(62_000);
  await ana.press('button', '1 No answer');
  const room = within(ana.sees.getByRole('region', { name: /^Room 1/u }));
  await waitFor(() => expect(room.getByRole('row', { name: /Bo/u })).toBeVisible());
  await ana.press('button', 'Invite again (1) to Room 1');
  await pass(1000);
  await bo.press('button', 'Join');
  await pass(3000);
  await ana.sees.findByRole('button', { name: '4 In room' });
  expect(roomsOf(meeting, 'Bo')).toHaveLength(1);
});

test('pain 2: nobody looks at a spinner without an end: the same dialog leads in when the service wakes up', async () => {
  const { bo, meeting, pass } = await live();
  meeting.faults.set({ kind: 'silent', call: 'join', effect: false, person: 'Bo' });
  await bo.press('button', 'Join');
  await pass(31_000);
  const dialog = await bo.sees.findByRole('dialog', { name: 'No answer from Room 1 yet' });
  expect(dialog.querySelector('.brk-spinner')).toBeNull();
  meeting.faults.clear();
  await bo.press('button', 'Try again');
  await pass(3000);
  expect(await bo.sees.findByRole('button', { name: 'Return to main room' })).toBeVisible();
});

test('pain 7: the desk stands while somebody is taken out who talks, and the words say where they go', async () => {
  const { ana, bo, kit, key, pass } = await live({ inside: ['Bo', 'Cy', 'Di', 'Eli'] });
  const said = ana.spokenAnywhere();
  kit('Ana').actions.movePeople({ people: [key('Bo')], to: 'main' });
  await pass(1000);
  await reads(bo, /Back to the main room in 0:(?:1\d|20)/u);
  await pass(25_000);
  await ana.sees.findByRole('button', { name: '3 In room' });
  expect(ana.sees.getByRole('region', { name: /^Room 1/u })).toBeVisible();
  await hears(said, /returned to the main room/u);
  expect(bo.sees.queryByRole('button', { name: 'Return to main room' })).toBeNull();
});

test('pain 8: ears hear one voice in one room: nothing of the room in main, and nothing of main in the room', async () => {
  const { bo, cy, listen, pass } = await live();
  const ears = listen();
  await bo.press('button', 'Join');
  await cy.press('button', 'Join');
  await pass(3000);
  expect(bo.sees.getByRole('button', { name: 'Your mic is here' })).toBeVisible();
  await ears.expect({ Ana: ['Di', 'Eli'], Bo: ['Cy'], Cy: ['Bo'], Di: ['Ana', 'Eli'] });
});

test('pain 18: keys alone pick somebody up, put them into a room, and hear what they did', async () => {
  const { page, seen, kit, state } = await planning();
  kit('Ana').actions.setSplit('hand');
  kit('Ana').actions.movePeople({ people: [...state('Ana').plan.seats.keys()], to: 'none' });
  await waitFor(() => expect(seen.peopleIn('Not assigned')).toHaveLength(6));
  const said = page.spoken();
  await byKeys(page, () => seen.name('Priya'));
  await hears(said, 'Priya picked up. 2 rooms. Press 1 to 2, or arrow keys and Enter.');
  await page.key('2');
  await hears(said, /^Priya moved from Not assigned to Room 2/u);
  expect(seen.peopleIn('Room 2')).toEqual(['Priya']);
});

test('pain 19: a finger carries people as a mouse does, targets are large enough, and a name is not dragged as text', async () => {
  const { page, seen } = await planning();
  const name = seen.name('Priya');
  const from = seen.peopleIn('Room 1').includes('Priya') ? 'Room 1' : 'Room 2';
  const to = from === 'Room 1' ? 'Room 2' : 'Room 1';
  const { width, height } = name.getBoundingClientRect();
  expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  let textDrags = 0;
  page.body.addEventListener('dragstart', () => (textDrags += 1));
  page.at('button', /^Open/u);
  const done = await touchScreen();
  const fingers = takeFingers();
  await fingers.down(await reach(name));
  await waitFor(() => seen.inTheAir());
  await waitFor(async () => {
    await fingers.moveTo(pointIn(seen.place(to)));
    expect(seen.place(to)).toHaveAttribute('data-drop', 'current');
  });
  await fingers.up();
  await done();
  await waitFor(() => expect(seen.peopleIn(to)).toContain('Priya'));
  const mouse = takeMouse();
  await mouse.down(await reach(seen.name('Priya')));
  await waitFor(async () => {
    await mouse.moveTo(pointIn(seen.place(from)));
    expect(seen.place(from)).toHaveAttribute('data-drop', 'current');
  });
  await mouse.up();
  await waitFor(() => expect(seen.peopleIn(from)).toContain('Priya'));
  expect(textDrags).toBe(0);
});

const pointIn = (place: HTMLElement) => onPage(place.ownerDocument.defaultView as Window, middleOf(place));

test('pain 21: while a moderator plans, the meeting beside the planner is seen and can be used', async () => {
  let presses = 0;
  const { page } = await planning({
    content: () => (
      <>
        <button type="button" onClick={() => (presses += 1)}>
          Mute
        </button>
        <BreakoutKit />
      </>
    ),
  });
  await page.press('button', 'Mute');
  expect(presses).toBe(1);
  expect(page.sees.queryByRole('dialog')).toBeNull();
  expect(page.body.querySelector('[inert]')).toBeNull();
});
