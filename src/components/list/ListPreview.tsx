'use client';

import { useEffect, useMemo, useState } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { useView } from '../../hooks/useView.js';
import {
  useRoomList,
  type Encoding,
  type ListColumns,
  type ListPlan,
  type ListRead,
  type PlannedRow,
} from '../../hooks/list/useRoomList.js';
import { ModalDescription, ModalTitle } from '../dialog/Modal.js';
import { Button } from '../parts/Button.js';
import { ColumnChoice } from './ColumnChoice.js';
import { ListGroup, type LineKind } from './ListGroup.js';
import { FromEmpty } from './FromEmpty.js';
import { ListProblems } from './ListProblems.js';
import { previewGroups, type Group } from './previewGroups.js';
import { PlainLines } from './PlainLines.js';
import { tickRows, type Choices } from './tickRows.js';

interface ListPreviewProps {
  readonly read: Extract<ListRead, { ok: true }>;
  /** The name of the file it came from. */
  readonly file: string | null;
  /** Reads the file again, with other letters. */
  readonly onEncoding: ((encoding: Encoding) => void) | undefined;
  readonly onSpoken: (sentence: string) => void;
  readonly onBack: () => void;
  readonly onApply: (plan: ListPlan) => void;
}

const UNDECIDED: Choices = new Map();

/** The second step: what the list would do, with what needs a look first. */
export function ListPreview({ read, file, onEncoding, onSpoken, onBack, onApply }: ListPreviewProps) {
  const { list } = useMessages();
  const { meeting, match: matchTable, plan: planMatch } = useRoomList();
  const [columns, setColumns] = useState<ListColumns>();
  const [choices, setChoices] = useState(UNDECIDED);
  const match = useMemo(() => matchTable(read.table, columns), [matchTable, read, columns]);
  // What was drawn is nobody's decision; what was made by hand stays unless somebody says otherwise.
  const isDrawn = useView((state) => state.plan.split === 'even');
  const [asked, setAsked] = useState<boolean | null>(null);
  const fromEmpty = asked ?? isDrawn;
  const first = useMemo(() => planMatch(match), [planMatch, match]);
  const plan = useMemo(
    () => planMatch(match, choices, { fromEmpty }),
    [planMatch, match, choices, fromEmpty],
  );
  const groups = useMemo(() => previewGroups(plan.rows, first.rows), [plan, first]);
  const of = (group: Group): readonly PlannedRow[] => groups.get(group) ?? [];

  const summary = list.summary(
    of('found').length,
    of('fuzzy').length + of('conflict').length,
    of('ambiguous').length,
    of('absent').length,
  );
  useEffect(() => onSpoken(summary), [onSpoken, summary]);

  const sameAtFirst = useMemo(() => {
    const known = new Map(first.rows.map(({ row, same }) => [row, same]));
    return ({ row }: PlannedRow) => known.get(row) ?? [];
  }, [first]);
  const group = (name: Group, kind: LineKind, title: string, text: string) => (
    <ListGroup
      kind={kind}
      title={title}
      text={text}
      rows={of(name)}
      plan={plan}
      meeting={meeting}
      choices={choices}
      onChoose={(rows, choice) =>
        setChoices((before) => new Map([...before, ...rows.map(({ row }) => [row, choice] as const)]))
      }
      onTick={(rows, on) => setChoices((before) => tickRows(before, rows, on, sameAtFirst))}
    />
  );
  const roomChanges = plan.added.length + plan.renamed.length;
  const isPlacing = plan.placed + plan.later > 0;
  const isEmpty = match.rows.length === 0;
  const isIdle = !isPlacing && roomChanges === 0 && plan.people.length === 0;
  return (
    <>
      <ModalTitle>{list.lookTitle}</ModalTitle>
      <ModalDescription data-size="s">
        {isEmpty ? list.noPeople : list.from(file, match.rows.length)}
      </ModalDescription>
      <div className="brk-import-body">
        <ListProblems
          read={read}
          match={match}
          plan={plan}
          meeting={meeting}
          fromEmpty={fromEmpty}
          onEncoding={onEncoding}
        />
        {isPlacing && <FromEmpty plan={plan} meeting={meeting} checked={fromEmpty} onChecked={setAsked} />}
        {group('conflict', 'one', list.conflicts, list.conflictsText)}
        {group('ambiguous', 'choose', list.ambiguous, list.ambiguousText)}
        {group('fuzzy', 'both', list.fuzzy, list.fuzzyText)}
        {group('no-room', 'plain', list.noRoom, list.noRoomText)}
        {group('absent', 'tick', list.absent, list.absentText)}
        <PlainLines title={list.found(of('found').length)} rows={of('found')} plan={plan} meeting={meeting} />
        <PlainLines
          title={list.repeats(of('repeat').length)}
          rows={of('repeat')}
          plan={plan}
          meeting={meeting}
        />
        <PlainLines
          title={list.others(of('other').length)}
          rows={of('other')}
          plan={plan}
          meeting={meeting}
        />
        <ColumnChoice
          match={match}
          onColumns={(next) => {
            setColumns(next);
            setChoices(UNDECIDED);
          }}
        />
      </div>
      <div className="brk-dialog-actions">
        <Button size="l" onClick={onBack}>
          {list.back}
        </Button>
        <Button
          kind="primary"
          size="l"
          unavailable={isEmpty ? list.noPeople : isIdle ? list.nothingToPlace : undefined}
          onClick={() => onApply(plan)}
        >
          {isPlacing
            ? list.place(plan.placed, plan.later)
            : roomChanges > 0
              ? list.applyRooms(roomChanges)
              : list.apply}
        </Button>
      </div>
    </>
  );
}
