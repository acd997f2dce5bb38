'use client';

import { useMessages } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import type { State } from '../../state/types.js';
import { isOffering, notChosen } from '../../state/view/choosing.js';
import { labelOf } from '../moving/labels.js';
import { Icon } from '../parts/Icon.js';

/** Names in one sentence. The rest is a number; all of them are in the list below. */
const NAMES = 3;

/** While people choose: how many have not, and who cannot be asked because nobody heard of a kit of theirs. */
export function ChoosingNote() {
  return useView(isChosen) ? <WhoChose /> : null;
}

const isChosen = ({ plan }: State) => plan.split === 'choose';

function WhoChose() {
  const messages = useMessages();
  const { planner, common } = messages;
  const offering = useView(isOffering);
  const { waiting, beyond } = useView(notChosen);
  const names = useView((state: State) => beyond.slice(0, NAMES).map((key) => labelOf(state, key, messages)));
  const others = beyond.length - names.length;
  return (
    <div className="brk-choosing">
      {offering && (
        <p>
          <Icon name={waiting.length === 0 ? 'inroom' : 'people'} size="s" />
          <span>{waiting.length === 0 ? planner.everyoneChose : planner.notChosen(waiting.length)}</span>
        </p>
      )}
      {beyond.length > 0 && (
        <p>
          <Icon name="info" size="s" />
          <span>
            {planner.beyondAsking(
              beyond.length,
              common.names(others > 0 ? [...names, common.people(others)] : names),
            )}
          </span>
        </p>
      )}
    </div>
  );
}
