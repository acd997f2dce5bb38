'use client';

import { forwardRef } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { useParentSound } from '../../hooks/useParentSound.js';
import { useView } from '../../hooks/useView.js';
import { classNames } from '../parts/classNames.js';
import { Surface, type SurfaceProps } from '../parts/Surface.js';
import { useAnnounceOnce } from '../person/useAnnounceOnce.js';
import { SoundRemedy } from './SoundRemedy.js';

/** Props of {@link SoundNotice}. */
export type SoundNoticeProps = Omit<SurfaceProps, 'children' | 'layer'>;

/**
 * Back in the main room, its sound could not be turned back on: says so, with the remedy, until it is mended.
 *
 * Element: `div.brk.brk-sound-notice`.
 *
 * @example
 * <SoundNotice />
 */
export const SoundNotice = forwardRef<HTMLDivElement, SoundNoticeProps>(function SoundNotice(
  { className, ...rest },
  ref,
) {
  const { person } = useMessages();
  const { failed } = useParentSound();
  const broken = useView((state) => state.self.at === 'main') && failed;
  useAnnounceOnce(broken ? 'broken' : null, person.soundNotBack);
  return broken ? (
    <Surface ref={ref} {...rest} className={classNames('brk-sound-notice', className)}>
      <SoundRemedy sentence={person.soundNotBack} />
    </Surface>
  ) : null;
});
