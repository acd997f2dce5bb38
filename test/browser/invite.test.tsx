import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { PersonKit } from '../../src/components/kit/PersonKit.js';
import { BreakoutProvider } from '../../src/hooks/BreakoutProvider.js';
import {
  endMoment,
  invitedByStranger,
  invited,
  moderatorInvited,
  openRooms,
  type Moment,
} from '../../stories/scenes/person.js';

let moment: Moment;

/** A meeting application with a chat, in which somebody is typing when the invitation comes. */
async function whileTyping(make: () => Promise<Moment>): Promise<void> {
  moment = await make();
  const { invite } = moment.me.store.getState().self;
  expect(invite).not.toBeNull();
  render(
    <main>
      <label>
        Chat <input />
      </label>
      <div id="kit" />
    </main>,
  );
  screen.getByLabelText('Chat').focus();
  const place = document.getElementById('kit');
  render(
    <BreakoutProvider session={moment.me}>
      <PersonKit />
    </BreakoutProvider>,
    place ? { container: place } : {},
  );
  const dialog = await screen.findByRole('dialog');
  await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
}

const pass = (ms: number) => moment.scene.pass(ms);
const chat = () => screen.getByLabelText('Chat', { exact: false });

afterEach(async () => {
  await endMoment(moment);
  cleanup();
});

describe('an invitation that comes while somebody types', () => {
  test('takes the focus to the question, so that a space meant for the chat answers nothing', async () => {
    await whileTyping(moderatorInvited);
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Join Onboarding?' })).toHaveFocus());
    await userEvent.keyboard(' {Enter}');
    await pass(500);
    expect(moment.me.store.getState().self.at).toBe('main');
    expect(screen.getByRole('dialog')).toBeVisible();
  });

  test('keeps Tab inside, safe choice first, and the page around cannot be reached', async () => {
    await whileTyping(moderatorInvited);
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'Not now' })).toHaveFocus();
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'Join' })).toHaveFocus();
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'Not now' })).toHaveFocus();
    await userEvent.tab({ shift: true });
    expect(screen.getByRole('button', { name: 'Join' })).toHaveFocus();
    chat().focus();
    expect(chat()).not.toHaveFocus();
  });

  test('put aside with Escape gives the focus back to the chat', async () => {
    await whileTyping(moderatorInvited);
    await userEvent.keyboard('{Escape}');
    await pass(100);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(chat()).toHaveFocus());
    expect(moment.me.store.getState().self.invite).toMatchObject({ aside: true });
  });

  test('put aside by a press outside declines nothing', async () => {
    await whileTyping(moderatorInvited);
    const backdrop = document.querySelector<HTMLElement>('.brk-backdrop');
    expect(backdrop).not.toBeNull();
    if (backdrop) await userEvent.click(backdrop, { position: { x: 5, y: 5 } });
    await pass(500);
    expect(moment.me.store.getState().self.invite).toMatchObject({ aside: true });
  });

  test('accepted gives the focus back to the chat, and the way back is in the page', async () => {
    await whileTyping(invited);
    await userEvent.click(screen.getByRole('button', { name: 'Join' }));
    await pass(3000);
    expect(await screen.findByRole('button', { name: 'Return to main room' })).toBeVisible();
    await waitFor(() => expect(chat()).toHaveFocus());
  });

  test('clicked twice quickly joins once', async () => {
    await whileTyping(invited);
    await userEvent.dblClick(screen.getByRole('button', { name: 'Join' }));
    await pass(3000);
    const inside = moment.scene.meeting.rooms().filter(({ members }) => members.includes('chidi'));
    expect(inside).toHaveLength(1);
    expect(moment.me.store.getState().self.at).toBe('in-room');
  });

  test('replaced by another keeps dialog and focus', async () => {
    await whileTyping(() => invitedByStranger({ who: 'tom', asked: 2 }));
    const dialog = screen.getByRole('dialog');
    await userEvent.tab();
    await openRooms(moment, { who: 'tom', asked: 2 });
    await pass(100);
    expect(await screen.findByRole('dialog', { name: 'Join Onboarding?' })).toBe(dialog);
    expect(dialog.contains(document.activeElement)).toBe(true);
  });

  test('ended by the moderator gives the focus back to the chat', async () => {
    await whileTyping(invited);
    void moment.scene.session('ana').actions.endRooms();
    await pass(40_000);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(chat()).toHaveFocus());
  });
});

test('at 320 px everything fits, with targets of at least 24 px', async () => {
  moment = await moderatorInvited();
  const page = document.createElement('div');
  page.style.cssText = 'inline-size:320px;block-size:500px;position:relative;contain:layout';
  document.body.append(page);
  render(
    <BreakoutProvider session={moment.me} container={page}>
      <PersonKit />
    </BreakoutProvider>,
  );
  const dialog = await screen.findByRole('dialog');
  expect(dialog.getBoundingClientRect().width).toBe(320);
  expect(dialog.getBoundingClientRect().bottom).toBe(page.getBoundingClientRect().bottom);
  expect(page.scrollWidth).toBeLessThanOrEqual(page.clientWidth);
  for (const button of dialog.querySelectorAll('button')) {
    const { width, height } = button.getBoundingClientRect();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
  }
  expect(screen.getByText('3 people are there')).toBeVisible();
  expect(screen.getByText('Jonas, Maria and Elif are there')).not.toBeVisible();
  page.remove();
});
