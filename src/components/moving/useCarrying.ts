'use client';

import { useMemo } from 'react';
import { useKit } from '../../hooks/kit.js';
import type { PersonKey, RoomKey, State } from '../../state/types.js';
import { roomView } from '../../state/view/rooms.js';
import { isRightToLeft } from '../parts/writingDirection.js';
import { labelOf, placeLabel, roomLabel } from './labels.js';
import { allRooms, dropFor, isEnding, outOfRooms, type Place } from './places.js';
import { withSelection } from './selection.js';
import { useBoard } from './useBoard.js';
import { useMove } from './useMove.js';

/** Where a key was pressed. */
interface At {
  readonly person: PersonKey;
  readonly list: string;
  readonly people: readonly PersonKey[];
  readonly element: Element;
}

/** What is read of a key. */
type CarryingKey = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** What {@link useCarrying} gives. */
export interface Carrying {
  /** Takes people in hand; the first room with a seat is the target. */
  readonly pickUp: (at: At) => void;
  /** A key while people are in hand. Returns whether it meant anything. */
  readonly key: (event: CarryingKey, at: At) => boolean;
  /** The target is no more, or takes nobody any more: the next best is said. */
  readonly aimAgain: () => void;
  readonly putBack: () => void;
}

/** Rooms that one press of PageUp or PageDown goes over. */
const PAGE = 10;

/** Picks people up with the keyboard: the focus stays on the person, the target moves. */
export function useCarrying(): Carrying {
  const { session, messages, announcer } = useKit('useCarrying');
  const board = useBoard();
  const { move, putBack, tell } = useMove();
  return useMemo(() => {
    const { planner, common } = messages;
    const peek = session.store.getState;
    const aim = (target: RoomKey | undefined) => {
      const { carried } = board.get();
      if (!carried || target === undefined) return;
      board.set({ carried: { ...carried, target } });
      const room = roomView(peek(), target);
      announcer.say(planner.aimed(roomLabel(room, messages), room?.free ?? 0));
    };
    const drop = (to: Place, at: At) => {
      const { carried } = board.get();
      if (!carried) return;
      const state = peek();
      const takes = dropFor(state, to, carried.people);
      if (takes === 'full') announcer.say(planner.roomFull(placeLabel(state, to, messages)));
      else if (takes === 'home') putBack(carried.people);
      else move({ people: carried.people, to, by: 'keys', from: at });
    };
    return {
      pickUp({ person, list }) {
        const state = peek();
        if (isEnding(state)) return announcer.say(messages.reasons.closing);
        const people = withSelection(board.get(), person).filter((key) => state.people.has(key));
        const target = openRooms(state, people)[0] ?? null;
        board.set({ carried: { people, person, list, target }, lifted: people, handOn: person, menu: null });
        const who = people.length === 1 ? labelOf(state, person, messages) : common.people(people.length);
        announcer.say(planner.pickedUp(who, allRooms(state).length));
      },
      key(event, at) {
        const { carried } = board.get();
        if (!carried || event.ctrlKey || event.metaKey || event.altKey) return false;
        const state = peek();
        const digit = digitOf(event);
        if (digit !== null) {
          const number = digit === 0 ? 10 : digit;
          const room = allRooms(state).find((candidate) => candidate.number === number);
          if (room) drop(room.key, at);
          else tell(planner.noSuchRoom(number));
          return true;
        }
        const rooms = openRooms(state, carried.people);
        const now = carried.target === null ? -1 : rooms.indexOf(carried.target);
        const step = (by: number) =>
          rooms[(Math.max(now, by < 0 ? 0 : -1) + by + rooms.length) % rooms.length];
        const turn = (by: number) => rooms[Math.min(rooms.length - 1, Math.max(0, now + by))];
        const forward = isRightToLeft(at.element) ? 'ArrowLeft' : 'ArrowRight';
        switch (event.key) {
          case 'ArrowDown':
          case 'ArrowUp':
          case 'ArrowRight':
          case 'ArrowLeft':
            aim(step(event.key === 'ArrowDown' || event.key === forward ? 1 : -1));
            return true;
          case 'Home':
            aim(rooms[0]);
            return true;
          case 'End':
            aim(rooms.at(-1));
            return true;
          case 'PageDown':
            aim(turn(PAGE));
            return true;
          case 'PageUp':
            aim(turn(-PAGE));
            return true;
          case 'Enter':
            if (carried.target === null) announcer.say(planner.noSeats);
            else drop(carried.target, at);
            return true;
          case 'Delete':
          case 'Backspace':
            drop(outOfRooms(state), at);
            return true;
          case 'Escape':
            putBack(carried.people);
            return true;
          case 'Tab':
            putBack(carried.people);
            return false;
          default:
            return event.key === ' ';
        }
      },
      aimAgain() {
        const { carried } = board.get();
        if (!carried) return;
        const { target } = carried;
        const state = peek();
        const rooms = openRooms(state, carried.people);
        if (target === null ? rooms.length === 0 : rooms.includes(target)) return;
        const [next] = rooms;
        if (next !== undefined) return aim(next);
        board.set({ carried: { ...carried, target: null } });
        announcer.say(planner.noSeats);
      },
      putBack() {
        const { carried } = board.get();
        if (carried) putBack(carried.people);
      },
    };
  }, [session, messages, announcer, board, move, putBack, tell]);
}

/** The digit of a key: as it is written, or as it is placed where the row of digits writes other signs. */
function digitOf({ key, code, shiftKey }: CarryingKey): number | null {
  if (/^\d$/.test(key)) return Number(key);
  const placed = key.length === 1 && !shiftKey ? /^Digit(\d)$/.exec(code)?.[1] : undefined;
  return placed === undefined ? null : Number(placed);
}

/** Rooms that take at least one of them. */
const openRooms = (state: State, people: readonly PersonKey[]): readonly RoomKey[] =>
  allRooms(state).flatMap(({ key }) => {
    const drop = dropFor(state, key, people);
    return drop === 'allowed' || drop === 'short' ? [key] : [];
  });
