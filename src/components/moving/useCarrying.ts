'use client';

import { useMemo } from 'react';
import { useKit } from '../../hooks/kit.js';
import type { PersonKey, RoomKey, State } from '../../state/types.js';
import { roomView } from '../../state/view/rooms.js';
import { labelOf, placeLabel, roomLabel } from './labels.js';
import { allRooms, comingTo, dropFor } from './places.js';
import { withSelection } from './selection.js';
import { useBoard } from './useBoard.js';
import { useMove } from './useMove.js';

/** Where a key was pressed. */
interface At {
  readonly person: PersonKey;
  readonly list: string;
  readonly people: readonly PersonKey[];
}

/** What {@link useCarrying} gives. */
export interface Carrying {
  /** Takes people in hand; the first room with a seat is the target. */
  readonly pickUp: (at: At) => void;
  /** A key while people are in hand. Returns whether it meant anything. */
  readonly key: (key: string, at: At) => boolean;
  readonly putBack: () => void;
}

/** Picks people up with the keyboard: the focus stays on the person, the target moves. */
export function useCarrying(): Carrying {
  const { session, messages, announcer } = useKit('useCarrying');
  const board = useBoard();
  const { move, putBack, tell } = useMove();
  return useMemo(() => {
    const { planner, common } = messages;
    const peek = session.store.getState;
    const aim = (target: RoomKey) => {
      const { carried } = board.get();
      if (!carried) return;
      board.set({ carried: { ...carried, target } });
      const room = roomView(peek(), target);
      announcer.say(planner.aimed(roomLabel(room, messages), room?.free ?? 0));
    };
    const drop = (to: RoomKey | 'none', at: At) => {
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
        const people = withSelection(board.get(), person).filter((key) => state.people.has(key));
        const target = openRooms(state, people)[0] ?? null;
        board.set({ carried: { people, person, list, target }, lifted: people, menu: null });
        const who = people.length === 1 ? labelOf(state, person, messages) : common.people(people.length);
        announcer.say(planner.pickedUp(who, allRooms(state).length));
      },
      key(key, at) {
        const { carried } = board.get();
        if (!carried) return false;
        const state = peek();
        const rooms = openRooms(state, carried.people);
        const now = carried.target === null ? -1 : rooms.indexOf(carried.target);
        if (/^\d$/.test(key)) {
          const number = key === '0' ? 10 : Number(key);
          const room = allRooms(state).find((candidate) => candidate.number === number);
          if (room) drop(room.key, at);
          else tell(planner.noSuchRoom(number));
          return true;
        }
        switch (key) {
          case 'ArrowDown':
          case 'ArrowRight':
          case 'ArrowUp':
          case 'ArrowLeft': {
            const step = key === 'ArrowDown' || key === 'ArrowRight' ? 1 : -1;
            const next = rooms[(Math.max(now, step < 0 ? 0 : -1) + step + rooms.length) % rooms.length];
            if (next !== undefined) aim(next);
            return true;
          }
          case 'Enter':
            if (carried.target !== null) drop(carried.target, at);
            return true;
          case 'Delete':
          case 'Backspace':
            drop('none', at);
            return true;
          case 'Escape':
            putBack(carried.people);
            return true;
          case 'Tab':
            putBack(carried.people);
            return false;
          default:
            return key === ' ';
        }
      },
      putBack() {
        const { carried } = board.get();
        if (carried) putBack(carried.people);
      },
    };
  }, [session, messages, announcer, board, move, putBack, tell]);
}

/** Rooms that take at least one of them. */
const openRooms = (state: State, people: readonly PersonKey[]): readonly RoomKey[] =>
  allRooms(state).flatMap(({ key }) => {
    const drop = dropFor(state, key, people);
    return comingTo(state, key, people).length > 0 && drop !== 'full' && drop !== 'home' ? [key] : [];
  });
