import type { Nodes } from 'mdast';
import type { Position } from 'unist';

/** The position of a parsed node. A node without one was made by hand: a mistake of the caller. */
export function positionOf(node: Nodes): Position {
  if (!node.position) throw new Error(`Unexpected ${node.type} without a position, expected a parsed tree`);
  return node.position;
}
