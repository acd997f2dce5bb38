/** Makes calls, and keeps the ledger of them. */
import type { Answer } from '../room/roomPort.js';
import type { Call } from '../state/types.js';
import type { Core } from './core.js';

/** What makes calls for a core. The port promises that every answer comes; this writes them down. */
export function createPerform({
  dispatch,
  clock,
  random,
}: Pick<Core, 'dispatch' | 'clock' | 'random'>): Core['perform'] {
  return async (kind, { roomKey = null, people = [], limit }, call) => {
    const id = random.id('call');
    const sentAt = clock.now();
    const entry: Call = { id, kind, roomKey, people, sentAt, giveUpAt: sentAt + limit, overdue: false };
    dispatch({ type: 'call.opened', call: entry });
    const answer = await call();
    if (answer.ok) dispatch({ type: 'call.answered', callId: id });
    else if (answer.late) {
      dispatch({ type: 'call.overdue', callId: id, failure: answer.failure });
      void answer.late.then((late: Answer) =>
        dispatch(
          late.ok
            ? { type: 'call.answered', callId: id }
            : { type: 'call.refused', callId: id, failure: late.failure },
        ),
      );
    } else dispatch({ type: 'call.refused', callId: id, failure: answer.failure });
    return answer;
  };
}
