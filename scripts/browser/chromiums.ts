/** Chromium as Debian installs it. Without its windows, the same engine needs half of the time. */
export const CHROMIUMS = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'] as const;
