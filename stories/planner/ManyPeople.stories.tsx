import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { RoomPlanner, type RoomPlannerProps } from '../../src/components/planner/RoomPlanner.js';
import { crowd } from '../scenes/crowd.js';
import type { Scene } from '../scenes/scene.js';
import { loadScene, SceneStage } from '../scenes/SceneStage.js';

interface ManyPeopleProps extends RoomPlannerProps {
  /** The moment to be shown. */
  readonly moment: () => Promise<Scene>;
  readonly width: number;
  readonly height: number;
}

const meta = {
  title: 'Planner/Many people',
  component: RoomPlanner,
  loaders: [loadScene],
  render: ({ moment: _moment, width, height, ...props }, { loaded }) => (
    <SceneStage scene={loaded['scene'] as Scene} width={width} height={height}>
      <RoomPlanner {...props} />
    </SceneStage>
  ),
  args: {
    moment: () => crowd({ count: 214, rooms: 10, seats: 22, seated: 208 }),
    width: 1100,
    height: 993,
    onClose: () => undefined,
  },
} satisfies Meta<ManyPeopleProps>;

export default meta;
type Story = StoryObj<typeof meta>;

/** More than EnableX seats, drawn small: each card shows who fits and says how many more there are. */
export const TwoHundredAndFourteen: Story = {};

/** The rest of one room is shown in its card. */
export const OneRoomWhole: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: '13 more in Pricing' }));
    await expect(canvas.getByRole('grid', { name: 'People in Pricing' })).not.toHaveAttribute(
      'aria-rowcount',
    );
    await expect(canvas.getByRole('button', { name: 'Show fewer in Pricing' })).toHaveFocus();
  },
};

/** A thousand people in twenty rooms. The list of the rail draws what is in sight. */
export const OneThousand: Story = {
  args: { moment: () => crowd({ count: 1000, rooms: 20, seats: 60 }) },
  play: async ({ canvasElement }) => {
    const list = within(canvasElement).getByRole('grid', { name: 'In rooms' });
    await expect(list).toHaveAttribute('aria-rowcount', '1000');
    await expect(within(list).getAllByRole('row').length).toBeLessThan(80);
  },
};

/** Five thousand people and fifty rooms; nobody has a seat yet. */
export const FiveThousand: Story = {
  args: { moment: () => crowd({ count: 5000, rooms: 50, seats: 110, seated: 0 }) },
  play: async ({ canvasElement }) => {
    const list = within(canvasElement).getByRole('grid', { name: 'Not assigned' });
    await expect(list).toHaveAttribute('aria-rowcount', '5000');
    await expect(within(list).getAllByRole('row').length).toBeLessThan(80);
  },
};

/** The same on a tablet: the rail is a strip that scrolls. */
export const FiveThousandOnATablet: Story = {
  args: { moment: () => crowd({ count: 5000, rooms: 50, seats: 110, seated: 0 }), width: 720 },
};
