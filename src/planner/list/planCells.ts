/** The draft's table as cells of a file. */
import type { PlanTableRow } from '../../state/view/planTable.js';
import type { Table } from './list.js';

/** The headings of an exported plan. Not a sentence but a format: the same in every language, so that each kit reads them. */
export const PLAN_HEADINGS = ['Name', 'Email', 'User ref', 'Room', 'Room name', 'Lead', 'Locked'] as const;

/**
 * Headings and cells of an exported plan, as {@link matchList} reads them. Text only: a formula is made harmless when a file is
 * written, not here.
 */
export const planCells = (rows: readonly PlanTableRow[]): Table => [
  PLAN_HEADINGS,
  ...rows.map(({ name, email, userRef, room, roomName, lead, locked }) => [
    name,
    email ?? '',
    userRef ?? '',
    room === null ? '' : String(room),
    roomName ?? '',
    lead ? 'yes' : '',
    locked ? 'yes' : '',
  ]),
];
