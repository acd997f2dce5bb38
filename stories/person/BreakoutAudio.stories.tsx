import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, waitFor } from 'storybook/test';
import { BreakoutAudio } from '../../src/components/audio/BreakoutAudio.js';
import { ReturnBanner } from '../../src/components/returning/ReturnBanner.js';
import { inRoom } from '../scenes/person.js';
import { momentOf, momentStory } from './moments.js';

const meta = { title: 'Person/BreakoutAudio', component: BreakoutAudio } satisfies Meta<typeof BreakoutAudio>;
export default meta;
type Story = StoryObj<typeof meta>;

/** Nothing is seen: each of the four others has a player at the end of the page. */
export const HeardOnly: Story = {
  ...momentStory(
    () => inRoom({ mic: true }),
    <>
      <ReturnBanner />
      <BreakoutAudio />
    </>,
    { width: 1000 },
  ),
  play: async (context) => {
    const { talkers } = momentOf(context).me.store.getState().self;
    await waitFor(() =>
      expect(document.querySelectorAll('[data-brk-sound] > [data-stream]')).toHaveLength(talkers.length),
    );
  },
};
