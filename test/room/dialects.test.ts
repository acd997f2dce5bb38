// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { behaviourOf, capabilitiesOf, dialectOf, type MethodName } from '../../src/room/dialects.js';

const known = { channel: false, ownStream: false };

describe('the names of a room’s methods', () => {
  it.each<[MethodName, readonly string[]]>([
    ['create', ['createBreakOutRoom', 'createBreakoutRoom']],
    ['createAndInvite', ['createAndInviteBreakOutRoom', 'createAndInviteBreakoutRoom']],
    ['invite', ['inviteToBreakoutRoom', 'inviteToBreakOutRoom']],
    ['join', ['joinBreakOutRoom', 'joinBreakoutRoom']],
    ['decline', ['rejectBreakoutRoomInvite', 'rejectBreakOutRoomInvite', 'rejectBreakOutRoomInvitation']],
    ['pause', ['pauseRoom', 'pause']],
    ['resume', ['resumeRoom', 'resume']],
    ['mute', ['muteRoom']],
    ['unmute', ['unMuteRoom', 'unmuteRoom']],
    ['clearAll', ['clearAllBreakOutSession']],
    ['destroyAll', ['destroyAllBreakOutSession']],
    ['send', ['sendUserData']],
    ['maxTalkers', ['getMaxTalkers']],
  ])('%s is found under each of its spellings, the builds’ own first', (name, spellings) => {
    for (const spelling of spellings) {
      const room = { [spelling]: (value: unknown) => [spelling, value] };
      expect(dialectOf(room, null).method(name)?.('x')).toEqual([spelling, 'x']);
    }
    const all = Object.fromEntries(spellings.map((spelling) => [spelling, () => spelling]));
    expect(dialectOf(all, null).method(name)?.()).toBe(spellings[0]);
  });

  it('a method that is missing, or no function, is none', () => {
    const dialect = dialectOf({ createBreakOutRoom: 'yes' }, null);
    expect(dialect.method('create')).toBeNull();
    expect(dialect.has('invite')).toBe(false);
  });

  it('a method is called on its room', () => {
    const room = {
      mark: 7,
      pauseRoom() {
        return this.mark;
      },
    };
    expect(dialectOf(room, null).method('pause')?.()).toBe(7);
  });
});

describe('what a build does', () => {
  it.each([
    ['1.9.3', { forceJoin: false, finishesJoin: true }],
    ['1.9.8', { forceJoin: false, finishesJoin: true }],
    ['2.0.0', { forceJoin: false, finishesJoin: true }],
    ['2.0.1', { forceJoin: true, finishesJoin: true }],
    ['2.1.3.4', { forceJoin: true, finishesJoin: true }],
    ['2.3.0', { forceJoin: true, finishesJoin: false }],
    ['2.3.9', { forceJoin: true, finishesJoin: false }],
    ['2.3.16', { forceJoin: true, finishesJoin: true }],
    ['2.3.24', { forceJoin: true, finishesJoin: true }],
    ['3.1.8', { forceJoin: true, finishesJoin: true }],
    ['99.0', { forceJoin: true, finishesJoin: true }],
    ['nightly', { forceJoin: true, finishesJoin: true }],
    ['', { forceJoin: true, finishesJoin: true }],
  ])('%s', (version, behaviour) => {
    expect(behaviourOf(version)).toMatchObject(behaviour);
  });

  const guideRoom = {
    createBreakoutRoom() {},
    inviteToBreakoutRoom() {},
    clearAllBreakOutSession() {},
    rejectBreakOutRoomInvite() {},
  };
  const builtRoom = { createBreakOutRoom() {}, inviteToBreakoutRoom() {}, sendUserData() {} };

  it('only the guide’s spelling without a version is the guide', () => {
    expect(dialectOf(guideRoom, null)).toMatchObject({ guide: true, unmuteFlag: true });
    expect(dialectOf(guideRoom, '3.1.8')).toMatchObject({ guide: false, unmuteFlag: false });
    expect(dialectOf(builtRoom, null)).toMatchObject({ guide: false, unmuteFlag: false });
    expect(dialectOf({ ...guideRoom, ...builtRoom }, null).guide).toBe(false);
  });

  it('capabilities follow from names and version', () => {
    expect(capabilitiesOf(dialectOf(guideRoom, null), known)).toEqual({
      rooms: true,
      decline: true,
      forceJoin: true,
      wire: false,
      recall: true,
      ownStream: false,
    });
    expect(capabilitiesOf(dialectOf(builtRoom, null), { channel: false, ownStream: true })).toEqual({
      rooms: true,
      decline: false,
      forceJoin: false,
      wire: true,
      recall: false,
      ownStream: true,
    });
    expect(capabilitiesOf(dialectOf({}, '3.1.8'), { channel: true, ownStream: false })).toEqual({
      rooms: false,
      decline: false,
      forceJoin: false,
      wire: true,
      recall: false,
      ownStream: false,
    });
  });

  it('without a version, force_join is known by the call that came with it', () => {
    expect(dialectOf({ ...builtRoom, clearAllBreakOutSession() {} }, null).forceJoin).toBe(true);
    expect(dialectOf({ ...builtRoom, clearAllBreakOutSession() {} }, '1.9.4').forceJoin).toBe(false);
  });
});
