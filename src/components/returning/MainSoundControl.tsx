'use client';

import { useId, useState } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { useParentSound } from '../../hooks/useParentSound.js';
import type { MainSound } from '../../state/types.js';
import { Button } from '../parts/Button.js';
import type { IconName } from '../parts/iconPaths.js';
import { Segmented } from '../parts/Segmented.js';

const icons: Readonly<Record<MainSound, IconName>> = { muted: 'muted', paused: 'pause', listening: 'ear' };

/**
 * The main room's sound while away from it. The choices lie open where there is width for them; in a banner
 * below 960 px they unfold from one button. Listening is there only where it is possible.
 */
export function MainSoundControl() {
  const { common, person } = useMessages();
  const { wanted, canListen, set } = useParentSound();
  const [open, setOpen] = useState(false);
  const id = useId();
  const words: Readonly<Record<MainSound, string>> = {
    muted: person.muted,
    paused: person.paused,
    listening: person.listening,
  };
  const choices: readonly MainSound[] = canListen ? ['muted', 'paused', 'listening'] : ['muted', 'paused'];
  return (
    <>
      <Button
        className="brk-sound-fold"
        icon={icons[wanted]}
        iconEnd={open ? 'up' : 'down'}
        aria-label={person.mainSoundIs(words[wanted])}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {words[wanted]}
      </Button>
      <div id={id} className="brk-sound" data-fold={open ? 'open' : 'closed'}>
        <span className="brk-quiet brk-hide-narrow" aria-hidden="true">
          {common.mainRoom}
        </span>
        <Segmented
          label={person.mainSound}
          options={choices.map((value) => ({ value, label: words[value], icon: icons[value] }))}
          value={wanted}
          onChange={(sound) => void set(sound)}
        />
      </div>
    </>
  );
}
