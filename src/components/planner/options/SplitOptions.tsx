'use client';

import { useState } from 'react';
import { useKit } from '../../../hooks/kit.js';
import { usePlanOptions } from '../../../hooks/usePlanOptions.js';
import { useView } from '../../../hooks/useView.js';
import { eachHint } from '../../../state/view/plan.js';
import { useMove } from '../../moving/useMove.js';
import { Stepper } from '../../parts/Stepper.js';
import { OptionGroup, OptionRow } from './OptionGroup.js';

/** By the number of rooms, or by the people in each: two ways to say the same. */
export function SplitOptions() {
  const { session, messages } = useKit('SplitOptions');
  const { options, planner } = messages;
  const { rooms, maxRooms, people, seats, setRoomCount, setRoomSize } = usePlanOptions();
  const { least, most } = useView(eachHint);
  const { tell } = useMove();
  const [asked, setAsked] = useState<number | null>(null);

  const needed = (each: number) => Math.max(1, Math.ceil(people / each));
  // "8 each" holds as long as the rooms are those that 8 each take, though they may come out at 7.
  const each = asked !== null && needed(asked) === rooms ? asked : most;
  const max = Math.max(1, Math.min(people, seats));
  const min = Math.min(max, Math.max(1, Math.ceil(people / maxRooms)));

  const words = (count: number, hint: { readonly least: number; readonly most: number }) =>
    planner.roomsNow(count, hint.most > 0 ? planner.each(hint.least, hint.most) : null);
  const change = (act: () => void) => {
    act();
    const state = session.store.getState();
    const count = state.plan.rooms.length;
    if (count !== rooms) tell(words(count, eachHint(state)), { undoable: true });
  };

  return (
    <OptionGroup title={options.split}>
      <OptionRow label={planner.roomCount}>
        <Stepper
          label={planner.roomCount}
          fewerLabel={planner.oneFewer}
          moreLabel={planner.oneMore}
          value={rooms}
          min={1}
          max={maxRooms}
          minReason={planner.onlyRoom}
          maxReason={planner.limitTitle(maxRooms)}
          onChange={(count) => change(() => setRoomCount(count))}
        />
      </OptionRow>
      {people > 0 && (
        <OptionRow label={options.each} hint={words(rooms, { least, most })}>
          <Stepper
            label={options.each}
            fewerLabel={options.oneLessEach}
            moreLabel={options.oneMoreEach}
            value={each}
            min={min}
            max={max}
            minReason={min > 1 ? options.eachAtLimit(maxRooms) : options.eachMin}
            maxReason={max === people ? options.eachMax : options.eachMaxSeats(max)}
            onChange={(size) => {
              setAsked(size);
              change(() => setRoomSize(size));
            }}
          />
        </OptionRow>
      )}
    </OptionGroup>
  );
}
