'use client';

import { forwardRef, useId, useState } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import type { State } from '../../state/types.js';
import { byText, isFinding } from '../../state/view/finding.js';
import { everybody, peopleAt } from '../../state/view/people.js';
import { DROP_KEY } from '../drag/dropTargets.js';
import { PeopleGrid } from '../moving/PeopleGrid.js';
import { IconButton } from '../parts/IconButton.js';
import type { Place } from '../parts/placeIcons.js';
import { SearchField } from '../parts/SearchField.js';
import { Listed } from './DeskPerson.js';

const NO_KIND: ReadonlySet<never> = new Set();
const inMain = (state: State) => peopleAt(state, 'main');

interface DeskPoolProps {
  readonly filter: Place | null;
  /** The id of the sentence that says which keys there are. */
  readonly help: string;
}

/** Finds people wherever they are; otherwise shows who is in the main room. */
export const DeskPool = forwardRef<HTMLInputElement, DeskPoolProps>(function DeskPool(
  { filter, help },
  search,
) {
  const { planner, desk } = useMessages();
  const heading = useId();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const finding = isFinding({ text, filters: NO_KIND });
  const main = useView(inMain);
  const found = useView((state) =>
    finding
      ? everybody(state)
          .filter(byText(text))
          .map(({ key }) => key)
      : main,
  );
  const label = finding ? planner.found : desk.inMain;
  return (
    <div
      className="brk-pool"
      role="group"
      aria-label={planner.people}
      data-searching={open || finding ? '' : undefined}
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
      {(filter === null || filter === 'main' || finding) && (
        <div
          role="group"
          aria-labelledby={heading}
          className="brk-group"
          // Who is found by name is anywhere: only the list of the main room is a place.
          {...(finding ? {} : { [DROP_KEY]: 'main' })}
          data-folded={open || filter === 'main' ? undefined : ''}
        >
          <h3 className="brk-group-head" id={heading} tabIndex={-1} data-heading="">
            {label} <span className="brk-num">{found.length}</span>
            <IconButton
              className="brk-only-narrow brk-push"
              icon={open ? 'up' : 'search'}
              size="s"
              label={open ? planner.hidePeople(label) : planner.findPeople}
              aria-expanded={open}
              onClick={() => {
                if (open) setText('');
                setOpen(!open);
              }}
            />
          </h3>
          {found.length === 0 && finding && <p className="brk-pool-none">{planner.nobodyFound}</p>}
          <PeopleGrid
            list="desk-main"
            label={label}
            people={found}
            row={Listed}
            className="brk-list"
            describedBy={help}
          />
        </div>
      )}
    </div>
  );
});
