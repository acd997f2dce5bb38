'use client';

import { forwardRef, useCallback, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useKit } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import type { State } from '../../state/types.js';
import { everybodyKeys } from '../../state/view/people.js';
import { roomKeys } from '../../state/view/rooms.js';
import { createBoard } from '../moving/board.js';
import { BulkBar } from '../moving/BulkBar.js';
import { KeysBar } from '../moving/KeysBar.js';
import { MoveMenu } from '../moving/MoveMenu.js';
import { MoveToast } from '../moving/MoveToast.js';
import { BoardContext } from '../moving/useBoard.js';
import { useFocusHeld } from '../moving/useFocusHeld.js';
import { usePeopleKeys } from '../moving/usePeopleKeys.js';
import { usePeoplePresses } from '../moving/usePeoplePresses.js';
import { usePlannerDrag } from '../moving/usePlannerDrag.js';
import { classNames } from '../parts/classNames.js';
import { EmptyState } from '../parts/EmptyState.js';
import { isElement } from '../parts/isElement.js';
import { Surface, type SurfaceProps } from '../parts/Surface.js';
import { useHistoryKeys } from '../planner/useHistoryKeys.js';
import { AfterClosing } from './AfterClosing.js';
import { ComposeContext } from './compose.js';
import { DeskHead } from './DeskHead.js';
import { DeskNotices } from './DeskNotices.js';
import { DeskPool } from './DeskPool.js';
import { DeskRoom } from './DeskRoom.js';
import { LateBar } from './LateBar.js';
import { RoomClosingContext } from './roomClosing.js';
import { useComposing } from './useComposing.js';
import { useDeskRail } from './useDeskRail.js';
import { useEndedFocus } from './useEndedFocus.js';
import { useRemoteNews } from './useRemoteNews.js';
import { useRoomClosings } from './useRoomClosings.js';
import { useTimeSpoken } from './useTimeSpoken.js';

/** Props of {@link LiveDesk}. */
export interface LiveDeskProps extends Omit<SurfaceProps, 'children' | 'layer'> {
  /**
   * Keys that are letters, as M for the menu. Switch them off where people talk to their computer.
   * @default true
   */
  readonly letterKeys?: boolean | undefined;
}

/**
 * Where everyone is while the rooms are open: one ladder, and a card for each room with exceptions first. From here a
 * moderator invites again, visits rooms, and ends them with time to come back. People move by menu, tap, keys and drag
 * as in {@link RoomPlanner}, and they really go: each move can be taken back. Beside them: the time and more of it, calls
 * for help, messages and who has seen them, people who joined late. Of several moderators one runs the rooms; the others
 * see the same, visit, help and write. What a meeting cannot do has no control.
 *
 * Element: `div.brk.brk-desk` around `div.brk-frame`, as high as what it is put in. Data on the frame: `phase`
 * (`opening`, `open`, `closing`, `closed`), `moving` while people are in hand; on a room: `room`, `drop`, `folded`; on a
 * person: `selected`, `state` (`origin`, `lifted`); on a status word: `state`.
 *
 * @example
 * <LiveDesk />
 */
export const LiveDesk = forwardRef<HTMLDivElement, LiveDeskProps>(function LiveDesk(
  { letterKeys = true, container, className, ...rest },
  ref,
) {
  const kit = useKit('LiveDesk');
  const [board] = useState(createBoard);
  const phase = useView(phaseOf);
  const many = useView(areMany);
  return (
    <Surface
      ref={ref}
      container={container ?? kit.container}
      {...rest}
      density={rest.density ?? (many ? 'compact' : undefined)}
      className={classNames('brk-desk', className)}
    >
      <BoardContext.Provider value={board}>
        {phase === 'draft' ? (
          <EmptyState level={2} title={kit.messages.reasons['not-open']} />
        ) : (
          <Frame letterKeys={letterKeys} />
        )}
      </BoardContext.Provider>
    </Surface>
  );
});

/** From this many people on, people are drawn smaller, as in the planner. */
const MANY = 60;
const areMany = (state: State) => everybodyKeys(state).length >= MANY;
const phaseOf = ({ round }: State) => round.phase;

function Frame({ letterKeys }: { readonly letterKeys: boolean }) {
  const { messages } = useKit('LiveDesk');
  const root = useRef<HTMLElement>(null);
  const title = useId();
  const help = useId();
  const search = useRef<HTMLInputElement>(null);
  const phase = useView(phaseOf);
  const rooms = useView(roomKeys);
  usePlannerDrag(root);
  useFocusHeld(root);
  const presses = usePeoplePresses();
  const peopleKeys = usePeopleKeys({ letterKeys });
  const historyKeys = useHistoryKeys();
  useRemoteNews();
  useTimeSpoken();
  const composing = useComposing(root);
  const closings = useRoomClosings();
  const { filter, toggleFilter, finding, open, toggleSearch, find, show } = useDeskRail(search);
  useEndedFocus(root);
  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      peopleKeys(event);
      if (event.defaultPrevented) return;
      historyKeys(event);
      if (event.key !== '/') return;
      if (isElement(event.target) && event.target.matches('input, textarea')) return;
      event.preventDefault();
      find();
    },
    [peopleKeys, historyKeys, find],
  );
  return (
    // Presses and keys of every list arrive here once; what is pressed are buttons and rows.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={root}
      className="brk-frame"
      data-view="desk"
      data-phase={phase}
      aria-labelledby={title}
      onKeyDown={onKeyDown}
      {...presses}
    >
      <ComposeContext.Provider value={composing}>
        <RoomClosingContext.Provider value={closings}>
          <DeskHead
            titleId={title}
            filter={filter}
            onFilter={toggleFilter}
            searching={open || finding.active}
            onSearch={toggleSearch}
          />
          <p id={help} hidden>
            {messages.planner.listHelp}
          </p>
          {phase === 'closed' ? (
            <div className="brk-body" data-columns="1">
              <DeskNotices />
              <AfterClosing />
            </div>
          ) : (
            <div className="brk-body">
              <DeskPool ref={search} filter={filter} finding={finding} open={open} help={help} />
              <div className="brk-rooms">
                <DeskNotices />
                <LateBar onChoose={show} />
                {rooms.map((key) => (
                  <DeskRoom key={key} roomKey={key} filter={filter} help={help} />
                ))}
              </div>
              <BulkBar />
            </div>
          )}
        </RoomClosingContext.Provider>
      </ComposeContext.Provider>
      <KeysBar />
      <MoveMenu />
      <MoveToast />
    </section>
  );
}
