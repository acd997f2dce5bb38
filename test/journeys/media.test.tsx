import { describe, expect, test } from 'vitest';
import type { ProfileName } from '../../src/simulator.js';
import { keyOf } from '../session/given.js';
import { PROFILES } from '../session/meeting.js';
import type { Hearing } from './ears.js';
import { stage, type Stage, type StageOptions } from './stage.js';

/** Ana moderates and stays in main. Cy has muted himself, a moderator has muted Di. */
const PEOPLE = [
  { name: 'Ana', role: 'moderator' },
  { name: 'Bo' },
  { name: 'Cy', muted: true },
  { name: 'Di', hardMuted: true },
  { name: 'Eli' },
] as const;
const NAMES = PEOPLE.map(({ name }) => name);
const OTHERS = ['Bo', 'Cy', 'Di', 'Eli'];

/** Everybody in main, before and after. */
const ALL_IN_MAIN: Hearing = {
  Ana: ['Bo', 'Eli'],
  Bo: ['Ana', 'Eli'],
  Cy: ['Ana', 'Bo', 'Eli'],
  Di: ['Ana', 'Bo', 'Eli'],
  Eli: ['Ana', 'Bo'],
};
/** Bo, Cy and Di in one room, Eli alone in the other, Ana in main. */
const IN_ROOMS: Hearing = { Ana: [], Bo: [], Cy: ['Bo'], Di: ['Bo'], Eli: [] };

/** Bo, Cy and Di are planned for the first room, Eli for the second. */
async function planned(
  profile: ProfileName,
  opening: 'invite' | 'move' = 'invite',
  more: Partial<StageOptions> = {},
): Promise<Stage> {
  const set = await stage({ profile, people: PEOPLE, pages: NAMES, ...more });
  const { actions } = set.kit('Ana');
  actions.setRoomCount(2);
  actions.setOpening(opening);
  const [first, second] = set.state('Ana').plan.rooms;
  const keys = (names: readonly string[]) => names.map((name) => keyOf(set.state('Ana'), name));
  actions.movePeople({ people: keys(['Bo', 'Cy', 'Di']), to: first?.key ?? '' });
  actions.movePeople({ people: keys(['Eli']), to: second?.key ?? '' });
  return set;
}

describe.each(PROFILES)('on build %s', (profile) => {
  test('people who accept hear exactly those in their room, and afterwards main as before', async () => {
    const { kit, page, pass, listen, mutes } = await planned(profile);
    const ears = listen();
    const before = mutes();
    await ears.expect(ALL_IN_MAIN);

    void kit('Ana').actions.openRooms();
    await pass(1000);
    await ears.expect(ALL_IN_MAIN);
    for (const name of OTHERS) await page(name).press('button', 'Join');
    await pass(3000);
    await ears.expect(IN_ROOMS);

    // Cy speaks up where he is, and nowhere else.
    await page('Cy').press('button', 'Your mic is off');
    await pass(1000);
    const cySpeaks = { ...IN_ROOMS, Bo: ['Cy'], Di: ['Bo', 'Cy'] };
    await ears.expect(cySpeaks);

    // The main room reaches Bo only while he listens, and his voice never leaves the room he is in.
    await page('Bo').press('radio', 'Muted');
    await pass(1000);
    await ears.expect(cySpeaks);
    await page('Bo').press('radio', 'Listening');
    await pass(1000);
    await ears.expect({ ...cySpeaks, Bo: ['Ana', 'Cy'] });
    await page('Bo').press('radio', 'Paused');
    await pass(1000);
    await ears.expect(cySpeaks);
    await page('Bo').press('radio', 'Listening');
    await pass(1000);

    // Eli returns to Ana; Bo, who listens to main, hears both.
    await page('Eli').press('button', 'Return to main room');
    await pass(3000);
    const eliIsBack = { Ana: ['Eli'], Bo: ['Ana', 'Cy', 'Eli'], Cy: ['Bo'], Di: ['Bo', 'Cy'], Eli: ['Ana'] };
    await ears.expect(eliIsBack);

    void kit('Ana').actions.endRooms();
    await pass(10_000);
    await ears.expect(eliIsBack);
    await pass(25_000);
    await ears.expect(ALL_IN_MAIN);
    expect(mutes()).toEqual(before);
  });

  test('somebody whose room does not answer is heard nowhere meanwhile, and then in main as before', async () => {
    const { kit, page, pass, listen, mutes, meeting } = await planned(profile);
    const ears = listen();
    const before = mutes();
    void kit('Ana').actions.openRooms();
    await pass(1000);
    meeting.faults.set({ kind: 'silent', call: 'join', effect: false });
    for (const name of ['Bo', 'Cy']) await page(name).press('button', 'Join');
    await pass(3000);
    await ears.expect({ Ana: ['Eli'], Bo: [], Cy: [], Di: ['Ana', 'Eli'], Eli: ['Ana'] });

    await pass(30_000);
    await page('Bo').sees.findByRole('dialog', { name: /^No answer from/u });
    await ears.expect(ALL_IN_MAIN);
    expect(mutes()).toEqual(before);

    meeting.faults.set({ kind: 'refused', call: 'join', code: 1729, person: 'Cy' });
    for (const name of ['Bo', 'Cy']) await page(name).press('button', 'Try again');
    await pass(45_000);
    await ears.expect({ Ana: ['Eli'], Bo: [], Cy: ['Ana', 'Eli'], Di: ['Ana', 'Eli'], Eli: ['Ana'] });
    await page('Bo').press('button', 'Return to main room');
    await pass(3000);
    await ears.expect(ALL_IN_MAIN);
    expect(mutes()).toEqual(before);
  });

  test('people who are moved arrive as silent as they were, and come back the same', async () => {
    // The kits of these two cannot make themselves known: the service moves them by itself, with streams of its own
    // making; as it does everybody where kits cannot talk at all.
    const unknown = ['Bo', 'Cy'];
    const { kit, page, pass, listen, mutes } = await planned(profile, 'move', {
      faults: unknown.map(
        (person) => ({ kind: 'silent', call: 'sendUserData', person, effect: false }) as const,
      ),
    });
    const ears = listen();
    const before = mutes();
    void kit('Ana').actions.openRooms();
    await pass(3000);
    for (const name of unknown) {
      // The oldest build has no way to move anybody, and asks.
      if (profile === '1.9.4') await page(name).press('button', 'Join');
      else await page(name).sees.findByRole('button', { name: 'Return to main room' });
    }
    if (profile !== 'guide') await page('Eli').press('button', 'Go now');
    // Di waits for the notice to run out.
    await pass(24_000);
    await ears.expect(IN_ROOMS);
    void kit('Ana').actions.closeNow();
    await pass(5000);
    for (const name of OTHERS)
      if (page(name).sees.queryByRole('button', { name: 'Return to main room' }))
        await page(name).press('button', 'Return to main room');
    await pass(5000);
    await ears.expect(ALL_IN_MAIN);
    expect(mutes()).toEqual(before);
  });
});
