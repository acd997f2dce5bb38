'use client';

import { useRef } from 'react';
import { useMessages } from '../../../hooks/kit.js';
import { useView } from '../../../hooks/useView.js';
import type { State } from '../../../state/types.js';
import type { RuleView } from '../../../state/views.js';
import { focusFirst, focusIsLost } from '../../dialog/focus.js';
import { Icon } from '../../parts/Icon.js';
import { IconButton } from '../../parts/IconButton.js';
import { useBrowserLayoutEffect } from '../../parts/useBrowserLayoutEffect.js';
import { ruleTrouble, ruleWords } from './ruleWords.js';
import { useRuleActions } from './useRuleActions.js';

interface RuleListProps {
  readonly rules: readonly RuleView[];
  /** The last rule is gone, and its button had the focus. */
  readonly onNothingLeft: () => void;
}

/** The rules there are, each with what is wrong with it and the way to remove it. */
export function RuleList({ rules, onNothingLeft }: RuleListProps) {
  const messages = useMessages();
  const { options } = messages;
  const sentences = useView((state: State) => rules.map((rule) => ruleWords(state, rule, messages)));
  const { remove } = useRuleActions();
  const list = useRef<HTMLUListElement>(null);
  const pressed = useRef<number | null>(null);

  useBrowserLayoutEffect(() => {
    const at = pressed.current;
    pressed.current = null;
    if (at === null || !focusIsLost(list.current?.ownerDocument ?? document)) return;
    const left = list.current?.querySelectorAll('button') ?? [];
    if (!focusFirst([left[Math.min(at, left.length - 1)]])) onNothingLeft();
  });

  return (
    <ul ref={list} className="brk-option-list" role="list" hidden={rules.length === 0}>
      {rules.map((rule, at) => {
        const sentence = sentences[at] ?? '';
        const trouble = ruleTrouble(rule, messages);
        return (
          <li key={sentence} className="brk-rule">
            <div className="brk-rule-text">
              <p>{sentence}</p>
              {trouble !== null && (
                <p className="brk-rule-trouble">
                  <Icon name="warn" size="s" />
                  {trouble}
                </p>
              )}
            </div>
            <IconButton
              icon="close"
              label={options.removeThisRule(sentence)}
              onClick={() => {
                pressed.current = at;
                remove(rule);
              }}
            />
          </li>
        );
      })}
    </ul>
  );
}
