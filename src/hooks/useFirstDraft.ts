'use client';
import { useEffect } from 'react';
import { suggestedRooms } from '../planner/suggestedRooms.js';
import { whyNotPlan } from '../state/rules.js';
import type { State } from '../state/types.js';
import { pool } from '../state/view/plan.js';
import { useActions, useView } from './useView.js';

/** How many rooms to begin with, or 0 while there is a draft already, or fewer than two people to split. */
function firstRooms(state: State): number {
  if (state.restoring || state.plan.rooms.length > 0 || state.round.phase !== 'draft' || whyNotPlan(state))
    return 0;
  const people = pool(state).unassigned.length;
  return people < 2 ? 0 : suggestedRooms({ people, limits: state.limits });
}

/** Draws an even split at once when a planner opens on an empty draft: the first thing to see is a proposal, not a form. */
export function useFirstDraft(): void {
  const { proposeRooms } = useActions();
  const rooms = useView(firstRooms);
  useEffect(() => {
    if (rooms > 0) proposeRooms(rooms);
  }, [rooms, proposeRooms]);
}
