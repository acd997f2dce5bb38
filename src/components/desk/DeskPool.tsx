'use client';

import { forwardRef, useId } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import type { State } from '../../state/types.js';
import { everybodyKeys, peopleAt } from '../../state/view/people.js';
import { DROP_KEY } from '../drag/dropTargets.js';
import { PeopleGrid } from '../moving/PeopleGrid.js';
import type { Place } from '../parts/placeIcons.js';
import { SearchField } from '../parts/SearchField.js';
import type { FindingControls } from '../planner/useFinding.js';
import { DeskMessages } from './DeskMessages.js';
import { Listed } from './DeskPerson.js';
import { HelpCalls } from './HelpCalls.js';

const inMain = (state: State) => peopleAt(state, 'main');

interface DeskPoolProps {
  readonly filter: Place | null;
  readonly finding: FindingControls;
  /** Where there is little room: the search and the people of the main room are open. */
  readonly open: boolean;
  /** The id of the sentence that says which keys there are. */
  readonly help: string;
}

/** Who asks for help comes first; then people found by name, or who is in the main room; then what was written to the rooms. */
export const DeskPool = forwardRef<HTMLInputElement, DeskPoolProps>(function DeskPool(
  { filter, finding, open, help },
  search,
) {
  const { planner, desk } = useMessages();
  const heading = useId();
  const main = useView(inMain);
  const everybody = useView(everybodyKeys);
  const { text, setText, found } = finding;
  const people = found === null ? main : everybody.filter((key) => found.has(key));
  const isFinding = found !== null;
  const label = isFinding ? planner.found : desk.inMain;
  return (
    <div
      className="brk-pool"
      role="group"
      aria-label={planner.people}
      data-searching={open || isFinding ? '' : undefined}
    >
      <div className="brk-pool-find">
        <SearchField
          ref={search}
          label={planner.findPeople}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || text === '') return;
            event.stopPropagation();
            setText('');
          }}
        />
      </div>
      <div className="brk-rail" data-scrolls="">
        <HelpCalls />
        {(filter === null || filter === 'main' || isFinding) && (
          <div
            role="group"
            aria-labelledby={heading}
            className="brk-group"
            // Who is found by name is anywhere: only the list of the main room is a place.
            {...(isFinding ? {} : { [DROP_KEY]: 'main' })}
            data-folded={open || filter === 'main' ? undefined : ''}
          >
            <h3 className="brk-group-head" id={heading} tabIndex={-1} data-heading="">
              {label} <span className="brk-num">{people.length}</span>
            </h3>
            {people.length === 0 && isFinding && <p className="brk-pool-none">{planner.nobodyFound}</p>}
            <PeopleGrid
              list="desk-main"
              label={label}
              people={people}
              row={Listed}
              className="brk-list"
              describedBy={help}
            />
          </div>
        )}
        <DeskMessages />
      </div>
    </div>
  );
});
