import type { RuleId } from './catalogue.ts';
import texts from './rule-texts.json' with { type: 'json' };

/** What the guide says about a rule, in Chinese unless it is said otherwise. */
export interface RuleText {
  title: string;
  /** What a notice of the rule means, for all readers. */
  means: string;
  /** The same in one English sentence or two, for the guide in English. */
  english: string;
  /** What staff can do. */
  advice: string;
  /** A cell of the row of a table that the examples replace. None: the examples are whole files, or paths of files. */
  row?: string;
  /** The examples describe a file and are not source text. */
  inWords?: boolean;
  /** An example that the rule reports. A line `…` replaces the rest of a table. */
  bad: string;
  /** The same example without the problem. */
  good: string;
}

export const ruleTexts: Record<RuleId, RuleText> = texts;

/** Fragment of a rule's entry in the guide. */
export function ruleAnchor(rule: string): string {
  return `rule-${rule.replace('/', '-')}`;
}
