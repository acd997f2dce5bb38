'use client';
import { useMemo } from 'react';
import type { Actions } from '../session/types.js';
import { whyNotAddRoom, whyNotOpen, whyNotPlan } from '../state/rules.js';
import type { PersonKey, Plan, RoomKey } from '../state/types.js';
import { canRedo as hasRedo, canUndo as hasUndo, eachHint, planWarnings, pool } from '../state/view/plan.js';
import { roomKeys } from '../state/view/rooms.js';
import type { PlanWarning, Reason } from '../state/views.js';
import { useActions, useView } from './useView.js';

/** What {@link useRoomPlan} gives. */
export interface RoomPlanControls {
  readonly plan: Plan;
  readonly rooms: readonly RoomKey[];
  readonly unassigned: readonly PersonKey[];
  readonly staying: readonly PersonKey[];
  readonly seated: readonly PersonKey[];
  readonly warnings: readonly PlanWarning[];
  /** People a fair split puts in a room. */
  readonly least: number;
  readonly most: number;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Why the draft cannot be changed, the rooms not opened, a room not added: the reason, or `null` when it can. */
  readonly whyNotPlan: Reason | null;
  readonly whyNotOpen: Reason | null;
  readonly whyNotAddRoom: Reason | null;
  readonly actions: Actions;
}

/** Reads the draft: who should sit where, what to look at before opening, and the ways to change it. */
export function useRoomPlan(): RoomPlanControls {
  const actions = useActions();
  const plan = useView((state) => state.plan);
  const rooms = useView(roomKeys);
  const people = useView(pool);
  const warnings = useView(planWarnings);
  const { least, most } = useView(eachHint);
  const canUndo = useView(hasUndo);
  const canRedo = useView(hasRedo);
  const notPlan = useView(whyNotPlan);
  const notOpen = useView(whyNotOpen);
  const notAddRoom = useView(whyNotAddRoom);
  return useMemo(
    () => ({
      plan,
      rooms,
      ...people,
      warnings,
      least,
      most,
      canUndo,
      canRedo,
      whyNotPlan: notPlan,
      whyNotOpen: notOpen,
      whyNotAddRoom: notAddRoom,
      actions,
    }),
    [plan, rooms, people, warnings, least, most, canUndo, canRedo, notPlan, notOpen, notAddRoom, actions],
  );
}
