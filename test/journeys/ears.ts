/**
 * Who hears whom, measured: each person has a tone, and what a person's players really play goes into one analyser.
 * A player counts when a person would hear it: in the page, playing, neither muted nor turned down.
 */
import { expect } from 'vitest';
import type { SimulatedMeeting } from '../../src/simulator.js';
import { idPart } from './page.js';

/** For each listener the people they hear, by name, in the order of the meeting. */
export type Hearing = Readonly<Record<string, readonly string[]>>;

/** The ears of a meeting. */
export interface Ears {
  /** Listens until the sound has settled, twice the same, and says who hears whom. */
  readonly hearing: () => Promise<Hearing>;
  /** Listens until it is so, and a moment longer. */
  readonly expect: (wanted: Hearing) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Decibels: a tone that is played is near -20, the leak of another one and true silence far below -90. */
const HEARD = -45;
const SILENT = -80;
/** Seconds of sound for one reading: more than what the analyser looks at, and the way through the browser. */
const WINDOW = 0.13;
/** How many readings in a row may differ before it is said that nothing settles. */
const PATIENCE = 25;

interface Ear {
  readonly name: string;
  readonly analyser: AnalyserNode;
  readonly sources: Map<MediaStream, MediaStreamAudioSourceNode>;
  readonly players: () => readonly HTMLMediaElement[];
}

/** Gives ears to those whose main room is played in these places. */
export function openEars(meeting: SimulatedMeeting, mainRooms: ReadonlyMap<string, HTMLElement>): Ears {
  const context = new AudioContext();
  const bins = new Float32Array(2048);
  const ears: readonly Ear[] = [...mainRooms].map(([name, place]) => ({
    name,
    analyser: new AnalyserNode(context, { fftSize: 4096, smoothingTimeConstant: 0 }),
    sources: new Map(),
    players: () => [
      ...place.querySelectorAll<HTMLMediaElement>('audio, video'),
      ...[...document.querySelectorAll<HTMLElement>('[data-brk-sound] > [id]')]
        .filter((sink) => sink.id.split('-').includes(playerOf(name)))
        .flatMap((sink) => [...sink.querySelectorAll<HTMLMediaElement>('audio, video')]),
    ],
  }));

  /** Plugs in what plays now, and unplugs what does not any more. */
  const plug = ({ players, sources, analyser }: Ear) => {
    const playing = new Set(players().filter(isHeard).map(streamOf));
    for (const [stream, source] of sources) {
      if (playing.has(stream)) continue;
      source.disconnect();
      sources.delete(stream);
    }
    for (const stream of playing) {
      if (!stream || sources.has(stream)) continue;
      const source = new MediaStreamAudioSourceNode(context, { mediaStream: stream });
      source.connect(analyser);
      sources.set(stream, source);
    }
  };
  /** Lets this much sound pass, by the clock of the sound itself. */
  const listen = (seconds: number) =>
    new Promise<void>((resolve) => {
      const silence = new ConstantSourceNode(context, { offset: 0 });
      silence.connect(context.destination);
      const heard = () => {
        silence.disconnect();
        resolve();
      };
      silence.addEventListener('ended', heard, { once: true });
      silence.start();
      silence.stop(context.currentTime + seconds);
    });
  /** One reading; `null` while a tone is between loud and silent. */
  const read = (): Hearing | null => {
    const rows = ears.map(({ name, analyser }) => {
      analyser.getFloatFrequencyData(bins);
      const levels = meeting.people().map((person) => {
        const bin = Math.round((person.tone * analyser.fftSize) / context.sampleRate);
        return { name: person.name, level: Math.max(...bins.subarray(bin - 1, bin + 2)) };
      });
      return { name, levels };
    });
    if (rows.some(({ levels }) => levels.some(({ level }) => level > SILENT && level < HEARD))) return null;
    return Object.fromEntries(
      rows.map(({ name, levels }) => [
        name,
        levels.filter(({ level }) => level >= HEARD).map((heard) => heard.name),
      ]),
    );
  };
  const next = async () => {
    ears.forEach(plug);
    await listen(WINDOW);
    return read();
  };
  /** Readings until two in a row are the same, and `enough` of it. */
  const settled = async (enough: (hearing: Hearing) => boolean): Promise<Hearing> => {
    let before: Hearing | null = null;
    for (let turn = 0; turn < PATIENCE; turn += 1) {
      const now = await next();
      if (before && now && JSON.stringify(before) === JSON.stringify(now) && enough(now)) return now;
      before = now;
    }
    return before ?? {};
  };

  return {
    hearing: () => settled(() => true),
    async expect(wanted) {
      const key = JSON.stringify(wanted);
      expect(await settled((now) => JSON.stringify(now) === key)).toEqual(wanted);
    },
    close: () => context.close(),
  };
}

/** How React's ids look inside the id of a sink, for a root with this person's prefix. */
const playerOf = (name: string) => idPart(name);

const streamOf = (player: HTMLMediaElement) =>
  player.srcObject instanceof MediaStream ? player.srcObject : null;

const isHeard = (player: HTMLMediaElement) =>
  player.isConnected && !player.paused && !player.ended && !player.muted && player.volume > 0;
