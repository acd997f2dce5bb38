/** Notices: the newest of each subject, until it is dismissed or answered. */
import type { OwnEvent } from './events.js';
import type { Notice, State } from './types.js';

type Given = Omit<Extract<OwnEvent, { type: 'notice.given' }>, 'type'>;

/** Adds a notice; an earlier one of the same subject goes. */
export function giveNotice(state: State, given: Given, at: number): State {
  const noticed = state.noticed + 1;
  const notice: Notice = {
    id: noticed,
    at,
    subject: given.subject,
    text: given.text,
    failure: given.failure ?? null,
    people: given.people ?? [],
    roomKey: given.roomKey ?? null,
    count: given.count ?? null,
    of: given.of ?? null,
  };
  const others = state.notices.filter((other) => other.subject !== given.subject);
  return { ...state, noticed, notices: [...others, notice] };
}

/** Takes notices of a subject away. */
export function clearNotices(state: State, subject: Notice['subject']): State {
  const notices = state.notices.filter((notice) => notice.subject !== subject);
  return notices.length === state.notices.length ? state : { ...state, notices };
}
