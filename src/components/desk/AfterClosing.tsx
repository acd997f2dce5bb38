'use client';

import { useKit } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import { memo } from '../../state/memo.js';
import type { PersonKey, State } from '../../state/types.js';
import { everybody } from '../../state/view/people.js';
import { labelOf } from '../moving/labels.js';
import { Button } from '../parts/Button.js';
import { EmptyState } from '../parts/EmptyState.js';
import { Icon } from '../parts/Icon.js';
import { Stripe } from '../parts/Stripe.js';

/** More names than this and the rest is a number. */
const NAMES = 3;

/** Who was in a room in this round, and who of them is not back. */
const back: (state: State) => { readonly of: number; readonly away: readonly PersonKey[] } = memo(
  (state: State) => [state.people, state.plan],
  (state: State) => {
    const away = everybody(state)
      .filter(({ place }) => place.at === 'in-room' || place.at === 'joining')
      .map(({ key }) => key);
    const seated = everybody(state).filter(({ key }) => state.plan.seats.has(key) || away.includes(key));
    return { of: seated.length, away };
  },
);

/** Whether the service or the person's own kit can bring them. */
const canBring = ({ capabilities, people }: State, key: PersonKey) =>
  capabilities.recall || (capabilities.wire && people.get(key)?.hasKit === true);

/** After the rooms: who is back, who is still on the way, and the same rooms again. */
export function AfterClosing() {
  const { session, messages } = useKit('AfterClosing');
  const { desk, common } = messages;
  const { of, away } = useView(back);
  const rooms = useView((state) => state.plan.rooms.length);
  const names = useView((state) => away.slice(0, NAMES).map((key) => labelOf(state, key, messages)));
  const bring = useView((state) => away.some((key) => canBring(state, key)));
  const said = desk.back(of - away.length, of);
  if (away.length === 0)
    return (
      <EmptyState
        className="brk-back"
        art={<Stripe data-room="4" seats={Array.from({ length: of }, () => 'taken' as const)} label={said} />}
        title={desk.everyoneBack}
        reason={desk.everyoneBackText(of, rooms)}
        actions={<Button onClick={session.actions.planAgain}>{desk.sameAgain}</Button>}
      />
    );
  const others = away.length - names.length;
  const who = common.names(others > 0 ? [...names, common.people(others)] : names);
  return (
    <>
      <div className="brk-strip">
        <Icon name="inroom" />
        <span className="brk-strip-text">{said}</span>
        <span className="brk-quiet">{desk.stillAway(who, away.length)}</span>
        <span className="brk-push" />
        {bring && <Button onClick={() => void session.actions.closeNow()}>{desk.bringBack}</Button>}
      </div>
      <div>
        <Button onClick={session.actions.planAgain}>{desk.sameAgain}</Button>
      </div>
    </>
  );
}
