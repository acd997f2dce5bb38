/**
 * Sound one can measure: a tone per person where the browser has audio, nothing elsewhere. The only file that knows the browser.
 */

/** The tone of the person at this position, in Hz. 64 positions differ, each at least 110 Hz from the next. */
export function toneFrequency(position: number): number {
  return 300 + 110 * (position % 64);
}

/** One person's tone on its way to one listener. */
export interface ToneSource {
  readonly stream: MediaStream;
  readonly setOn: (on: boolean) => void;
  readonly close: () => void;
}

/** The tones of a meeting. */
export interface Tones {
  /** A tone, silent at first. Undefined where the browser, or a server, has no audio. */
  readonly source: (frequency: number) => ToneSource | undefined;
  /** Ends all. */
  readonly close: () => void;
}

/** Makes the tones. No audio device is touched before the first one is wanted. */
export function createTones(): Tones {
  let context: AudioContext | undefined;
  return {
    source(frequency) {
      if (typeof AudioContext !== 'function') return undefined;
      context ??= new AudioContext();
      // A page that was not touched yet starts with its audio suspended.
      if (context.state === 'suspended') void context.resume();
      const oscillator = new OscillatorNode(context, { frequency });
      const gain = new GainNode(context, { gain: 0 });
      const out = new MediaStreamAudioDestinationNode(context);
      oscillator.connect(gain).connect(out);
      oscillator.start();
      return {
        stream: out.stream,
        setOn: (on) => void (gain.gain.value = on ? 0.25 : 0),
        close() {
          oscillator.stop();
          oscillator.disconnect();
          gain.disconnect();
        },
      };
    },
    close() {
      void context?.close();
      context = undefined;
    },
  };
}

/** Puts an audio element that plays `media` into an element, and returns what takes it away. */
export function playIn(elementId: string, streamId: number, media: MediaStream | undefined): () => void {
  const place = typeof document === 'undefined' ? null : document.getElementById(elementId);
  if (!place) return () => undefined;
  const player = document.createElement('audio');
  player.dataset['streamId'] = String(streamId);
  player.autoplay = true;
  if (media) {
    player.srcObject = media;
    // Refused before the person has touched the page; the element keeps trying by its autoplay.
    player.play().catch(() => undefined);
  }
  place.append(player);
  return () => {
    player.srcObject = null;
    player.remove();
  };
}

/** Measures which tones are in a stream. */
export interface ToneMeter {
  /** How loud this tone is now, in decibels. */
  readonly level: (frequency: number) => number;
  /** Whether this tone is there: louder than `threshold` decibels, -60 unless told. */
  readonly hears: (frequency: number, threshold?: number) => boolean;
  readonly close: () => void;
}

/**
 * Makes a meter for a stream, such as the `srcObject` of a player. It needs a browser, and a moment before the first reading.
 *
 * @example
 * const meter = createToneMeter(audio.srcObject);
 * meter.hears(meeting.person('Ada').tone);
 */
export function createToneMeter(stream: MediaStream): ToneMeter {
  const context = new AudioContext();
  const source = new MediaStreamAudioSourceNode(context, { mediaStream: stream });
  const analyser = new AnalyserNode(context, { fftSize: 4096, smoothingTimeConstant: 0 });
  source.connect(analyser);
  const bins = new Float32Array(analyser.frequencyBinCount);
  const level = (frequency: number) => {
    analyser.getFloatFrequencyData(bins);
    const bin = Math.round((frequency * analyser.fftSize) / context.sampleRate);
    return Math.max(...bins.subarray(Math.max(0, bin - 1), bin + 2));
  };
  return {
    level,
    hears: (frequency, threshold = -60) => level(frequency) > threshold,
    close: () => void context.close(),
  };
}
