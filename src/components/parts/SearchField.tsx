import { forwardRef, type InputHTMLAttributes } from 'react';
import { classNames } from './classNames.js';
import { Icon } from './Icon.js';

/** Props of {@link SearchField}: those of an `input`. */
export interface SearchFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  /** What is looked for: its accessible name and its placeholder. */
  readonly label: string;
}

/**
 * A field to find people.
 *
 * Element: `div.brk-field`; `className`, `style` belong to it, everything else and the ref to the `input` in it.
 *
 * @example
 * <SearchField label="Find people" value={text} onChange={(event) => setText(event.target.value)} />
 */
export const SearchField = forwardRef<HTMLInputElement, SearchFieldProps>(function SearchField(
  { label, className, style, ...rest },
  ref,
) {
  return (
    <div className={classNames('brk-field', className)} style={style}>
      <Icon name="search" />
      <input
        ref={ref}
        type="search"
        placeholder={label}
        aria-label={label}
        autoComplete="off"
        spellCheck={false}
        {...rest}
      />
    </div>
  );
});
