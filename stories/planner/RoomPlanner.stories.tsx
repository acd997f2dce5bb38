import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { RoomPlanner, type RoomPlannerProps } from '../../src/components/planner/RoomPlanner.js';
import { holdOver, personButton } from '../scenes/gestures.js';
import { letPeopleChoose, offered } from '../scenes/choosing.js';
import { dragging, lecture, limit, nobody, planning, proposal } from '../scenes/planning.js';
import type { Scene } from '../scenes/scene.js';
import { loadScene, SceneStage } from '../scenes/SceneStage.js';

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
  render: ({ moment: _moment, width, height, ...props }, { loaded }) => (
    <SceneStage scene={loaded['scene'] as Scene} width={width} height={height}>
      <RoomPlanner {...props} />
    </SceneStage>
  ),
  args: { moment: () => planning(), width: 1100, onClose: () => undefined },
} satisfies Meta<PlannerStoryProps>;

export default meta;
type Story = StoryObj<typeof meta>;

/** What a moderator sees first: an even split of everybody, one press from opening. */
export const Proposal: Story = { args: { moment: () => proposal() } };

/** Board width: three people selected, one room over its limit, one name being edited. */
export const Board: Story = {
  play: async ({ canvasElement }) => {
    for (const name of ['Lena Vogel', 'Amara Diallo', 'Liam O’Connor'])
      await userEvent.click(personButton(canvasElement, name));
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Rename Design critique' }));
    await expect(within(canvasElement).getByRole('textbox')).toHaveFocus();
  },
};

/** Three people on their way with the pointer: a room with too few seats, a full one, one with room, the target. */
export const Dragging: Story = {
  args: { moment: () => dragging() },
  play: async ({ canvasElement }) => {
    for (const name of ['Lena Vogel', 'Amara Diallo', 'Yusuf Demir'])
      await userEvent.click(personButton(canvasElement, name));
    const target = within(canvasElement).getByRole('region', { name: 'Room 4' });
    await holdOver(personButton(canvasElement, 'Lena Vogel'), target);
  },
};

/** Picked up with Enter: the focus stays on the person, the target moves. */
export const PickedUpWithKeys: Story = {
  args: { moment: () => dragging() },
  play: async ({ canvasElement }) => {
    personButton(canvasElement, 'Lena Vogel').focus();
    await userEvent.keyboard('{Enter}');
    await expect(within(canvasElement).getByRole('note')).toBeVisible();
  },
};

/** Seats fill as people pick them; the rail says who has not chosen, and who cannot be asked. */
export const PeopleChoose: Story = {
  args: { moment: async () => (await offered({ withoutKit: ['liam', 'hana'] })).scene },
};

/** Just begun: nobody has chosen. */
export const PeopleChooseDock: Story = {
  args: { width: 400, height: 720, moment: () => letPeopleChoose() },
};

export const PersonMenu: Story = {
  args: { moment: () => dragging() },
  play: async ({ canvasElement }) => {
    const [button] = within(canvasElement).getAllByRole('button', { name: 'Move Priya Nair to…' });
    if (button) await userEvent.click(button);
    await expect(
      await within(document.body).findByRole('menu', { name: 'Move Priya Nair to…' }),
    ).toBeVisible();
  },
};

export const BulkMenu: Story = {
  args: { moment: () => dragging() },
  play: async ({ canvasElement }) => {
    for (const name of ['Lena Vogel', 'Amara Diallo', 'Yusuf Demir'])
      await userEvent.click(personButton(canvasElement, name));
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Move 3 people to…' }));
    await expect(await within(document.body).findByRole('menu', { name: 'Move 3 people to…' })).toBeVisible();
  },
};

/** After a move: what was done, and its undo. */
export const Moved: Story = {
  args: { moment: () => dragging() },
  play: async ({ canvasElement }) => {
    const [button] = within(canvasElement).getAllByRole('button', { name: 'Move Lena Vogel to…' });
    if (button) await userEvent.click(button);
    await userEvent.click(await within(document.body).findByRole('menuitem', { name: /Room 4/ }));
    await expect(await within(canvasElement).findByText('Lena Vogel moved to Room 4.')).toBeVisible();
  },
};

/** After a move of several that fills a room. */
export const ThreeMoved: Story = {
  args: { moment: () => dragging() },
  play: async ({ canvasElement }) => {
    for (const name of ['Lena Vogel', 'Amara Diallo', 'Yusuf Demir'])
      await userEvent.click(personButton(canvasElement, name));
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Move 3 people to…' }));
    await userEvent.click(await within(document.body).findByRole('menuitem', { name: /Room 4/ }));
    // Seen in the toast, and said by the live region.
    const toast = { selector: '.brk-toast-text' };
    await expect(
      await within(canvasElement).findByText('3 people moved to Room 4, now full.', toast),
    ).toBeVisible();
  },
};

export const Dock: Story = { args: { width: 400, height: 720 } };
export const Tablet: Story = { args: { width: 720 } };
export const Phone: Story = { args: { width: 320, height: 660, pointer: 'coarse' } };

/** A tap on a person asks where to. */
export const PhoneSheet: Story = {
  args: { width: 320, height: 660, pointer: 'coarse', moment: () => dragging() },
  play: async ({ canvasElement }) => {
    await userEvent.click(personButton(canvasElement, 'Lena Vogel'));
    await expect(
      await within(document.body).findByRole('dialog', { name: 'Move Lena Vogel to…' }),
    ).toBeVisible();
  },
};

export const NobodyThere: Story = { args: { moment: () => nobody(), width: 360 } };
export const LectureMode: Story = { args: { moment: () => lecture(), width: 360 } };
/** Ten rooms is the limit of one meeting. */
export const Limit: Story = { args: { moment: () => limit() } };
export const Compact: Story = { args: { density: 'compact' } };
