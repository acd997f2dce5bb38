import type { LogLine } from './enterMeeting.js';

const WAYS = { call: 'the kit asked', answer: 'answered', event: 'event' } as const;

/** What went between this window's kit and its EnxRoom, the newest first, for whoever wants to look inside. */
export function EventLog({ log }: { readonly log: readonly LogLine[] }) {
  return (
    <details>
      <summary>
        Event log <span className="brk-quiet brk-num">{log.at(-1)?.id ?? 0}</span>
      </summary>
      <ol reversed aria-label="Calls, answers and events, the newest first">
        {log.toReversed().map(({ id, at, way, name, detail }) => (
          <li key={id} data-way={way}>
            <time className="brk-num">{new Date(at).toLocaleTimeString()}</time> <span>{WAYS[way]}</span>{' '}
            <b>{name}</b> <code>{inShort(detail).slice(0, LONGEST)}</code>
          </li>
        ))}
      </ol>
    </details>
  );
}

const LONGEST = 240;

/** Plain data as JSON; objects of the SDK by what they are, and no callbacks. */
function inShort(detail: readonly unknown[]): string {
  const inWords = (key: string, held: unknown): unknown => {
    if (typeof held !== 'object' || held === null) return key === 'type' ? undefined : held;
    if ('addEventListener' in held) return '(EnxRoom)';
    return 'getID' in held ? '(EnxStream)' : held;
  };
  return detail
    .filter((value) => value !== null && value !== undefined && typeof value !== 'function')
    .map((value) => JSON.stringify(value, inWords))
    .join(', ');
}
