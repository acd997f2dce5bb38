import type { ClientId } from '../state/types.js';

/**
 * An application's own way to carry messages between kits, instead of EnableX's `sendUserData`.
 * It must say truthfully who sent a message, by their client id in the main room: moderators' orders are trusted by it.
 */
export interface Channel {
  /** Sends a body (plain data) to some people or to everyone but the sender. What it throws or rejects with is a failed send. */
  readonly send: (what: {
    readonly to: readonly ClientId[] | 'everyone';
    readonly body: object;
  }) => void | Promise<void>;
  /** Calls back for each message. Returns the end of it. */
  readonly listen: (
    hear: (message: { readonly from: ClientId; readonly body: unknown }) => void,
  ) => () => void;
}
