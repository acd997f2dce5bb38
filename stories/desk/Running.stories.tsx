import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { LiveDesk, type LiveDeskProps } from '../../src/components/desk/LiveDesk.js';
import { closing, moreTimeWanted, running, timeIsUp, tomDrives, withoutWire } from '../scenes/live.js';
import type { Scene } from '../scenes/scene.js';
import { loadScene, SceneStage } from '../scenes/SceneStage.js';

interface RunningStoryProps extends LiveDeskProps {
  /** The moment to be shown. */
  readonly moment: () => Promise<Scene>;
  readonly width: number;
  readonly height?: number;
}

const meta = {
  title: 'Desk/Running the rooms',
  component: LiveDesk,
  loaders: [loadScene],
  render: ({ moment: _moment, width, height, ...props }, { loaded }) => (
    <SceneStage scene={loaded['scene'] as Scene} width={width} height={height}>
      <LiveDesk {...props} />
    </SceneStage>
  ),
  args: { moment: () => running(), width: 1100 },
} satisfies Meta<RunningStoryProps>;

export default meta;
type Story = StoryObj<typeof meta>;

const button = (canvas: HTMLElement, name: string | RegExp) =>
  within(canvas)
    .getAllByRole('button', { name })
    .find((element) => element.checkVisibility()) as HTMLElement;
/** A menu stands in the page and not in the story. */
const choose = async (canvas: HTMLElement, menu: string, item: string | RegExp) => {
  await userEvent.click(button(canvas, menu));
  const line = await within(document.body).findByRole('menuitem', { name: item }, { timeout: 5000 });
  await userEvent.click(line);
};
const spoken = (canvas: HTMLElement) => canvas.querySelector('[data-brk-live]')?.textContent ?? '';

/** A time, two calls for help, a message that most have seen, and two people who joined late. */
export const Running: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByRole('timer')).toHaveTextContent('12:40 left');
    await expect(canvas.getByText('Waiting 1:20')).toBeVisible();
    await expect(canvas.getByText('Tom Becker is on the way')).toBeVisible();
    await expect(canvas.getByText('Seen by 12 of 12, 4 min ago')).toBeVisible();
    await expect(canvas.getByText('2 people joined late')).toBeVisible();
  },
};

export const Dock: Story = { args: { width: 400 } };
export const Phone: Story = { args: { width: 320, pointer: 'coarse' } };
/** Unfolded, a room has its menu on a phone too. */
export const PhoneRoom: Story = {
  args: { width: 320, pointer: 'coarse' },
  play: async ({ canvasElement }) => {
    await userEvent.click(button(canvasElement, 'Show people in Design critique'));
    await expect(button(canvasElement, 'Options for Design critique')).toBeVisible();
  },
};
export const Tablet: Story = { args: { width: 720 } };

/** Five minutes more: for everybody, from one press. */
export const MoreTime: Story = {
  args: { moment: () => moreTimeWanted() },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText('3 people ask for more time')).toBeVisible();
    await userEvent.click(button(canvasElement, '+5 min'));
    await waitFor(() => expect(canvas.getByRole('timer')).toHaveTextContent('6:34 left'));
    await expect(canvas.queryByText('3 people ask for more time')).toBeNull();
  },
};
export const MoreTimeWanted: Story = { args: { moment: () => moreTimeWanted() } };

/** Claimed: what comes next is in the same place. */
export const HelpClaimed: Story = {
  play: async ({ canvasElement }) => {
    const rail = within(within(canvasElement).getByRole('group', { name: /^Help/ }));
    await userEvent.click(rail.getByRole('button', { name: 'Claim Mei Tanaka' }));
    await expect(rail.getByText('You are on the way')).toBeVisible();
    await expect(rail.getByRole('button', { name: 'Visit Design critique' })).toHaveFocus();
    await expect(rail.getByRole('button', { name: 'Not me for Mei Tanaka' })).toBeVisible();
  },
};

/** One field for all rooms, with what was written last. */
export const Writing: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(button(canvasElement, 'Message all'));
    const field = within(canvasElement).getByRole('textbox', { name: 'Message all rooms' });
    await expect(field).toHaveFocus();
    await userEvent.type(field, 'Five minutes left. Pick one person to report back.');
    await expect(button(canvasElement, 'Send to 4 rooms')).toBeVisible();
  },
};
export const WritingInTheDock: Story = { ...Writing, args: { width: 400 } };

/** Sent: it stands in the rail, and the focus is back where it came from. */
export const Sent: Story = {
  play: async (context) => {
    await Writing.play?.(context);
    const { canvasElement } = context;
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(spoken(canvasElement)).toBe('Sent to 4 rooms.'));
    await expect(button(canvasElement, 'Message all')).toHaveFocus();
    const messages = within(within(canvasElement).getByRole('group', { name: /^Messages/ }));
    await expect(messages.getByText('Five minutes left. Pick one person to report back.')).toBeVisible();
    await userEvent.click(messages.getByRole('button', { name: '1 earlier' }));
    await expect(messages.getByText('Please open the shared notes.')).toBeVisible();
  },
};

/** To one room, from the menu of that room. */
export const WritingToOneRoom: Story = {
  play: async ({ canvasElement }) => {
    await choose(canvasElement, 'Options for Pricing', 'Message this room');
    await expect(within(canvasElement).getByRole('textbox', { name: 'Message Pricing' })).toHaveFocus();
  },
};

/** Everything that can be done with a room. */
export const RoomMenu: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(button(canvasElement, 'Options for Onboarding'));
    const menu = within(await within(document.body).findByRole('menu'));
    await expect(menu.getByRole('menuitem', { name: 'Invite again (3)' })).toBeVisible();
    await expect(menu.getByRole('menuitem', { name: /Close this room/ })).toHaveTextContent(
      '3 people come back',
    );
  },
};

/** One room closes, and can be kept while its notice runs. */
export const OneRoomCloses: Story = {
  play: async ({ canvasElement }) => {
    await choose(canvasElement, 'Options for Pricing', /Close this room/);
    await waitFor(() => expect(spoken(canvasElement)).toBe('Pricing closes in 0:20.'));
    await expect(button(canvasElement, 'Keep open: Pricing')).toBeVisible();
  },
};

/** The late ones are selected in the rail; the bar moves them. */
export const ChoosingRooms: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(button(canvasElement, 'Choose rooms'));
    await expect(document.activeElement).toHaveTextContent('Yusuf Demir');
    await expect(within(canvasElement).getByRole('toolbar', { name: '2 people selected' })).toBeVisible();
  },
};
export const ChoosingRoomsInTheDock: Story = { ...ChoosingRooms, args: { width: 400 } };

/** Placed, with an undo. */
export const LatePlaced: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(button(canvasElement, 'Fill smallest rooms'));
    await waitFor(() => expect(within(canvasElement).queryByText('2 people joined late')).toBeNull());
    await expect(spoken(canvasElement)).toBe('2 people placed.');
  },
};

/** A time, who joins late, another moderator: what is needed once a round. */
export const More: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.click(button(canvasElement, 'More options'));
    const menu = within(await within(document.body).findByRole('menu'));
    await expect(menu.getByRole('menuitem', { name: 'No time limit' })).toBeVisible();
    await expect(menu.getByRole('menuitemradio', { name: 'Ask me' })).toBeChecked();
    await expect(menu.getByRole('menuitem', { name: 'Tom Becker' })).toBeVisible();
  },
};

/** Tom runs the rooms: Ana sees the same, helps, visits and writes; for the rest she takes over first. */
export const AnotherModeratorRuns: Story = {
  args: { moment: () => tomDrives() },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.getByText('Tom Becker runs the rooms')).toBeVisible();
    await expect(button(canvasElement, 'End rooms')).toHaveAccessibleDescription(
      'Another moderator runs the rooms. Take over first.',
    );
    await expect(button(canvasElement, 'Message all')).not.toHaveAttribute('aria-disabled');
  },
};
export const TookOver: Story = {
  args: { moment: () => tomDrives() },
  play: async ({ canvasElement }) => {
    await userEvent.click(button(canvasElement, 'Take over'));
    await waitFor(() =>
      expect(within(canvasElement).getByText('Open, round 2. You run the rooms')).toBeVisible(),
    );
    await expect(button(canvasElement, 'End rooms')).not.toHaveAttribute('aria-disabled');
  },
};

/** The time is up: more of it keeps the rooms open. */
export const TimeIsUp: Story = {
  args: { moment: () => timeIsUp(), width: 676 },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByText('0:24')).toBeVisible();
    await expect(button(canvasElement, '+1 min')).toBeVisible();
  },
};

/** A moderator ended the rooms: words still reach everybody. */
export const WritingWhileClosing: Story = {
  args: { moment: () => closing(), width: 676 },
  play: async ({ canvasElement }) => {
    await userEvent.click(button(canvasElement, 'Message all'));
    await expect(within(canvasElement).queryByRole('button', { name: '+1 min' })).toBeNull();
    await expect(within(canvasElement).getByRole('textbox', { name: 'Message all rooms' })).toHaveFocus();
  },
};

/** Kits cannot talk here: no messages, no help, no closing of one room, and every sentence still reads well. */
export const WithoutMessages: Story = {
  args: { moment: () => withoutWire() },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await expect(canvas.queryByRole('button', { name: 'Message all' })).toBeNull();
    await expect(canvas.getByRole('timer')).toHaveTextContent('12:40 left');
    await userEvent.click(button(canvasElement, 'Options for Pricing'));
    const menu = within(await within(document.body).findByRole('menu'));
    await expect(menu.queryByRole('menuitem', { name: /Close this room|Message/ })).toBeNull();
  },
};
