'use client';

import { useRef, useState } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { useRoomList, type Encoding, type ListRead } from '../../hooks/list/useRoomList.js';
import { useMove } from '../moving/useMove.js';
import { keepKeys } from './keepKeys.js';
import { Modal } from '../dialog/Modal.js';
import { ListPreview } from './ListPreview.js';
import { ListSource } from './ListSource.js';

type Read = Extract<ListRead, { ok: true }>;

interface ImportDialogProps {
  readonly onClose: () => void;
}

const isOneRow = (table: Read['table']) =>
  table.filter((row) => row.some((cell) => cell.trim() !== '')).length === 1;

/** A list in two steps: it is given, and looked at. Only then is it applied. */
export default function ImportDialog({ onClose }: ImportDialogProps) {
  const { list } = useMessages();
  const { readText, readFile, match, apply } = useRoomList();
  const { tell } = useMove();
  const [text, setText] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const [read, setRead] = useState<Read | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [spoken, setSpoken] = useState('');
  const latest = useRef(0);

  /** Of two readings the later counts, whichever ends first. */
  const take = async (reading: Promise<ListRead>, from: File | null) => {
    const mine = (latest.current += 1);
    setBusy(true);
    setRefusal(null);
    const result = await reading;
    if (mine !== latest.current) return;
    setBusy(false);
    setFile(from);
    const isBare = result.ok && isOneRow(result.table) && match(result.table).rows.length === 0;
    setRead(result.ok && !isBare ? result : null);
    const problem = isBare ? list.onlyHeadings : result.ok ? null : list.refused[result.why];
    setRefusal(problem);
    if (problem !== null) setSpoken(problem);
  };
  const takeFile = (from: File, encoding?: Encoding) => void take(readFile(from, encoding), from);
  const back = () => {
    setRead(null);
    setSpoken('');
  };

  return (
    <Modal
      open
      width="wide"
      className="brk-import"
      onKeyDown={keepKeys}
      spoken={spoken}
      onEscape={read ? back : onClose}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const [dropped] = event.dataTransfer.files;
        if (dropped) return takeFile(dropped);
        const words = event.dataTransfer.getData('text/plain');
        if (words !== '') {
          setText(words);
          void take(readText(words), null);
        }
      }}
    >
      {read ? (
        <ListPreview
          key={read.encoding}
          read={read}
          file={file?.name ?? null}
          onEncoding={file ? (encoding) => takeFile(file, encoding) : undefined}
          onSpoken={setSpoken}
          onBack={back}
          onApply={(plan) => {
            const { placed, expected } = apply(plan);
            const done =
              placed.length + expected + plan.added.length + plan.renamed.length + plan.people.length;
            onClose();
            if (done > 0) tell(list.applied(placed.length, expected), { undoable: true });
            else tell(list.notApplied);
          }}
        />
      ) : (
        <ListSource
          text={text}
          busy={busy}
          refusal={refusal}
          onText={(next) => {
            setText(next);
            setRefusal(null);
          }}
          onFile={takeFile}
          onLook={() => void take(readText(text), null)}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}
