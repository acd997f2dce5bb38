/** Notices: the newest of each subject, until it is dismissed or answered. */
import type { OwnEvent } from './events.js';
import type { Notice, State } from './types.js';

type Given = Omit<Extract<OwnEvent, { type: 'notice.given' }>, 'type'>;

/** Adds a notice; an earlier one of the same subject goes. */
export function giveNotice(state: State, given: Given, at: number): State {
  const last = state.notices.reduce((highest, notice) => Math.max(highest, notice.id), 0);
  const notice: Notice = {
    id: last + 1,
    at,
    subject: given.subject,
    text: given.text,
    failure: given.failure ?? null,
    people: given.people ?? [],
    roomKey: given.roomKey ?? null,
    count: given.count ?? null,
    of: given.of ?? null,
  };
  return { ...state, notices: [...state.notices.filter((other) => other.subject !== given.subject), notice] };
}

/** Takes notices of a subject away. */
export function clearNotices(state: State, subject: Notice['subject']): State {
  const notices = state.notices.filter((notice) => notice.subject !== subject);
  return notices.length === state.notices.length ? state : { ...state, notices };
}
