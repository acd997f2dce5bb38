'use client';
import { useMemo } from 'react';
import type { Actions } from '../session/types.js';
import { meetAgain as meetAgainOf, roundNumber, roundsPlanned } from '../state/view/rounds.js';
import { useActions, useView } from './useView.js';

/** What {@link useRounds} gives. */
export interface RoundControls {
  /** Which round the draft is, or the rooms are: from 1. */
  readonly round: number;
  /** The number of the last round that is planned; the same as `round` while none is planned ahead. */
  readonly of: number;
  /** How many rounds are over. */
  readonly held: number;
  /** Pairs that meet again in this round and those ahead, counted once for each earlier meeting. Follows moves by hand. */
  readonly meetAgain: number;
  /** Draws the split in which the fewest pairs meet again, or takes the next round that is planned. */
  readonly meetNewPeople: Actions['meetNewPeople'];
  /** Plans this round and the next ones, so that as few pairs as possible meet twice. */
  readonly planRounds: Actions['planRounds'];
  /** After closing: a draft again, with the same rooms and seats. */
  readonly planAgain: Actions['planAgain'];
}

/** Reads which round this is and who meets again, and gives the ways to mix people anew. */
export function useRounds(): RoundControls {
  const actions = useActions();
  const round = useView(roundNumber);
  const of = useView(roundsPlanned);
  const held = useView((state) => state.history.length);
  const meetAgain = useView(meetAgainOf);
  return useMemo(
    () => ({
      round,
      of,
      held,
      meetAgain,
      meetNewPeople: actions.meetNewPeople,
      planRounds: actions.planRounds,
      planAgain: actions.planAgain,
    }),
    [round, of, held, meetAgain, actions],
  );
}
