/** People who come while rooms are open: placed by a moderator's word, or by what was chosen beforehand. */
import type { Happening } from '../state/events.js';
import { whyNotManage } from '../state/rules.js';
import type { LatePolicy, PersonKey, RoomKey, State } from '../state/types.js';
import { formerRoom, latecomers, smallestRooms } from '../state/view/late.js';
import { roomView } from '../state/view/rooms.js';
import type { Core } from './core.js';
import type { Kits } from './kits.js';
import type { Actions, MoveOutcome } from './types.js';

/** The action, and what the leading moderator's kit does by itself. */
export interface Latecomers extends Pick<Actions, 'placeLate'> {
  readonly react: (event: Happening, before: State) => void;
}

/** Makes them. `admit` asks people into a room, or moves them, as the plan says. */
export function createLatecomers(
  { state, dispatch }: Core,
  kits: Pick<Kits, 'isLeading'>,
  admit: (people: readonly PersonKey[], to: RoomKey) => void,
): Latecomers {
  const roomFor = (how: Exclude<LatePolicy, 'ask' | 'main'>, people: readonly PersonKey[]) =>
    how === 'fill' ? smallestRooms(state(), people) : formerRooms(state(), people);

  const placeLate: Actions['placeLate'] = ({ how, people = latecomers(state()) }): MoveOutcome => {
    const coming = people.filter((key) => latecomers(state()).includes(key));
    if (whyNotManage(state()) || coming.length === 0) return { moved: [], left: coming, full: false };
    if (how === 'main') {
      dispatch({
        type: 'plan.edited',
        edits: [{ kind: 'move', people: coming, to: 'main' }],
        reason: 'menu',
      });
      return { moved: coming, left: [], full: false };
    }
    const rooms = new Map<RoomKey, PersonKey[]>();
    for (const [person, room] of roomFor(how, coming)) rooms.set(room, [...(rooms.get(room) ?? []), person]);
    const edits = [...rooms].map(([to, going]) => ({ kind: 'move', people: going, to }) as const);
    const moved = edits.flatMap((edit) => edit.people);
    if (edits.length > 0) dispatch({ type: 'plan.edited', edits, reason: 'fill' });
    for (const { people: going, to } of edits) admit(going, to);
    const left = coming.filter((key) => !moved.includes(key));
    return { moved, left, full: left.length > 0 && how === 'fill' };
  };

  return {
    placeLate,
    react(event, before) {
      const { late } = state().plan;
      if (late === 'ask' || !kits.isLeading() || state().round.phase !== 'open') return;
      if (event.type !== 'person.joined' && event.type !== 'roster.read' && before.plan.late === late) return;
      const people = latecomers(state());
      if (people.length > 0) placeLate({ how: late, people });
    },
  };
}

/** The rooms these people were in, as far as there are seats. */
function formerRooms(state: State, people: readonly PersonKey[]): ReadonlyMap<PersonKey, RoomKey> {
  const places = new Map<PersonKey, RoomKey>();
  const coming = new Map<RoomKey, number>();
  for (const person of people) {
    const room = formerRoom(state, person);
    if (room === undefined) continue;
    const taken = coming.get(room) ?? 0;
    if ((roomView(state, room)?.free ?? 0) <= taken) continue;
    places.set(person, room);
    coming.set(room, taken + 1);
  }
  return places;
}
