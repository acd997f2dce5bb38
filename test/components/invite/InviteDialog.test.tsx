import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { InviteChip } from '../../../src/components/invite/InviteChip.js';
import { InviteDialog } from '../../../src/components/invite/InviteDialog.js';
import {
  aboutToMove,
  inRoom,
  invited,
  invitedByStranger,
  moderatorInvited,
  openRooms,
} from '../../../stories/scenes/person.js';
import { show } from '../person/show.js';

const both = (
  <>
    <InviteChip />
    <InviteDialog className="mine" />
  </>
);

describe('an invitation', () => {
  test('asks by the name of the room, and says who sent it, who is there and what happens to sound', async () => {
    await show(moderatorInvited, both);
    const dialog = screen.getByRole('dialog', { name: 'Join Onboarding?' });
    expect(dialog).toHaveAccessibleDescription('Ana Ruiz invites you to Room 2.');
    expect(dialog).toHaveTextContent('Jonas, Maria and Elif are there');
    expect(dialog).toHaveTextContent(
      'Main room sound pauses while you are there. Your microphone stays off.',
    );
    expect(within(dialog).getByRole('img', { name: '3 of 6 seats taken' })).toBeInTheDocument();
    expect(dialog).toHaveClass('brk-dialog', 'mine');
  });

  test('says what happens to sound as it will: muted, or still heard, and with the microphone on', async () => {
    const { unmount } = await show(invited, both, { mic: true, session: { mainSound: 'muted' } });
    expect(screen.getByRole('dialog')).toHaveTextContent(
      'Main room sound is muted while you are there. Your microphone stays on.',
    );
    unmount();
    await show(invited, both, { session: { mainSound: 'listening' } });
    expect(screen.getByRole('dialog')).toHaveTextContent('You still hear the main room there.');
  });

  test('does not pretend to know who is there when nobody told', async () => {
    await show(invited, both);
    expect(screen.queryByText(/(is|are) there$/)).not.toBeInTheDocument();
    expect(screen.getByRole('img', { name: '0 of 6 seats taken' })).toBeInTheDocument();
  });

  test('begins with the focus on the question, so that a key meant for something else answers nothing', async () => {
    await show(moderatorInvited, both);
    expect(screen.getByRole('heading', { name: 'Join Onboarding?' })).toHaveFocus();
  });

  test('pressed twice is accepted once, and Not now is not heard any more', async () => {
    const { me, pass, happened } = await show(moderatorInvited, both);
    const join = screen.getByRole('button', { name: 'Join' });
    const notNow = screen.getByRole('button', { name: 'Not now' });
    act(() => {
      fireEvent.click(join);
      fireEvent.click(join);
      fireEvent.click(notNow);
    });
    await pass(2000);
    expect(happened('attempt.started')).toBe(1);
    expect(happened('invite.declined')).toBe(0);
    expect(me.store.getState().self.at).toBe('in-room');
  });

  test('declined with Not now goes away, and the moderator sees it', async () => {
    const { scene, me, press, pass } = await show(moderatorInvited, both);
    await press('Not now');
    await pass(500);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(me.store.getState().self.invite).toBeNull();
    expect(scene.session('ana').store.getState().people.get('tom')?.place.at).toBe('declined');
  });

  test('put aside with Escape declines nothing: a chip keeps it, and takes it up again', async () => {
    const { scene, key, press, pass } = await show(moderatorInvited, both);
    await key('Escape');
    await pass(500);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(scene.session('ana').store.getState().people.get('tom')?.place.at).toBe('invited');
    await press('Invitation to Onboarding');
    expect(screen.getByRole('dialog', { name: 'Join Onboarding?' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Invitation to Onboarding' })).not.toBeInTheDocument();
  });

  test('that is put aside is said once', async () => {
    const { key, heard } = await show(moderatorInvited, both);
    await key('Escape');
    expect(heard()).toBe('Invitation to Onboarding');
  });

  test('to another room, for somebody in a room, says that they leave this one', async () => {
    const { scene, me, pass } = await show(inRoom, both);
    const { actions, store } = scene.session('ana');
    const third = store.getState().plan.rooms[2]?.key ?? '';
    act(() => void actions.movePeople({ people: ['chidi'], to: third }));
    await pass(100);
    expect(me.store.getState().self.at).toBe('in-room');
    expect(screen.getByRole('dialog')).toHaveTextContent('Design critique');
    expect(screen.getByRole('dialog')).toHaveTextContent('You leave Onboarding.');
  });
});

describe('an invitation from somebody who is no moderator', () => {
  test('says so, does not give the sender’s name as a reason, and leads with Not now', async () => {
    await show(invitedByStranger, both);
    const dialog = screen.getByRole('dialog', { name: 'Join a breakout room?' });
    expect(dialog).toHaveAccessibleDescription('We could not confirm who sent this invitation.');
    expect(dialog).not.toHaveTextContent('Grace');
    const [first, second] = within(dialog).getAllByRole('button');
    expect(first).toHaveTextContent('Join anyway');
    expect(second).toHaveTextContent('Not now');
    expect(second).toHaveAttribute('data-kind', 'primary');
  });

  test('is replaced in place by a moderator’s, in the same dialog, which says it', async () => {
    const { scene, me, pass } = await show(invitedByStranger, both, { who: 'tom', asked: 2 });
    const dialog = screen.getByRole('dialog', { name: 'Join a breakout room?' });
    await act(() => openRooms({ scene, me }, { who: 'tom', asked: 2 }));
    await pass(100);
    expect(screen.getByRole('dialog', { name: 'Join Onboarding?' })).toBe(dialog);
    expect(within(dialog).getByRole('status')).toHaveTextContent('Join Onboarding?');
    expect(dialog).toContainElement(document.activeElement as HTMLElement);
  });
});

describe('a move', () => {
  test('is announced with its time, and goes by itself when the time is over', async () => {
    const { me, pass } = await show(aboutToMove, both);
    const dialog = screen.getByRole('dialog', { name: 'Moving you to Design critique' });
    expect(within(dialog).getByRole('timer', { name: '5 seconds' })).toBeInTheDocument();
    expect(dialog).toHaveTextContent('You arrive muted, as you are now.');
    await pass(1000);
    expect(within(dialog).getByRole('timer', { name: '4 seconds' })).toBeInTheDocument();
    await pass(6000);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(me.store.getState().self.at).toBe('in-room');
  });

  test('waits twenty seconds more when asked, and again', async () => {
    const { me, press, pass } = await show(aboutToMove, both);
    await press(/^Wait 20 s/);
    await press(/^Wait 20 s/);
    expect(screen.getByRole('timer', { name: '45 seconds' })).toBeInTheDocument();
    await pass(40_000);
    expect(me.store.getState().self.at).toBe('main');
    await pass(6000);
    expect(me.store.getState().self.at).toBe('in-room');
  });

  test('happens at once with Go now', async () => {
    const { me, press, pass } = await show(aboutToMove, both);
    await press('Go now');
    await pass(1000);
    expect(me.store.getState().self).toMatchObject({ at: 'in-room', forced: false });
  });

  test('that was put aside shows when it happens, and happens', async () => {
    const { me, key, pass } = await show(aboutToMove, both);
    await key('Escape');
    expect(screen.getByRole('button', { name: 'Moving you to Design critique in 0:05' })).toBeInTheDocument();
    await pass(6000);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    expect(me.store.getState().self.at).toBe('in-room');
  });
});

test('a sender whose name turns text around or holds markup is shown as plain, isolated text', async () => {
  const hostile = '\u202E<b>Ana</b>\u2066';
  await show(moderatorInvited, both, {
    people: [
      { id: 'ana', name: hostile, role: 'moderator' },
      { id: 'tom', name: 'Tom Becker', role: 'moderator' },
      ...['jonas', 'maria-1', 'elif', 'mei', 'maria-2', 'lena'].map((id) => ({
        id,
        name: id,
        role: 'participant' as const,
      })),
    ],
  });
  const dialog = screen.getByRole('dialog');
  expect(dialog.querySelector('b')).toBeNull();
  expect(dialog).toHaveAccessibleDescription('\u2068<b>Ana</b>\u2069 invites you to Room 2.');
});
