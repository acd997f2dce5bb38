/**
 * The breakout session without React: the adapter to EnableX, the rules and the session itself.
 *
 * @packageDocumentation
 */
export {};
