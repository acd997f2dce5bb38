'use client';

import { useView } from '../../hooks/useView.js';
import { useActions } from '../../hooks/useView.js';
import { useMessages } from '../../hooks/kit.js';
import type { Notice, State } from '../../state/types.js';
import { useNoticeWords } from '../kit/noticeWords.js';
import { Button } from '../parts/Button.js';
import { IconButton } from '../parts/IconButton.js';
import { Warning } from '../parts/Warning.js';
import { useAnnounceOnce } from '../person/useAnnounceOnce.js';

interface NoticeListProps {
  /** Which ones. */
  readonly subjects: readonly Notice['subject'][];
  /** Words and act of the remedy, for a notice that has one. */
  readonly remedy: (notice: Notice) => { readonly label: string; readonly act: () => void } | null;
}

/** What went wrong, in a sentence, beside its remedy. Spoken once, when it comes. */
export function NoticeList({ subjects, remedy }: NoticeListProps) {
  const { planner } = useMessages();
  const notices = useView((state: State) =>
    state.notices.filter(({ subject }) => subjects.includes(subject)),
  );
  if (notices.length === 0) return null;
  return (
    <ul className="brk-warnings" role="list" aria-label={planner.whatWentWrong} data-all="">
      {notices.map((notice) => (
        <Line key={notice.id} notice={notice} remedy={remedy(notice)} />
      ))}
    </ul>
  );
}

interface LineProps {
  readonly notice: Notice;
  readonly remedy: ReturnType<NoticeListProps['remedy']>;
}

function Line({ notice, remedy }: LineProps) {
  const { common } = useMessages();
  const { dismissNotice } = useActions();
  const sentence = useNoticeWords(notice);
  useAnnounceOnce(notice.id, sentence);
  return (
    <Warning
      level="stop"
      data-subject={notice.subject}
      remedy={
        <>
          {remedy && (
            <Button
              kind="link"
              onClick={() => {
                dismissNotice({ id: notice.id });
                remedy.act();
              }}
            >
              {remedy.label}
            </Button>
          )}
          <IconButton
            icon="close"
            size="s"
            label={common.dismiss}
            onClick={() => dismissNotice({ id: notice.id })}
          />
        </>
      }
    >
      {sentence}
    </Warning>
  );
}
