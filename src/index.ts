/**
 * Breakout rooms for a React meeting application: the provider, the hooks and the components.
 *
 * @packageDocumentation
 */
export {};
