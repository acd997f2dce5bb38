'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { useKit } from '../../hooks/kit.js';
import { useRoomList } from '../../hooks/list/useRoomList.js';
import { keepKeys } from './keepKeys.js';
import { Modal, ModalDescription, ModalTitle } from '../dialog/Modal.js';
import { Button } from '../parts/Button.js';

/** How long a file stays for the browser to fetch. */
const KEPT_MS = 60_000;

/** The plan as a file or on the clipboard. */
export default function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const { session, messages } = useKit('ExportDialog');
  const { list, common } = messages;
  const { csv, tabs } = useRoomList();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    let gone = false;
    void tabs().then((ready) => {
      if (!gone) setText(ready);
    });
    return () => {
      gone = true;
    };
  }, [tabs]);

  const download = async () => {
    const page = field.current?.ownerDocument ?? document;
    const url = URL.createObjectURL(new Blob([await csv()], { type: 'text/csv;charset=utf-8' }));
    const link = page.createElement('a');
    link.href = url;
    link.download = `${list.fileName}.csv`;
    link.click();
    // Some browsers take hold of it only after they have asked where to put it.
    session.clock.after(KEPT_MS, () => URL.revokeObjectURL(url));
  };
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSpoken(list.copied);
    } catch {
      // No right to, or a page that is not secure: what is selected can be copied by hand.
      field.current?.focus();
      field.current?.select();
      setSpoken(list.notCopied);
    }
  };
  return (
    <Modal
      open
      width="wide"
      className="brk-import"
      onKeyDown={keepKeys}
      spoken={spoken}
      onEscape={onClose}
      onOutside={onClose}
    >
      <ModalTitle>{list.exportTitle}</ModalTitle>
      <ModalDescription>{list.exportText}</ModalDescription>
      <label className="brk-import-label" htmlFor={id}>
        {list.exportField}
      </label>
      <textarea
        ref={field}
        id={id}
        className="brk-import-text"
        rows={8}
        readOnly
        wrap="off"
        dir="auto"
        value={text}
        aria-describedby={`${id}said`}
      />
      <p id={`${id}said`} className="brk-import-hint">
        {spoken}
      </p>
      <div className="brk-dialog-actions">
        <Button size="l" onClick={onClose}>
          {common.close}
        </Button>
        <Button size="l" onClick={() => void copy()}>
          {list.copy}
        </Button>
        <Button kind="primary" size="l" icon="save" onClick={() => void download()}>
          {list.download}
        </Button>
      </div>
    </Modal>
  );
}
