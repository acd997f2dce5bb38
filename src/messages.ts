/** Every sentence a person may read or hear. English is the catalogue; a language is another object of the same type. */
import { english } from './locales/en.js';

/** The catalogue: plain sentences, and functions where a sentence counts or names. A missing key is a compile error. */
export type Messages = typeof english;

/** A part of the catalogue, to replace single sentences: `{ person: { join: 'Come in' } }`. */
export type MessageChanges = { readonly [Part in keyof Messages]?: Partial<Messages[Part]> };

export { english };

/** English with some sentences replaced. */
export function withMessages(changes: MessageChanges, base: Messages = english): Messages {
  return {
    common: { ...base.common, ...changes.common },
    planner: { ...base.planner, ...changes.planner },
    people: { ...base.people, ...changes.people },
    options: { ...base.options, ...changes.options },
    desk: { ...base.desk, ...changes.desk },
    person: { ...base.person, ...changes.person },
    list: { ...base.list, ...changes.list },
    record: { ...base.record, ...changes.record },
    setups: { ...base.setups, ...changes.setups },
    failures: { ...base.failures, ...changes.failures },
    reasons: { ...base.reasons, ...changes.reasons },
  };
}
