import { forwardRef, type HTMLAttributes, type ReactNode } from 'react';
import { classNames } from './classNames.js';

/** Props of {@link EmptyState}. */
export interface EmptyStateProps extends Omit<HTMLAttributes<HTMLDivElement>, 'title'> {
  /** A drawing: four empty `rooms`, a `lecture`, or content of your own. */
  readonly art?: ReactNode;
  /** What is so. */
  readonly title: ReactNode;
  /** The rank of the title among the headings of the page.
   * @default 3 */
  readonly level?: 2 | 3 | 4;
  /** The reason, or what can be done, in one paragraph. */
  readonly reason?: ReactNode;
  /** One or two buttons. */
  readonly actions?: ReactNode;
  /** Content spans the whole width, for a list of choices. */
  readonly stretch?: boolean;
}

/**
 * Nothing here yet, or no more than this: a drawing, a title, a reason, one action.
 *
 * Element: `div.brk-empty`. Data: `stretch`.
 *
 * @example
 * <EmptyState art="rooms" title="Nobody to split yet" actions={<Button>Set up rooms</Button>} />
 */
export const EmptyState = forwardRef<HTMLDivElement, EmptyStateProps>(function EmptyState(
  { art, title, level = 3, reason, actions, stretch, className, children, ...rest },
  ref,
) {
  const Heading = `h${level}` as const;
  const drawn = art === 'rooms' ? 'rooms' : art === 'lecture' ? 'lecture' : undefined;
  return (
    <div
      ref={ref}
      data-stretch={stretch === true ? '' : undefined}
      {...rest}
      className={classNames('brk-empty', className)}
    >
      {drawn === undefined ? art : <Art art={drawn} />}
      <Heading className="brk-empty-title">{title}</Heading>
      {reason !== undefined && <p>{reason}</p>}
      {children}
      {actions !== undefined && <div className="brk-empty-acts">{actions}</div>}
    </div>
  );
});

function Art({ art }: { art: 'rooms' | 'lecture' }) {
  return (
    <svg
      className="brk-empty-art"
      width="112"
      height="36"
      viewBox="0 0 112 36"
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    >
      {art === 'rooms' ? (
        [1, 29, 57, 85].map((x) => (
          <rect key={x} x={x} y="1" width="24" height="34" rx="5" strokeDasharray="3 3.2" />
        ))
      ) : (
        <>
          <rect x="1" y="1" width="108" height="34" rx="5" />
          <circle cx="55" cy="13" r="5" />
          <path d="M45 29c1-6 5-8 10-8s9 2 10 8" />
        </>
      )}
    </svg>
  );
}
