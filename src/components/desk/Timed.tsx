/** Stands in a sentence for the time, which is drawn in figures that do not dance. */
export const TIME = '\uFFFC';

interface TimedProps {
  /** A sentence with {@link TIME} in it. */
  readonly sentence: string;
  readonly time: string;
}

/** A sentence around a time, wherever a language puts it. */
export function Timed({ sentence, time }: TimedProps) {
  const [before = '', after = ''] = sentence.split(TIME);
  return (
    <>
      {before}
      <strong className="brk-num">{time}</strong>
      {after}
    </>
  );
}
