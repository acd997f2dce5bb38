'use client';

import { useEffect, useRef, useState } from 'react';
import { useKit } from '../../hooks/kit.js';
import type { PersonKey, State } from '../../state/types.js';
import { everybody } from '../../state/view/people.js';
import { labelOf, placeLabel } from '../moving/labels.js';
import { placeOf } from '../moving/places.js';
import { useBoard } from '../moving/useBoard.js';
import { useNews, type NewsBetween } from '../notices/useNews.js';

/** People come in together: who comes within this time is said in one sentence. */
const SETTLE_MS = 300;

/**
 * Says who came and who left while rooms are planned, one sentence for all of them. Whoever was in hand or in an open menu
 * is left out: that they have left is said by what calls their move off. It must be used before that is.
 */
export function useRosterNews(): void {
  const { session } = useKit('useRosterNews');
  const board = useBoard();
  const known = useRef<ReadonlySet<PersonKey>>(NOBODY);

  useEffect(
    () =>
      session.store.subscribe((state, before) => {
        if (state.people === before.people) return;
        const { lifted, menu } = board.get();
        const gone = [...lifted, ...(menu?.people ?? [])].filter((key) => !state.people.has(key));
        if (gone.length > 0) known.current = new Set([...known.current, ...gone]);
      }),
    [session, board],
  );

  const [newsBetween] = useState((): NewsBetween => (before, after, messages) => {
    const told = known.current;
    known.current = NOBODY;
    // Who was there already when this person came is no news.
    if (before.self.clientId === null || before.people === after.people) return '';
    const { people: words, list } = messages;
    const came = keysIn(after, before);
    const left = keysIn(before, after).filter((key) => !told.has(key));
    const [newcomer = ''] = came;
    const seated = withPlace(after, came);
    const [leaver = ''] = left;
    return [
      ...(came.length === 1 && seated.length === 0
        ? [words.oneJoined(labelOf(after, newcomer, messages))]
        : []),
      ...(came.length === 1 && seated.length === 1
        ? [
            list.joinedSeated(
              labelOf(after, newcomer, messages),
              placeLabel(after, placeOf(after, newcomer), messages),
            ),
          ]
        : []),
      ...(came.length > 1 ? [words.joined(came.length)] : []),
      ...(came.length > 1 && seated.length > 0 ? [list.seated(seated.length)] : []),
      ...(left.length === 1 ? [words.oneLeft(labelOf(before, leaver, messages))] : []),
      ...(left.length > 1 ? [words.left(left.length)] : []),
    ].join(' ');
  });
  useNews(newsBetween, SETTLE_MS);
}

const NOBODY: ReadonlySet<PersonKey> = new Set();

/** Who of those who came has a place: by a list that waited for them, or by the seat they left. */
const withPlace = ({ plan }: State, came: readonly PersonKey[]): readonly PersonKey[] =>
  came.filter((key) => plan.seats.has(key) || plan.staying.has(key));

/** People of one moment who are not there at the other, oneself aside. */
const keysIn = (one: State, other: State): readonly PersonKey[] =>
  everybody(one).flatMap(({ key }) => (other.people.has(key) || key === one.self.key ? [] : [key]));
