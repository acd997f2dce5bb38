'use client';

import { useCallback } from 'react';
import { useKit } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import { whyNotManage } from '../../state/rules.js';
import type { State } from '../../state/types.js';
import { ladder } from '../../state/view/people.js';
import { roundsPlanned } from '../../state/view/rounds.js';
import type { Ladder as Counts } from '../../state/views.js';
import type { BoardState } from '../moving/board.js';
import { useOnBoard } from '../moving/useBoard.js';
import { useMove } from '../moving/useMove.js';
import { Button } from '../parts/Button.js';
import { IconButton } from '../parts/IconButton.js';
import { Ladder } from '../parts/Ladder.js';
import type { Place } from '../parts/placeIcons.js';

interface DeskHeadProps {
  /** The id of the title. */
  readonly titleId: string;
  readonly filter: Place | null;
  readonly onFilter: (place: Place) => void;
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
const roundOf = ({ round }: State) => round.number;

/** Which round this is, where everyone stands, and the way to end it. */
export function DeskHead({ titleId, filter, onFilter }: DeskHeadProps) {
  const { session, messages, announcer } = useKit('DeskHead');
  const { desk, common } = messages;
  const phase = useView((state) => state.round.phase);
  const round = useView(roundOf);
  const of = useView(roundsPlanned);
  const counts = useView(ladder);
  const whyNot = useView(whyNotManage);
  const grace = useView((state) => state.times.grace);
  const canUndo = useOnBoard(hasUndo);
  const { undo } = useMove();
  const end = useCallback(() => {
    announcer.say(desk.closingStarted(common.clock(grace)));
    void session.actions.endRooms();
  }, [session, announcer, desk, common, grace]);
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
      <div className="brk-head-row" data-line="">
        <div className="brk-head-text">
          <h2 className="brk-title" id={titleId}>
            {common.title}
          </h2>
          <p className="brk-quiet">{phases[phase]}</p>
        </div>
        <span className="brk-push" />
        {canUndo && <IconButton icon="undo" label={common.undo} onClick={undo} />}
        {phase === 'open' && (
          <Button
            kind="stop"
            unavailable={whyNot === null ? undefined : messages.reasons[whyNot.why]}
            onClick={end}
          >
            {desk.end}
          </Button>
        )}
      </div>
      {phase !== 'closed' && (
        <Ladder
          label={desk.whereEveryoneIs}
          steps={steps}
          pressed={new Set(filter === null ? [] : [filter])}
          onToggle={onFilter}
        />
      )}
    </header>
  );
}
