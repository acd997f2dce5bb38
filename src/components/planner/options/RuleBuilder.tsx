'use client';

import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useMessages } from '../../../hooks/kit.js';
import { useView } from '../../../hooks/useView.js';
import { sameNameKey } from '../../../state/displayName.js';
import type { PersonKey, State } from '../../../state/types.js';
import { everybody } from '../../../state/view/people.js';
import type { RuleView } from '../../../state/views.js';
import { useBoard } from '../../moving/useBoard.js';
import { Button } from '../../parts/Button.js';
import { SearchField } from '../../parts/SearchField.js';
import { Segmented } from '../../parts/Segmented.js';
import { PickedPerson, PickPerson } from './PickPerson.js';
import { useRuleActions } from './useRuleActions.js';

/** People to choose from at a time; the others are found by name. */
const SHOWN = 5;

/** A new rule: its kind, and the people it is about, found by name. It begins with those who are selected. */
export function RuleBuilder({ onDone }: { readonly onDone: () => void }) {
  const { options, planner } = useMessages();
  const board = useBoard();
  const { add } = useRuleActions();
  const [kind, setKind] = useState<RuleView['kind']>('together');
  const [picked, setPicked] = useState<readonly PersonKey[]>(() => [...board.get().selected]);
  const [text, setText] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const here = useView((state: State) => picked.filter((key) => state.people.has(key)));
  const found = useView((state: State) => findPeople(state, text, picked));
  useEffect(() => search.current?.focus(), []);
  const grown = useRef(-1);
  useEffect(() => {
    if (grown.current === here.length) return;
    grown.current = here.length;
    // It grows with whom it is about: the field, those who were found and the button stay in sight.
    const element = root.current;
    // A browser may answer with a promise; a page without a layout has no such call.
    if (element && 'scrollIntoView' in element) element.scrollIntoView({ block: 'nearest' });
  });

  const pick = (key: PersonKey) => {
    setPicked([...here, key]);
    setText('');
    search.current?.focus();
  };
  const takeOut = (key: PersonKey) => {
    setPicked(here.filter((one) => one !== key));
    search.current?.focus();
  };
  const finish = () => {
    if (add({ kind, people: here })) onDone();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    // First the text, then the rule, then the options around it.
    event.preventDefault();
    event.stopPropagation();
    if (text !== '') setText('');
    else onDone();
  };

  return (
    // Escape gives it up from wherever the focus is inside.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div ref={root} className="brk-rule-new" role="group" aria-label={options.newRule} onKeyDown={onKeyDown}>
      <Segmented
        block
        label={options.kindOfRule}
        options={[
          { value: 'together', label: options.together },
          { value: 'apart', label: options.apart },
        ]}
        value={kind}
        onChange={setKind}
      />
      {here.length > 0 && (
        <ul className="brk-picked" role="list" aria-label={options.peopleOfRule}>
          {here.map((key) => (
            <PickedPerson key={key} personKey={key} onTakeOut={() => takeOut(key)} />
          ))}
        </ul>
      )}
      <SearchField
        ref={search}
        label={planner.findPeople}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          const [first] = found;
          if (first !== undefined && text !== '') pick(first);
        }}
      />
      <ul className="brk-option-list" role="list" aria-label={planner.found}>
        {found.slice(0, SHOWN).map((key) => (
          <PickPerson key={key} personKey={key} onPick={() => pick(key)} />
        ))}
      </ul>
      {found.length === 0 && <p className="brk-option-hint">{planner.nobodyFound}</p>}
      {found.length > SHOWN && <p className="brk-option-hint">{options.moreFound(found.length - SHOWN)}</p>}
      <div className="brk-rule-acts">
        <Button
          kind="primary"
          unavailable={here.length < 2 ? options.atLeastTwo : undefined}
          onClick={finish}
        >
          {options.add}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {options.cancel}
        </Button>
      </div>
    </div>
  );
}

/** Those whose name has these letters in it and who are not picked yet, in order of arrival. */
function findPeople(state: State, text: string, picked: readonly PersonKey[]): readonly PersonKey[] {
  const wanted = sameNameKey(text);
  return everybody(state)
    .filter(({ key, name }) => !picked.includes(key) && sameNameKey(name).includes(wanted))
    .map(({ key }) => key);
}
