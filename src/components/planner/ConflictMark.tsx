'use client';

import { useCallback } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import type { PersonKey, State } from '../../state/types.js';
import { Hidden } from '../parts/Hidden.js';
import { Icon } from '../parts/Icon.js';
import { conflictWords } from './options/ruleWords.js';

/** On somebody whose seat breaks a rule: a small mark, and in words with whom they should sit, or should not. */
export function ConflictMark({ personKey }: { readonly personKey: PersonKey }) {
  const messages = useMessages();
  const words = useView(
    useCallback((state: State) => conflictWords(state, personKey, messages), [personKey, messages]),
  );
  if (words === null) return null;
  return (
    <span className="brk-chip-mark" data-mark="conflict" title={words}>
      <Icon name="warn" size="s" />
      <Hidden>{words}</Hidden>
    </span>
  );
}
