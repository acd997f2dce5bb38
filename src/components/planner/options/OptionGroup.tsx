'use client';

import { createContext, forwardRef, useContext, useId, type ReactNode } from 'react';

/** The rank of the groups' headings: one below the title of what they are in. */
export const GroupLevel = createContext<3 | 4>(4);

interface OptionGroupProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** Options of one kind under their heading. The ref is the heading's: it can get the focus. */
export const OptionGroup = forwardRef<HTMLHeadingElement, OptionGroupProps>(function OptionGroup(
  { title, children },
  ref,
) {
  const heading = useId();
  const Heading = `h${useContext(GroupLevel)}` as const;
  return (
    <div role="group" aria-labelledby={heading} className="brk-option-group">
      <Heading ref={ref} id={heading} tabIndex={-1} className="brk-option-heading">
        {title}
      </Heading>
      {children}
    </div>
  );
});

interface OptionRowProps {
  /** Seen beside the control, whose own label says the same. */
  readonly label: ReactNode;
  /** What comes of it, or what is allowed. */
  readonly hint?: ReactNode;
  readonly children: ReactNode;
}

/** One option: what it is called, and its control at the end of the line. */
export function OptionRow({ label, hint, children }: OptionRowProps) {
  return (
    <div className="brk-option">
      <span className="brk-option-label" aria-hidden="true">
        {label}
      </span>
      {children}
      {hint !== undefined && hint !== null && <div className="brk-option-hint">{hint}</div>}
    </div>
  );
}
