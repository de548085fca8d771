import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import type { Construct, Effects, Extension, State } from 'micromark-util-types';
import { codes } from 'micromark-util-symbol';
import type {} from 'remark-parse';
import type { Processor } from 'unified';

declare module 'micromark-util-types' {
  interface ParseContext {
    /** Names of the footnotes so far. */
    gfmFootnotes?: string[];
  }
}

/** What micromark and gfm look for within a paragraph, heading or cell. */
const INLINE = [
  'attention',
  'autolink',
  'characterEscape',
  'characterReference',
  'codeText',
  'emailAutolink',
  'gfmFootnoteCall',
  'gfmPotentialFootnoteCall',
  'hardBreakEscape',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
  'protocolAutolink',
  'strikethrough',
  'tasklistCheck',
  'wwwAutolink',
];

/**
 * Gives remark no paragraph, heading or cell to look into: these get no children. Their text is cut from the source by their
 * positions. To read emphasis and links takes a time that grows with the square of the text, and nothing uses them. Use it after
 * remark-gfm: gfm would search each text for addresses.
 */
export function remarkBlocksOnly(this: Processor): undefined {
  const data = this.data();
  const syntax: Extension = {
    disable: { null: INLINE },
    document: { [codes.leftSquareBracket]: forgetFootnotes },
  };
  (data.micromarkExtensions ??= []).push(syntax);
  (data.fromMarkdownExtensions ??= []).push(withoutText);
}

/** Matches nothing. Each footnote is looked for among all before it; as no references are read, nobody asks for them. */
const forgetFootnotes: Construct = {
  partial: true,
  tokenize(_: Effects, __: State, nok: State): State {
    this.parser.gfmFootnotes = [];
    return nok;
  },
};

/** Front matter and what follows a fence are texts of their own, in a fragment: they are read as remark reads code. */
const withoutText: FromMarkdownExtension = {
  enter: {
    data(token) {
      if (this.stack.at(-1)?.type === 'fragment') this.config.enter['codeFlowValue']?.call(this, token);
    },
  },
  exit: {
    data(token) {
      if (this.stack.at(-1)?.type === 'text') this.config.exit['codeFlowValue']?.call(this, token);
    },
  },
};
