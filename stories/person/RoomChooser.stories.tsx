import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, userEvent } from 'storybook/test';
import { RoomChooser } from '../../src/components/choosing/RoomChooser.js';
import { chosen, moved, offered, refused } from '../scenes/choosing.js';
import { momentOf, momentStory } from './moments.js';

const meta = {
  title: 'Person/RoomChooser',
  component: RoomChooser,
} satisfies Meta<typeof RoomChooser>;
export default meta;
type Story = StoryObj<typeof meta>;

const chooser = <RoomChooser />;
const card = { width: 420 };

/** Seats are counted by the moderator's kit; one room is full. */
export const Open: Story = momentStory(() => offered(), chooser, card);

export const Chosen: Story = momentStory(() => chosen(), chooser, card);

/** Two others were faster. */
export const Refused: Story = momentStory(() => refused(), chooser, card);

/** Ana put this person somewhere else: they are told, and may choose again. */
export const Moved: Story = momentStory(() => moved(), chooser, card);

/** A press of "Choose" is answered, and the focus stays on its button. */
export const Choosing: Story = {
  ...momentStory(() => offered(), chooser, card),
  play: async (context) => {
    const button = await screen.findByRole('button', { name: 'Choose Room 4' });
    await userEvent.click(button);
    await momentOf(context).scene.pass(1000);
    await expect(button).toHaveAccessibleName('Chosen: Room 4');
    await expect(button).toHaveFocus();
  },
};

/** Escape puts it aside; a chip keeps the way to it, and the seat stays. */
export const PutAside: Story = {
  ...momentStory(() => chosen(), chooser, card),
  play: async (context) => {
    (await screen.findByRole('button', { name: 'Choose Pricing' })).focus();
    await userEvent.keyboard('{Escape}');
    await momentOf(context).scene.pass(50);
    await expect(await screen.findByRole('button', { name: 'Your room: Design critique' })).toHaveFocus();
  },
};

export const Phone: Story = momentStory(() => chosen(), <RoomChooser pointer="coarse" />, { width: 320 });

/** Ten rooms, one with a long name: the list scrolls, its title stays. */
export const TenRooms: Story = momentStory(
  () =>
    offered({
      rooms: 10,
      names: ['Pricing', 'A very long room name that somebody typed without looking at it'],
    }),
  <RoomChooser pointer="coarse" />,
  { width: 320 },
);
