'use client';

import { useRef } from 'react';
import { useKit } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import type { State } from '../../state/types.js';
import { Menu } from '../menu/Menu.js';
import { MenuItem, MenuRule } from '../menu/MenuItem.js';
import { useMove } from '../moving/useMove.js';
import { Button } from '../parts/Button.js';
import { Hidden } from '../parts/Hidden.js';
import { useShowOptions } from './options/showOptions.js';

/** What most rounds take. Others are set in the options: a menu may hold no fields. */
const TIMES = [5, 10, 15, 20, 30] as const;

/** Without kits that talk, or a service that calls back, a time would be a promise to nobody. */
const canTime = ({ capabilities }: State) => capabilities.wire || capabilities.recall;
const minutesOf = ({ plan }: State) => plan.minutes;

/** "15 min": how long the next round takes. Absent where nothing would come of it. */
export function TimeMenu() {
  const { session, messages } = useKit('TimeMenu');
  const { planner } = messages;
  const { tell } = useMove();
  const showOptions = useShowOptions();
  const can = useView(canTime);
  const minutes = useView(minutesOf);
  // The focus goes on to the options.
  const leadsOn = useRef(false);
  if (!can) return null;
  const set = (count: number | null) => {
    session.actions.setMinutes(count);
    tell(planner.timeNow(count), { undoable: true });
  };
  return (
    <Menu
      trigger={
        <Button kind="quiet" icon="clock" iconEnd="down" className="brk-hide-phone">
          <Hidden>{planner.timeInRooms}</Hidden>
          {minutes === null ? planner.noTimeLimit : planner.minutes(minutes)}
        </Button>
      }
      onCloseAutoFocus={(event) => {
        if (leadsOn.current) event.preventDefault();
        leadsOn.current = false;
      }}
    >
      <MenuItem radio checked={minutes === null} onSelect={() => set(null)}>
        {planner.noTimeLimit}
      </MenuItem>
      {TIMES.map((count) => (
        <MenuItem key={count} radio checked={minutes === count} onSelect={() => set(count)}>
          {planner.minutes(count)}
        </MenuItem>
      ))}
      <MenuRule />
      <MenuItem
        {...(minutes !== null && !TIMES.some((count) => count === minutes)
          ? { radio: true, checked: true }
          : {})}
        onSelect={() => {
          leadsOn.current = true;
          showOptions({ at: 'time' });
        }}
      >
        {planner.otherTime}
      </MenuItem>
    </Menu>
  );
}
