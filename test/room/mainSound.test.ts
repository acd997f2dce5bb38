// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { RoomPort } from '../../src/room/roomPort.js';
import { profileNames } from '../../src/simulator.js';
import { stage } from './stage.js';

const audio = { audio: true, video: false };
const video = { audio: false, video: true };
const both = { audio: true, video: true };

/** One change of the main room's sound. */
const STEPS = {
  pause: (port: RoomPort) => port.pauseMain(),
  resume: (port: RoomPort) => port.resumeMain(),
  'mute sound': (port: RoomPort) => port.muteMain(audio),
  'mute picture': (port: RoomPort) => port.muteMain(video),
  'mute both': (port: RoomPort) => port.muteMain(both),
  'unmute sound': (port: RoomPort) => port.unmuteMain(audio),
  'unmute picture': (port: RoomPort) => port.unmuteMain(video),
  'unmute both': (port: RoomPort) => port.unmuteMain(both),
} as const;
type Step = keyof typeof STEPS;

describe.each(profileNames)('the main room’s sound in build %s', (profile) => {
  const walk = async (steps: readonly Step[]) => {
    const { guest, after, meeting } = stage({ profile });
    const bo = guest('Bo');
    for (const step of steps) expect(await after(STEPS[step](bo.port))).toEqual({ ok: true });
    const stream = meeting.person('Bo').localStream;
    return [
      stream?.isAudioMuted() ? 'silent' : 'heard',
      stream?.isVideoMuted() ? 'dark' : 'seen',
      meeting.truth().get('Bo')?.mainSilenced ? 'hears nothing' : 'hears',
    ].join(', ');
  };

  it.each<[string, readonly Step[]]>([
    ['silent, dark, hears nothing', ['pause']],
    ['silent, seen, hears nothing', ['mute sound']],
    ['heard, dark, hears', ['mute picture']],
    ['silent, dark, hears nothing', ['mute sound', 'mute picture']],
    ['heard, seen, hears', ['pause', 'resume']],
    ['heard, seen, hears', ['mute both', 'unmute both']],
    ['heard, seen, hears', ['mute sound', 'unmute sound']],
    // Whatever came before, resuming ends all of it, as in every build.
    ['heard, seen, hears', ['pause', 'mute sound', 'resume']],
    ['heard, seen, hears', ['mute sound', 'pause', 'resume']],
    ['heard, seen, hears', ['pause', 'pause', 'resume']],
    ['heard, seen, hears', ['pause', 'unmute both']],
    // From paused to muted: the picture comes back, the sound does not.
    ['silent, seen, hears nothing', ['pause', 'unmute picture']],
    ['heard, dark, hears', ['pause', 'unmute sound']],
    ['heard, seen, hears', ['pause', 'unmute picture', 'resume']],
    ['heard, seen, hears', ['pause', 'unmute picture', 'unmute sound']],
    ['silent, dark, hears nothing', ['mute sound', 'pause']],
    ['silent, seen, hears nothing', ['mute sound', 'pause', 'unmute picture']],
  ])('%s after: %s', async (outcome, steps) => {
    expect(await walk(steps)).toBe(outcome);
  });

  it.each(['pause', 'resume', 'mute', 'unmute'] as const)(
    'a refused %s is told and undone by another try',
    async (call) => {
      const { guest, after, meeting } = stage({ profile });
      const bo = guest('Bo');
      if (call === 'resume' || call === 'unmute') await after(bo.port.pauseMain());
      // In the guide ending a pause is one call whichever way it is asked for.
      meeting.faults.set([
        { kind: 'refused', call, code: 1138, times: 1 },
        ...(call === 'unmute' && profile === 'guide'
          ? [{ kind: 'refused', call: 'resume', code: 1138, times: 1 } as const]
          : []),
      ]);
      const step = { pause: 'pause', resume: 'resume', mute: 'mute both', unmute: 'unmute both' } as const;
      const act = STEPS[step[call]];
      expect(await after(act(bo.port))).toMatchObject({
        ok: false,
        failure: { kind: 'unknown', code: 1138 },
      });
      expect(await after(act(bo.port))).toEqual({ ok: true });
      const silent = call === 'pause' || call === 'mute';
      expect(meeting.truth().get('Bo')?.mainSilenced).toBe(silent);
    },
  );
});
