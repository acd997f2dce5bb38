import { describe, expect, test } from 'vitest';
import { BreakoutKit } from '../../src/components/kit/BreakoutKit.js';
import type { Fault } from '../../src/simulator.js';
import { roomsOf } from '../session/sound.js';
import { stage, type StageOptions } from './stage.js';

/** Ana moderates Bo and Cy; all have a page. */
async function three(options: Partial<StageOptions> = {}) {
  const set = await stage({
    people: [{ name: 'Ana', role: 'moderator' }, { name: 'Bo' }, { name: 'Cy' }],
    pages: ['Ana', 'Bo', 'Cy'],
    content: () => <BreakoutKit />,
    ...options,
  });
  const pages = ['Ana', 'Bo', 'Cy'].map(set.page) as [
    ReturnType<typeof set.page>,
    ReturnType<typeof set.page>,
    ReturnType<typeof set.page>,
  ];
  await pages[0].sees.findByRole('button', { name: 'Open 1 room' });
  return { ...set, ana: pages[0], bo: pages[1], cy: pages[2] };
}

const EMPTY_EVENTS = [
  'user-joined-breakout-room',
  'user-disconnected-breakout-room',
  'breakout-room-destroyed',
  'active-talkers-updated',
  'user-audio-muted',
  'user-audio-unmuted',
];
const HARMLESS: readonly (readonly [string, Fault | readonly Fault[]])[] = [
  ['answers every call twice', { kind: 'twice', ms: 40 }],
  ['answers every call twice at once', { kind: 'twice' }],
  ['answers before the call returns', { kind: 'sync' }],
  ['answers long after its events', { kind: 'late', ms: 900 }],
  ['says everything twice', { kind: 'event-twice' }],
  ['says everything late', { kind: 'event-late', ms: 300 }],
  ['says things in another order', { kind: 'event-reordered', chance: 0.5 }],
  ['says much without saying what', { kind: 'event-malformed', event: EMPTY_EVENTS, payload: undefined }],
  [
    'says much in other words',
    { kind: 'event-malformed', event: EMPTY_EVENTS, payload: [{ room: 7 }, 'x', null] },
  ],
];

describe.each(['guide', '2.3.24'] as const)('on build %s', (profile) => {
  test.each(HARMLESS)('people get into their room and back when the service %s', async (_, faults) => {
    const { ana, bo, cy, pass, meeting, state, mutes } = await three({ profile });
    const before = mutes();
    meeting.faults.set(faults);
    await ana.press('button', 'Open 1 room');
    await pass(4000);
    await bo.press('button', 'Join');
    await cy.press('button', 'Join');
    await pass(8000);
    for (const page of [bo, cy])
      expect(page.sees.getByRole('button', { name: 'Return to main room' })).toBeVisible();
    await ana.press('button', 'End rooms');
    await pass(40_000);
    expect(mutes()).toEqual(before);
    for (const name of ['Bo', 'Cy']) {
      expect(roomsOf(meeting, name)).toEqual([]);
      expect(state(name).self.at).toBe('main');
    }
    for (const page of [ana, bo, cy]) expect(page.body.querySelector('.brk-spinner')).toBeNull();
  });
});

test.each<[string, Fault, string]>([
  ['has no way to make rooms', { kind: 'missing', call: 'create' }, 'This meeting service cannot do this.'],
  [
    'breaks over making rooms',
    { kind: 'throws', call: 'create' },
    'Something unexpected went wrong. Try again.',
  ],
  [
    'makes no rooms and says it did',
    { kind: 'odd-create', rooms: 'none', call: 'create' },
    'The service could not make the rooms. Try again.',
  ],
  [
    'refuses for a reason nobody knows',
    { kind: 'refused', code: 99999, call: 'create' },
    'The service refused, and did not say why. Try again.',
  ],
  [
    'refuses with no reason at all',
    { kind: 'refused', code: undefined, call: 'create' },
    'The service refused, and did not say why. Try again.',
  ],
])('a moderator whose service %s reads a plain sentence and keeps the plan', async (_, fault, sentence) => {
  const { ana, pass, meeting, state } = await three();
  const { plan } = state('Ana');
  meeting.faults.set(fault);
  await ana.press('button', 'Open 1 room');
  await pass(20_000);
  expect(ana.words()).toContain(sentence);
  expect(state('Ana').plan).toBe(plan);
  expect(ana.sees.getByRole('button', { name: 'Open 1 room' })).toHaveAttribute('aria-busy', 'false');
  expect(ana.body.querySelector('.brk-spinner')).toBeNull();
});

test.each<[string, Fault, string]>([
  ['has no way to join', { kind: 'missing', call: 'join' }, 'This meeting service cannot do this.'],
  ['breaks over the join', { kind: 'throws', call: 'join' }, 'Something unexpected went wrong. Try again.'],
  ['refuses the join', { kind: 'refused', code: 1729, call: 'join' }, 'The room may be full or closed.'],
  ['does not get the microphone', { kind: 'media-denied' }, 'Your microphone could not be used.'],
])('a person whose service %s reads a plain sentence and hears main again', async (_, fault, sentence) => {
  const { ana, bo, pass, meeting, mutes } = await three();
  const before = mutes();
  await ana.press('button', 'Open 1 room');
  await pass(1000);
  meeting.faults.set(fault);
  await bo.press('button', 'Join');
  await pass(5000);
  expect(bo.sees.getByRole('dialog', { name: 'Could not join Room 1' })).toBeVisible();
  expect(bo.words()).toContain(sentence);
  expect(mutes()).toEqual(before);
  expect(bo.body.querySelector('.brk-spinner')).toBeNull();
  meeting.faults.clear();
  await bo.press('button', 'Try again');
  await pass(3000);
  expect(bo.sees.getByRole('button', { name: 'Return to main room' })).toBeVisible();
});

test('news of strangers and of rooms nobody knows changes nothing on anybody’s screen', async () => {
  const { ana, bo, pass, meeting } = await three();
  await ana.press('button', 'Open 1 room');
  await pass(1000);
  await bo.press('button', 'Join');
  await pass(3000);
  const screens = () => [ana, bo].map((page) => page.words().replaceAll(/\d:\d\d/gu, 'a while'));
  const before = screens();
  for (const payload of [undefined, null, 7, 'room', {}, { clientId: 'nobody', room: 'nowhere' }, [[]]]) {
    for (const wire of ['user-joined-breakout-room', 'breakout-user-disconnected', 'breakout-room-destroyed'])
      meeting.send(wire, payload ?? {});
    for (const id of ['breakout-room-created', 'breakout-room-invited'])
      meeting.send('roomManagementEvents', { id, msg: payload });
  }
  // Who declined is not always said; whoever is named has to be somebody.
  meeting.send('roomManagementEvents', {
    id: 'breakout-invite-rejected',
    msg: { clientId: 'nobody', room_id: 'nowhere' },
  });
  await pass(500);
  expect(screens()).toEqual(before);
});

test('names are text, whatever is in them, and none can turn the line around it', async () => {
  const html = '<img src=x onerror="document.title=1">Bo';
  const turned = '\u202Eyc\u202C Cy\u2066';
  const { ana, pass, meeting, state } = await stage({
    people: [
      { name: 'Ana', role: 'moderator' },
      { name: html, userRef: 'bo' },
      { name: turned, userRef: 'cy' },
    ],
    pages: ['Ana'],
    content: () => <BreakoutKit />,
  }).then((set) => ({ ...set, ana: set.page('Ana') }));
  await ana.sees.findByRole('button', { name: 'Open 1 room' });
  const isolated = (page: typeof ana) => {
    expect(page.body.querySelector('img')).toBeNull();
    expect(page.words()).toContain(html);
    expect(page.words()).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/u);
  };
  isolated(ana);
  await ana.press('button', 'Open 1 room');
  await pass(1000);
  isolated(ana);
  meeting.person('bo').dropOff();
  await pass(1000);
  isolated(ana);
  expect(state('Ana').people.size).toBe(3);
});
