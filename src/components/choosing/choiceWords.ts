/** What became of a choice, in words. */
import type { Messages } from '../../messages.js';
import type { OfferView } from '../../state/views.js';
import { roomWords } from '../person/roomWords.js';

/** Why the last pick was not granted; `null` when there is nothing to say. */
export function refusalWords(messages: Messages, { refused }: OfferView): string | null {
  if (refused === null) return null;
  const { person } = messages;
  switch (refused.why) {
    case 'full':
      return person.choiceFull(roomWords(messages, refused).inSentence);
    case 'gone':
      return person.choiceGone;
    case 'locked':
      return person.choiceLocked;
    case 'no-answer':
      return person.choiceNoAnswer;
    default:
      return refused.why satisfies never;
  }
}

/** The room this person has a seat in, in a sentence; `null` without one. */
export function chosenRoom(messages: Messages, { rooms, chosen }: OfferView): string | null {
  const room = rooms.find(({ slot }) => slot === chosen);
  return room ? roomWords(messages, room).inSentence : null;
}

/** Where this person has a seat now, and whose doing it is. */
export function seatWords(messages: Messages, offer: OfferView): string {
  const { person } = messages;
  const room = chosenRoom(messages, offer);
  if (room === null) return offer.moved ? person.movedFromSeat : person.seatGivenBack;
  return offer.moved ? person.movedToSeat(room) : person.youChose(room);
}
