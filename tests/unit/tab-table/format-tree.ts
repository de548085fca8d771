import type { Nodes, Root } from 'mdast';
import type { Position } from 'unist';

/**
 * A tree, a node a line, with its place: `line:column-line:column`. A cell's text stands on the cell's line, with its own place
 * where that differs.
 */
export function formatTree(tree: Root): string {
  return tree.children.map((node) => formatNode(node, '')).join('');
}

function formatNode(node: Nodes, indent: string): string {
  const children = 'children' in node ? node.children : [];
  const [only] = children;
  const inner =
    node.type === 'tableCell' && children.length === 1 && only?.type === 'text' ? only : undefined;
  const place = formatPlace(node.position);
  const innerPlace = formatPlace(inner?.position);
  const value = inner ?? ('value' in node ? node : undefined);
  const words = [
    node.type === 'table' && node.data?.tabTable ? 'tab table' : node.type,
    place,
    inner && innerPlace !== place ? `text ${innerPlace}` : '',
    value ? JSON.stringify(value.value) : '',
  ];
  const line = `${indent}${words.filter((word) => word !== '').join(' ')}\n`;
  return inner ? line : line + children.map((child) => formatNode(child, `${indent}  `)).join('');
}

function formatPlace(position: Position | undefined): string {
  if (!position) return '';
  const { start, end } = position;
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}
