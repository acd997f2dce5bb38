import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState, type SyntheticEvent } from 'react';
import { BreakoutKit } from '../../src/components/kit/BreakoutKit.js';
import { BreakoutProvider } from '../../src/hooks/BreakoutProvider.js';
import { joinYourRoom } from './enxRtc.js';

const meta = { title: 'Meeting/Your EnableX room' } satisfies Meta;
export default meta;
type Story = StoryObj<typeof meta>;

/**
 * The same kit over a real room. It needs an EnableX account: a token of yours, and the address of the EnxRtc.js your
 * account uses. Nothing is loaded before you press the button. It follows the vendor's documentation and was not tried
 * on the live service.
 */
export const Join: Story = { render: () => <YourRoom /> };

type Progress =
  | { readonly at: 'asking'; readonly problem: string | null }
  | { readonly at: 'joining' }
  | { readonly at: 'joined'; readonly room: object };

function YourRoom() {
  const [progress, setProgress] = useState<Progress>({ at: 'asking', problem: null });
  const join = async (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    setProgress({ at: 'joining' });
    const joined = await joinYourRoom({
      address: text(given.get('address')),
      token: text(given.get('token')),
    });
    setProgress(joined.ok ? { at: 'joined', room: joined.room } : { at: 'asking', problem: joined.problem });
  };
  if (progress.at === 'joined')
    return (
      <BreakoutProvider room={progress.room}>
        <BreakoutKit />
      </BreakoutProvider>
    );
  return (
    <form onSubmit={(event) => void join(event)} style={{ display: 'grid', gap: 12, maxInlineSize: 480 }}>
      <h2 style={{ margin: 0, fontSize: 16 }}>Your EnableX room</h2>
      <p style={{ margin: 0 }}>
        This needs an EnableX account of yours. It follows the vendor’s documentation and was not tried on the
        live service. Nothing is loaded before you press Join; your token goes to that script only.
      </p>
      <label style={{ display: 'grid', gap: 4 }}>
        Address of EnxRtc.js
        <input name="address" type="url" required placeholder="https://…/EnxRtc.js" style={field} />
      </label>
      <label style={{ display: 'grid', gap: 4 }}>
        Token
        <input name="token" required autoComplete="off" spellCheck={false} style={field} />
      </label>
      <div aria-live="polite">{progress.at === 'asking' && progress.problem}</div>
      <button type="submit" disabled={progress.at === 'joining'} style={{ ...field, justifySelf: 'start' }}>
        {progress.at === 'joining' ? 'Joining' : 'Join with microphone and camera'}
      </button>
    </form>
  );
}

const text = (value: FormDataEntryValue | null): string => (typeof value === 'string' ? value.trim() : '');

const field = { minBlockSize: 32, padding: '4px 10px', font: 'inherit' } as const;
