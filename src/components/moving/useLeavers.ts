'use client';

import { useEffect, useRef } from 'react';
import { useKit } from '../../hooks/kit.js';
import type { Messages } from '../../messages.js';
import type { PersonKey, State } from '../../state/types.js';
import { HANDS_EMPTY } from './board.js';
import { labelOf } from './labels.js';
import { without } from './selection.js';
import { useBoard } from './useBoard.js';
import { useMove } from './useMove.js';

/**
 * People who leave the meeting while they are in hand, selected, or in the title of an open menu: the others stay, and
 * a move of nobody is called off in words.
 *
 * @param onLifted Told who is left in hand.
 */
export function useLeavers(onLifted: (people: readonly PersonKey[]) => void): void {
  const { session, messages, announcer } = useKit('useLeavers');
  const board = useBoard();
  const { tell } = useMove();
  const latest = useRef(onLifted);
  useEffect(() => {
    latest.current = onLifted;
  });
  useEffect(
    () =>
      session.store.subscribe((state, before) => {
        if (state.people === before.people) return;
        const { lifted, carried, menu, selected } = board.get();
        const here = (key: PersonKey) => state.people.has(key);
        const asked = lifted.length > 0 ? lifted : (menu?.people ?? []);
        const left = asked.filter((key) => !here(key));
        const rest = asked.filter(here);
        const lost = [...selected].filter((key) => !here(key));
        if (lost.length > 0) board.set(without({ selected }, new Set(lost)));
        if (left.length === 0) return;
        if (rest.length === 0) {
          latest.current([]);
          board.set({ ...HANDS_EMPTY, menu: null });
          tell(calledOff(before, left, messages));
          return;
        }
        const [person = ''] = rest;
        if (lifted.length > 0) {
          const hand = carried && {
            ...carried,
            people: rest,
            person: here(carried.person) ? carried.person : person,
          };
          board.set({ lifted: rest, carried: hand });
          latest.current(rest);
        } else if (menu) board.set({ menu: { ...menu, people: rest } });
        announcer.say(messages.planner.someLeftInHand(wordsFor(before, left, messages), rest.length));
      }),
    [session, messages, announcer, board, tell],
  );
}

const wordsFor = (before: State, left: readonly PersonKey[], messages: Messages): string =>
  messages.common.names(left.map((key) => labelOf(before, key, messages)));

const calledOff = (before: State, left: readonly PersonKey[], messages: Messages): string =>
  left.length === 1
    ? messages.planner.leftInHand(wordsFor(before, left, messages))
    : messages.planner.allLeftInHand(left.length);
