import type { Meta, StoryObj } from '@storybook/react-vite';
import { Surface } from '../../src/components/parts/Surface.js';

const meta = { title: 'Meeting/Several windows' } satisfies Meta;
export default meta;
type Story = StoryObj<typeof meta>;

/** Where `npm start` serves the demo; not there in a Storybook that was built. */
const served: unknown = import.meta.env['STORYBOOK_DEMO_URL'];

/**
 * A meeting that really spans browser windows is not a story: it is a page of its own, which `npm start` serves beside this
 * Storybook. Each window is one person in the same simulated meeting, so that one can be loaded anew, closed, or lose its network.
 */
export const Open: Story = {
  render: () => (
    <Surface>
      <h2>A meeting over several windows</h2>
      <p>
        Each window is one person in the same simulated meeting. Plan and open rooms in one, accept in
        another; load one anew, close one, or cut its network.
      </p>
      {typeof served === 'string' ? (
        <p>
          <a className="brk-btn" href={served} target="_blank" rel="noreferrer">
            Open the demo
          </a>
        </p>
      ) : (
        <p>
          <code>npm start</code> in the project serves it beside this Storybook, and prints its address.
        </p>
      )}
    </Surface>
  ),
};
