'use client';

import { forwardRef, useEffect, useState } from 'react';
import { useMessages } from '../../hooks/kit.js';
import { useRemaining } from '../../hooks/useRemaining.js';
import { useActions, useView } from '../../hooks/useView.js';
import type { Notice, State } from '../../state/types.js';
import { Button } from '../parts/Button.js';
import { Surface, type SurfaceProps } from '../parts/Surface.js';
import { Toast } from '../parts/Toast.js';
import { useAnnounceOnce } from '../person/useAnnounceOnce.js';
import { noticeIcon, useNoticeWords } from './noticeWords.js';

/** Props of {@link Notices}. */
export type NoticesProps = Omit<SurfaceProps, 'children' | 'layer'>;

/** How long a notice stays, unless somebody is reading it. What failed or asks something stays until it is put away. */
const STAYS_MS = 10_000;

/**
 * What happened to this person by no act of their own, in one sentence at the lower edge of the page: the rooms ended,
 * a moderator moved them, something failed. One at a time; a newer one takes its place. It is spoken once.
 *
 * Element: `div.brk` around `div.brk-toasts`. Data on the toast: `subject`.
 *
 * @example
 * <Notices />
 */
export const Notices = forwardRef<HTMLDivElement, NoticesProps>(function Notices(props, ref) {
  const notice = useView(newestNotice);
  return notice === null ? null : (
    <Surface {...props} ref={ref}>
      <div className="brk-toasts" data-place="page">
        <OneNotice key={notice.id} notice={notice} />
      </div>
    </Surface>
  );
});

function OneNotice({ notice }: { readonly notice: Notice }) {
  const { common } = useMessages();
  const { dismissNotice } = useActions();
  const [read, setRead] = useState(false);
  const sentence = useNoticeWords(notice);
  const asks = notice.text === 'asked-to-return';
  const passing = notice.failure === null && !asks;
  const left = useRemaining(passing ? notice.at + STAYS_MS : null);
  useAnnounceOnce(notice.id, sentence);
  useEffect(() => {
    if (left === 0 && !read) dismissNotice({ id: notice.id });
  }, [left, read, dismissNotice, notice.id]);
  return (
    <Toast
      // The provider's live region says the sentence; a second status would say it again.
      role="group"
      aria-label={sentence}
      data-subject={notice.subject}
      icon={noticeIcon(notice)}
      dismissLabel={common.dismiss}
      onDismiss={() => dismissNotice({ id: notice.id })}
      onPointerEnter={() => setRead(true)}
      onPointerLeave={() => setRead(false)}
      onFocus={() => setRead(true)}
      onBlur={() => setRead(false)}
      {...(asks ? { action: <ComeBack id={notice.id} /> } : {})}
    >
      {sentence}
    </Toast>
  );
}

/** The rooms close, and nobody may be brought back without their word: the way back, beside the question. */
function ComeBack({ id }: { readonly id: number }) {
  const { person } = useMessages();
  const { dismissNotice, returnToMain } = useActions();
  const come = () => {
    dismissNotice({ id });
    void returnToMain();
  };
  return (
    <Button kind="link" onClick={come}>
      {person.returnShort}
    </Button>
  );
}

/** What happened to this person. What a moderator does has its place on their screens; failed sound and joins on their own. */
const isTold = ({ subject, text }: Notice): boolean =>
  text === 'asked-to-return' ||
  text === 'decline-untold' ||
  subject === 'ended' ||
  subject === 'mic' ||
  subject === 'moved' ||
  subject === 'wire' ||
  subject === 'driver' ||
  subject === 'plan';

const newestNotice = (state: State): Notice | null => state.notices.findLast(isTold) ?? null;
