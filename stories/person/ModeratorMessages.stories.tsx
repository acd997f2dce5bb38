import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, within } from 'storybook/test';
import { ModeratorMessages } from '../../src/components/announcing/ModeratorMessages.js';
import { messaged } from '../scenes/person.js';
import { momentOf, momentStory } from './moments.js';

const meta = {
  title: 'Person/ModeratorMessages',
  component: ModeratorMessages,
} satisfies Meta<typeof ModeratorMessages>;
export default meta;
type Story = StoryObj<typeof meta>;

const card = { width: 420 };
const five = [
  'Welcome. Introduce yourselves first.',
  'The questions are in the shared notes.',
  'Halfway there.',
  'Five minutes left. Pick one person to report back.',
  'Please write your three main points into the notes.',
];

/** It stays until it is put away. Ana's desk knows that it was seen. */
export const Message: Story = {
  ...momentStory(() => messaged(), <ModeratorMessages />, card),
  play: async (context) => {
    const { scene } = momentOf(context);
    await expect(await within(context.canvasElement).findByText(/^Five minutes left/u)).toBeVisible();
    await scene.pass(100);
    await expect(scene.session('ana').store.getState().announcements[0]?.seen.size).toBe(1);
  },
};

/** The newest on top; what is earlier is one press away. */
export const SeveralMessages: Story = momentStory(
  () => messaged({ texts: five }),
  <ModeratorMessages />,
  card,
);

export const AllMessages: Story = {
  ...momentStory(() => messaged({ texts: five }), <ModeratorMessages />, card),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(await canvas.findByRole('button', { name: '2 earlier messages' }));
    await expect(await canvas.findByText('Welcome. Introduce yourselves first.')).toBeInTheDocument();
  },
};

/** Put away by keyboard: the focus goes to the next one. */
export const PutAway: Story = {
  ...momentStory(() => messaged({ texts: five.slice(0, 2) }), <ModeratorMessages />, card),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const [first, second] = await canvas.findAllByRole('button', { name: 'Dismiss' });
    first?.focus();
    await userEvent.keyboard('{Enter}');
    await expect(second).toHaveFocus();
    await expect(canvas.queryByText('The questions are in the shared notes.')).toBeNull();
  },
};

/** Another direction of writing, and nothing to break a line at. */
export const AnyWords: Story = momentStory(
  () =>
    messaged({
      texts: ['بقيت خمس دقائق. اختاروا شخصًا لعرض النتائج.', `https://example.org/${'notes-'.repeat(30)}`],
    }),
  <ModeratorMessages pointer="coarse" />,
  { width: 320 },
);
