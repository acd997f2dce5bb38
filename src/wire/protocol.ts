/**
 * The numbers of the protocol between kits. `docs/wire-protocol.md` says the same in words; a test holds the two together.
 */

/** Marks a body as ours: an application's own messages travel the same way. */
export const KIT = 'breakout-kit';
/** Another major is another language. A newer minor only adds kinds and fields. */
export const MAJOR = 1;
export const MINOR = 2;
/** The version this kit writes. */
export const VERSION = `${MAJOR}.${MINOR}`;

/** Largest message in bytes of JSON in UTF-8. The SDK refuses above 100 kB. */
export const MAX_MESSAGE_BYTES = 64 * 1024;
/** Largest message of a text kind, in the same bytes. */
export const MAX_TEXT_BYTES = 2 * 1024;
/** Messages of text kinds that one sender may send in one window. */
export const TEXTS_PER_WINDOW = 5;
/** Messages of request kinds that one sender may send in one window. A kit does not ask faster than a person presses. */
export const REQUESTS_PER_WINDOW = 10;
/** Length of those windows in milliseconds. */
export const TEXT_WINDOW_MS = 10_000;

/** Longest id of a person or a room, in UTF-16 code units. */
export const MAX_ID_LENGTH = 256;
/** Longest id of a message, in the same units. Shorter, because every kit remembers some. */
export const MAX_MESSAGE_ID_LENGTH = 64;
/** Longest room name in UTF-16 code units; longer ones are cut, not refused. */
export const MAX_NAME_LENGTH = 256;
/** Longest text of an announcement in UTF-16 code units; longer ones are cut. In the worst case of JSON and UTF-8 it still fits the limit above. */
export const MAX_ANNOUNCEMENT_LENGTH = 300;
/** Highest term that a person's kit is believed about: no meeting changes hands so often, and a made-up one must not be the last. */
export const MAX_KNOWN_TERM = 10_000;
/** Rooms in one list. */
export const MAX_ROOMS = 10;
/** People in one order. A meeting holds no more. */
export const MAX_PEOPLE = 5_000;
/** People of a room that an offer names. The rest is a number. */
export const MAX_FACES = 6;
/** Longest remaining time: a day in milliseconds. */
export const MAX_REMAINING_MS = 24 * 60 * 60 * 1000;
