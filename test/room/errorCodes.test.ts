// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { failureFrom, failureThrown, succeeded } from '../../src/room/errorCodes.js';

describe('what the service’s numbers mean', () => {
  it.each([
    [1143, 'media-denied'],
    [1144, 'media-denied'],
    [1145, 'media-denied'],
    [1155, 'invalid'],
    [1163, 'offline'],
    [1165, 'offline'],
    [1166, 'offline'],
    [1168, 'moderators-only'],
    [1170, 'not-supported'],
    [1171, 'not-connected'],
    [1195, 'invalid'],
    [1196, 'invalid'],
    [1724, 'count-missing'],
    [1725, 'over-meeting-capacity'],
    [1726, 'room-limit'],
    [1729, 'no-pass'],
    [1731, 'create-failed'],
    [1734, 'count-missing'],
    [5003, 'lecture-mode'],
    [5067, 'lecture-mode'],
    [1138, 'unknown'],
    [1701, 'unknown'],
    [-1, 'unknown'],
    [0.5, 'unknown'],
  ])('%i is %s, and the number is kept', (result, kind) => {
    expect(failureFrom({ result, msg: 'Words' })).toEqual({ kind, code: result, text: 'Words' });
  });

  it('1155 to a join is a refusal: the SDK hides the reason behind it', () => {
    expect(failureFrom({ result: 1155, error: 'Invalid', desc: 'Values' }, 'join').kind).toBe('refused');
  });

  it('5003 to somebody who wants to end all rooms says that they are no moderator', () => {
    expect(failureFrom({ result: 5003 }, 'destroy').kind).toBe('moderators-only');
    expect(failureFrom({ result: 5003 }, 'create').kind).toBe('lecture-mode');
  });

  it('reads the text from msg, else error, else desc', () => {
    expect(failureFrom({ result: 1, msg: 'a', error: 'b', desc: 'c' }).text).toBe('a');
    expect(failureFrom({ result: 1, msg: { rooms: [] }, error: 'b', desc: 'c' }).text).toBe('b');
    expect(failureFrom({ result: 1, error: 7, desc: 'c' }).text).toBe('c');
    expect(failureFrom({ result: 1 }).text).toBeNull();
  });

  it('finds the number inside a join’s error event', () => {
    expect(
      failureFrom(
        { type: 'media-access-denied', msg: { result: 1144, error: 'Denied', desc: 'Mic' } },
        'join',
      ),
    ).toEqual({ kind: 'media-denied', code: 1144, text: 'Denied' });
    expect(failureFrom({ type: 'room-error', message: { result: 1729, msg: 'No pass' } }).kind).toBe(
      'no-pass',
    );
    expect(failureFrom({ type: 'room-error', error: 1163, message: 'Gone' })).toEqual({
      kind: 'offline',
      code: 1163,
      text: 'Gone',
    });
  });

  it('reads a number written as text, but never takes it for success', () => {
    expect(failureFrom({ result: '1726' })).toMatchObject({ kind: 'room-limit', code: 1726 });
    expect(succeeded({ result: '0' })).toBe(false);
  });

  it('shortens a text of a megabyte', () => {
    expect(failureFrom({ result: 1, msg: 'x'.repeat(1_000_000) }).text).toHaveLength(500);
  });

  it('survives a reply that throws when it is read', () => {
    const hostile = Object.defineProperty({}, 'result', {
      get() {
        throw new Error('No');
      },
    });
    expect(succeeded(hostile)).toBe(false);
    expect(failureFrom(hostile)).toEqual({ kind: 'unknown', code: null, text: null });
    expect(failureThrown(hostile)).toEqual({ kind: 'threw', code: null, text: null });
  });
});
