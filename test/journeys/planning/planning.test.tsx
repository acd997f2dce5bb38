/**
 * The whole of planning, from the number of rooms to the open rooms, once with each hand: words and results are the same,
 * whatever the hand, the writing direction and the width.
 */
import { configure, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { BreakoutKit } from '../../../src/components/kit/BreakoutKit.js';
import { stage } from '../stage.js';
import type { TakeHand } from './hand.js';
import { keyboard } from './keyboard.js';
import { menu, mouse } from './mouse.js';
import { look } from './seen.js';
import { touch } from './touch.js';

// A busy machine may be slow to draw; nothing here waits longer than it has to.
configure({ asyncUtilTimeout: 8000 });

const FIRST = 'Priya Omar Grace Lucas Jonas Maria Chidi Sofia Elif Noah Wei Mei'.split(' ');
/** Long enough for those who come and go to be told. */
const NEWS = 4000;
const nobodyElse = FIRST.concat('Lena Vogel', 'Yusuf Demir');

/** Ana moderates twelve people, four to a room. Lena and Yusuf come late. */
async function meeting(takeHand: TakeHand, { width, dir }: { readonly width: number; readonly dir: string }) {
  const set = await stage({
    people: [{ name: 'Ana', role: 'moderator' }, ...FIRST.map((name) => ({ name, id: name }))],
    withoutKit: nobodyElse,
    maxActiveTalkers: 5,
    pages: ['Ana'],
    content: () => <BreakoutKit />,
    size: () => ({ width, height: 780, dir }),
  });
  const page = set.page('Ana');
  const seen = look(page);
  await page.sees.findByRole('spinbutton', { name: 'Number of rooms' });
  const said = page.spoken();
  const hand = await takeHand(seen);
  const seatsOf = (room: number) => {
    const { plan, people } = set.state('Ana');
    const key = plan.rooms.find(({ number }) => number === room)?.key;
    return [...plan.seats].filter(([who, at]) => at === key && people.has(who)).map(([who]) => who);
  };
  return { ...set, page, seen, said, hand, seatsOf };
}

/** Each hand, and the most presses of a pointer or of keys (letters of a name included) that the whole story may take. */
const HANDS: readonly (readonly [string, TakeHand, number])[] = [
  ['a mouse that drags', mouse, 28],
  ['a finger', touch, 28],
  ['the keyboard', keyboard, 120],
  ['menus and clicks', menu, 32],
];
const SCREENS = [
  ['on a wide screen', { width: 1040, dir: 'ltr' }],
  ['from right to left', { width: 1040, dir: 'rtl' }],
  ['on 320 pixels', { width: 320, dir: 'ltr' }],
] as const;

describe.each(HANDS)('Ana plans with %s', (_name, takeHand, most) => {
  test.each(SCREENS)('%s, and everything is said once, in the same words', async (_screen, screen) => {
    const { hand, seen, said, meeting: room, pass, state, seatsOf } = await meeting(takeHand, screen);
    const story: string[] = [];
    /** What was said up to here, sentence for sentence. */
    const hears = async (...sentences: readonly string[]) => {
      story.push(...sentences);
      await waitFor(() => expect(said).toEqual(story));
    };
    const rooms = () => state('Ana').plan.rooms.length;
    const pickedUp = (who: string) => hand.saysAtPickUp(who, rooms());

    // Four rooms of three.
    const counts = Array.from({ length: 4 - rooms() }, (_step, at) => rooms() + at + 1);
    await hand.stepUp('Number of rooms', 4);
    await hears(
      ...counts.map(
        (count) => `${String(count)} rooms, ${count === 4 ? '3' : String(12 / count)} people each.`,
      ),
    );
    expect([1, 2, 3, 4].map((number) => seatsOf(number).length)).toEqual([3, 3, 3, 3]);

    // Two come late. Lena goes to Room 2, back, and there again.
    room.join({ id: 'lena', userRef: 'ref-lena', name: 'Lena Vogel' });
    room.join({ id: 'yusuf', userRef: 'ref-yusuf', name: 'Yusuf Demir' });
    await pass(NEWS);
    await hears('2 people joined.');
    await hand.move(['Lena Vogel'], 'Room 2');
    await hears(...pickedUp('Lena Vogel'), 'Lena Vogel moved from Not assigned to Room 2, 4 of 4.');
    await hand.undo();
    await hears('Undone: move Lena Vogel to Room 2.');
    await hand.move(['Lena Vogel'], 'Room 2');
    await hears(...pickedUp('Lena Vogel'), 'Lena Vogel moved from Not assigned to Room 2, 4 of 4.');

    // Somebody of Room 2 drops off; Yusuf takes the seat; they come back: one too many.
    const gone = seen.peopleIn('Room 2').find((name) => FIRST.includes(name)) ?? '';
    room.leave(gone);
    await pass(NEWS);
    await hears(`${gone} left.`);
    await hand.move(['Yusuf Demir'], 'Room 2');
    await hears(...pickedUp('Yusuf Demir'), 'Yusuf Demir moved from Not assigned to Room 2, 4 of 4.');
    room.join({ id: gone, userRef: `ref-${gone}`, name: gone });
    await pass(NEWS);
    await hears(`${gone} joined and has a place in Room 2.`);
    await seen.found(() => seen.page.sees.getByText('Room 2 is over by 1'));

    // Opening leads to the remedy.
    await hand.press(() => seen.button('Open 4 rooms'));
    await hears('Room 2 is over by 1. Mend this first.');
    expect(seen.page.focused()).toHaveTextContent('Fix');
    await hand.press(() => seen.button('Fix'));
    await hears('Room 2 fits now.');
    expect(seatsOf(2)).toHaveLength(4);

    // Two of Room 3 go out as one, and are placed again.
    const two = seen.peopleIn('Room 3').slice(0, 2);
    await hand.move(two, 'Not assigned');
    await hears(...pickedUp('2 people'), '2 people moved to Not assigned.');
    expect(seen.peopleIn('Not assigned')).toEqual(two);
    await hand.press(() => seen.button('Place them'));
    await hears('Everyone is placed as far as there are seats.');

    // A lock, a name, and open.
    await hand.choose('Lena Vogel', 'Keep in Room 2 when you reshuffle');
    await hears('Lena Vogel stays in this room when you reshuffle.');
    await hand.rename('Room 1', 'Pricing');
    await hears('Room renamed to Pricing.');
    await hand.press(() => seen.button('Open 4 rooms'));
    await pass(2000);
    await hears('4 rooms opened.');

    const { plan } = state('Ana');
    expect([...plan.locked]).toEqual(['ref-lena']);
    expect(plan.rooms[0]?.name).toBe('Pricing');
    expect(plan.seats.size).toBe(14);
    expect(room.rooms()).toHaveLength(4);
    expect(hand.presses()).toBeLessThanOrEqual(most);
  });
});
