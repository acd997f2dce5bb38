'use client';

import { forwardRef, useCallback, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useKit } from '../../hooks/kit.js';
import { useFirstDraft } from '../../hooks/useFirstDraft.js';
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
import { isElement } from '../parts/isElement.js';
import { Surface, type SurfaceProps } from '../parts/Surface.js';
import { AddRoom } from './AddRoom.js';
import { OptionsPanel } from './options/OptionsPanel.js';
import { ShowOptions } from './options/showOptions.js';
import { useOptionsPanel } from './options/useOptionsPanel.js';
import type { FindHandle } from './FindPeople.js';
import { emptiness, PlannerEmpty } from './PlannerEmpty.js';
import { PlannerFoot } from './PlannerFoot.js';
import { PlannerHead } from './PlannerHead.js';
import { PlannerRoom } from './PlannerRoom.js';
import { Pool } from './Pool.js';
import { useCardFit } from './useCardFit.js';
import { useHistoryKeys } from './useHistoryKeys.js';
import { useRosterNews } from './useRosterNews.js';

/** Props of {@link RoomPlanner}. */
export interface RoomPlannerProps extends Omit<SurfaceProps, 'children' | 'layer'> {
  /** Called by the cross in the header. Without it there is none. */
  readonly onClose?: (() => void) | undefined;
  /**
   * Keys that are letters, as M for the menu. Switch them off where people talk to their computer.
   * @default true
   */
  readonly letterKeys?: boolean | undefined;
}

/**
 * Who should sit where: the draft that a moderator sees, changes by menu, tap, keys or drag, and opens. It begins with
 * an even split; nobody moves before the rooms are opened.
 *
 * Element: `div.brk.brk-planner` around `div.brk-frame`, as high as what it is put in. Data on the frame: `moving` while people are in hand; on a room: `room`,
 * `drop` (`allowed`, `short`, `current`, `full`), `folded`; on a person: `selected`, `state` (`origin`, `lifted`).
 *
 * @example
 * <RoomPlanner onClose={() => setPlanning(false)} />
 */
export const RoomPlanner = forwardRef<HTMLDivElement, RoomPlannerProps>(function RoomPlanner(
  { onClose, letterKeys = true, container, className, ...rest },
  ref,
) {
  const kit = useKit('RoomPlanner');
  const [board] = useState(createBoard);
  const empty = useView(emptiness);
  const many = useView(areMany);
  useFirstDraft();
  return (
    <Surface
      ref={ref}
      container={container ?? kit.container}
      {...rest}
      density={rest.density ?? (many ? 'compact' : undefined)}
      className={classNames('brk-planner', className)}
    >
      <BoardContext.Provider value={board}>
        {empty === null ? (
          <Frame onClose={onClose} letterKeys={letterKeys} />
        ) : (
          <PlannerEmpty reason={empty} />
        )}
      </BoardContext.Provider>
    </Surface>
  );
});

interface FrameProps {
  readonly onClose: (() => void) | undefined;
  readonly letterKeys: boolean;
}

/** From this many people on, people are drawn smaller, and cards show those who fit. */
const MANY = 60;
const areMany = (state: State) => everybodyKeys(state).length >= MANY;

function Frame({ onClose, letterKeys }: FrameProps) {
  const { messages } = useKit('RoomPlanner');
  const root = useRef<HTMLElement>(null);
  const search = useRef<FindHandle>(null);
  const title = useId();
  const help = useId();
  const rooms = useView(roomKeys);
  const cards = useRef<HTMLDivElement>(null);
  const places = useCardFit(cards, rooms.length, useView(areMany));
  const options = useOptionsPanel(root);
  useRosterNews();
  usePlannerDrag(root);
  useFocusHeld(root);
  const presses = usePeoplePresses();
  const peopleKeys = usePeopleKeys({ letterKeys });
  const historyKeys = useHistoryKeys();
  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      peopleKeys(event);
      if (event.defaultPrevented) return;
      historyKeys(event);
      if (event.key !== '/' || isField(event.target)) return;
      event.preventDefault();
      search.current?.focus();
    },
    [peopleKeys, historyKeys],
  );
  return (
    // Presses and keys of every list arrive here once; what is pressed are buttons and rows.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={root}
      className="brk-frame"
      data-view="planner"
      aria-labelledby={title}
      data-options={options.open && !options.open.sheet ? '' : undefined}
      onKeyDown={onKeyDown}
      {...presses}
    >
      <PlannerHead onClose={onClose} titleId={title} options={options} />
      <OptionsPanel options={options} />
      <p id={help} hidden>
        {messages.planner.listHelp}
      </p>
      <ShowOptions.Provider value={options.show}>
        <div className="brk-body">
          <Pool ref={search} help={help} />
          <div ref={cards} className="brk-rooms">
            {rooms.map((key) => (
              <PlannerRoom key={key} roomKey={key} help={help} places={places} />
            ))}
            <AddRoom />
          </div>
          <BulkBar />
        </div>
        <KeysBar />
        <PlannerFoot />
      </ShowOptions.Provider>
      <MoveMenu />
      <MoveToast />
    </section>
  );
}

const isField = (target: EventTarget) => isElement(target) && target.matches('input, textarea, select');
