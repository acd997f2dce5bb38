'use client';

import { useKit } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import type { State } from '../../state/types.js';
import { everybody, outside } from '../../state/view/people.js';
import { roundNumber, roundsPlanned } from '../../state/view/rounds.js';
import { Button } from '../parts/Button.js';
import { EmptyState } from '../parts/EmptyState.js';
import { Icon } from '../parts/Icon.js';
import { Stripe } from '../parts/Stripe.js';
import { NextRound } from './NextRound.js';
import { SaveRecord } from './SaveRecord.js';
import { useNames } from './useNames.js';

/** How many people had a seat in this round, or are still in a room. */
const seats = (state: State) => {
  const { recallable, beyondRecall } = outside(state);
  const away = new Set([...recallable, ...beyondRecall]);
  return everybody(state).filter(({ key }) => state.plan.seats.has(key) || away.has(key)).length;
};

/** After the rooms: who is back, who is still on the way, and the next round. */
export function AfterClosing() {
  const { session, messages } = useKit('AfterClosing');
  const { desk } = messages;
  const of = useView(seats);
  const { recallable, beyondRecall } = useView(outside);
  const rooms = useView((state) => state.plan.rooms.length);
  const round = useView(roundNumber);
  const last = useView(roundsPlanned);
  const onTheWay = useNames(recallable);
  const asked = useNames(beyondRecall);
  const away = recallable.length + beyondRecall.length;
  const said = desk.back(of - away, of);
  if (away === 0)
    return (
      <EmptyState
        className="brk-back"
        art={<Stripe data-room="4" seats={Array.from({ length: of }, () => 'taken' as const)} label={said} />}
        title={desk.everyoneBack}
        reason={`${desk.everyoneBackText(of, rooms)} ${desk.roundWas(round, last)}`}
        actions={
          <>
            <NextRound />
            <SaveRecord />
          </>
        }
      />
    );
  return (
    <>
      <div className="brk-strip">
        <Icon name="inroom" />
        <span className="brk-strip-text">{said}</span>
        <span className="brk-quiet">{desk.roundWas(round, last)}</span>
        {onTheWay !== '' && <span className="brk-quiet">{desk.stillAway(onTheWay, recallable.length)}</span>}
        {asked !== '' && <span className="brk-quiet">{desk.askBack(asked)}</span>}
        <span className="brk-push" />
        {onTheWay !== '' && <Button onClick={() => void session.actions.closeNow()}>{desk.bringBack}</Button>}
      </div>
      <div className="brk-empty-acts">
        <NextRound />
        <SaveRecord />
      </div>
    </>
  );
}
