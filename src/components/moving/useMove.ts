'use client';

import { useMemo } from 'react';
import { useKit } from '../../hooks/kit.js';
import type { PersonKey, PlanReason, RoomKey, State } from '../../state/types.js';
import { isLive, roomView } from '../../state/view/rooms.js';
import { HANDS_EMPTY, type Said } from './board.js';
import { labelOf, placeLabel } from './labels.js';
import { comingTo, placeOf, smallestRooms, type Place } from './places.js';
import { useBoard } from './useBoard.js';

/** One move, however it was asked for. */
export interface Move {
  readonly people: readonly PersonKey[];
  readonly to: Place;
  readonly by: Extract<PlanReason, 'drag' | 'menu' | 'keys'>;
  /** The list the focus is in, and its people in order: the next of them gets the focus. */
  readonly from?: { readonly list: string; readonly people: readonly PersonKey[] } | undefined;
}

/** What {@link useMove} gives. */
export interface Moves {
  /** Moves those who fit, says so once, offers the undo, and keeps the focus in the list. Returns whether anybody moved. */
  readonly move: (move: Move) => boolean;
  /** Spreads people over the rooms with the fewest. */
  readonly spread: (move: Omit<Move, 'to'>) => void;
  /** Says a sentence and shows it, with an undo or without. */
  readonly tell: (
    sentence: string,
    options?: { readonly spoken?: string; readonly undoable?: boolean },
  ) => void;
  /** Takes the last thing back: a step of the draft, or a move of people in open rooms. */
  readonly undo: () => void;
  /** Puts people in hand down where they were, and says so. */
  readonly putBack: (people: readonly PersonKey[]) => void;
}

/** More steps back than anybody remembers. */
const MOST_UNDOS = 20;

/** Moves people: the one way behind menu, tap, keys and drag, so that all have the same words and the same result. */
export function useMove(): Moves {
  const { session, messages, announcer } = useKit('useMove');
  const board = useBoard();
  return useMemo(() => {
    const { planner, common } = messages;
    const peek = session.store.getState;
    const tell: Moves['tell'] = (sentence, { spoken = sentence, undoable = false } = {}) => {
      announcer.say(spoken);
      const said: Said = { id: (board.get().said?.id ?? 0) + 1, sentence, undo: undoable ? undo : null };
      board.set({ said });
    };
    const undo = () => {
      const last = board.get().undos.at(-1);
      if (isLive(peek())) {
        board.set({ undos: board.get().undos.slice(0, -1) });
        last?.();
      } else session.actions.undo();
      tell(planner.undone);
    };
    /** Where they are now is where they go back to: in open rooms a step of the draft moves nobody. */
    const remember = (people: readonly PersonKey[]) => {
      const state = peek();
      if (!isLive(state)) return;
      const back = byPlace(state, people);
      const way = () => {
        for (const [to, group] of back) session.actions.movePeople({ people: group, to }, 'undo');
      };
      board.set({ undos: [...board.get().undos, way].slice(-MOST_UNDOS) });
    };
    const settle = (people: readonly PersonKey[], from: Move['from']) => {
      const selected = new Set([...board.get().selected].filter((key) => !people.includes(key)));
      const focus = from ? { list: from.list, people: nearest(from.people, people) } : null;
      board.set({ ...HANDS_EMPTY, selected, anchor: null, focus });
    };
    return {
      tell,
      undo,
      move({ people, to, by, from }) {
        const before = peek();
        const coming = comingTo(before, to, people);
        const room = to === 'none' || to === 'main' ? null : roomView(before, to);
        const going = room ? coming.slice(0, room.free) : coming;
        const [first] = going;
        const place = placeLabel(before, to, messages);
        if (first === undefined) {
          board.set(HANDS_EMPTY);
          if (coming.length > 0) tell(planner.roomFull(place));
          return false;
        }
        const who = labelOf(before, first, messages);
        const whence = placeLabel(before, placeOf(before, first), messages);
        // The wish is there before the list draws without them.
        settle(people, from);
        remember(going);
        const { moved, full } = session.actions.movePeople({ people: going, to }, by);
        if (moved.length === 0) {
          tell(planner.roomFull(place));
          return false;
        }
        if (moved.length < coming.length) {
          tell(planner.movedSome(moved.length, coming.length, place), { undoable: true });
          return true;
        }
        const after = room ? roomView(peek(), room.key) : null;
        const sentence =
          to === 'main'
            ? planner.staysToast(moved.length, who)
            : planner.movedToast(moved.length, who, place, full);
        const spoken =
          moved.length > 1 || isLive(before)
            ? sentence
            : planner.movedSpoken(who, whence, place, after ? { count: after.count, of: after.of } : null);
        tell(sentence, { spoken, undoable: true });
        return true;
      },
      spread({ people, by, from }) {
        const before = peek();
        const groups = smallestRooms(before, people);
        const spread = [...groups.values()].flat();
        if (spread.length === 0) return tell(planner.noSeats);
        settle(people, from);
        remember(spread);
        if (isLive(before))
          for (const [to, group] of groups) session.actions.movePeople({ people: group, to }, by);
        else session.actions.replacePlan({ ...before.plan, ...seatedIn(before.plan, groups) });
        tell(planner.spread(common.people(spread.length)), { undoable: true });
      },
      putBack(people) {
        const state = peek();
        const [first] = people;
        board.set(HANDS_EMPTY);
        if (first === undefined) return;
        if (!state.people.has(first)) return tell(planner.leftInHand);
        const who = people.length === 1 ? labelOf(state, first, messages) : common.people(people.length);
        announcer.say(
          people.length === 1
            ? planner.moveCancelled(who, placeLabel(state, placeOf(state, first), messages))
            : planner.movesCancelled(people.length),
        );
      },
    };
  }, [session, messages, announcer, board]);
}

/** Who comes after those who go, then who comes before them, nearest first. */
function nearest(list: readonly PersonKey[], gone: readonly PersonKey[]): readonly PersonKey[] {
  const leaving = new Set(gone);
  const at = list.findIndex((key) => leaving.has(key));
  const stay = (key: PersonKey) => !leaving.has(key);
  return [...list.slice(at).filter(stay), ...list.slice(0, Math.max(0, at)).filter(stay).toReversed()];
}

function byPlace(state: State, people: readonly PersonKey[]): ReadonlyMap<Place, readonly PersonKey[]> {
  const places = new Map<Place, PersonKey[]>();
  for (const key of people) {
    const place = placeOf(state, key);
    const there = places.get(place);
    if (there) there.push(key);
    else places.set(place, [key]);
  }
  return places;
}

function seatedIn(
  plan: { readonly seats: ReadonlyMap<PersonKey, RoomKey>; readonly staying: ReadonlySet<PersonKey> },
  groups: ReadonlyMap<RoomKey, readonly PersonKey[]>,
) {
  const seats = new Map(plan.seats);
  const staying = new Set(plan.staying);
  for (const [room, people] of groups)
    for (const person of people) {
      seats.set(person, room);
      staying.delete(person);
    }
  return { seats, staying };
}
