/** Sound through everything that may happen while rooms are open, as ears hear it: exactly one room has a person's voice. */
import { expect, test } from 'vitest';
import { live, reads } from './given.js';

test.each(['guide', '2.3.24'] as const)(
  'on build %s a drop, a reload, a visit and the end leave everybody heard where they are, and in main as before',
  async (profile) => {
    const { ana, meeting, kit, listen, mutes, page, pass, reload, roomKey } = await live({ profile });
    const ears = listen();
    const before = mutes();
    const inMain = await ears.hearing();
    for (const name of ['Bo', 'Cy', 'Di']) await page(name).press('button', 'Join');
    await pass(3000);
    // Eli, who has not answered, is with Ana.
    const inRooms = { Ana: ['Eli'], Bo: ['Cy'], Cy: ['Bo'], Di: [] };
    await ears.expect(inRooms);

    meeting.person('Cy').cutNetwork();
    await pass(6000);
    meeting.person('Cy').restoreNetwork();
    await pass(15_000);
    await ears.expect(inRooms);

    void kit('Ana').actions.visitRoom({ roomKey: roomKey(1) });
    await pass(4000);
    await ears.expect({ ...inRooms, Ana: ['Bo', 'Cy'], Bo: ['Ana', 'Cy'], Cy: ['Ana', 'Bo'] });
    await ana.press('button', 'Return to main room');
    await pass(3000);
    await ears.expect(inRooms);

    await ana.press('button', 'End rooms');
    await ana.press('button', 'Close now');
    await pass(6000);
    await ears.expect(inMain);
    expect(mutes()).toEqual(before);

    const bo = await reload('Bo');
    await pass(3000);
    expect(bo.sees.queryByRole('dialog')).toBeNull();
    expect(mutes()['Bo']).toEqual(before['Bo']);
  },
);

test('where the voice is stands on the screen, main’s sound is chosen by keys, and a sound that does not come back has a remedy', async () => {
  const { bo, listen, meeting, mutes, pass } = await live({ inside: ['Bo', 'Cy', 'Di'] });
  const before = mutes();
  const ears = listen();
  await reads(bo, 'Your mic is here');
  await bo.press('button', 'Your mic is here');
  await pass(1000);
  await reads(bo, 'Your mic is off');
  await ears.expect({ Ana: ['Eli'], Bo: ['Cy'], Cy: [], Di: [] });
  bo.sees.getByRole('radio', { name: 'Paused' }).focus();
  await bo.key('{ArrowRight}');
  await pass(1000);
  expect(bo.sees.getByRole('radio', { name: 'Listening' })).toBeChecked();
  await ears.expect({ Ana: ['Eli'], Bo: ['Ana', 'Cy', 'Eli'], Cy: [], Di: [] });
  await bo.press('button', 'Your mic is off');
  await pass(1000);
  await ears.expect({ Ana: ['Eli'], Bo: ['Ana', 'Cy', 'Eli'], Cy: ['Bo'], Di: [] });
  await bo.press('radio', 'Paused');
  await pass(1000);
  meeting.faults.set({ kind: 'refused', code: 1138, call: ['resume', 'unmute'], person: 'Bo' });
  await bo.press('button', 'Return to main room');
  await pass(4000);
  await reads(bo, 'Main room sound could not be turned back on.');
  meeting.faults.clear();
  await bo.press('button', 'Restore sound');
  await pass(2000);
  expect(mutes()['Bo']).toMatchObject({ mainSilenced: false, streams: [{ silent: false }] });
  expect(Object.keys(before)).toContain('Bo');
});
