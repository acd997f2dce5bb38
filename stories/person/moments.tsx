import type { ReactNode } from 'react';
import { endMoment, type Moment } from '../scenes/person.js';
import { Stage } from './Stage.js';

interface Shown {
  readonly width: number;
  readonly height?: number;
}

interface Loaded {
  readonly loaded: { readonly moment?: Moment };
}

/** A story of one moment: prepared before it is drawn, ended after it is gone. */
export function momentStory(make: () => Promise<Moment>, screen: ReactNode, { width, height }: Shown) {
  return {
    loaders: [async () => ({ moment: await make() })],
    beforeEach:
      ({ loaded }: Loaded) =>
      () => {
        if (loaded.moment) void endMoment(loaded.moment);
      },
    render: (_args: object, { loaded }: Loaded) =>
      loaded.moment ? (
        <Stage moment={loaded.moment} width={width} {...(height === undefined ? {} : { height })}>
          {screen}
        </Stage>
      ) : (
        <></>
      ),
  };
}

/** The moment of a story that is being played. */
export function momentOf({ loaded }: Loaded): Moment {
  if (!loaded.moment) throw new Error('This story has no moment.');
  return loaded.moment;
}

/** Dialogs make everything around them inert, so on a page of documentation each is in a frame of its own. */
export const inFrame = (height: number) => ({
  docs: { story: { inline: false, iframeHeight: height } },
});
