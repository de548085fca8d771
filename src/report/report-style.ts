/** The report is one file that opens anywhere: its style is in it. */
export const reportStyle = `
:root { color-scheme: light dark; --ink: #1c1f1d; --ground: #fdfdfb; --line: #c9cdc8; --soft: #5a615c; --value: #e5f1ea; --label: #eef0ee; --warning: #fbeec2; --error: #f9d5cf; --unknown: #e9dcf5; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9e6; --ground: #141716; --line: #3c423e; --soft: #a3aba5; --value: #1c3226; --label: #232825; --warning: #463a10; --error: #54211a; --unknown: #382a49; } }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.6 "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
main { max-width: 76rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.6rem; } h2 { margin-top: 3rem; font-size: 1.2rem; overflow-wrap: anywhere; } h3 { margin: 2rem 0 0; font-size: 1.05rem; }
.form { margin: 0 0 .5rem; color: var(--soft); }
.verdict { padding: .6rem .9rem; border-left: .3rem solid; font-weight: 600; }
.legend, .notices { display: flex; flex-wrap: wrap; gap: .5rem; margin: 1rem 0; padding: 0; list-style: none; }
.notices { display: block; } .legend li, .notices li, .said p { padding: .15rem .6rem; } .notices li, .said p { margin: .25rem 0; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; min-width: 100%; }
td, th { padding: .35rem .55rem; border: 1px solid var(--line); vertical-align: top; text-align: left; }
td { min-width: 2rem; max-width: 26rem; overflow-wrap: break-word; } td:not(:empty) { min-width: 6rem; } td.value { min-width: 6.5rem; } td:empty + td:empty { min-width: 1rem; } th { color: var(--soft); font-weight: 400; font-variant-numeric: tabular-nums; }
td small { display: block; color: var(--soft); font-size: .75rem; } .said td { border-top: 0; } .said th { border-top: 0; } .said div { position: sticky; left: .6rem; max-width: calc(100vw - 6.5rem); }
tr:target > * { box-shadow: inset 0 2px 0 currentColor, inset 0 -2px 0 currentColor; }
a { color: inherit; } .said small { color: var(--soft); }
.good, .value { background: var(--value); } .label, .info { background: var(--label); } .unknown { background: var(--unknown); } .warning { background: var(--warning); } .error { background: var(--error); }
td.warning, td.error { outline: 2px solid currentColor; outline-offset: -2px; }
`;
