'use client';

import { useMessages } from '../../../hooks/kit.js';
import { usePerson } from '../../../hooks/usePerson.js';
import type { PersonKey } from '../../../state/types.js';
import { personLabel } from '../../moving/labels.js';
import { Avatar } from '../../parts/Avatar.js';
import { Icon } from '../../parts/Icon.js';
import { IconButton } from '../../parts/IconButton.js';
import { PersonName } from '../../parts/PersonName.js';

interface PickPersonProps {
  readonly personKey: PersonKey;
  readonly onPick: () => void;
}

/** Somebody who can be taken into a rule. */
export function PickPerson({ personKey, onPick }: PickPersonProps) {
  const messages = useMessages();
  const person = usePerson(personKey);
  if (!person) return null;
  return (
    <li>
      <button type="button" className="brk-menu-item" onClick={onPick}>
        <Avatar personKey={personKey} name={person.name} />
        <PersonName name={personLabel(person, messages)} />
        <Icon name="plus" size="s" />
      </button>
    </li>
  );
}

interface PickedPersonProps {
  readonly personKey: PersonKey;
  readonly onTakeOut: () => void;
}

/** Somebody who is in it, with the way out. */
export function PickedPerson({ personKey, onTakeOut }: PickedPersonProps) {
  const messages = useMessages();
  const person = usePerson(personKey);
  if (!person) return null;
  const label = personLabel(person, messages);
  return (
    <li className="brk-pick">
      <Avatar personKey={personKey} name={person.name} />
      <PersonName name={label} />
      <IconButton icon="close" size="s" label={messages.options.takeOut(label)} onClick={onTakeOut} />
    </li>
  );
}
