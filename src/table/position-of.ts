import type { Nodes } from 'mdast';
import type { Position } from 'unist';

/** Where a node stands. Whatever was parsed knows that; a tree made by hand, without places, is a mistake of the caller. */
export function positionOf(node: Nodes): Position {
  if (!node.position) throw new Error(`Unexpected ${node.type} without a position, expected a parsed tree`);
  return node.position;
}
