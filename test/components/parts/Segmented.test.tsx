import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { Segmented } from '../../../src/components/parts/Segmented.js';

type Way = 'even' | 'hand' | 'choose';

const ways = [
  { value: 'even', label: 'Even split' },
  { value: 'hand', label: 'By hand' },
  { value: 'choose', label: 'People choose' },
] as const;

function Split({ dir, told }: { dir: 'ltr' | 'rtl'; told: Way[] }) {
  const [way, setWay] = useState<Way>('even');
  return (
    <div dir={dir}>
      <button>Before</button>
      <Segmented<Way>
        label="How to split"
        options={ways}
        value={way}
        onChange={(next) => {
          told.push(next);
          setWay(next);
        }}
      />
      <button>After</button>
    </div>
  );
}

const radio = (name: string) => screen.getByRole('radio', { name });

describe('a choice side by side', () => {
  it('is one stop for Tab, at the chosen one', async () => {
    render(<Split dir="ltr" told={[]} />);
    await userEvent.click(radio('By hand'));
    await userEvent.click(screen.getByRole('button', { name: 'Before' }));
    await userEvent.tab();
    expect(radio('By hand')).toHaveFocus();
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'After' })).toHaveFocus();
  });

  it.each([
    ['ltr', '{ArrowRight}', 'By hand'],
    ['ltr', '{ArrowLeft}', 'People choose'],
    ['ltr', '{ArrowDown}', 'By hand'],
    ['ltr', '{ArrowUp}', 'People choose'],
    ['rtl', '{ArrowLeft}', 'By hand'],
    ['rtl', '{ArrowRight}', 'People choose'],
    ['rtl', '{ArrowDown}', 'By hand'],
    ['ltr', '{End}', 'People choose'],
    ['ltr', '{End}{ArrowRight}', 'Even split'],
    ['ltr', '{End}{Home}', 'Even split'],
  ] as const)('in %s text, %s chooses and focuses %s', async (dir, keys, name) => {
    render(<Split dir={dir} told={[]} />);
    radio('Even split').focus();
    await userEvent.keyboard(keys);
    expect(radio(name)).toBeChecked();
    expect(radio(name)).toHaveFocus();
    expect(screen.getAllByRole('radio', { checked: true })).toHaveLength(1);
  });

  it('says a choice once, and not the one that is chosen already', async () => {
    const told: Way[] = [];
    render(<Split dir="ltr" told={told} />);
    await userEvent.click(radio('Even split'));
    await userEvent.click(radio('By hand'));
    await userEvent.click(radio('By hand'));
    expect(told).toEqual(['hand']);
  });

  it('leaves keys with a modifier to the browser and the host', async () => {
    render(<Split dir="ltr" told={[]} />);
    radio('Even split').focus();
    await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
    expect(radio('Even split')).toBeChecked();
  });

  it('can be reached when nothing is chosen', async () => {
    render(<Segmented label="Sound" options={ways} value={'none' as Way} onChange={() => undefined} />);
    await userEvent.tab();
    expect(radio('Even split')).toHaveFocus();
  });
});
