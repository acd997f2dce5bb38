import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { RoomPlanner, type RoomPlannerProps } from '../../src/components/planner/RoomPlanner.js';
import { planning } from '../scenes/planning.js';
import type { Scene } from '../scenes/scene.js';
import { loadScene, SceneStage } from '../scenes/SceneStage.js';

interface FindingProps extends RoomPlannerProps {
  /** The moment to be shown. */
  readonly moment: () => Promise<Scene>;
  readonly width: number;
  readonly height?: number;
}

const meta = {
  title: 'Planner/Finding people',
  component: RoomPlanner,
  loaders: [loadScene],
  render: ({ moment: _moment, width, height, ...props }, { loaded }) => (
    <SceneStage scene={loaded['scene'] as Scene} width={width} height={height}>
      <RoomPlanner {...props} />
    </SceneStage>
  ),
  args: { moment: () => planning(), width: 1100, onClose: () => undefined },
} satisfies Meta<FindingProps>;

export default meta;
type Story = StoryObj<typeof meta>;

const rail = (canvas: HTMLElement) => within(canvas).getByRole('group', { name: 'People' });
const field = (canvas: HTMLElement) => within(canvas).getByRole('searchbox', { name: 'Find people' });

async function showOnly(canvas: HTMLElement, ...kinds: readonly string[]) {
  await userEvent.click(within(canvas).getByRole('button', { name: /^Filter people/ }));
  const menu = await within(document.body).findByRole('menu');
  for (const kind of kinds)
    await userEvent.click(within(menu).getByRole('menuitemcheckbox', { name: new RegExp(`^${kind}`) }));
}

/** A few letters, without the accents: wherever somebody sits. */
export const ByName: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.type(field(canvasElement), 'mar');
    await expect(within(rail(canvasElement)).getAllByRole('row')).toHaveLength(4);
  },
};

export const NobodyByThatName: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.type(field(canvasElement), 'zoe');
    await expect(within(canvasElement).getByText('Nobody by that name.')).toBeVisible();
  },
};

/** Which kinds there are, and how many people of each. */
export const Kinds: Story = {
  play: async ({ canvasElement }) => {
    await showOnly(canvasElement, 'Just joined', 'Locked');
    await expect(
      within(canvasElement).getByRole('button', { name: 'Filter people, 2 filters', hidden: true }),
    ).toBeVisible();
  },
};

/** Everybody of the room that is over its limit. */
export const Conflicts: Story = {
  play: async ({ canvasElement }) => {
    await showOnly(canvasElement, 'Has a conflict');
    await userEvent.keyboard('{Escape}');
    await expect(within(rail(canvasElement)).getAllByRole('row')).toHaveLength(7);
  },
};

/** A name and a kind that nobody has together, and the way out. */
export const NobodyLikeThat: Story = {
  play: async ({ canvasElement }) => {
    await showOnly(canvasElement, 'Locked');
    await userEvent.keyboard('{Escape}');
    await userEvent.type(field(canvasElement), 'lena');
    await expect(within(canvasElement).getByText('Nobody like that.')).toBeVisible();
  },
};

/** Where there is little room the field is behind a button, and `/` opens it. */
export const Phone: Story = {
  args: { width: 320, height: 660, pointer: 'coarse' },
  play: async ({ canvasElement }) => {
    const group = within(canvasElement).getByRole('group', { name: /^Not assigned/ });
    group.querySelector<HTMLElement>('[data-person] button')?.focus();
    await userEvent.keyboard('/');
    await expect(field(canvasElement)).toHaveFocus();
    await showOnly(canvasElement, 'Not assigned', 'Locked');
    await userEvent.keyboard('{Escape}');
    await userEvent.type(field(canvasElement), 'e');
    await expect(within(rail(canvasElement)).getByText('Elif Kaya')).toBeVisible();
  },
};
