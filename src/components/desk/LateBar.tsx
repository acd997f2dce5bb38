'use client';

import { useKit } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import { whyNotInvite } from '../../state/rules.js';
import type { PersonKey, State } from '../../state/types.js';
import { latecomers, returners } from '../../state/view/late.js';
import { useMove } from '../moving/useMove.js';
import { useBoard } from '../moving/useBoard.js';
import { AvatarStack } from '../parts/AvatarStack.js';
import { Button } from '../parts/Button.js';

interface LateBarProps {
  /** Shows them in the rail, with the focus on the first. */
  readonly onChoose: (people: readonly PersonKey[]) => void;
}

const mayPlace = (state: State) => whyNotInvite(state, latecomers(state)) === null;

/** "2 people joined late", and where they could go. For whoever runs the rooms; the others see them in the rail. */
export function LateBar({ onChoose }: LateBarProps) {
  const { session, messages } = useKit('LateBar');
  const { desk } = messages;
  const board = useBoard();
  const { tell, tellStep } = useMove();
  const late = useView(latecomers);
  const back = useView(returners);
  const may = useView(mayPlace);
  const names = useView((state) => late.map((key) => state.people.get(key)?.name ?? ''));
  if (late.length === 0 || !may) return null;
  const place = (how: 'fill' | 'former', people: readonly PersonKey[]) => {
    const { moved, left } = session.actions.placeLate({ how, people });
    if (moved.length === 0) return tell(desk.lateNoSeats);
    tellStep(
      left.length > 0 ? desk.latePlacedSome(moved.length, left.length) : desk.latePlaced(moved.length),
      {
        what: desk.placeLate(moved.length),
        back() {
          session.actions.movePeople({ people: moved, to: 'none' }, 'undo');
          return 0;
        },
        again: () => moved.length - session.actions.placeLate({ how, people: moved }).moved.length,
      },
    );
  };
  return (
    <div className="brk-strip">
      <span className="brk-strip-text">{desk.lateBar(late.length)}</span>
      <AvatarStack
        people={late.map((personKey, at) => ({ personKey, name: names[at] ?? '' }))}
        max={4}
        on="accent"
      />
      <div className="brk-strip-acts">
        <Button
          size="s"
          kind="quiet"
          onClick={() => {
            board.set({ selected: new Set(late), anchor: null, reach: null });
            onChoose(late);
          }}
        >
          {desk.chooseRooms}
        </Button>
        {back.length > 0 && (
          <Button size="s" onClick={() => place('former', back)}>
            {desk.backToFormer}
          </Button>
        )}
        <Button size="s" onClick={() => place('fill', late)}>
          {desk.fillSmallest}
        </Button>
      </div>
    </div>
  );
}
