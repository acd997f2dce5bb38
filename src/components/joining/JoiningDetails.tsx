'use client';

import { useMessages } from '../../hooks/kit.js';
import { displayName } from '../../state/displayName.js';
import type { AttemptView } from '../../state/views.js';
import { Icon } from '../parts/Icon.js';

/** What the service said, for whoever is asked for help. Its words are a stranger's: cleaned and clamped. */
export function JoiningDetails({ attempt }: { readonly attempt: AttemptView }) {
  const { common } = useMessages();
  const text = displayName(attempt.text, '');
  return (
    <details className="brk-details">
      <summary>
        <Icon name="next" size="s" />
        {common.details}
      </summary>
      <dl>
        {attempt.code !== null && (
          <>
            <dt>{common.code}</dt>
            <dd>
              <code>{attempt.code}</code>
            </dd>
          </>
        )}
        {text !== '' && (
          <>
            <dt>{common.message}</dt>
            <dd>
              <bdi translate="no">{text}</bdi>
            </dd>
          </>
        )}
        {attempt.failedWall !== null && (
          <>
            <dt>{common.attempt}</dt>
            <dd className="brk-num">{common.attemptAt(attempt.tries, common.time(attempt.failedWall))}</dd>
          </>
        )}
      </dl>
    </details>
  );
}
