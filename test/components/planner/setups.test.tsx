import { screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { StrictMode } from 'react';
import { describe, expect, it } from 'vitest';
import { RoomPlanner } from '../../../src/components/planner/RoomPlanner.js';
import type { KeyValueStore } from '../../../src/session/keyValueStore.js';
import { moderator, names } from '../moderator.js';
import { memoryStore } from '../../session/memoryStore.js';

async function planning(store: KeyValueStore | null) {
  const user = userEvent.setup();
  const storage = store === null ? {} : { session: { storage: { meeting: 'm', store } } };
  const kit = await moderator(
    <StrictMode>
      <RoomPlanner />
    </StrictMode>,
    { others: names(8), ...storage },
  );
  await user.click(await screen.findByRole('button', { name: 'Options' }));
  await waitFor(() => screen.getByRole('group', { name: 'Rules' }));
  const group = () => within(screen.getByRole('group', { name: 'Set-ups' }));
  return { ...kit, user, group };
}

describe('set-ups in the options', () => {
  it('are saved under a name, used again in one step, and removed', async () => {
    const { user, group, rooms, spoken } = await planning(memoryStore());
    const before = rooms().length;
    await user.type(group().getByRole('textbox', { name: 'Name of the set-up' }), 'Workshop{Enter}');
    expect(await group().findByText('Workshop')).toBeVisible();
    expect(group().getByRole('textbox')).toHaveValue('');
    expect(spoken.at(-1)).toMatch(/^Set-up saved as .Workshop.\.$/u);

    await user.click(screen.getAllByRole('button', { name: 'One room more' })[0] as HTMLElement);
    expect(rooms()).toHaveLength(before + 1);
    await user.click(group().getByRole('button', { name: 'Use Workshop' }));
    expect(rooms()).toHaveLength(before);
    await user.click(screen.getByRole('button', { name: /^Undo:/u }));
    expect(rooms()).toHaveLength(before + 1);

    await user.click(group().getByRole('button', { name: 'Remove Workshop' }));
    await waitFor(() => expect(group().queryByText('Workshop')).toBeNull());
    expect(group().getByRole('textbox')).toHaveFocus();
  });

  it('of a name that is taken are replaced, in words', async () => {
    const { user, group, spoken } = await planning(memoryStore());
    const field = () => group().getByRole('textbox');
    await user.type(field(), 'Twos{Enter}');
    await group().findByText('Twos');
    await user.type(field(), '  Twos {Enter}');
    await waitFor(() => expect(spoken.at(-1)).toMatch(/^Set-up .Twos. replaced\.$/u));
    expect(group().getAllByRole('listitem')).toHaveLength(1);
  });

  it('without a name are not saved, and the button says why', async () => {
    const { user, group } = await planning(memoryStore());
    const save = group().getByRole('button', { name: 'Save' });
    expect(save).toHaveAccessibleDescription('Give it a name first.');
    await user.click(save);
    expect(group().queryAllByRole('listitem')).toEqual([]);
  });

  it('that cannot be saved are said not to be, and the name stays', async () => {
    const full = { ...memoryStore(), set: () => Promise.reject(new Error('quota')) };
    const { user, group, spoken } = await planning(full);
    await user.type(group().getByRole('textbox'), 'Twos{Enter}');
    await waitFor(() => expect(spoken.at(-1)).toBe('The set-up could not be saved.'));
    expect(group().getByRole('textbox')).toHaveValue('Twos');
  });

  it('are not there where nothing may be kept', async () => {
    await planning(null);
    expect(screen.queryByRole('group', { name: 'Set-ups' })).toBeNull();
  });
});
