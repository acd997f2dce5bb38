import type { ReactNode } from 'react';
import { BreakoutProvider } from '../../src/hooks/BreakoutProvider.js';
import type { Messages } from '../../src/messages.js';
import type { Scene } from './scene.js';

interface SceneStageProps {
  readonly scene: Scene;
  /** Whose screen it is. @defaultValue Ana's, who moderates */
  readonly person?: string;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly messages?: Messages;
  readonly children: ReactNode;
}

/** One person's screen in a scene, at the width of the sheet. */
export function SceneStage({ scene, person = 'ana', width, height, messages, children }: SceneStageProps) {
  return (
    <div style={{ inlineSize: width, blockSize: height, maxInlineSize: '100%' }}>
      <BreakoutProvider session={scene.session(person)} {...(messages === undefined ? {} : { messages })}>
        {children}
      </BreakoutProvider>
    </div>
  );
}

/** Brings a story's meeting to its moment before anything is drawn. The clock stands still after that. */
export const loadScene = async ({ args }: { readonly args: { readonly moment?: () => Promise<Scene> } }) => ({
  scene: await args.moment?.(),
});
