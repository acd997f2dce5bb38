/**
 * Who should sit where: pure algorithms, without React and without a meeting.
 *
 * @packageDocumentation
 */
export {};
