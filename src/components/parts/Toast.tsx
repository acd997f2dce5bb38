import { forwardRef, type HTMLAttributes, type ReactNode } from 'react';
import { classNames } from './classNames.js';
import { Icon } from './Icon.js';
import { IconButton } from './IconButton.js';
import type { IconName } from './iconPaths.js';

/** Props of {@link Toast}. */
export interface ToastProps extends HTMLAttributes<HTMLDivElement> {
  /** A drawing before the sentence. */
  readonly icon?: IconName;
  /** Who says it, and when: turns the sentence into a message. */
  readonly from?: ReactNode;
  /** What can be done about it, usually a link button to undo. */
  readonly action?: ReactNode;
  /** Puts it away. Needs `dismissLabel`. */
  readonly onDismiss?: () => void;
  /** The words on the cross. */
  readonly dismissLabel?: string;
  /** The sentence. */
  readonly children: ReactNode;
}

/**
 * One sentence about what happened just now, with its undo, or a message from somebody. How long it stays is up to
 * whoever shows it: at least while it is hovered or focused.
 *
 * Element: `div.brk-toast[role=status]`. Data: `line` (one line, no sender). Give it `role="group"` where a live
 * region speaks the same sentence, so that it is not heard twice.
 *
 * @example
 * <Toast icon="check" action={<Button kind="link" onClick={undo}>Undo</Button>}>3 people moved to Room 4.</Toast>
 */
export const Toast = forwardRef<HTMLDivElement, ToastProps>(function Toast(
  { icon, from, action, onDismiss, dismissLabel = '', className, children, ...rest },
  ref,
) {
  const line = from === undefined;
  return (
    <div
      ref={ref}
      role="status"
      data-line={line ? '' : undefined}
      {...rest}
      className={classNames('brk-toast', className)}
    >
      {icon !== undefined && <Icon name={icon} />}
      <div className="brk-toast-text">
        {line ? (
          children
        ) : (
          <>
            <p className="brk-toast-from">{from}</p>
            <p className="brk-toast-said">{children}</p>
          </>
        )}
      </div>
      {action}
      {onDismiss !== undefined && (
        <IconButton icon="close" size="s" label={dismissLabel} onClick={onDismiss} />
      )}
    </div>
  );
});
