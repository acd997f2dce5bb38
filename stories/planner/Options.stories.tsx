import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { LiveDesk } from '../../src/components/desk/LiveDesk.js';
import { RoomPlanner, type RoomPlannerProps } from '../../src/components/planner/RoomPlanner.js';
import { personButton } from '../scenes/gestures.js';
import {
  afterARound,
  contradicted,
  ownSeats,
  roundsPlanned,
  ruled,
  rulesBroken,
  withSetups,
} from '../scenes/options.js';
import { planning } from '../scenes/planning.js';
import type { Scene } from '../scenes/scene.js';
import { loadScene, SceneStage } from '../scenes/SceneStage.js';

interface OptionsStoryProps extends RoomPlannerProps {
  /** The moment to be shown. */
  readonly moment: () => Promise<Scene>;
  readonly width: number;
  readonly height?: number;
}

/** How long code may be on its way. */
const FETCHED = { timeout: 10_000 };

/** Opens the options from their button, or from the menu where there is no room for it. */
async function openOptions(canvas: HTMLElement): Promise<HTMLElement> {
  const page = within(canvas);
  const button = page.queryByRole('button', { name: 'Options' });
  if (button) await userEvent.click(button);
  else {
    await userEvent.click(page.getByRole('button', { name: 'More options' }));
    await userEvent.click(await within(document.body).findByRole('menuitem', { name: 'Options' }));
  }
  const panel = await within(document.body).findByRole('region', { name: 'Options' });
  // What is in it is fetched now.
  await within(panel).findByRole('group', { name: 'Rules' }, FETCHED);
  return panel;
}

const meta = {
  title: 'Planner/Options',
  component: RoomPlanner,
  loaders: [loadScene],
  render: ({ moment: _moment, width, height, ...props }, { loaded }) => (
    <SceneStage scene={loaded['scene'] as Scene} width={width} height={height}>
      <RoomPlanner {...props} />
    </SceneStage>
  ),
  args: { moment: () => planning(), width: 1100, height: 760, onClose: () => undefined },
  play: async ({ canvasElement }) => void (await openOptions(canvasElement)),
} satisfies Meta<OptionsStoryProps>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Beside the plan, which stays in sight and in use. */
export const Panel: Story = {};

/** Two rules that the split holds to, and a lead in each room. */
export const RulesKept: Story = { args: { moment: ruled } };

/** Marked at the people, named as a warning, and beside the rule. */
export const RulesBroken: Story = { args: { moment: rulesBroken } };

/** No split can keep both: the options say which. */
export const Contradiction: Story = {
  args: { moment: contradicted },
  play: async ({ canvasElement }) => {
    await userEvent.click(await within(canvasElement).findByRole('button', { name: 'Show rules' }));
    await waitFor(() => expect(within(canvasElement).getByRole('heading', { name: 'Rules' })).toHaveFocus());
  },
};

/** A rule made of names: two are in it, the others are found by typing. */
export const NewRule: Story = {
  play: async ({ canvasElement }) => {
    const panel = within(await openOptions(canvasElement));
    await userEvent.click(panel.getByRole('button', { name: 'Add a rule' }));
    await userEvent.keyboard('mei{Enter}alex{Enter}ma');
    await expect(panel.getByRole('list', { name: 'People of the rule' }).children).toHaveLength(2);
  },
};

/** One room has seats of its own, opened from its menu. */
export const SeatsOfARoom: Story = {
  args: { moment: ownSeats },
  play: async ({ canvasElement }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Options for Pricing' }));
    await userEvent.click(await within(document.body).findByRole('menuitem', { name: 'Seats in this room' }));
    const field = await within(canvasElement).findByRole('spinbutton', { name: 'Seats in Pricing' }, FETCHED);
    await waitFor(() => expect(field).toHaveFocus());
  },
};

/** Rules come from the people who are selected, too. */
export const FromTheSelected: Story = {
  play: async ({ canvasElement }) => {
    for (const name of ['Lena Vogel', 'Amara Diallo'])
      await userEvent.click(personButton(canvasElement, name));
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Move 2 people to…' }));
    await expect(await within(document.body).findByRole('menuitem', { name: 'Keep together' })).toBeVisible();
  },
};

/** Three rounds in which nobody meets twice; the draft is the first of them. */
export const RoundsPlanned: Story = {
  args: { moment: roundsPlanned },
  play: async ({ canvasElement }) => {
    const panel = within(await openOptions(canvasElement));
    panel.getByRole('group', { name: 'Rounds' }).scrollIntoView();
    await expect(panel.getByText('Nobody meets twice in 3 rounds.')).toBeVisible();
  },
};

/** After a round: the same groups again, or others. */
export const AfterARound: Story = {
  args: { moment: afterARound, width: 460, height: 400 },
  render: ({ width, height }, { loaded }) => (
    <SceneStage scene={loaded['scene'] as Scene} width={width} height={height}>
      <LiveDesk />
    </SceneStage>
  ),
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('button', { name: 'Meet new people' })).toBeVisible();
  },
};

/** Less room: the rooms stand in one column beside the options. */
export const Tablet: Story = { args: { moment: rulesBroken, width: 760 } };

/** Docked beside a meeting: above the plan, and never more than half of it. */
export const Dock: Story = { args: { moment: rulesBroken, width: 400, height: 860 } };

/** On a phone they rise as a sheet. */
export const Phone: Story = {
  args: { moment: rulesBroken, width: 320, height: 700, pointer: 'coarse' },
};

/** Rooms saved for other meetings, where the application lets something be kept. */
export const SetUps: Story = {
  args: { moment: withSetups },
  play: async ({ canvasElement }) => {
    const panel = await openOptions(canvasElement);
    const setups = await within(panel).findByRole('group', { name: 'Set-ups' });
    await within(setups).findByText('Workshop');
    setups.scrollIntoView({ block: 'end' });
  },
};
