/**
 * The kinds of values that messages are made of.
 *
 * What a person typed or a clock said is mended (cut, rounded), because it must never make a whole message fail.
 * What only a program writes (ids, terms, numbers) is refused when wrong.
 */
import * as v from 'valibot';
import {
  MAX_ANNOUNCEMENT_LENGTH,
  MAX_FACES,
  MAX_ID_LENGTH,
  MAX_MESSAGE_ID_LENGTH,
  MAX_NAME_LENGTH,
  MAX_PEOPLE,
  MAX_REMAINING_MS,
  MAX_ROOMS,
} from './protocol.js';

/** Any text that is not empty: `__proto__` is an id like others, because ids live in Maps and Sets only. */
export const idField = v.pipe(v.string(), v.nonEmpty(), v.maxLength(MAX_ID_LENGTH));

/** A message's own id. */
export const messageIdField = v.pipe(v.string(), v.nonEmpty(), v.maxLength(MAX_MESSAGE_ID_LENGTH));

/** Whole numbers that only rise. */
export const countField = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/**
 * Time left in milliseconds: clocks differ between machines, remaining time does not.
 * Late is "now": a deadline that passed while the message waited is still an order.
 */
export const remainingField = v.pipe(
  v.number(),
  v.finite(),
  v.transform((ms) => Math.min(Math.max(0, Math.round(ms)), MAX_REMAINING_MS)),
);

/** A room's name as somebody typed it. Untrusted text: cut here, isolated and clamped again where it is shown. */
export const nameField = v.pipe(v.string(), v.transform(cutAt(MAX_NAME_LENGTH)));

/** A moderator's message as they typed it. Untrusted text as well; a message of nothing is none. */
export const announcementField = v.pipe(
  v.string(),
  v.nonEmpty(),
  v.transform(cutAt(MAX_ANNOUNCEMENT_LENGTH)),
);

/** The number people remember. */
export const roomNumberField = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_ROOMS));

/** Seats in a room. */
export const capacityField = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_PEOPLE));

/** How many people have a seat in a room: a draft may have more of them than seats. */
export const takenField = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_PEOPLE));

/** Today's connections of the first few people of a room. */
export const facesField = v.pipe(v.array(idField), v.maxLength(MAX_FACES));

/** Today's connections of the people an order is for. */
export const clientIdsField = v.pipe(v.array(idField), v.maxLength(MAX_PEOPLE));

/** Cuts at a limit, but never through the middle of an emoji's surrogate pair. */
function cutAt(most: number): (text: string) => string {
  return (text) => {
    if (text.length <= most) return text;
    const last = text.charCodeAt(most - 1);
    const next = text.charCodeAt(most);
    const splits = last >= 0xd800 && last <= 0xdbff && next >= 0xdc00 && next <= 0xdfff;
    return text.slice(0, splits ? most - 1 : most);
  };
}
