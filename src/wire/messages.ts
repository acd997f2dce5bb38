/**
 * What kits tell each other: one row per kind. A new kind is a new row; codec, rate and trust read the table.
 */
import * as v from 'valibot';
import {
  announcementField,
  capacityField,
  clientIdsField,
  countField,
  facesField,
  idField,
  messageIdField,
  nameField,
  remainingField,
  roomNumberField,
  takenField,
} from './fields.js';
import { MAX_PEOPLE, MAX_ROOMS } from './protocol.js';

/**
 * How a kind is treated.
 * `control`: orders and lists of moderators, never dropped by the rate limit.
 * `report`: what a person's kit says of its own person, once per change.
 * `text`: carries words that people wrote, so it is small and limited in rate.
 * `request`: wants an answer of a moderator's kit, so it is small and limited in rate: nobody keeps that kit busy.
 */
export type Family = 'control' | 'report' | 'text' | 'request';

/** What the protocol knows of one kind. */
export interface KindRow {
  /** Who may send it. Judged by the envelope's sender, never by the body. */
  readonly from: 'anyone' | 'moderators';
  readonly family: Family;
  readonly body: v.GenericSchema;
}

/** Kinds by name. */
export type KindTable = Readonly<Record<string, KindRow>>;

const roomsField = v.pipe(
  v.array(
    v.object({
      roomId: idField,
      number: roomNumberField,
      name: v.nullable(nameField),
      capacity: v.nullable(capacityField),
    }),
  ),
  v.maxLength(MAX_ROOMS),
  // Two rooms with one id or one number could not be told apart by anybody who reads the list.
  v.check((rooms) => new Set(rooms.map((room) => room.roomId)).size === rooms.length),
  v.check((rooms) => new Set(rooms.map((room) => room.number)).size === rooms.length),
);

const offeredField = v.pipe(
  v.array(
    v.object({
      slot: idField,
      number: roomNumberField,
      name: v.nullable(nameField),
      capacity: capacityField,
      taken: takenField,
      clientIds: facesField,
    }),
  ),
  v.maxLength(MAX_ROOMS),
  v.check((rooms) => new Set(rooms.map((room) => room.slot)).size === rooms.length),
  v.check((rooms) => new Set(rooms.map((room) => room.number)).size === rooms.length),
);

/** A desk names rooms by their numbers; one that was emptied has no id. */
const deskRoomsField = v.pipe(
  v.array(
    v.object({
      roomId: v.nullable(idField),
      number: roomNumberField,
      name: v.nullable(nameField),
      capacity: v.nullable(capacityField),
    }),
  ),
  v.maxLength(MAX_ROOMS),
  v.check((rooms) => new Set(rooms.map((room) => room.number)).size === rooms.length),
);

const deskPeopleField = v.pipe(
  v.array(
    v.object({
      clientId: idField,
      seat: v.nullable(roomNumberField),
      at: v.picklist(['main', 'invited', 'joining', 'in-room', 'no-answer', 'declined', 'failed']),
      room: v.nullable(roomNumberField),
      agoMs: remainingField,
      lead: v.boolean(),
      been: v.pipe(v.array(roomNumberField), v.maxLength(MAX_ROOMS)),
    }),
  ),
  v.maxLength(MAX_PEOPLE),
);

/** The kinds of version 1.2. */
export const KINDS = {
  /** "This person has a kit." With `ask`, from a moderator: everybody else's kit says so too. */
  hello: { from: 'anyone', family: 'report', body: v.object({ ask: v.boolean() }) },
  /** Where the sender is. To moderators. */
  here: {
    from: 'anyone',
    family: 'report',
    body: v.object({
      roomId: v.nullable(idField),
      step: v.picklist(['joining', 'in-room', 'main', 'failed']),
    }),
  },
  /** "I am not coming." To moderators, because most builds cannot tell them. */
  decline: { from: 'anyone', family: 'report', body: v.object({ roomId: idField }) },
  /** The rooms there are, to everybody. A higher version replaces the list as a whole. */
  rooms: {
    from: 'moderators',
    family: 'control',
    body: v.object({
      term: countField,
      version: countField,
      rooms: roomsField,
      closesInMs: v.nullable(remainingField),
    }),
  },
  /** These people go into this room when the notice ends. */
  move: {
    from: 'moderators',
    family: 'control',
    body: v.object({ term: countField, roomId: idField, clientIds: clientIdsField, inMs: remainingField }),
  },
  /** Everybody comes back to the main room when the grace ends. */
  recall: {
    from: 'moderators',
    family: 'control',
    body: v.object({ term: countField, inMs: remainingField }),
  },
  /** These people come back to the main room when the notice ends; the rooms stay open. */
  'call-back': {
    from: 'moderators',
    family: 'control',
    body: v.object({ term: countField, clientIds: clientIdsField, inMs: remainingField }),
  },
  /** The recall is taken back. */
  'keep-open': { from: 'moderators', family: 'control', body: v.object({ term: countField }) },
  /** An invitation or a move to this room is taken back, for these people or (`null`) for all. */
  withdraw: {
    from: 'moderators',
    family: 'control',
    body: v.object({ term: countField, roomId: idField, clientIds: v.nullable(clientIdsField) }),
  },
  /** The rooms that people may choose from, with their seats. A higher version replaces it as a whole; no rooms: it is over. */
  offer: {
    from: 'moderators',
    family: 'control',
    body: v.object({ term: countField, version: countField, rooms: v.nullable(offeredField) }),
  },
  /** "I want to be there", or (`null`) "give my seat back". To moderators; the one who leads answers. */
  pick: { from: 'anyone', family: 'request', body: v.object({ slot: v.nullable(idField) }) },
  /** What came of a pick, or the seat that a moderator gave: `slot` is what the answer is about, `null` is no seat. */
  confirm: {
    from: 'moderators',
    family: 'control',
    body: v.object({
      term: countField,
      version: countField,
      slot: v.nullable(idField),
      answer: v.picklist(['seated', 'moved', 'full', 'gone', 'locked', 'over']),
    }),
  },
  /** How much of the round is left, or (`null`) that it has no end of its own; and the grace that follows. */
  time: {
    from: 'moderators',
    family: 'control',
    body: v.object({
      term: countField,
      version: countField,
      endsInMs: v.nullable(remainingField),
      graceMs: remainingField,
    }),
  },
  /** "We need more time." To moderators. */
  'ask-time': { from: 'anyone', family: 'request', body: v.object({}) },
  /** "Please come", or not any more. To moderators. */
  help: {
    from: 'anyone',
    family: 'request',
    body: v.object({ on: v.boolean(), roomId: v.nullable(idField) }),
  },
  /** The sender goes to this person, does not, or was there. To the person and to the other moderators; needs no lead. */
  claim: {
    from: 'moderators',
    family: 'control',
    body: v.object({ clientId: idField, claim: v.picklist(['claimed', 'released', 'done']) }),
  },
  /** Words to the people in all rooms, or in one; to moderators too, for their history. Needs no lead. */
  announce: {
    from: 'moderators',
    family: 'text',
    body: v.object({ messageId: messageIdField, roomId: v.nullable(idField), text: announcementField }),
  },
  /** A message was shown to the sender's person. To moderators. */
  seen: { from: 'anyone', family: 'report', body: v.object({ messageId: messageIdField }) },
  /** "What is going on?", from a moderator's kit that has just come, or come back. */
  'ask-state': { from: 'moderators', family: 'report', body: v.object({}) },
  /** A moderator's whole picture, or what changed of it, to other moderators: the people named, and all else. */
  desk: {
    from: 'moderators',
    family: 'control',
    body: v.object({
      term: countField,
      version: countField,
      driver: v.nullable(idField),
      round: countField,
      phase: v.picklist(['open', 'closing']),
      rooms: deskRoomsField,
      openedAgoMs: remainingField,
      endsInMs: v.nullable(remainingField),
      closesInMs: v.nullable(remainingField),
      graceMs: remainingField,
      late: v.picklist(['ask', 'fill', 'former', 'main']),
      people: deskPeopleField,
    }),
  },
  /** What a person's kit last heard of moderators: the answer to `ask-state`, and believed as nothing else. */
  known: {
    from: 'anyone',
    family: 'report',
    body: v.object({
      term: countField,
      round: countField,
      rooms: roomsField,
      openedAgoMs: remainingField,
      endsInMs: v.nullable(remainingField),
      closesInMs: v.nullable(remainingField),
      graceMs: v.nullable(remainingField),
    }),
  },
  /** This moderator runs the rooms from here on: the sender, who takes over, or whom the sender hands over to. */
  drive: {
    from: 'moderators',
    family: 'control',
    body: v.object({ term: countField, clientId: idField }),
  },
} as const satisfies KindTable;

/** The same, with everything in it read-only. */
export type Immutable<T> = T extends readonly (infer Item)[]
  ? readonly Immutable<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Immutable<T[Key]> }
    : T;

/** The messages that a table of kinds describes. */
export type MessageOf<Table extends KindTable> = {
  [Kind in keyof Table & string]: Immutable<{ kind: Kind } & v.InferOutput<Table[Kind]['body']>>;
}[keyof Table & string];

/** A message between kits. Told apart by `kind`. */
export type WireMessage = MessageOf<typeof KINDS>;

/** The name of a kind. */
export type WireKind = WireMessage['kind'];

/** Kinds that order or list: moderators' only, never dropped by the rate limit. */
export const CONTROL_KINDS: ReadonlySet<WireKind> = new Set(
  (Object.keys(KINDS) as WireKind[]).filter((kind) => KINDS[kind].family === 'control'),
);
