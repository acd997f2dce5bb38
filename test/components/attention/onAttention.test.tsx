import { act, render } from '@testing-library/react';
import { StrictMode } from 'react';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { BreakoutProvider } from '../../../src/hooks/BreakoutProvider.js';
import type { Attention } from '../../../src/index.js';
import {
  beforeRooms,
  endMoment,
  helpAsked,
  inRoom,
  openRooms,
  type Moment,
  type MomentOptions,
} from '../../../stories/scenes/person.js';
import { turn } from './looking.js';

/** A page of an application that wants to know, in strict mode. */
async function watch(make: (options: MomentOptions) => Promise<Moment>, options: MomentOptions = {}) {
  const moment = await make(options);
  onTestFinished(() => endMoment(moment));
  const heard: Attention[] = [];
  render(
    <StrictMode>
      <BreakoutProvider session={moment.me} onAttention={(what) => heard.push(what)}>
        {null}
      </BreakoutProvider>
    </StrictMode>,
  );
  const pass = (ms: number) => act(() => moment.scene.pass(ms));
  return { ...moment, heard, pass, ana: moment.scene.session('ana').actions };
}

describe('an application is told what wants somebody who looks elsewhere', () => {
  test.each(['away', 'other-window'] as const)('an invitation (%s), once', async (where) => {
    const { scene, me, heard, pass } = await watch(beforeRooms);
    turn(where);
    await act(() => openRooms({ scene, me }));
    await pass(5000);
    expect(heard).toEqual([
      {
        kind: 'invite',
        room: 'Onboarding',
        from: 'Ana Ruiz',
        sentence: 'Ana Ruiz invites you to Onboarding.',
      },
    ]);
  });

  test('a move, with its notice', async () => {
    const { scene, me, heard } = await watch(beforeRooms);
    turn('away');
    await act(() => openRooms({ scene, me }, { opening: 'move' }));
    expect(heard.map(({ kind }) => kind)).toContain('move');
    expect(heard.at(-1)).toMatchObject({ kind: 'move', room: 'Onboarding', from: 'Ana Ruiz' });
  });

  test('a message, help that is on the way, and rooms that close', async () => {
    const { heard, pass, ana } = await watch(helpAsked);
    turn('away');
    act(() => void ana.announce({ text: 'Five minutes left.' }));
    await pass(100);
    act(() => ana.claimHelp({ person: 'chidi' }));
    await pass(100);
    act(() => void ana.endRooms());
    await pass(100);
    expect(heard.map(({ kind, sentence }) => [kind, sentence])).toEqual([
      ['message', 'Ana Ruiz: Five minutes left.'],
      ['help', 'Ana Ruiz is on the way to you.'],
      ['closing', 'The rooms close in 30 seconds.'],
    ]);
  });

  test('a moderator of a call for help', async () => {
    const { scene, heard, pass } = await watch(inRoom, { who: 'ana' });
    const jonas = scene.session('jonas').actions;
    turn('away');
    act(() => jonas.askForHelp());
    await pass(100);
    expect(heard).toMatchObject([{ kind: 'help', sentence: 'Jonas Weber asks for help in Onboarding.' }]);
  });

  test('not of what was there before', async () => {
    const { heard, pass } = await watch(inRoom);
    turn('away');
    await pass(1000);
    expect(heard).toEqual([]);
  });
});

test('whoever looks at the page needs no cue', async () => {
  const { scene, me, heard, ana, pass } = await watch(beforeRooms);
  turn('back');
  await act(() => openRooms({ scene, me }));
  act(() => void ana.endRooms());
  await pass(100);
  expect(heard).toEqual([]);
});

test('rooms that can be chosen are told as such, once', async () => {
  const { heard, ana, pass } = await watch(beforeRooms);
  turn('away');
  act(() => {
    ana.setRoomCount(2);
    ana.setSplit('choose');
  });
  await pass(5000);
  expect(heard).toEqual([
    { kind: 'choose', room: null, from: 'Ana Ruiz', sentence: 'You can choose a room.' },
  ]);
});

test('a throw in the application’s code is reported, and the kit goes on', async () => {
  const report = vi.fn<(error: unknown) => void>();
  vi.stubGlobal('reportError', report);
  onTestFinished(() => void vi.unstubAllGlobals());
  const moment = await beforeRooms();
  onTestFinished(() => endMoment(moment));
  const broken = () => {
    throw new Error('theirs');
  };
  render(
    <BreakoutProvider session={moment.me} onAttention={broken}>
      {null}
    </BreakoutProvider>,
  );
  turn('away');
  await act(() => openRooms(moment));
  expect(report).toHaveBeenCalledWith(expect.objectContaining({ message: 'theirs' }));
  expect(moment.me.store.getState().self.invite).not.toBeNull();
});
