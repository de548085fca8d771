import { setextUnderline } from 'micromark-core-commonmark';
import { codes } from 'micromark-util-symbol';
import type { Construct, Event, Extension, TokenizeContext } from 'micromark-util-types';
import type {} from 'remark-parse';
import type { Processor } from 'unified';
import { must } from '../record/must.ts';

/** Reads underlined headings as micromark does, in a time that does not depend on the text before. */
export function remarkSetextHeading(this: Processor): undefined {
  const syntax: Extension = {
    disable: { null: ['setextUnderline'] },
    flow: { [codes.dash]: underline, [codes.equalsTo]: underline },
  };
  (this.data().micromarkExtensions ??= []).push(syntax);
}

/** micromark's own goes through all events of the text to turn the last few into a heading. */
const underline: Construct = {
  ...setextUnderline,
  name: 'underline',
  resolveTo(events: Event[], context: TokenizeContext) {
    const start = events.findLastIndex(([kind, { type }]) => kind === 'enter' && type === 'content');
    events.push(...must(setextUnderline.resolveTo)(events.splice(start), context));
    return events;
  },
};
