'use client';

import { useMessages } from '../../hooks/kit.js';
import { useActions, useView } from '../../hooks/useView.js';
import { whyNotPlan } from '../../state/rules.js';
import type { State } from '../../state/types.js';
import { pool } from '../../state/view/plan.js';
import { Button } from '../parts/Button.js';
import { EmptyState } from '../parts/EmptyState.js';

/** Rooms to set up while nobody is there to count. */
const ROOMS_TO_BEGIN_WITH = 4;

/** Why there is no draft to show. */
export type Emptiness = 'nobody' | 'lecture' | 'not-moderator' | null;

/** What stands in the way of a draft, or `null`. */
export function emptiness(state: State): Emptiness {
  const why = whyNotPlan(state)?.why;
  if (why === 'lecture-mode') return 'lecture';
  if (why !== undefined) return 'not-moderator';
  const { unassigned, seated } = pool(state);
  return state.plan.rooms.length === 0 && unassigned.length + seated.length < 2 ? 'nobody' : null;
}

/** Instead of a planner: what is missing, and what can be done now. */
export function PlannerEmpty({ reason }: { readonly reason: Exclude<Emptiness, null> }) {
  const { planner, reasons } = useMessages();
  const { setRoomCount } = useActions();
  const maxRooms = useView((state) => state.limits.maxRooms);
  const alone = useView((state) => pool(state).unassigned.length === 0);
  if (reason === 'lecture')
    return <EmptyState art="lecture" level={2} title={planner.lectureTitle} reason={planner.lectureText} />;
  if (reason === 'not-moderator')
    return <EmptyState level={2} title={planner.notYours} reason={reasons['not-moderator']} />;
  return (
    <EmptyState
      art="rooms"
      level={2}
      title={planner.nobodyTitle}
      reason={alone ? planner.nobodyText : planner.onlyOneText}
      actions={
        <Button onClick={() => setRoomCount(Math.min(ROOMS_TO_BEGIN_WITH, maxRooms))}>
          {planner.nobodyAct}
        </Button>
      }
    />
  );
}
