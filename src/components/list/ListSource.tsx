'use client';

import { useId, useRef } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { ModalDescription, ModalTitle } from '../dialog/Modal.js';
import { Button } from '../parts/Button.js';
import { Icon } from '../parts/Icon.js';

interface ListSourceProps {
  readonly text: string;
  readonly busy: boolean;
  /** Why the last list was not read. */
  readonly refusal: string | null;
  readonly onText: (text: string) => void;
  readonly onFile: (file: File) => void;
  readonly onLook: () => void;
  readonly onClose: () => void;
}

/** The first step: a list is pasted, typed, dropped or chosen. */
export function ListSource({ text, busy, refusal, onText, onFile, onLook, onClose }: ListSourceProps) {
  const { list } = useMessages();
  const id = useId();
  const file = useRef<HTMLInputElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  return (
    <>
      <ModalTitle>{list.title}</ModalTitle>
      <ModalDescription>{list.lead}</ModalDescription>
      <label className="brk-import-label" htmlFor={`${id}text`}>
        {list.field}
      </label>
      <textarea
        ref={field}
        id={`${id}text`}
        className="brk-import-text"
        rows={6}
        spellCheck={false}
        autoComplete="off"
        dir="auto"
        placeholder={list.example}
        value={text}
        aria-describedby={`${id}hint ${id}refusal`}
        aria-invalid={refusal !== null}
        onChange={(event) => onText(event.target.value)}
      />
      <p id={`${id}hint`} className="brk-import-hint">
        {list.hint}
      </p>
      <div className="brk-import-file">
        <Button icon="import" onClick={() => file.current?.click()}>
          {list.choose}
        </Button>
        <span className="brk-import-hint">{list.dropHere}</span>
        <input
          ref={file}
          type="file"
          className="brk-hidden"
          tabIndex={-1}
          aria-hidden="true"
          accept=".csv,.tsv,.txt,.tab,text/*"
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            // The same file may be chosen again after it was mended.
            event.target.value = '';
            if (chosen) onFile(chosen);
          }}
        />
      </div>
      <div id={`${id}refusal`}>
        {refusal !== null && (
          <p className="brk-dialog-note" data-level="stop">
            <Icon name="stop" />
            <span>{refusal}</span>
          </p>
        )}
      </div>
      <div className="brk-dialog-actions">
        <Button size="l" onClick={onClose}>
          {list.cancel}
        </Button>
        <Button
          kind="primary"
          size="l"
          aria-busy={busy}
          unavailable={busy ? list.reading : text.trim() === '' ? list.nothingYet : undefined}
          onUnavailablePress={() => field.current?.focus()}
          onClick={onLook}
        >
          {list.look}
        </Button>
      </div>
    </>
  );
}
