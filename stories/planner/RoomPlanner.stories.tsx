import type { Meta, StoryObj } from '@storybook/react-vite';
import { RoomPlanner, type RoomPlannerProps } from '../../src/components/planner/RoomPlanner.js';
import type { Scene } from '../scenes/scene.js';
import { loadScene, SceneStage } from '../scenes/SceneStage.js';
import { planning } from '../scenes/planning.js';

interface PlannerStoryProps extends RoomPlannerProps {
  /** The moment to be shown. */
  readonly moment: () => Promise<Scene>;
  readonly width: number;
  readonly height?: number;
}

const meta = {
  title: 'Planner/RoomPlanner',
  component: RoomPlanner,
  loaders: [loadScene],
  render: ({ moment: _, width, height, ...props }, { loaded }) => (
    <SceneStage scene={loaded['scene'] as Scene} width={width} height={height}>
      <RoomPlanner {...props} />
    </SceneStage>
  ),
  args: { moment: () => planning(), width: 1100, onClose: () => undefined },
} satisfies Meta<PlannerStoryProps>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Board width: one room over its limit, three people without a room. */
export const Board: Story = {};
export const Dock: Story = { args: { width: 400, height: 720 } };
export const Phone: Story = { args: { width: 320, height: 660, pointer: 'coarse' } };
