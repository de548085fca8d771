import { z } from 'zod';
import { findControlCharacter } from '../table/control-character.ts';

/** A text of a settings file that pages show: escapes of YAML and JSON can write characters that no page can. */
export function shownText() {
  return z.string().refine((text) => findControlCharacter(text) === null);
}
