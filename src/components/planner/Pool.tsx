'use client';

import { forwardRef, useId, useMemo, useState, type ReactNode } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import type { PersonKey } from '../../state/types.js';
import { pool } from '../../state/view/plan.js';
import { PeopleGrid } from '../moving/PeopleGrid.js';
import { IconButton } from '../parts/IconButton.js';
import { ChoosingNote } from './ChoosingNote.js';
import { FindPeople, type FindHandle } from './FindPeople.js';
import { PersonLine, PersonToken } from './PersonChip.js';
import { useFinding, type FindingControls } from './useFinding.js';

/** The rail: people without a room, people who stay in the main room, and everybody else to be found by name. */
export const Pool = forwardRef<FindHandle, { readonly help: string }>(function Pool({ help }, search) {
  const { planner } = useMessages();
  const [searching, setSearching] = useState(false);
  const { unassigned, staying, seated } = useView(pool);
  const finding = useFinding();
  const found = {
    unassigned: useFound(unassigned, finding),
    staying: useFound(staying, finding),
    seated: useFound(seated, finding),
  };
  return (
    <div
      className="brk-pool"
      role="group"
      aria-label={planner.people}
      data-searching={searching || finding.active ? '' : undefined}
    >
      <FindPeople ref={search} finding={finding} open={searching} onOpen={() => setSearching(true)} />
      <div className="brk-rail" data-scrolls="">
        <Group
          list="rail-none"
          label={planner.notAssigned}
          count={shownOf(found.unassigned, unassigned)}
          place="none"
          end={
            <IconButton
              className="brk-only-narrow brk-push"
              icon={searching ? 'close' : 'search'}
              size="s"
              label={searching ? planner.endFinding : planner.findPeople}
              aria-expanded={searching}
              onClick={() => {
                if (searching) finding.clear();
                setSearching(!searching);
              }}
            />
          }
        >
          <ChoosingNote />
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
        <Group
          list="rail-main"
          label={planner.staying}
          count={shownOf(found.staying, staying)}
          place="main"
          folds
        >
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
          <Group list="rail-rooms" label={planner.inRooms} count={shownOf(found.seated, seated)}>
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
  /** How many are in it, and how many of them are found. */
  readonly count: readonly [found: number, of: number];
  /** Takes drops. */
  readonly place?: 'none' | 'main';
  /** Opens and closes where there is little room. */
  readonly folds?: boolean;
  readonly end?: ReactNode;
  readonly children: ReactNode;
}

function Group({ list, label, count, place, folds, end, children }: GroupProps) {
  const { planner, people } = useMessages();
  const heading = useId();
  const [found, of] = count;
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
        {label} <span className="brk-num">{found < of ? people.foundOf(found, of) : of}</span>
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

const shownOf = (found: readonly PersonKey[], all: readonly PersonKey[]) =>
  [found.length, all.length] as const;

/** Those of them who are found, in the same order; all while nothing is looked for. */
function useFound(people: readonly PersonKey[], { found }: FindingControls): readonly PersonKey[] {
  return useMemo(() => (found === null ? people : people.filter((key) => found.has(key))), [people, found]);
}
