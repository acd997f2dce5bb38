'use client';

import type { OptionsPlace } from './showOptions.js';
import { RuleOptions } from './RuleOptions.js';
import { SeatOptions } from './SeatOptions.js';
import { SplitOptions } from './SplitOptions.js';

/** Everything in the options: how to split, how many seats, and what to hold to. Fetched when somebody opens them. */
export function OptionsContent({ place }: { readonly place: OptionsPlace }) {
  return (
    <div className="brk-options-body">
      <SplitOptions />
      <SeatOptions place={place} />
      <RuleOptions place={place} />
    </div>
  );
}
