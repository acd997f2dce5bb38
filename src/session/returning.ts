/**
 * People who were cut off from their room and are here again: a kit that goes back by itself says so; everybody else is asked
 * once more, with an ordinary invitation. A page that was loaded anew has forgotten the room; its kit shows that invitation.
 */
import { isBackDue } from '../state/people.js';
import type { Happening } from '../state/events.js';
import { whyNotManage } from '../state/rules.js';
import type { Person, PersonKey, RoomKey, State } from '../state/types.js';
import type { Core } from './core.js';
import type { Kits } from './kits.js';

/** Makes the reaction of the moderator's kit that leads. `ask` invites people to a room, whatever the plan does otherwise. */
export function createReturning(
  { state }: Pick<Core, 'state'>,
  kits: Pick<Kits, 'isLeading'>,
  ask: (people: readonly PersonKey[], to: RoomKey) => void,
): (event: Happening, before: State) => void {
  return (event, before) => {
    if (event.type !== 'clock.passed' || before.people === state().people) return;
    // Nobody is asked into a room that is about to end.
    if (!kits.isLeading() || whyNotManage(state()) || state().round.phase !== 'open') return;
    const rooms = new Map<RoomKey, PersonKey[]>();
    for (const person of before.people.values()) {
      if (!isBackDue(person.backAt, event.at)) continue;
      const room = roomToOffer(state(), person);
      if (room !== undefined) rooms.set(room, [...(rooms.get(room) ?? []), person.key]);
    }
    for (const [room, people] of rooms) ask(people, room);
  };
}

/**
 * The room of their seat: a moderator may have moved them meanwhile, or closed their room, and then there is none. Only where
 * no seats are known at all, to a moderator who came in the middle, it is the room they were in.
 */
function roomToOffer({ people, plan }: State, { key, place }: Person): RoomKey | undefined {
  const now = people.get(key);
  if (!now || now.clientId === null || now.place.at !== 'main' || plan.staying.has(key)) return undefined;
  const was = place.at !== 'main' && plan.seats.size === 0 ? place.roomKey : undefined;
  const room = plan.seats.get(key) ?? was;
  return plan.rooms.some((planned) => planned.key === room) ? room : undefined;
}
