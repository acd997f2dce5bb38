'use client';

import { forwardRef, useImperativeHandle, useRef, type KeyboardEvent } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { PEOPLE_FILTERS } from '../../state/view/finding.js';
import { focusFirst } from '../dialog/focus.js';
import { Button } from '../parts/Button.js';
import { SearchField } from '../parts/SearchField.js';
import { useBrowserLayoutEffect } from '../parts/useBrowserLayoutEffect.js';
import { FilterMenu } from './FilterMenu.js';
import type { FindingControls } from './useFinding.js';

/** Where `/` goes. */
export interface FindHandle {
  readonly focus: () => void;
}

interface FindPeopleProps {
  readonly finding: FindingControls;
  /** It is opened where there is little room; elsewhere it is always there. */
  readonly open: boolean;
  readonly onOpen: () => void;
}

/** The field to find people by name, the kinds to be shown alone, and what to do when nobody is found. */
export const FindPeople = forwardRef<FindHandle, FindPeopleProps>(function FindPeople(
  { finding, open, onOpen },
  ref,
) {
  const { planner, people } = useMessages();
  const field = useRef<HTMLInputElement>(null);
  const { text, filters, found, setText, toggle, clear } = finding;
  const toField = () => focusFirst([field.current]);

  // Where it was not in sight it takes the focus as soon as it is.
  const wasOpen = useRef(open);
  useBrowserLayoutEffect(() => {
    if (open && !wasOpen.current) toField();
    wasOpen.current = open;
  }, [open]);
  useImperativeHandle(ref, () => ({
    focus() {
      if (!toField()) onOpen();
    },
  }));

  return (
    <>
      <div className="brk-pool-find">
        <SearchField
          ref={field}
          label={planner.findPeople}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event: KeyboardEvent) => {
            if (event.key !== 'Escape' || text === '') return;
            event.stopPropagation();
            setText('');
          }}
        />
        <FilterMenu filters={filters} toggle={toggle} />
      </div>
      {filters.size > 0 && (
        <div className="brk-filters" role="group" aria-label={people.shown}>
          {PEOPLE_FILTERS.filter((filter) => filters.has(filter)).map((filter) => (
            <Button
              key={filter}
              size="s"
              iconEnd="close"
              aria-label={people.stopFilter(people.filters[filter])}
              onClick={(event) => {
                const beside =
                  event.currentTarget.nextElementSibling ?? event.currentTarget.previousElementSibling;
                toggle(filter);
                focusFirst([beside, field.current]);
              }}
            >
              {people.filters[filter]}
            </Button>
          ))}
        </div>
      )}
      {found?.size === 0 && (
        <p className="brk-quiet brk-pool-none">
          {filters.size > 0 ? people.nobodyLike : planner.nobodyFound}{' '}
          <Button
            kind="link"
            onClick={() => {
              clear();
              toField();
            }}
          >
            {planner.endFinding}
          </Button>
        </p>
      )}
    </>
  );
});
