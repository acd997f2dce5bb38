import { act, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { PersonKit } from '../../../src/components/kit/PersonKit.js';
import type { KitSlots } from '../../../src/index.js';
import { aboutToMove, inRoom, invited, type Moment, wasMoved } from '../../../stories/scenes/person.js';
import { show } from '../person/show.js';

const toast = () => document.querySelector('.brk-toast-text')?.textContent;
const roomsOf = ({ scene }: Moment) => scene.session('ana').store.getState().plan.rooms;

describe('an invitation that nobody can follow any more goes away, and the reason stands there in words', () => {
  test('when a moderator takes the person out of that room', async () => {
    const moment = await show(invited, <PersonKit />);
    const { actions } = moment.scene.session('ana');
    act(() => void actions.movePeople({ people: ['chidi'], to: 'main' }));
    await moment.pass(1000);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(toast()).toBe('The invitation to Onboarding ended.');
    expect(moment.heard()).toBe('The invitation to Onboarding ended.');
  });

  test('when the room ends', async () => {
    const moment = await show(invited, <PersonKit />);
    act(() => void moment.scene.session('ana').actions.closeRoom({ roomKey: roomsOf(moment)[1]?.key ?? '' }));
    await moment.pass(1000);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(toast()).toMatch(/Onboarding (?:ended|has ended)/u);
  });

  test('when the rooms end', async () => {
    const moment = await show(invited, <PersonKit />);
    act(() => void moment.scene.session('ana').actions.closeNow());
    await moment.pass(1000);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(toast()).toBe('The moderator ended the rooms. You are in the main room.');
  });

  test('when the room turns out to be full, or gone, on the way in', async () => {
    const moment = await show(invited, <PersonKit />, {
      faults: { kind: 'refused', call: 'join', person: 'chidi', code: 1155 },
    });
    await moment.press('Join');
    await moment.pass(2000);
    expect(screen.getByRole('dialog', { name: 'Could not join Onboarding' })).toHaveTextContent(
      'The service refused. The room may be full or closed. Main room sound is back on.',
    );
    await moment.press('Stay in main room');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  test('when it was to another room, without saying that one is back in the main room', async () => {
    const moment = await show(inRoom, <PersonKit />);
    const { actions } = moment.scene.session('ana');
    const third = roomsOf(moment)[2]?.key ?? '';
    act(() => void actions.movePeople({ people: ['chidi'], to: third }));
    await moment.pass(100);
    expect(screen.getByRole('dialog')).toHaveTextContent('Design critique');
    act(() => void actions.movePeople({ people: ['chidi'], to: roomsOf(moment)[1]?.key ?? '' }));
    await moment.pass(2000);
    expect(toast() ?? '').not.toMatch(/You are in the main room/u);
    expect(moment.me.store.getState().self.at).toBe('in-room');
  });
});

test('a move can be waited with, and made at once, from its chip too', async () => {
  const { key, press, pass, me } = await show(aboutToMove, <PersonKit />);
  await key('Escape');
  await press(/^Moving you to Design critique in/u);
  expect(screen.getByRole('dialog', { name: 'Moving you to Design critique' })).toBeInTheDocument();
  await press('Go now');
  await pass(1000);
  expect(me.store.getState().self.at).toBe('in-room');
});

test('whoever the service has moved already reads who did, and returns at once', async () => {
  const { press, pass, me } = await show(wasMoved, <PersonKit />);
  expect(screen.getByRole('region')).toHaveTextContent('Tom Becker moved you here');
  await press('Return to main room');
  await pass(4000);
  expect(me.store.getState().self).toMatchObject({ at: 'main', sound: { main: 'live' } });
});

describe('an application’s own content about a room', () => {
  const slots: KitSlots = { room: ({ roomKey }) => <em>topic of {roomKey}</em> };

  test('stands in the invitation and in the banner', async () => {
    const { press, pass } = await show(invited, <PersonKit slots={slots} />);
    expect(screen.getByRole('dialog')).toHaveTextContent('topic of room-2');
    await press('Join');
    await pass(2000);
    expect(screen.getByRole('region')).toHaveTextContent('topic of room-2');
  });

  test('leaves nothing behind where there is none', async () => {
    await show(invited, <PersonKit slots={{ room: () => null }} />);
    expect(document.querySelector('.brk-slot')).toBeNull();
  });
});
