// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { profileNames } from '../../src/simulator.js';
import { ask, builds, code, later, listen, run, stage } from './stage.js';

const silence = (at: ReturnType<typeof stage>, who = 'Bo') => {
  const truth = at.meeting.truth().get(who);
  return { paused: truth?.streams[0]?.byPause, stopped: truth?.mainSilenced };
};

describe.each(profileNames)('6 Pause and resume, build %s', (profile) => {
  const pauseIsMute = profile !== 'guide';

  test('6 pausing silences the person in the main room and stops what arrives; resuming undoes it', async () => {
    const at = stage(profile);
    for (const who of ['Ada', 'Bo', 'Cy']) at.room(who);
    await at.settle();
    expect(at.meeting.person('Bo').hears()).toEqual(new Set(['Ada', 'Cy']));
    const paused = ask(at.room('Bo'), 'pauseRoom');
    await at.settle();
    expect(paused).toEqual([[{ result: 0, msg: pauseIsMute ? 'Room muted' : 'Room paused' }]]);
    expect(at.meeting.person('Bo').hears()).toEqual(new Set());
    expect(at.meeting.person('Cy').hears()).toEqual(new Set(['Ada']));
    const resumed = ask(at.room('Bo'), 'resumeRoom');
    await at.settle();
    expect(resumed).toEqual([[{ result: 0, msg: pauseIsMute ? 'Room unmuted' : 'Room resumed' }]]);
    expect(at.meeting.person('Bo').hears()).toEqual(new Set(['Ada', 'Cy']));
    expect(at.meeting.person('Cy').hears()).toEqual(new Set(['Ada', 'Bo']));
  });

  test('6 pausing twice is harmless', async () => {
    const at = stage(profile);
    const answers = [ask(at.room('Bo'), 'pauseRoom'), ask(at.room('Bo'), 'pauseRoom')];
    await at.settle();
    expect(answers).toEqual([[[code(0)]], [[code(0)]]]);
    ask(at.room('Bo'), 'resumeRoom');
    await at.settle();
    expect(silence(at)).toEqual({ paused: false, stopped: false });
  });

  test('6 the person falls silent before the server answers, and stays so when it refuses', async () => {
    const at = stage(profile);
    at.meeting.faults.set({ kind: 'refused', call: 'pause', code: 1138 });
    const others = listen(at.room('Cy'), 'user-audio-muted', 'user-video-muted');
    const answers = ask(at.room('Bo'), 'pauseRoom');
    expect(silence(at)).toEqual({ paused: true, stopped: false });
    await at.settle();
    expect(answers).toEqual([[code(1138)]]);
    expect(silence(at)).toEqual({ paused: true, stopped: false });
    expect(others.map(({ type }) => type)).toEqual(['user-audio-muted', 'user-video-muted']);
    expect(at.room('Bo').roomMuted).toBe(true);
  });

  test('6 roomMuted says so even when offline', () => {
    const at = stage(profile);
    at.meeting.person('Bo').cutNetwork();
    expect(ask(at.room('Bo'), 'pauseRoom')).toEqual([[code(1163)]]);
    expect(at.room('Bo').roomMuted).toBe(true);
  });

  test('6 sound may still arrive in a paused room', async () => {
    const at = stage(profile, { pausedRoomsStillReceive: true });
    at.room('Ada');
    ask(at.room('Bo'), 'pauseRoom');
    await at.settle();
    expect(at.meeting.person('Bo').hears()).toEqual(new Set(['Ada']));
  });

  test('6 muting sound alone leaves the picture', async () => {
    const at = stage(profile);
    ask(at.room('Bo'), 'muteRoom', { audio: true, video: false });
    await at.settle();
    expect(at.meeting.person('Bo').localStream).toMatchObject({
      selfPausedAudio: true,
      selfPausedVideo: false,
    });
    expect(silence(at).stopped).toBe(true);
  });
});

describe.each(builds)('6 Causes of silence, build %s', (profile) => {
  test('6 a pause skips what the person has muted, and resuming does not speak for them', async () => {
    const at = stage(profile, {
      people: [
        { name: 'Ada', role: 'moderator' },
        { name: 'Bo', muted: true },
      ],
    });
    ask(at.room('Bo'), 'pauseRoom');
    expect(at.meeting.person('Bo').localStream).toMatchObject({
      selfMuteAudio: true,
      selfPausedAudio: false,
    });
    ask(at.room('Bo'), 'resumeRoom');
    await at.settle();
    expect(at.meeting.person('Bo').localStream).toMatchObject({
      selfMuteAudio: true,
      selfPausedAudio: false,
    });
    expect(run(at.meeting.person('Bo').localStream as object, 'isAudioMuted')).toBe(true);
  });

  test("6 a moderator's mute outlives the pause", async () => {
    const at = stage(profile, {
      people: [
        { name: 'Ada', role: 'moderator' },
        { name: 'Bo', hardMuted: true },
      ],
    });
    ask(at.room('Bo'), 'pauseRoom');
    ask(at.room('Bo'), 'resumeRoom');
    await at.settle();
    expect(at.meeting.person('Bo').localStream).toMatchObject({
      hardAudioMuted: true,
      selfPausedAudio: false,
    });
    expect(at.meeting.person('Bo').localStream?.isAudioMuted()).toBe(true);
    at.meeting.person('Bo').hardMute(false);
    expect(at.meeting.person('Bo').localStream?.isAudioMuted()).toBe(false);
  });

  test('6 muting what is muted already answers 1177', async () => {
    const at = stage(profile);
    const stream = at.meeting.person('Bo').localStream as object;
    const first = ask(stream, 'muteAudio');
    expect(stream).toMatchObject({ selfMuteAudio: true });
    await at.settle();
    expect(first).toEqual([[code(0)]]);
    expect(ask(stream, 'muteAudio')).toEqual([[code(1177)]]);
    const back = ask(stream, 'unmuteAudio');
    await at.settle();
    expect(back).toEqual([[code(0)]]);
    expect(ask(stream, 'unmuteAudio')).toEqual([[code(1177)]]);
  });

  test("6 a breakout room's stream is new and starts unmuted", async () => {
    const at = stage(profile, {
      people: [
        { name: 'Ada', role: 'moderator' },
        { name: 'Bo', muted: true },
      ],
    });
    const [roomId = ''] = await at.open();
    const inside = await at.enter('Bo', roomId);
    const streams = [...inside.localStreams.getAll().values()];
    expect(streams).toEqual([
      expect.objectContaining({ selfMuteAudio: false, hardAudioMuted: false, selfPausedAudio: false }),
    ]);
    expect(streams[0]).not.toBe(at.meeting.person('Bo').localStream);
  });
});

/** The table of section 6: call, flags, and what happens in 1.9.x, from 2.0.0, and in the guide. */
const table = [
  ['6.1', 'muteRoom', {}, 0, 1155, 1155],
  ['6.2', 'muteRoom', { audio: false, video: false }, null, 1155, 1155],
  ['6.3', 'unMuteRoom', { audio: true, video: true }, 0, 1155, 0],
  ['6.4', 'unMuteRoom', { audio: true }, 0, 1155, 0],
  ['6', 'unMuteRoom', { audio: false, video: false }, 0, 0, 1155],
  ['6', 'muteRoom', { audio: true, video: true }, 0, 0, 0],
] as const;

describe.each(profileNames)('6 Flags, build %s', (profile) => {
  test.each(table)('%s %s(%o)', async (_row, method, flags, oldest, build, guide) => {
    const at = stage(profile);
    const answers = ask(at.room('Bo'), method, flags);
    await at.settle();
    const wanted = profile === '1.9.4' ? oldest : profile === 'guide' ? guide : build;
    expect(answers).toEqual([[wanted === null ? null : code(wanted)]]);
  });

  test('6 in builds false unmutes, by the guide true does', async () => {
    const at = stage(profile);
    ask(at.room('Bo'), 'muteRoom', { audio: true, video: true });
    await at.settle();
    ask(at.room('Bo'), 'unMuteRoom', { audio: true, video: true });
    await at.settle();
    expect(silence(at)).toEqual(
      profile === 'guide' ? { paused: false, stopped: false } : { paused: true, stopped: true },
    );
    ask(at.room('Bo'), 'unMuteRoom', { audio: false, video: false });
    await at.settle();
    expect(silence(at)).toEqual({ paused: false, stopped: false });
  });
});

describe.each(later)('6 Callbacks, build %s', (profile) => {
  test('6.5 and 6.6 unMuteRoom(callback), or a callback that is none: nothing at all', async () => {
    const at = stage(profile);
    expect(ask(at.room('Bo'), 'unMuteRoom')).toEqual([]);
    run(at.room('Bo'), 'pauseRoom');
    run(at.room('Bo'), 'muteRoom', { audio: true }, 'done');
    await at.settle();
    expect(silence(at)).toEqual({ paused: false, stopped: false });
    expect(at.meeting.uncaught()).toEqual([]);
  });
});

test('6.6 build 1.9.4 throws when the answer for a missing callback comes', async () => {
  const at = stage('1.9.4');
  run(at.room('Bo'), 'pauseRoom');
  await at.settle();
  expect(silence(at)).toEqual({ paused: true, stopped: true });
  expect(at.meeting.uncaught()).toHaveLength(1);
});

test('6 in the guide pausing and muting are two things', async () => {
  const at = stage('guide');
  ask(at.room('Bo'), 'muteRoom', { audio: true, video: true });
  ask(at.room('Bo'), 'pauseRoom');
  ask(at.room('Bo'), 'resumeRoom');
  await at.settle();
  expect(silence(at)).toEqual({ paused: true, stopped: true });
  ask(at.room('Bo'), 'unMuteRoom', { audio: true, video: true });
  await at.settle();
  expect(silence(at)).toEqual({ paused: false, stopped: false });
});
