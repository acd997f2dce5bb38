'use client';

import { forwardRef, useId, useState } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import { sameNameKey } from '../../state/displayName.js';
import type { State } from '../../state/types.js';
import { everybody, peopleAt } from '../../state/view/people.js';
import { PeopleGrid } from '../moving/PeopleGrid.js';
import { IconButton } from '../parts/IconButton.js';
import type { Place } from '../parts/placeIcons.js';
import { SearchField } from '../parts/SearchField.js';
import { Listed } from './DeskPerson.js';

const inMain = (state: State) => peopleAt(state, 'main');

/** Finds people wherever they are; otherwise shows who is in the main room. */
export const DeskPool = forwardRef<HTMLInputElement, { readonly filter: Place | null }>(function DeskPool(
  { filter },
  search,
) {
  const { planner, desk } = useMessages();
  const heading = useId();
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const wanted = sameNameKey(text);
  const main = useView(inMain);
  const found = useView((state) =>
    wanted === ''
      ? main
      : everybody(state)
          .filter(({ name }) => sameNameKey(name).includes(wanted))
          .map(({ key }) => key),
  );
  const label = wanted === '' ? desk.inMain : planner.found;
  return (
    <div
      className="brk-pool"
      role="group"
      aria-label={planner.people}
      data-searching={open || wanted !== '' ? '' : undefined}
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
      {(filter === null || filter === 'main' || wanted !== '') && (
        <div
          role="group"
          aria-labelledby={heading}
          className="brk-group"
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
          {found.length === 0 && wanted !== '' && <p className="brk-pool-none">{planner.nobodyFound}</p>}
          <PeopleGrid list="desk-main" label={label} people={found} row={Listed} className="brk-list" />
        </div>
      )}
    </div>
  );
});
