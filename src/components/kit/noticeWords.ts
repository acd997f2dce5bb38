'use client';

import { useMessages } from '../../hooks/kit.js';
import { useView, useViewOf } from '../../hooks/useView.js';
import type { Notice, State } from '../../state/types.js';
import { nameOfRoom } from '../../state/view/self.js';
import { displayName } from '../../state/displayName.js';
import type { IconName } from '../parts/iconPaths.js';
import { nameInSentence, roomWords } from '../person/roomWords.js';

/** Which drawing a notice has. */
export const noticeIcon = (notice: Notice): IconName =>
  notice.failure !== null ? 'warn' : notice.text === 'moved' ? 'go' : 'info';

/** A notice in words. */
export function useNoticeWords(notice: Notice): string {
  const messages = useMessages();
  const { failures, person, common, desk, list } = messages;
  const number = useViewOf(numberOf, notice.roomKey);
  const name = useViewOf(nameOf, notice.roomKey);
  const who = useView((state) => displayName(state.people.get(notice.people[0] ?? '')?.name, ''));
  const here = useView(({ self }) => self.roomKey);
  const room = roomWords(messages, { number, name });
  switch (notice.text) {
    case 'failed':
      return failures[notice.failure?.kind ?? 'unknown'];
    case 'fewer-rooms':
      return desk.fewer(notice.count ?? 0, notice.of ?? 0);
    case 'rooms-ended':
      return person.roomsEnded;
    case 'invite-withdrawn':
      return person.inviteEnded(room.inSentence);
    case 'room-gone': {
      const gone = notice.roomKey === null ? common.roomName(null) : room.title;
      // Of a room that somebody was only asked to, while they are in another one.
      return here === null || here === notice.roomKey ? person.roomGone(gone) : person.askedRoomGone(gone);
    }
    case 'connection-lost':
      return person.connectionLost(notice.roomKey === null ? common.roomName(null) : room.title);
    case 'decline-untold':
      return person.declineUntold;
    case 'mic-failed':
      return person.micFailed;
    case 'moved':
      return person.movedHere(who === '' ? null : nameInSentence(who), room.inSentence);
    case 'asked-to-return':
      return person.askedToReturn;
    case 'kit-mismatch':
      return person.kitMismatch;
    case 'person-left':
      return who === '' ? person.somebodyLeft : person.personLeft(nameInSentence(who));
    case 'choice-over':
      return person.choiceOver;
    case 'choice-elsewhere':
      return who === ''
        ? messages.planner.chosenElsewherePlain
        : messages.planner.chosenElsewhere(nameInSentence(who));
    case 'opened-elsewhere':
      return messages.people.openedElsewhere(who === '' ? null : nameInSentence(who));
    case 'driver-changed':
      return messages.people.driverChanged(who === '' ? null : nameInSentence(who));
    case 'state-partial':
      return messages.people.statePartial;
    case 'draft-not-kept':
      return messages.planner.notKept;
    case 'expected-full':
      return list.expectedFull(
        who === '' ? '' : nameInSentence(who),
        notice.count ?? 1,
        notice.roomKey === null ? null : room.inSentence,
      );
    case 'expected-unsure':
      return list.expectedUnsure(who === '' ? '' : nameInSentence(who), notice.count ?? 1);
    default:
      return notice.text satisfies never;
  }
}

const numberOf = (state: State, key: string | null) => (key === null ? null : nameOfRoom(state, key).number);
const nameOf = (state: State, key: string | null) => (key === null ? null : nameOfRoom(state, key).name);
