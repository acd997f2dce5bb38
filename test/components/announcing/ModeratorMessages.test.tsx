import { act, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { ModeratorMessages } from '../../../src/components/announcing/ModeratorMessages.js';
import { PersonKit } from '../../../src/components/kit/PersonKit.js';
import { inRoom, messaged, type Moment, type MomentOptions } from '../../../stories/scenes/person.js';
import { turn } from '../attention/looking.js';
import { show } from '../person/show.js';

const texts = ['One', 'Two', 'Three', 'Four', 'Five'];
const five = (options: MomentOptions) => messaged({ texts, ...options });
const shown = () => [...document.querySelectorAll('.brk-toast-said')].map((said) => said.textContent);

describe('a moderator’s message', () => {
  test('says who wrote to whom and when, and stays until it is put away', async () => {
    const { me, pass, press, heard } = await show(messaged, <ModeratorMessages />);
    const card = screen.getByRole('group', { name: 'Ana Ruiz to all rooms, just now' });
    expect(card).toHaveTextContent('Five minutes left. Pick one person to report back.');
    expect(heard()).toMatch(
      /^Message from Ana Ruiz: .*Five minutes left\. Pick one person to report back\./u,
    );
    await pass(600_000);
    expect(card).toHaveAccessibleName('Ana Ruiz to all rooms, 10 min ago');
    await press('Dismiss');
    expect(card).not.toBeInTheDocument();
    expect(me.store.getState().announcements).toMatchObject([{ dismissed: true }]);
  });

  test('to one room names that room, and reaches nobody else', async () => {
    const { scene, pass } = await show(inRoom, <ModeratorMessages />);
    const { actions, store } = scene.session('ana');
    const [first, second] = store.getState().plan.rooms;
    act(() => void actions.announce({ text: 'Not for you', roomKey: first?.key ?? '' }));
    act(() => void actions.announce({ text: 'For you', roomKey: second?.key ?? '' }));
    await pass(500);
    expect(screen.getByRole('group', { name: 'Ana Ruiz to Onboarding, just now' })).toHaveTextContent(
      'For you',
    );
    expect(shown()).toEqual(['For you']);
  });

  test('takes the focus from nobody', async () => {
    const { scene, pass } = await show(inRoom, <PersonKit />);
    const button = screen.getByRole('button', { name: 'Ask for help' });
    act(() => button.focus());
    act(() => void scene.session('ana').actions.announce({ text: 'Hello' }));
    await pass(500);
    expect(shown()).toEqual(['Hello']);
    expect(button).toHaveFocus();
  });

  test('is shown as text, whatever is in it', async () => {
    const text = '\u202E<img src=x onerror=alert(1)> done';
    const { me } = await show((options) => messaged({ texts: [text], ...options }), <ModeratorMessages />);
    expect(me.store.getState().announcements).toHaveLength(1);
    expect(document.querySelector('img')).toBeNull();
    expect(shown()).toEqual(['<img src=x onerror=alert(1)> done']);
    expect(document.querySelector('.brk-toast-said bdi')).toHaveAttribute('dir', 'auto');
  });
});

describe('several messages', () => {
  test('show the newest three, and the earlier ones behind one button', async () => {
    const { press } = await show(five, <ModeratorMessages />);
    expect(shown()).toEqual(['Five', 'Four', 'Three']);
    await press('2 earlier messages');
    expect(shown()).toEqual(['Five', 'Four', 'Three', 'Two', 'One']);
    expect(screen.getByRole('button', { name: 'Show fewer messages' })).toHaveAttribute(
      'aria-expanded',
      'true',
    );
    await press('Show fewer messages');
    expect(shown()).toEqual(['Five', 'Four', 'Three']);
  });

  test('that are put away make room for earlier ones, and hand on the focus', async () => {
    const { pass } = await show(five, <ModeratorMessages />);
    const [first, second] = screen.getAllByRole('button', { name: 'Dismiss' });
    act(() => first?.focus());
    act(() => first?.click());
    await pass(20);
    expect(shown()).toEqual(['Four', 'Three', 'Two']);
    expect(second).toHaveFocus();
    for (let left = 4; left > 1; left -= 1) {
      act(() => (document.activeElement as HTMLElement).click());
      await pass(20);
    }
    expect(shown()).toEqual(['One']);
    expect(within(screen.getByRole('group')).getByRole('button', { name: 'Dismiss' })).toHaveFocus();
  });

  test('at once are said as a number: of several sentences only the last would be heard', async () => {
    const { heard } = await show(five, <ModeratorMessages />);
    expect(heard()).toBe('5 messages from the moderator.');
  });
});

describe('that a message was seen', () => {
  const seenBy = ({ scene }: Moment) =>
    scene
      .session('ana')
      .store.getState()
      .announcements.map(({ text, seen }) => [text, [...seen]]);

  test('the moderator knows once it is on screen, and only of those that are', async () => {
    const moment = await show(five, <ModeratorMessages />);
    await moment.pass(500);
    expect(seenBy(moment)).toEqual([
      ['One', []],
      ['Two', []],
      ['Three', ['chidi']],
      ['Four', ['chidi']],
      ['Five', ['chidi']],
    ]);
    await moment.press('2 earlier messages');
    await moment.pass(500);
    expect(seenBy(moment).every(([, seen]) => seen?.length === 1)).toBe(true);
  });

  test('is not claimed by a page that nobody looks at, before somebody does', async () => {
    turn('away');
    const moment = await show(messaged, <ModeratorMessages />);
    await moment.pass(5000);
    expect(seenBy(moment)[0]?.[1]).toEqual([]);
    turn('back');
    await moment.pass(500);
    expect(seenBy(moment)[0]?.[1]).toEqual(['chidi']);
  });
});
