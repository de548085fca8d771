// @ts-check
/**
 * Imports come in this order: Node, packages, ours. Imports for side effects only may be anywhere.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const importOrder = {
  meta: {
    type: 'layout',
    fixable: 'code',
    schema: [],
    messages: { order: 'Expected imports in this order: node, packages, ours' },
  },
  create: (context) => ({
    Program({ body }) {
      const imports = body.flatMap((node) =>
        node.type === 'ImportDeclaration' && node.specifiers.length > 0
          ? [{ node, rank: rankOf(String(node.source.value)) }]
          : [],
      );
      const sorted = imports.toSorted((a, b) => a.rank - b.rank);
      const wrong = imports.find((each, index) => each !== sorted[index]);
      if (!wrong) return;
      const texts = sorted.map(({ node }) => context.sourceCode.getText(node));
      context.report({
        node: wrong.node,
        messageId: 'order',
        // Comments keep their position, such as the header of a file.
        fix: (fixer) => imports.map(({ node }, index) => fixer.replaceText(node, texts[index] ?? '')),
      });
    },
  }),
};

/** @param {string} source */
function rankOf(source) {
  if (source.startsWith('node:')) return 0;
  return source.startsWith('.') ? 2 : 1;
}
