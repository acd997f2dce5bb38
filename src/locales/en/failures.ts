/** One plain sentence for each thing that can fail, and for each reason why something cannot be done now. */
import type { FailureKind } from '../../state/types.js';
import type { Reason } from '../../state/views.js';

const failures: Record<FailureKind, string> = {
  'no-answer': 'The service did not answer. Try again.',
  offline: 'You are offline. Try again when the connection is back.',
  refused: 'The service refused. The room may be full or closed.',
  'no-pass': 'The service could not issue your pass to this room.',
  'create-failed': 'The service could not make the rooms. Try again.',
  'count-missing': 'The service did not accept the number of people in a room. Choose another number.',
  'over-meeting-capacity':
    'These rooms hold more people than this meeting allows. Use fewer people in each room.',
  'room-limit': '10 rooms is the limit of one meeting. Use fewer rooms.',
  invalid: 'The service did not understand the request. Try again.',
  'moderators-only': 'Only a moderator can do this.',
  'other-drives': 'Another moderator runs the rooms now.',
  'lecture-mode': 'Breakout rooms are not available in lecture mode. Switch the meeting to group mode.',
  'media-denied': 'Your microphone could not be used. Allow it in the browser, then try again.',
  'not-connected': 'You are not connected to the meeting. Try again when the connection is back.',
  'not-supported': 'This meeting service cannot do this.',
  capacity: 'That number of people does not fit in a room. Choose another number.',
  'already-in-room': 'You are in a room already. Return to the main room first.',
  'from-main-only': 'Rooms can be opened from the main room only. Return to it first.',
  'room-gone': 'This room has ended.',
  'fewer-rooms': 'The service made fewer rooms than asked for.',
  'too-many': 'That was a lot of messages at once. Wait a few seconds, then send it.',
  cancelled: 'Cancelled.',
  threw: 'Something unexpected went wrong. Try again.',
  unknown: 'The service refused, and did not say why. Try again.',
};

const reasons: Record<Reason['why'], string> = {
  'not-moderator': 'Only a moderator can do this.',
  'lecture-mode': 'Not available in lecture mode.',
  'not-connected': 'You are not connected to the meeting.',
  busy: 'Wait until the last change is done.',
  nobody: 'Nobody is placed in a room yet.',
  blocked: 'Something needs to be mended first.',
  'already-open': 'The rooms are open already.',
  'not-open': 'No rooms are open.',
  closing: 'The rooms are closing.',
  'room-limit': '10 rooms is the limit.',
  'not-supported': 'This meeting service cannot do this.',
  'no-stream': 'Your own sound in the main room is not known here.',
  'not-here': 'You are not in a room.',
  nothing: 'Nothing to do.',
  'other-drives': 'Another moderator runs the rooms. Take over first.',
  'unknown-mode': 'The meeting has not told its mode yet.',
};

export const failureWords = { failures, reasons };
