import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { PersonKit } from '../../../src/components/kit/PersonKit.js';
import { profileNames } from '../../../src/simulator.js';
import { invited } from '../../../stories/scenes/person.js';
import { show } from '../person/show.js';

const dialog = () => screen.getByRole('dialog');
const person = 'chidi';

/** A refused join is answered by nothing at all in this build. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['1.9.4']);

const SILENCE = {
  title: /^No answer from/u,
  words: ['Main room sound back on', 'You are still in the main room.'],
};
const REFUSAL = {
  title: /^Could not join/u,
  words: [/The service (?:refused|could not issue your pass)/u, 'Main room sound is back on.', 'Details'],
};

describe.each(profileNames)('on build %s', (profile) => {
  test('a refusal ends in a sentence with what the service said, and leaves the person in main with its sound', async () => {
    const faults = {
      kind: 'refused',
      call: 'join',
      person,
      code: 1729,
      msg: 'Failed to generate token',
    } as const;
    const { me, press, pass, heard } = await show(invited, <PersonKit />, { profile, faults });
    await press(/^Join/u);
    await pass(SAYS_NOTHING.has(profile) ? 32_000 : 3000);
    const said = SAYS_NOTHING.has(profile) ? SILENCE : REFUSAL;
    expect(dialog()).toHaveAccessibleName(said.title);
    for (const words of said.words) expect(dialog()).toHaveTextContent(words);
    expect(heard()).not.toMatch(/You are in (?!the main room)/u);
    expect(me.store.getState().self).toMatchObject({ at: 'main', sound: { main: 'live', failure: null } });
    await press('Stay in main room');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  test('a silence can be ended at each step, and ends by itself with the two ways on', async () => {
    const faults = { kind: 'silent', effect: false, call: 'join', person, times: 1 } as const;
    const { me, press, pass } = await show(invited, <PersonKit />, { profile, faults });
    await press(/^Join/u);
    await pass(1000);
    expect(screen.getByRole('button', { name: 'Stay in main room' })).toBeEnabled();
    await pass(31_000);
    expect(dialog()).toHaveAccessibleName(/^No answer from/u);
    expect(dialog()).toHaveTextContent('You are still in the main room.');
    await press('Try again');
    await pass(3000);
    expect(me.store.getState().self.at).toBe('in-room');
    await press('Return to main room');
    await pass(5000);
    expect(me.store.getState().self).toMatchObject({ at: 'main', sound: { main: 'live', failure: null } });
  });

  test('sound that does not come back is said beside its remedy though the banner is gone', async () => {
    const { scene, me, press, pass } = await show(invited, <PersonKit />, { profile });
    await press(/^Join/u);
    await pass(3000);
    const mend = scene.meeting.faults.add({ kind: 'refused', call: 'resume', person, code: 5023 });
    await press('Return to main room');
    await pass(15_000);
    expect(screen.queryByRole('region', { name: /room|Onboarding/iu })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Restore sound' })).toBeInTheDocument();
    mend();
    await press('Restore sound');
    await pass(15_000);
    expect(screen.queryByRole('button', { name: 'Restore sound' })).not.toBeInTheDocument();
    expect(me.store.getState().self.sound).toMatchObject({ main: 'live', failure: null });
  });
});
