import manifest from '../package.json' with { type: 'json' };

/** The version of this code, as package.json says it: `0.1.0`. Every page and every command names it. */
export const { version } = manifest;
