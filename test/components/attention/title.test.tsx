import { act, render } from '@testing-library/react';
import { StrictMode } from 'react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PersonKit } from '../../../src/components/kit/PersonKit.js';
import { BreakoutProvider } from '../../../src/hooks/BreakoutProvider.js';
import {
  aboutToMove,
  beforeRooms,
  closing,
  invited,
  messaged,
  openRooms,
} from '../../../stories/scenes/person.js';
import { show } from '../person/show.js';
import { turn } from './looking.js';

/** With a double space, which `document.title` would lose. */
const OWN = 'Weekly  meeting';
const title = () => document.head.querySelector('title')?.textContent;

beforeEach(() => {
  document.title = '';
  const element = document.head.querySelector('title');
  if (element) element.textContent = OWN;
});
afterEach(() => {
  document.title = '';
});

describe('the title of a tab that nobody looks at', () => {
  test('says that there is an invitation, and is put back exactly when somebody looks', async () => {
    const { scene, me } = await show(beforeRooms, <PersonKit />);
    turn('away');
    expect(title()).toBe(OWN);
    await act(() => openRooms({ scene, me }));
    expect(title()).toBe(`(1) Invitation: Onboarding · ${OWN}`);
    turn('back');
    expect(title()).toBe(OWN);
    turn('away');
    expect(title()).toBe(`(1) Invitation: Onboarding · ${OWN}`);
  });

  test('is put back when the invitation ends by itself, and when the kit goes', async () => {
    const { scene, pass } = await show(invited, <PersonKit />);
    turn('away');
    expect(title()).toMatch(/^\(1\) Invitation/u);
    act(() => void scene.session('ana').actions.closeNow());
    await pass(2000);
    expect(title()).toBe(OWN);
    const again = await show(invited, <PersonKit />);
    expect(title()).toMatch(/^\(1\) Invitation/u);
    again.unmount();
    expect(title()).toBe(OWN);
  });

  test.each([
    ['a move', aboutToMove, '(1) Moving you: Design critique · '],
    ['that the rooms close', closing, '(1) Rooms close · '],
  ] as const)('says %s', async (_, make, cue) => {
    await show(make, <PersonKit />);
    turn('away');
    expect(title()).toBe(cue + OWN);
  });

  test('counts what came while nobody looked; a message from before was seen', async () => {
    const { scene, pass } = await show(messaged, <PersonKit />);
    turn('away');
    expect(title()).toBe(OWN);
    await pass(10);
    for (const text of ['One', 'Two']) act(() => void scene.session('ana').actions.announce({ text }));
    await pass(100);
    expect(title()).toBe(`(2) New message · ${OWN}`);
  });

  test('stays the application’s where that writes another one meanwhile', async () => {
    await show(invited, <PersonKit />);
    turn('away');
    document.title = 'Another page';
    turn('back');
    expect(title()).toBe('Another page');
  });

  test('is put back by two kits on one page, in whatever order they go', async () => {
    const one = await show(invited, <PersonKit />);
    const other = await show(aboutToMove, <PersonKit />);
    turn('away');
    expect(title()).toMatch(/Invitation: Onboarding/u);
    expect(title()).toMatch(/Moving you: Design critique/u);
    one.unmount();
    expect(title()).toBe(`(1) Moving you: Design critique · ${OWN}`);
    other.unmount();
    expect(title()).toBe(OWN);
  });

  test('has one cue in strict mode, on a page without a title too', async () => {
    const { me, unmount } = await show(invited, <></>);
    unmount();
    document.head.querySelector('title')?.remove();
    turn('away');
    const page = render(
      <StrictMode>
        <BreakoutProvider session={me}>
          <PersonKit />
        </BreakoutProvider>
      </StrictMode>,
    );
    expect(title()).toBe('(1) Invitation: Onboarding · ');
    page.unmount();
    expect(document.head.querySelector('title')).toBeNull();
  });
});
