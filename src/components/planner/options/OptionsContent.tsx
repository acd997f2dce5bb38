'use client';

import type { OptionsPlace } from './showOptions.js';
import { RoundOptions } from './RoundOptions.js';
import { RuleOptions } from './RuleOptions.js';
import { SeatOptions } from './SeatOptions.js';
import { SplitOptions } from './SplitOptions.js';

/** Everything in the options: how to split, how many seats, what to hold to, and the rounds to come. Fetched when somebody opens them. */
export function OptionsContent({ place }: { readonly place: OptionsPlace }) {
  return (
    <div className="brk-options-body">
      <SplitOptions />
      <SeatOptions place={place} />
      <RuleOptions place={place} />
      <RoundOptions place={place} />
    </div>
  );
}
