'use client';

import { forwardRef } from 'react';
import { useView } from '../../hooks/useView.js';
import type { State } from '../../state/types.js';
import { LiveDesk } from '../desk/LiveDesk.js';
import { RoomPlanner } from '../planner/RoomPlanner.js';
import { PersonKit, type PersonKitProps } from './PersonKit.js';

/** Props of {@link BreakoutKit}. */
export interface BreakoutKitProps extends Omit<PersonKitProps, 'children'> {
  /**
   * Shows the moderator's planner or desk where the kit stands. Switch it with a button of your own; invitations, the
   * banner and the sound are there either way.
   * @default true
   */
  readonly desk?: boolean | undefined;
}

/**
 * Breakout rooms, whole: the right screen by role and moment. A moderator plans the rooms, and has the live desk from
 * the moment they are open until the next plan; whoever is invited, moved or in a room has the person's screens, the
 * moderator too. Participants who should not load the planner use {@link PersonKit}.
 *
 * Element: `div.brk.brk-kit`. Data: `at`.
 *
 * @example
 * <BreakoutProvider room={enxRoom}>
 *   <YourMeeting />
 *   <BreakoutKit />
 * </BreakoutProvider>
 */
export const BreakoutKit = forwardRef<HTMLDivElement, BreakoutKitProps>(function BreakoutKit(
  { desk = true, ...rest },
  ref,
) {
  const screen = useView(moderatorScreen);
  return (
    <PersonKit ref={ref} {...rest}>
      {desk && screen === 'planner' && <RoomPlanner />}
      {desk && screen === 'desk' && <LiveDesk />}
    </PersonKit>
  );
});

/** While the rooms are being made the planner says so; from then on there is something to watch. */
function moderatorScreen({ self, round }: State): 'planner' | 'desk' | null {
  if (self.role !== 'moderator') return null;
  return round.phase === 'draft' || round.phase === 'opening' ? 'planner' : 'desk';
}
