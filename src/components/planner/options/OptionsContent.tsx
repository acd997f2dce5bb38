'use client';

import { GroupLevel } from './OptionGroup.js';
import type { OptionsPlace } from './showOptions.js';
import { OpenOptions } from './OpenOptions.js';
import { RoundOptions } from './RoundOptions.js';
import { RuleOptions } from './RuleOptions.js';
import { SeatOptions } from './SeatOptions.js';
import { SetupOptions } from './SetupOptions.js';
import { SplitOptions } from './SplitOptions.js';

interface OptionsContentProps {
  readonly place: OptionsPlace;
  /** The rank of its headings. */
  readonly level: 3 | 4;
}

/** Everything in the options: how to split, how many seats, how long, what to hold to, and the rounds to come. Fetched when somebody opens them. */
export function OptionsContent({ place, level }: OptionsContentProps) {
  return (
    <GroupLevel.Provider value={level}>
      <div className="brk-options-body">
        <SplitOptions />
        <SeatOptions place={place} />
        <OpenOptions place={place} />
        <RuleOptions place={place} />
        <RoundOptions place={place} />
        <SetupOptions />
      </div>
    </GroupLevel.Provider>
  );
}
