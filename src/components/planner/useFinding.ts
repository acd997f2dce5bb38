'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { useKit } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import type { Person, PersonKey } from '../../state/types.js';
import { everybodyKeys } from '../../state/view/people.js';
import {
  FINDING_NOBODY,
  found,
  isFinding,
  type Finding,
  type PeopleFilter,
  type WordsOf,
} from '../../state/view/finding.js';

/** How long nobody types before the number of the found is said: a word for each letter would never end. */
const SETTLED_MS = 500;

/** What {@link useFinding} gives. */
export interface FindingControls extends Finding {
  /** Something is looked for. */
  readonly active: boolean;
  /** Everybody who is found; `null` while nothing is looked for. */
  readonly found: ReadonlySet<PersonKey> | null;
  readonly setText: (text: string) => void;
  readonly toggle: (filter: PeopleFilter) => void;
  /** Nothing is looked for any more. */
  readonly clear: () => void;
}

/** Keeps what a moderator looks for in the rail, and says once how many that are. It is on this screen only. */
export function useFinding(): FindingControls {
  const { session, messages, announcer } = useKit('useFinding');
  const [finding, setFinding] = useState(FINDING_NOBODY);
  const [wordsOf] = useState(() => addressesOf(session));
  const people = useView((state) => found(state, finding, wordsOf));
  const said = useRef(finding);

  useEffect(() => {
    if (said.current === finding) return undefined;
    return session.clock.after(SETTLED_MS, () => {
      said.current = finding;
      const state = session.store.getState();
      const now = found(state, finding, wordsOf);
      const { people: words } = messages;
      announcer.say(now === null ? words.everybody(everybodyKeys(state).length) : words.found(now.size));
    });
  }, [session, messages, announcer, finding, wordsOf]);

  const setText = useCallback((text: string) => setFinding((now) => ({ ...now, text })), []);
  const toggle = useCallback(
    (filter: PeopleFilter) =>
      setFinding((now) => {
        const filters = new Set(now.filters);
        if (!filters.delete(filter)) filters.add(filter);
        return { ...now, filters };
      }),
    [],
  );
  const clear = useCallback(() => setFinding(FINDING_NOBODY), []);
  return { ...finding, active: isFinding(finding), found: people, setText, toggle, clear };
}

/** The address of somebody, where the application gave it. It is asked once for each person, not at each letter. */
function addressesOf({ personInfo }: ReturnType<typeof useKit>['session']): WordsOf {
  const known = new WeakMap<Person, string>();
  return (person) => {
    const address = known.get(person) ?? personInfo(person.key).email ?? '';
    known.set(person, address);
    return address;
  };
}
