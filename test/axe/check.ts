/** Asks axe, and puts its answer in words. */
import axe, { type NodeResult, type Result } from 'axe-core';
import type { Mode } from './modes.js';
import { UNDECIDED } from './undecided.js';

/** Storybook's own elements. */
const NOT_OURS = ['.sb-wrapper', '#storybook-docs', '#storybook-highlights-root'];

/** Rules about what is seen. Names, roles and order are the same elements' in every theme, and are checked once. */
const LOOK = ['color-contrast', 'link-in-text-block', 'scrollable-region-focusable', 'target-size'];

/** What is wrong in the page as it is now, and what axe could not decide and nobody has looked at yet. */
export async function findings(changes: Mode['changes']): Promise<readonly string[]> {
  axe.reset();
  axe.configure({
    rules: [
      // A part of a page has no landmarks of its own.
      { id: 'region', enabled: false },
      { id: 'target-size', enabled: true },
    ],
  });
  const { passes, violations, incomplete } = await axe.run(
    { include: [document.body], exclude: NOT_OURS },
    {
      resultTypes: ['violations', 'incomplete'],
      elementRef: true,
      preload: false,
      ...(changes === 'look' ? { runOnly: { type: 'rule', values: LOOK } } : {}),
    },
  );
  // With nothing to look at there is nothing wrong, and nothing checked.
  if (passes.length === 0) throw new Error('axe found nothing to check.');
  return [
    ...violations.flatMap((result) => worded(result, result.nodes)),
    ...incomplete.flatMap((result) =>
      worded(
        { ...result, id: `undecided: ${result.id}` },
        result.nodes.filter((node) => !isLookedAt(result.id, node)),
      ),
    ),
  ];
}

const worded = ({ id, help }: Result, nodes: readonly NodeResult[]): readonly string[] =>
  nodes.map(
    (node) =>
      `${id} (${help})\n  ${node.target.join(' ')}\n  [${reasons(node).join(', ')}] ${(node.failureSummary ?? '').replaceAll('\n', '\n  ')}`,
  );

/** Why axe came to no answer, in its own words for it. */
const reasons = ({ any, all, none }: NodeResult): readonly string[] =>
  [...any, ...all, ...none].flatMap(({ data }) => {
    const key: unknown = (data as { readonly messageKey?: unknown } | null)?.messageKey;
    return typeof key === 'string' ? [key] : [];
  });

function isLookedAt(rule: string, node: NodeResult): boolean {
  const why = reasons(node);
  return UNDECIDED.some(
    (known) =>
      known.rule === rule &&
      (known.reason === null ? why.length === 0 : why.includes(known.reason)) &&
      node.element?.matches(known.where) === true,
  );
}
