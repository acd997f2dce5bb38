/** The ledger of calls: what was asked of the service and not answered yet. */
import { withEntry, withoutEntry } from './maps.js';
import type { Call, CallId, State } from './types.js';

/** A call was made. */
export const openCall = (state: State, call: Call): State => ({
  ...state,
  calls: withEntry(state.calls, call.id, call),
});

/** It is settled, well or not: with the call, its hope goes. */
export function closeCall(state: State, callId: CallId): State {
  const calls = withoutEntry(state.calls, callId);
  return calls === state.calls ? state : { ...state, calls };
}

/** It is past its limit: no hope is shown any more, a late answer is still honoured. */
export function overdueCall(state: State, callId: CallId): State {
  const call = state.calls.get(callId);
  return call && !call.overdue
    ? { ...state, calls: withEntry(state.calls, callId, { ...call, overdue: true }) }
    : state;
}
