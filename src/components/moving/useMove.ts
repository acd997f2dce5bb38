'use client';

import { useMemo } from 'react';
import { useKit } from '../../hooks/kit.js';
import { whyNotManage } from '../../state/rules.js';
import type { PersonKey, PlanReason, RoomKey, Seats, State } from '../../state/types.js';
import { canRedo, canUndo } from '../../state/view/plan.js';
import { isLive, roomView } from '../../state/view/rooms.js';
import { lastChange } from '../planner/lastChange.js';
import { HANDS_EMPTY, type LiveStep, type Said } from './board.js';
import { labelOf, placeLabel } from './labels.js';
import { nearest } from './nearest.js';
import { comingTo, placeOf, smallestRooms, type Place } from './places.js';
import { without } from './selection.js';
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
  /**
   * Moves those who find a seat, in the order they were taken in hand; the others stay where they are, and selected.
   * Says so once, offers the undo, and keeps the focus in the list. Returns whether anybody moved.
   */
  readonly move: (move: Move) => boolean;
  /** Spreads people over the rooms with the fewest. */
  readonly spread: (move: Omit<Move, 'to'>) => void;
  /** Says a sentence and shows it, with an undo or without. */
  readonly tell: (
    sentence: string,
    options?: { readonly spoken?: string; readonly undoable?: boolean },
  ) => void;
  /** Says and shows what was done in open rooms, with the way back of it. */
  readonly tellStep: (sentence: string, step: LiveStep) => void;
  /** Takes the last thing back: a step of the draft, or a move of people in open rooms. Says what it was. */
  readonly undo: () => void;
  /** Does once more what was taken back last. */
  readonly redo: () => void;
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
      const state = peek();
      if (isLive(state)) {
        const { undos, redos } = board.get();
        const step = undos.at(-1);
        if (!step) return tell(planner.nothingToUndo);
        board.set({ undos: undos.slice(0, -1), redos: [...redos, step] });
        const left = step.back();
        return tell(left > 0 ? planner.undoneSome(left) : planner.undone(step.what));
      }
      if (!canUndo(state)) return tell(planner.nothingToUndo);
      const what = lastChange(state, messages);
      session.actions.undo();
      tell(planner.undone(what));
    };
    const redo = () => {
      if (isLive(peek())) {
        const { undos, redos } = board.get();
        const step = redos.at(-1);
        if (!step) return tell(planner.nothingToRedo);
        board.set({ undos: [...undos, step], redos: redos.slice(0, -1) });
        step.again();
        return tell(planner.redone(step.what), { undoable: true });
      }
      if (!canRedo(peek())) return tell(planner.nothingToRedo);
      session.actions.redo();
      tell(planner.redone(lastChange(peek(), messages)), { undoable: true });
    };
    /** Moves each group to its place. Returns how many found no seat. */
    const moveEach = (groups: ReadonlyMap<Place, readonly PersonKey[]>, reason: 'undo' | 'redo') => {
      let left = 0;
      for (const [to, people] of groups) {
        const here = people.filter((key) => peek().people.has(key));
        left += here.length - session.actions.movePeople({ people: here, to }, reason).moved.length;
      }
      return left;
    };
    const push = (step: LiveStep) =>
      board.set({ undos: [...board.get().undos, step].slice(-MOST_UNDOS), redos: [] });
    /** In open rooms a step of the draft moves nobody: where they are now is where they go back to. */
    const remember = (groups: ReadonlyMap<Place, readonly PersonKey[]>) => {
      const state = peek();
      if (!isLive(state)) return;
      const people = [...groups.values()].flat();
      const back = byPlace(state, people);
      const [first = ''] = people;
      const [to = 'main'] = groups.keys();
      const step: LiveStep = {
        what:
          people.length === 1
            ? planner.changes.moveOne(labelOf(state, first, messages), placeLabel(state, to, messages))
            : planner.changes.move(people.length),
        back: () => moveEach(back, 'undo'),
        again: () => moveEach(groups, 'redo'),
      };
      push(step);
    };
    /** Another moderator runs the rooms: nobody moves, and why is said. */
    const isRefused = (state: State) => {
      const whyNot = isLive(state) ? whyNotManage(state) : null;
      if (whyNot !== null) tell(messages.reasons[whyNot.why]);
      return whyNot !== null;
    };
    const settle = (people: readonly PersonKey[], stay: readonly PersonKey[], from: Move['from']) => {
      const gone = new Set(people);
      for (const key of stay) gone.delete(key);
      const isHandedOn = from !== undefined && (board.lists.get(from.list)?.handOn(gone) ?? false);
      const focus = from && !isHandedOn ? { list: from.list, people: nearest(from.people, [...gone]) } : null;
      board.set({ ...HANDS_EMPTY, ...without(board.get(), gone), focus });
    };
    return {
      tell,
      tellStep(sentence, step) {
        push(step);
        tell(sentence, { undoable: true });
      },
      undo,
      redo,
      move({ people, to, by, from }) {
        const before = peek();
        if (isRefused(before)) {
          board.set(HANDS_EMPTY);
          return false;
        }
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
        settle(people, coming.slice(going.length), from);
        remember(new Map([[to, going]]));
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
        if (isRefused(before)) return;
        const groups = smallestRooms(before, people);
        const spread = [...groups.values()].flat();
        if (spread.length === 0) return tell(planner.noSeats);
        const moving = new Set(spread);
        const stay = people.filter((key) => before.people.has(key) && !moving.has(key));
        settle(people, stay, from);
        remember(groups);
        if (isLive(before))
          for (const [to, group] of groups) session.actions.movePeople({ people: group, to }, by);
        else session.actions.replacePlan({ ...before.plan, ...seatedIn(before.plan, groups) });
        tell(
          stay.length > 0
            ? planner.spreadSome(spread.length, spread.length + stay.length)
            : planner.spread(common.people(spread.length)),
          { undoable: true },
        );
      },
      putBack(people) {
        const state = peek();
        const [first] = people;
        board.set(HANDS_EMPTY);
        if (first === undefined) return;
        announcer.say(
          people.length === 1
            ? planner.moveCancelled(
                labelOf(state, first, messages),
                placeLabel(state, placeOf(state, first), messages),
              )
            : planner.movesCancelled(people.length),
        );
      },
    };
  }, [session, messages, announcer, board]);
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
  plan: { readonly seats: Seats; readonly staying: ReadonlySet<PersonKey> },
  groups: ReadonlyMap<RoomKey, readonly PersonKey[]>,
) {
  const seats = new Map(plan.seats);
  const staying = new Set(plan.staying);
  for (const [room, people] of groups)
    for (const person of people) {
      // Whoever is seated last stands last.
      seats.delete(person);
      seats.set(person, room);
      staying.delete(person);
    }
  return { seats, staying };
}
