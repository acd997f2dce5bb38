/**
 * A pretend EnableX: rooms with people in them, for tests, stories and trying things out.
 *
 * @packageDocumentation
 */
export {};
