'use client';

import { useEffect, useState } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { useRoomList } from '../../hooks/list/useRoomList.js';
import { useView } from '../../hooks/useView.js';
import { displayName } from '../../state/displayName.js';
import type { Expected } from '../../state/types.js';
import { keepKeys } from './keepKeys.js';
import { Modal, ModalDescription, ModalTitle } from '../dialog/Modal.js';
import { useMove } from '../moving/useMove.js';
import { roomLabel } from '../moving/labels.js';
import { Button } from '../parts/Button.js';
import { MoreLines, PAGE } from './ListGroup.js';
import { PlacePlate } from './PlacePlate.js';

/** People of a list who have not joined: who, for which room, and an end to the waiting. */
export default function ExpectedDialog({ onClose }: { readonly onClose: () => void }) {
  const messages = useMessages();
  const { list, common } = messages;
  const { expected, forget } = useRoomList();
  const { tell } = useMove();
  const rooms = useView((state) => state.plan.rooms);
  const [shown, setShown] = useState(PAGE);
  const [spoken, setSpoken] = useState('');
  // The last of them came, or was forgotten.
  useEffect(() => {
    if (expected.length === 0) onClose();
  }, [expected, onClose]);
  const nameOf = ({ name, email, userRef }: Expected) => displayName(name ?? email ?? userRef, '');
  const placeOf = ({ to }: Expected) => {
    if (to === 'main') return { number: 'main' as const, label: common.mainRoom };
    const room = rooms.find(({ key }) => key === to) ?? null;
    const shownRoom = room && { number: room.number, name: displayName(room.name, '') || null };
    return { number: room?.number ?? null, label: roomLabel(shownRoom, messages) };
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
      <ModalTitle>{list.expectedTitle(expected.length)}</ModalTitle>
      <ModalDescription>{list.expectedText}</ModalDescription>
      <div className="brk-import-body">
        <ul role="list" className="brk-import-lines">
          {expected.slice(0, shown).map((entry, at) => {
            const place = placeOf(entry);
            const who = nameOf(entry);
            return (
              <li key={`${who} ${String(at)}`} className="brk-import-line">
                <span className="brk-import-who">
                  <span className="brk-name">{who}</span>
                </span>
                <span className="brk-import-place">
                  <PlacePlate place={place.number} />
                  <span className="brk-name">{place.label}</span>
                </span>
                <Button
                  kind="link"
                  aria-label={list.forgetWho(who)}
                  onClick={() => {
                    forget([entry]);
                    setSpoken(list.forgotten(1));
                  }}
                >
                  {list.forget}
                </Button>
              </li>
            );
          })}
        </ul>
        <MoreLines count={expected.length - shown} onMore={() => setShown(shown + PAGE)} />
      </div>
      <div className="brk-dialog-actions">
        <Button
          size="l"
          onClick={() => {
            forget();
            tell(list.forgotten(expected.length), { undoable: true });
          }}
        >
          {list.forgetAll}
        </Button>
        <Button kind="primary" size="l" onClick={onClose}>
          {common.close}
        </Button>
      </div>
    </Modal>
  );
}
