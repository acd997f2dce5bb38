'use client';

import { useMessages } from '../../hooks/kit.js';
import type { ListColumns, ListMatch } from '../../hooks/list/useRoomList.js';
import { Icon } from '../parts/Icon.js';

interface ColumnChoiceProps {
  readonly match: ListMatch;
  readonly onColumns: (columns: ListColumns) => void;
}

type Single = 'email' | 'userRef' | 'room' | 'roomName' | 'lead' | 'locked';
const SINGLES: readonly Single[] = ['email', 'userRef', 'room', 'roomName', 'lead', 'locked'];

/** What each column of the list says, to be corrected where it was guessed wrongly. */
export function ColumnChoice({ match, onColumns }: ColumnChoiceProps) {
  const { list } = useMessages();
  const { columns, heads } = match;
  const [name = null, last = null] = columns.name;
  const names = (next: readonly (number | null)[]) =>
    onColumns({ ...columns, name: next.filter((column) => column !== null) });
  const field = (label: string, value: number | null, onValue: (column: number | null) => void) => (
    <label className="brk-import-choice">
      <span>{label}</span>
      <select
        className="brk-import-select"
        value={value ?? ''}
        onChange={({ target }) => onValue(target.value === '' ? null : Number(target.value))}
      >
        <option value="">{list.noColumn}</option>
        {heads
          .map((head, at) => (head === '' ? list.column(at + 1) : list.columnHead(at + 1, head)))
          .map((option, at) => (
            <option key={option} value={at}>
              {option}
            </option>
          ))}
      </select>
    </label>
  );
  return (
    <details className="brk-details">
      <summary>
        <Icon name="next" size="s" />
        {list.columnsTitle}
      </summary>
      <div className="brk-import-columns">
        {field(list.columns.name, name, (column) => names([column, last]))}
        {name !== null &&
          heads.length > 2 &&
          field(list.columns.last, last, (column) => names([name, column]))}
        {SINGLES.map((single) => (
          <div key={single}>
            {field(list.columns[single], columns[single], (column) =>
              onColumns({ ...columns, [single]: column }),
            )}
          </div>
        ))}
        <label className="brk-import-choice">
          <input
            type="checkbox"
            checked={columns.header !== null}
            onChange={({ target }) => onColumns({ ...columns, header: target.checked ? 0 : null })}
          />
          <span>{list.hasHeadings}</span>
        </label>
      </div>
    </details>
  );
}
