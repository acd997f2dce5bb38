import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { InviteDialog } from '../../../src/components/invite/InviteDialog.js';
import { JoiningPanel } from '../../../src/components/joining/JoiningPanel.js';
import {
  beingMoved,
  invited,
  joining,
  noAnswer,
  refused,
  refusedWithCode,
} from '../../../stories/scenes/person.js';
import { show } from '../person/show.js';

const steps = () => screen.getAllByRole('listitem').map((step) => step.textContent);

describe('on the way into a room', () => {
  test('a person sees three named steps, and which one is under way', async () => {
    await show(joining, <JoiningPanel className="mine" />);
    const panel = screen.getByRole('dialog', { name: 'Joining Onboarding' });
    expect(panel).toHaveClass('brk-dialog', 'mine');
    expect(steps()).toEqual([
      'Main room sound paused (done)',
      'Joining Room 2 (under way)',
      'Connected (to come)',
    ]);
    expect(
      within(panel)
        .getByText(/Joining Room 2/)
        .closest('li'),
    ).toHaveAttribute('aria-current', 'step');
  });

  test('the steps speak of the sound as the person wants it', async () => {
    const { unmount } = await show(joining, <JoiningPanel />, { session: { mainSound: 'muted' } });
    expect(steps()[0]).toBe('Main room sound muted (done)');
    unmount();
    await show(joining, <JoiningPanel />, { session: { mainSound: 'listening' } });
    expect(steps()[0]).toBe('Main room sound stays on (done)');
  });

  test('the dialog of the invitation becomes the panel, with the focus inside', async () => {
    const { press } = await show(
      invited,
      <>
        <InviteDialog />
        <JoiningPanel />
      </>,
      { faults: { kind: 'silent', effect: false, call: 'join', person: 'chidi' } },
    );
    await press('Join');
    expect(screen.getByRole('dialog')).toHaveAccessibleName('Joining Onboarding');
    expect(screen.getByRole('dialog')).toContainElement(document.activeElement as HTMLElement);
  });

  test('after 15 seconds it says that this takes longer than usual, and after 30 that nobody answered', async () => {
    const { pass } = await show(joining, <JoiningPanel />);
    expect(screen.queryByText('This is taking longer than usual.')).not.toBeInTheDocument();
    await pass(15_000);
    const panel = within(screen.getByRole('dialog'));
    expect(panel.getByText('This is taking longer than usual.', { selector: 'p' })).toBeInTheDocument();
    expect(panel.getByRole('status')).toHaveTextContent('This is taking longer than usual.');
    await pass(15_000);
    expect(screen.getByRole('dialog', { name: 'No answer from Onboarding yet' })).toBeInTheDocument();
    expect(steps()).toEqual([
      'Main room sound back on (done)',
      'No answer after 30 seconds (no answer)',
      'Connected (to come)',
    ]);
    expect(screen.getByText('You are still in the main room.')).toBeInTheDocument();
  });

  test('Stay in main room ends it at once, and a service that answers late takes nobody anywhere', async () => {
    const { scene, me, press, pass } = await show(joining, <JoiningPanel />, {
      faults: { kind: 'late', ms: 10_000, call: 'join', person: 'chidi' },
    });
    await press('Stay in main room');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    await pass(20_000);
    expect(me.store.getState().self).toMatchObject({ at: 'main', sound: { main: 'live' } });
    expect(scene.meeting.rooms().flatMap(({ members }) => members)).not.toContain('chidi');
  });

  test('Escape stays in the main room, too', async () => {
    const { me, key, pass } = await show(joining, <JoiningPanel />);
    await key('Escape');
    await pass(100);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(me.store.getState().self.at).toBe('main');
  });
});

describe('after a try that failed', () => {
  test('Try again tries once more, however often it is pressed, and gets there', async () => {
    const { scene, me, happened, pass } = await show(noAnswer, <JoiningPanel />);
    scene.meeting.faults.clear();
    const again = screen.getByRole('button', { name: 'Try again' });
    act(() => {
      fireEvent.click(again);
      fireEvent.click(again);
    });
    await pass(2000);
    expect(happened('attempt.started')).toBe(1);
    expect(me.store.getState().self.at).toBe('in-room');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  test('Stay in main room puts the panel away', async () => {
    const { me, press } = await show(noAnswer, <JoiningPanel />);
    await press('Stay in main room');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(me.store.getState().self.attempt).toBeNull();
  });

  test('a refusal is one plain sentence, and says that the main room is heard again', async () => {
    await show(refused, <JoiningPanel />);
    const panel = screen.getByRole('dialog', { name: 'Could not join Onboarding' });
    expect(panel).toHaveTextContent(
      'The service refused. The room may be full or closed. Main room sound is back on.',
    );
  });

  test('the code, the service’s own words and the attempt are under Details', async () => {
    await show(refusedWithCode, <JoiningPanel />);
    const details = screen.getByText('Details').closest('details');
    expect(details).not.toHaveAttribute('open');
    expect(details).toHaveTextContent('Code1729');
    expect(details).toHaveTextContent('MessageFailed to generate token');
    expect(details?.textContent).toMatch(/Attempt2, at \d\d:\d\d:\d\d$/);
    expect(screen.getByRole('dialog')).toHaveTextContent(
      'The service could not issue your pass to this room.',
    );
  });

  test('words of the service that turn text around or hold markup are shown as plain text', async () => {
    await show(refusedWithCode, <JoiningPanel />, {
      faults: { kind: 'refused', call: 'join', person: 'ana', code: 1729, msg: '\u202E<img src=x>' },
    });
    const details = screen.getByText('Details').closest('details');
    expect(details?.querySelector('img')).toBeNull();
    expect(details).toHaveTextContent('Message<img src=x>');
    expect(details?.textContent).not.toContain('\u202E');
  });

  test('sound that did not come back is said, not claimed', async () => {
    await show(noAnswer, <JoiningPanel />, {
      faults: [
        { kind: 'silent', effect: false, call: 'join', person: 'chidi' },
        { kind: 'refused', call: 'resume', person: 'chidi', code: 5023 },
      ],
    });
    expect(steps()[0]).toBe('Main room sound could not be turned back on. (failed)');
    expect(screen.getByRole('dialog')).not.toHaveTextContent('back on (done)');
  });
});

describe('while the service itself moves somebody', () => {
  test('there is no button that would promise to stop it', async () => {
    await show(beingMoved, <JoiningPanel />);
    const panel = screen.getByRole('dialog', { name: 'Moving you to a breakout room' });
    expect(within(panel).queryByRole('button')).not.toBeInTheDocument();
    expect(panel).toHaveTextContent('You can return to the main room as soon as you arrive.');
  });

  test('Escape does not put it away either', async () => {
    const { key } = await show(beingMoved, <JoiningPanel />);
    await key('Escape');
    expect(screen.getByRole('dialog')).toBeInTheDocument();
  });

  test('a move that comes to nothing within 20 seconds says so', async () => {
    const { pass } = await show(beingMoved, <JoiningPanel />);
    await pass(21_000);
    expect(screen.getByText(/No answer after 20 seconds/)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Stay in main room' })).toBeInTheDocument();
  });

  test('a move that comes while an invitation is open turns the dialog into the panel, and joins once', async () => {
    const { scene, happened, pass } = await show(
      invited,
      <>
        <InviteDialog />
        <JoiningPanel />
      </>,
      { faults: { kind: 'silent', effect: false, call: 'forcedJoin', person: 'chidi' } },
    );
    expect(screen.getByRole('dialog', { name: 'Join Onboarding?' })).toBeInTheDocument();
    const { meeting } = scene;
    const onboarding = meeting.rooms()[1]?.id;
    act(
      () =>
        void meeting
          .person('ana')
          .room.inviteToBreakoutRoom?.(
            { clients: [meeting.person('chidi').clientId], room_id: onboarding, force_join: true },
            () => {},
          ),
    );
    await pass(500);
    expect(screen.getByRole('dialog')).toHaveAccessibleName('Moving you to Onboarding');
    expect(screen.getByRole('dialog')).toContainElement(document.activeElement as HTMLElement);
    expect(happened('attempt.started')).toBe(1);
  });
});
