import { expect } from 'vitest';
import { inviteView } from '../../src/state/view/self.js';
import type { PersonKey, State } from '../../src/state/types.js';
import { meet, type KitMeeting } from './meeting.js';

/** Ana has opened rooms, and everybody else is asked. */
export async function opened(rooms: number, options: Parameters<typeof meet>[0] = {}): Promise<KitMeeting> {
  const people = await meet(options);
  people.kit('Ana').actions.setRoomCount(rooms);
  const opening = people.kit('Ana').actions.openRooms();
  await people.settle();
  expect(await opening).toEqual({ ok: true });
  return people;
}

/** Everybody but Ana is in their room. */
export async function inRooms(rooms: number, options: Parameters<typeof meet>[0] = {}): Promise<KitMeeting> {
  const people = await opened(rooms, options);
  for (const name of people.names)
    if (name !== 'Ana' && !options.withoutKit?.includes(name)) void people.kit(name).actions.acceptInvite();
  await people.settle(5000);
  return people;
}

/** Somebody's key in a kit's own list. */
export function keyOf(state: State, name: string): PersonKey {
  for (const person of state.people.values()) if (person.name === name) return person.key;
  throw new Error(`${name} is not in the list`);
}

/** Where a kit believes somebody is. */
export const placeOf = (state: State, name: string) => state.people.get(keyOf(state, name))?.place;

/** Whether a person is being asked. */
export const isAsked = (state: State) => inviteView(state) !== null;
