import type { Meta, StoryObj } from '@storybook/react-vite';
import { LiveDesk, type LiveDeskProps } from '../../src/components/desk/LiveDesk.js';
import { closed, closing, everyoneBack, invited, leftBehind, open, openedByTom } from '../scenes/live.js';
import type { Scene } from '../scenes/scene.js';
import { loadScene, SceneStage } from '../scenes/SceneStage.js';

interface DeskStoryProps extends LiveDeskProps {
  /** The moment to be shown. */
  readonly moment: () => Promise<Scene>;
  readonly width: number;
  readonly height?: number;
}

const meta = {
  title: 'Desk/LiveDesk',
  component: LiveDesk,
  loaders: [loadScene],
  render: ({ moment: _moment, width, height, ...props }, { loaded }) => (
    <SceneStage scene={loaded['scene'] as Scene} width={width} height={height}>
      <LiveDesk {...props} />
    </SceneStage>
  ),
  args: { moment: () => open({ again: true }), width: 1100 },
} satisfies Meta<DeskStoryProps>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Exceptions first: asked, on the way, without an answer, declined. */
export const Open: Story = {};
export const Invited: Story = { args: { moment: () => invited() } };
/** Some have an application without the kit: where they are is not confirmed. */
export const NotConfirmed: Story = { args: { moment: () => open({ withoutKit: ['omar', 'hana'] }) } };
/** The service refused one room's invitations: why, and the way to ask again. */
export const Refused: Story = {
  args: {
    moment: () => invited({ faults: { kind: 'refused', call: 'invite', code: 9999, times: 1 } }),
  },
};
/** Another moderator was first: whose rooms these are, and that one's own draft is kept. */
export const AnotherModeratorWasFirst: Story = { args: { moment: () => openedByTom(), width: 676 } };
export const Dock: Story = { args: { width: 400 } };
export const Phone: Story = { args: { width: 320, pointer: 'coarse' } };
/** End rooms was pressed; it can be taken back. */
export const Closing: Story = { args: { moment: () => closing() } };
/** Closed, and two people are still on the way. */
/** Without a kit, nobody can be brought back. */
export const LeftBehind: Story = { args: { moment: () => leftBehind(), width: 676 } };
export const AfterClosing: Story = { args: { moment: () => closed(), width: 676 } };
export const EveryoneIsBack: Story = { args: { moment: () => everyoneBack(), width: 676 } };
