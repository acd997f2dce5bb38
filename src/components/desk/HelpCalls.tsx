'use client';

import { useId, useRef } from 'react';
import { useKit } from '../../hooks/kit.js';
import { useHelp } from '../../hooks/useHelp.js';
import { useElapsed } from '../../hooks/useRemaining.js';
import { useView, useViewOf } from '../../hooks/useView.js';
import { whyNotVisit } from '../../state/rules.js';
import type { PersonKey, RoomKey, State } from '../../state/types.js';
import type { HelpView } from '../../state/views.js';
import { focusFirst, focusIsLost, tabbables } from '../dialog/focus.js';
import { labelOf, roomLabel } from '../moving/labels.js';
import { Button } from '../parts/Button.js';
import { Icon } from '../parts/Icon.js';
import { PersonName } from '../parts/PersonName.js';
import { Plate, roomHue } from '../parts/Plate.js';
import { useBrowserLayoutEffect } from '../parts/useBrowserLayoutEffect.js';

/** Who asks for a moderator, the longest wait first. Nothing while nobody does. */
export function HelpCalls() {
  const { desk } = useKit('HelpCalls').messages;
  const { calls } = useHelp();
  const heading = useId();
  if (calls.length === 0) return null;
  return (
    <div role="group" aria-labelledby={heading} className="brk-group">
      <h3 className="brk-group-head" id={heading} tabIndex={-1} data-heading="">
        {desk.help} <span className="brk-num">{calls.length}</span>
      </h3>
      <ul className="brk-calls" role="list">
        {calls.map((call) => (
          <Call key={call.person} call={call} />
        ))}
      </ul>
    </div>
  );
}

const isIn = (state: State, { by, roomKey }: { by: PersonKey | null; roomKey: RoomKey | null }) => {
  const place = by === null ? undefined : state.people.get(by)?.place;
  return place?.at === 'in-room' && place.roomKey === roomKey;
};

function Call({ call }: { readonly call: HelpView }) {
  const { messages, announcer } = useKit('HelpCalls');
  const { desk, common, reasons } = messages;
  const { claim, release, resolve, whyNotAnswer } = useHelp();
  const { person, roomKey, number, since, claimedBy, isMine } = call;
  const who = useView((state) => labelOf(state, person, messages));
  const by = useView((state) => (claimedBy === null ? '' : labelOf(state, claimedBy, messages)));
  const there = useView((state) => isIn(state, { by: claimedBy, roomKey }));
  const age = useElapsed(since) ?? 0;
  const card = useRef<HTMLLIElement>(null);
  const wasMine = useRef(isMine);
  // The button that was pressed gives way to what comes next, in the same place.
  useBrowserLayoutEffect(() => {
    const isNew = wasMine.current !== isMine;
    wasMine.current = isMine;
    if (isNew && card.current !== null && focusIsLost(card.current.ownerDocument))
      focusFirst(tabbables(card.current));
  }, [isMine]);
  const status =
    claimedBy === null
      ? desk.waiting(common.clock(Math.floor(age / 1000) * 1000))
      : isMine
        ? desk.youOnTheWay
        : there
          ? desk.isThere(by)
          : desk.onTheWay(by);
  return (
    <li
      ref={card}
      className="brk-call"
      data-state={claimedBy === null ? 'waiting' : 'claimed'}
      data-room={number === null ? undefined : roomHue(number)}
    >
      <div className="brk-call-row">
        {number === null ? (
          <Icon name="hand" />
        ) : (
          <Plate room={number} label={roomLabel({ number, name: call.name }, messages)} />
        )}
        <p className="brk-call-text">
          <strong>
            <PersonName name={who} />
          </strong>
          <small>{status}</small>
        </p>
        {claimedBy === null && (
          <Button
            size="s"
            icon="hand"
            aria-label={desk.claimFrom(who)}
            unavailable={whyNotAnswer === null ? undefined : reasons[whyNotAnswer.why]}
            onClick={() => {
              claim({ person });
              announcer.say(desk.claimed(who));
            }}
          >
            {desk.claim}
          </Button>
        )}
        {claimedBy !== null && !isMine && <Icon name="inroom" />}
      </div>
      {isMine && (
        <div className="brk-call-acts">
          {roomKey !== null && <VisitCall roomKey={roomKey} label={roomLabel(call, messages)} />}
          <Button
            size="s"
            aria-label={desk.doneFor(who)}
            onClick={() => {
              resolve({ person });
              announcer.say(desk.helped(who));
            }}
          >
            {desk.done}
          </Button>
          <Button
            size="s"
            kind="quiet"
            aria-label={desk.notMeFor(who)}
            onClick={() => {
              release({ person });
              announcer.say(desk.released(who));
            }}
          >
            {desk.notMe}
          </Button>
        </div>
      )}
    </li>
  );
}

function VisitCall({ roomKey, label }: { readonly roomKey: RoomKey; readonly label: string }) {
  const { session, messages } = useKit('HelpCalls');
  const whyNot = useViewOf(whyNotVisit, roomKey);
  return (
    <Button
      size="s"
      icon="go"
      aria-label={messages.desk.visitRoom(label)}
      unavailable={whyNot === null ? undefined : messages.reasons[whyNot.why]}
      onClick={() => void session.actions.visitRoom({ roomKey })}
    >
      {messages.desk.visit}
    </Button>
  );
}
