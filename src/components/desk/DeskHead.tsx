'use client';

import { useCallback } from 'react';
import { useKit } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import { whyNotAnnounce, whyNotManage } from '../../state/rules.js';
import type { State } from '../../state/types.js';
import { driverView, otherModerators } from '../../state/view/live.js';
import { ladder } from '../../state/view/people.js';
import { isLive } from '../../state/view/rooms.js';
import { roundsPlanned } from '../../state/view/rounds.js';
import type { Ladder as Counts } from '../../state/views.js';
import type { BoardState } from '../moving/board.js';
import { useOnBoard } from '../moving/useBoard.js';
import { useMove } from '../moving/useMove.js';
import { Button } from '../parts/Button.js';
import { IconButton } from '../parts/IconButton.js';
import { Ladder } from '../parts/Ladder.js';
import type { Place } from '../parts/placeIcons.js';
import { ClosingBar } from './ClosingBar.js';
import { useCompose } from './compose.js';
import { DeskMenu } from './DeskMenu.js';
import { DeskNotes } from './DeskNotes.js';
import { MoreTime, Timer } from './DeskTime.js';
import { MessagePanel } from './MessagePanel.js';

interface DeskHeadProps {
  /** The id of the title. */
  readonly titleId: string;
  readonly filter: Place | null;
  readonly onFilter: (place: Place) => void;
  /** Where there is little room: the rail's search and its people are open. */
  readonly searching: boolean;
  readonly onSearch: () => void;
}

/** These are always there, so that a step does not jump away from under the pointer; the others come when they are not zero. */
const ALWAYS: ReadonlySet<Place> = new Set([
  'in-room',
  'joining',
  'invited',
  'no-answer',
  'declined',
  'main',
]);
const ORDER: readonly (keyof Counts)[] = [
  'in-room',
  'joining',
  'away',
  'invited',
  'planned',
  'no-answer',
  'failed',
  'declined',
  'main',
];

const hasUndo = ({ undos }: BoardState) => undos.length > 0;
/** Worth saying only where somebody else could, and kits keep to it. */
const runsAmongOthers = (state: State) =>
  state.capabilities.wire && driverView(state)?.isMe === true && otherModerators(state).length > 0;
const roundOf = ({ round }: State) => round.number;

/** Which round this is and how long it still goes, where everyone stands, and what is done to all rooms at once. */
export function DeskHead({ titleId, filter, onFilter, searching, onSearch }: DeskHeadProps) {
  const { messages } = useKit('DeskHead');
  const { desk, common, planner } = messages;
  const phase = useView((state) => state.round.phase);
  const live = useView(isLive);
  const round = useView(roundOf);
  const of = useView(roundsPlanned);
  const counts = useView(ladder);
  const iRun = useView(runsAmongOthers);
  const canUndo = useOnBoard(hasUndo);
  const { undo } = useMove();
  const phases = {
    draft: '',
    opening: desk.opening,
    open: desk.open(round, of),
    closing: desk.closing,
    closed: desk.closed,
  };
  const steps = ORDER.filter((step) => ALWAYS.has(step) || counts[step] > 0).map((step) => ({
    state: step,
    label: common.statuses[step],
    count: counts[step],
  }));
  return (
    <header className="brk-head">
      <div className="brk-head-row brk-desk-row">
        <div className="brk-head-text">
          <h2 className="brk-title" id={titleId}>
            {common.title}
          </h2>
          <p className="brk-quiet">
            {iRun ? (
              <>
                <span className="brk-hide-narrow">{desk.youRunThem(phases[phase])}</span>
                <span className="brk-only-narrow">{phases[phase]}</span>
              </>
            ) : (
              phases[phase]
            )}
          </p>
        </div>
        <span className="brk-push" />
        <Timer />
        {live && (
          <IconButton
            className="brk-only-narrow"
            icon={searching ? 'close' : 'search'}
            label={searching ? planner.endFinding : planner.findPeople}
            aria-expanded={searching}
            onClick={onSearch}
          />
        )}
        <DeskMenu className="brk-only-narrow" />
        {live && (
          <div className="brk-desk-acts">
            <MoreTime />
            <span className="brk-push" />
            {canUndo && <IconButton icon="undo" label={common.undo} onClick={undo} />}
            <MessageAll />
            <EndRooms />
            <DeskMenu className="brk-hide-narrow" />
          </div>
        )}
      </div>
      <DeskNotes />
      {phase !== 'closed' && (
        <Ladder
          label={desk.whereEveryoneIs}
          steps={steps}
          pressed={new Set(filter === null ? [] : [filter])}
          onToggle={onFilter}
        />
      )}
      {live && (
        <>
          <ClosingBar />
          <MessagePanel />
        </>
      )}
    </header>
  );
}

function MessageAll() {
  const { messages } = useKit('DeskHead');
  const { to, begin, end } = useCompose();
  const whyNot = useView(whyNotAnnounce);
  if (whyNot?.why === 'not-supported') return null;
  const open = to !== null && to.room === null;
  return (
    <Button
      icon="horn"
      aria-expanded={open}
      unavailable={whyNot === null ? undefined : messages.reasons[whyNot.why]}
      onClick={() => (open ? end() : begin(null))}
    >
      {messages.desk.messageAll}
    </Button>
  );
}

function EndRooms() {
  const { session, messages, announcer } = useKit('DeskHead');
  const { desk, common } = messages;
  const phase = useView((state) => state.round.phase);
  const whyNot = useView(whyNotManage);
  const grace = useView((state) => state.times.grace);
  const end = useCallback(() => {
    announcer.say(desk.closingStarted(common.clock(grace)));
    void session.actions.endRooms();
  }, [session, announcer, desk, common, grace]);
  if (phase !== 'open') return null;
  return (
    <Button
      kind="stop"
      unavailable={whyNot === null ? undefined : messages.reasons[whyNot.why]}
      onClick={end}
      {...{ 'data-end': '' }}
    >
      {desk.end}
    </Button>
  );
}
