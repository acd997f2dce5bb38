'use client';
import { useMessages } from '../../hooks/kit.js';
import { displayName, isolated } from '../../state/displayName.js';
import type { Messages } from '../../messages.js';

/** As much of a room as its words need. */
export interface NamedRoom {
  readonly number: number | null;
  readonly name: string | null;
}

/** A room in words. */
export interface RoomWords {
  /** "Onboarding", else "Room 2", else "Breakout room": where it stands alone. */
  readonly title: string;
  /** The same inside a sentence: "a breakout room" where nothing is known, isolated where it could turn the text around it. */
  readonly inSentence: string;
  /** "Room 2" inside a sentence, for the place beside its name. */
  readonly numbered: string;
}

/** Letters and digits written from left to right at both ends: such a name disturbs no sentence. */
const PLAIN = /^[\p{L}\p{N}](?:.*[\p{L}\p{N}])?$/u;
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]|[\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** A shown name inside a sentence. Marks are added only where the name could move what stands beside it. */
export function nameInSentence(shown: string): string {
  return PLAIN.test(shown) && !RIGHT_TO_LEFT.test(shown) ? shown : isolated(shown);
}

/** Words for a room. Its name is a moderator's, so it is cleaned like a person's. */
export function roomWords({ common, person }: Messages, { number, name }: NamedRoom): RoomWords {
  const shown = displayName(name, '');
  const numbered = number === null ? person.someRoom : common.roomName(number);
  return {
    title: shown === '' ? common.roomName(number) : shown,
    inSentence: shown === '' ? numbered : nameInSentence(shown),
    numbered: number === null && shown !== '' ? nameInSentence(shown) : numbered,
  };
}

/** The same in the reader's language. */
export function useRoomWords(room: NamedRoom): RoomWords {
  return roomWords(useMessages(), room);
}
