'use client';

import { forwardRef, useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import { sameNameKey } from '../../state/displayName.js';
import type { PersonKey, State } from '../../state/types.js';
import { pool } from '../../state/view/plan.js';
import { PeopleGrid } from '../moving/PeopleGrid.js';
import { IconButton } from '../parts/IconButton.js';
import { SearchField } from '../parts/SearchField.js';
import { PersonLine, PersonToken } from './PersonChip.js';

/** The rail: people without a room, people who stay in the main room, and everybody else to be found by name. */
export const Pool = forwardRef<HTMLInputElement, { readonly help: string }>(function Pool({ help }, search) {
  const { planner } = useMessages();
  const [text, setText] = useState('');
  const [searching, setSearching] = useState(false);
  const { unassigned, staying, seated } = useView(pool);
  const wanted = sameNameKey(text);
  const found = {
    unassigned: useFound(unassigned, wanted),
    staying: useFound(staying, wanted),
    seated: useFound(seated, wanted),
  };
  const nobody = wanted !== '' && Object.values(found).every((people) => people.length === 0);
  const find = (
    <div className="brk-pool-find">
      <SearchField
        ref={search}
        label={planner.findPeople}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key !== 'Escape' || text === '') return;
          event.stopPropagation();
          setText('');
        }}
      />
    </div>
  );
  return (
    <div
      className="brk-pool"
      role="group"
      aria-label={planner.people}
      data-searching={searching || wanted !== '' ? '' : undefined}
    >
      {find}
      {nobody && <p className="brk-quiet brk-pool-none">{planner.nobodyFound}</p>}
      <div className="brk-rail" data-scrolls="">
        <Group
          list="rail-none"
          label={planner.notAssigned}
          count={unassigned.length}
          place="none"
          end={
            <IconButton
              className="brk-only-narrow brk-push"
              icon={searching ? 'close' : 'search'}
              size="s"
              label={searching ? planner.endFinding : planner.findPeople}
              aria-expanded={searching}
              onClick={() => {
                if (searching) setText('');
                setSearching(!searching);
              }}
            />
          }
        >
          {unassigned.length === 0 && <p className="brk-pool-empty">{planner.everyonePlaced}</p>}
          <PeopleGrid
            list="rail-none"
            label={planner.notAssigned}
            people={found.unassigned}
            row={PersonToken}
            className="brk-list"
            well
            describedBy={help}
          />
        </Group>
        <Group list="rail-main" label={planner.staying} count={staying.length} place="main" folds>
          <PeopleGrid
            list="rail-main"
            label={planner.staying}
            people={found.staying}
            row={PersonLine}
            className="brk-list"
            describedBy={help}
          />
        </Group>
        {seated.length > 0 && (
          <Group list="rail-rooms" label={planner.inRooms} count={seated.length}>
            <PeopleGrid
              list="rail-rooms"
              label={planner.inRooms}
              people={found.seated}
              row={PersonLine}
              className="brk-list"
              describedBy={help}
            />
          </Group>
        )}
      </div>
    </div>
  );
});

interface GroupProps {
  readonly list: string;
  readonly label: string;
  readonly count: number;
  /** Takes drops. */
  readonly place?: 'none' | 'main';
  /** Opens and closes where there is little room. */
  readonly folds?: boolean;
  readonly end?: ReactNode;
  readonly children: ReactNode;
}

function Group({ list, label, count, place, folds, end, children }: GroupProps) {
  const { planner } = useMessages();
  const heading = useId();
  const [open, setOpen] = useState(false);
  return (
    <div
      role="group"
      aria-labelledby={heading}
      className="brk-group"
      data-group={list}
      data-folded={folds && !open ? '' : undefined}
      {...(place === undefined ? {} : { 'data-drop-key': place })}
    >
      <h3 className="brk-group-head" id={heading} tabIndex={-1} data-heading="">
        {label} <span className="brk-num">{count}</span>
        {folds && (
          <IconButton
            className="brk-only-narrow"
            icon={open ? 'up' : 'down'}
            size="s"
            label={open ? planner.hidePeople(label) : planner.showPeople(label)}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          />
        )}
        {end}
      </h3>
      {children}
    </div>
  );
}

/** Those of them whose name has these letters in it, in the same order. */
function useFound(people: readonly PersonKey[], wanted: string): readonly PersonKey[] {
  return useView((state: State) =>
    wanted === ''
      ? people
      : people.filter((key) => sameNameKey(state.people.get(key)?.name ?? '').includes(wanted)),
  );
}
