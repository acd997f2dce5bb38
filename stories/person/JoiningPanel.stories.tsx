import type { Meta, StoryObj } from '@storybook/react-vite';
import { screen, userEvent } from 'storybook/test';
import { JoiningPanel } from '../../src/components/joining/JoiningPanel.js';
import { beingMoved, joining, noAnswer, refused, refusedWithCode, slow } from '../scenes/person.js';
import { inFrame, momentStory } from './moments.js';

const meta = {
  title: 'Person/JoiningPanel',
  component: JoiningPanel,
  parameters: inFrame(480),
} satisfies Meta<typeof JoiningPanel>;
export default meta;
type Story = StoryObj<typeof meta>;

const dialog = { width: 448, height: 400 };

export const UnderWay: Story = momentStory(() => joining(), <JoiningPanel />, dialog);

export const Slow: Story = momentStory(() => slow(), <JoiningPanel />, dialog);

export const NoAnswer: Story = momentStory(() => noAnswer(), <JoiningPanel />, dialog);

/** What real builds leave of a refusal: that it is one. */
export const Refused: Story = momentStory(() => refused(), <JoiningPanel />, dialog);

/** Where the service says why, the sentence is about that, and the code is under Details. */
export const RefusedWithCode: Story = {
  ...momentStory(() => refusedWithCode(), <JoiningPanel />, dialog),
  play: async () => {
    await userEvent.click(await screen.findByText('Details'));
  },
};

/** The service moves somebody: there is nothing to cancel, and nothing that says so. */
export const MovedByTheService: Story = momentStory(() => beingMoved(), <JoiningPanel />, dialog);

export const Phone: Story = momentStory(() => noAnswer(), <JoiningPanel />, { width: 320, height: 500 });
