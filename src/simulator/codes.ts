/** The codes a simulated room answers with, and the sentences beside them. Applications should match the code, never the text. */

const SENTENCES = new Map<number, readonly [error: string, desc: string]>([
  [1138, ['Internal server error', 'The server could not do this.']],
  [1143, ['Device not found', 'No microphone was found.']],
  [1144, ['Media access denied', 'The microphone was refused by the person or the browser.']],
  [1145, ['Device busy', 'The microphone is used elsewhere.']],
  [1155, ['Invalid options', 'The options passed are not valid.']],
  [1163, ['Network disconnected', 'There is no connection to the server.']],
  [1164, ['Network reconnected', 'The connection to the server is back.']],
  [1165, ['Network reconnect attempts exceeded', 'The connection to the server could not be made again.']],
  [1168, ['Unauthorized access', 'Only a moderator may do this.']],
  [1170, ['Not subscribed', 'The subscription does not include this.']],
  [1171, ['Room not connected', 'The room is not connected.']],
  [1177, ['Already so', 'The stream is already in this state.']],
  [1195, ['Data too large', 'The data is larger than allowed.']],
  [1724, ['Participant count not found', 'The number of participants was not found.']],
  [1725, ['Participant count exceeds the parent room', 'The parent room allows fewer participants.']],
  [1726, ['Breakout room limit exceeded', 'The parent room has its largest number of breakout rooms.']],
  [1729, ['Token generation failed', 'No token could be made for the breakout room.']],
  [1731, ['Breakout room creation failed', 'The breakout room could not be created.']],
  [1734, ['Participant count is mandatory', 'The number of participants is required.']],
  [4121, ['Already so', 'The room is already in this state.']],
  [5003, ['Not allowed in this mode', 'Breakout rooms need the group mode.']],
  [5067, ['Not allowed in lecture mode', 'Breakout rooms need the group mode.']],
]);

/** An error as the SDK itself makes it: `result`, `error` and `desc`, and no `msg`. */
export interface SdkError {
  readonly result: number;
  readonly error: string;
  readonly desc: string;
}

/** Makes an error of the SDK's own. */
export function sdkError(result: number): SdkError {
  const [error, desc] = SENTENCES.get(result) ?? ['Unknown error', 'No more is known.'];
  return { result, error, desc };
}

/** Makes a reply of the server's: `result` and `msg`. Any value may stand for the code, as in a faulty reply. */
export function serverReply(
  result: unknown,
  msg?: unknown,
): { readonly result: unknown; readonly msg: unknown } {
  return {
    result,
    msg: msg ?? (typeof result === 'number' ? (SENTENCES.get(result)?.[0] ?? 'Failed') : 'Failed'),
  };
}
