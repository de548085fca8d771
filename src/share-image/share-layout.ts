/** What a share image shows where, in pixels: the page of a project, as it begins. */
import type { ContainerNode, Node } from '@takumi-rs/wasm';
import type { ShareImageTexts } from '../display/share-image-texts.ts';
import { splitPhrase } from '../display/split-phrase.ts';
import type { Colour } from './encode-png.ts';

export const WIDTH = 1200;
export const HEIGHT = 630;
/** Under this name the font is registered. */
export const FAMILY = 'Noto Sans SC';
/** Longest amount that fits: `1,234,567,890,123,456.00 元`. */
export const LONGEST_AMOUNT = 26;

const SIDE = 90;
const WITHIN = WIDTH - 2 * SIDE;
/** Sizes of the name, the largest first, each with the most lines that there is room for. */
export const NAME_SIZES = [
  { fontSize: 72, lines: 2 },
  { fontSize: 62, lines: 3 },
] as const;
/** Of a longer name; what doesn't fit then is cut. */
export const SMALLEST_NAME = { fontSize: 48, lines: 4 };
/** Amounts of more characters are set smaller. */
const LARGE_AMOUNT = 19;

/** The light colours of `styles/tokens.css`. */
const PAPER: Colour = [0xfd, 0xfd, 0xfb];
const INK: Colour = [0x1a, 0x1d, 0x1b];
const SOFT: Colour = [0x54, 0x5a, 0x55];
const PINE: Colour = [0x0c, 0x5a, 0x48];
/** Steps from the paper to a colour, for the edges of strokes. */
const STEPS = 5;

/** The paper, then each colour in steps. */
export const PALETTE: readonly Colour[] = [
  PAPER,
  ...[INK, SOFT, PINE].flatMap((colour) =>
    Array.from({ length: STEPS }, (_, step) => mix(colour, (step + 1) / STEPS)),
  ),
];

/** @param most Lines; the rest is cut with an ellipsis. Left out: all are shown. */
export function nameNode(name: string, fontSize: number, most?: number): Node {
  return {
    type: 'text',
    // A line may break between words alone, as on the page.
    text: splitPhrase(name).join('\u200B'),
    style: {
      ...{ width: WITHIN, fontFamily: FAMILY, fontSize, fontWeight: 600, lineHeight: 1.3 },
      ...{ wordBreak: 'keep-all', overflowWrap: 'anywhere' },
      ...(most === undefined ? {} : { lineClamp: most, textOverflow: 'ellipsis' }),
    },
  };
}

/** @param name As {@link nameNode} sets it. */
export function shareLayout({ publisher, year, amount, count, site }: ShareImageTexts, name: Node): Node {
  return column(
    {
      ...{ width: WIDTH, height: HEIGHT, padding: `54px ${SIDE}px 50px`, justifyContent: 'space-between' },
      ...{ backgroundColor: css(PAPER), color: css(INK), fontFamily: FAMILY },
    },
    [
      column({ gap: 20 }, [line(publisher, { fontSize: 34, color: css(SOFT) }), name]),
      column({ gap: 26, alignItems: 'flex-start' }, [
        // The form of a project without an amount has no funds.
        ruled(amount === null ? [line(count, { fontSize: 80, fontWeight: 600 })] : amountNodes(amount)),
        row({ width: WITHIN, gap: 60, justifyContent: 'space-between' }, [
          line(amount === null ? year : `${year}，${count}`, {
            fontSize: 34,
            color: css(SOFT),
            flexShrink: 0,
          }),
          line(site, { fontSize: 34, fontWeight: 600 }),
        ]),
      ]),
    ],
  );
}

function amountNodes(amount: string): Node[] {
  const [figures = '', unit = ''] = amount.split(' ');
  const [whole = '', cents = ''] = figures.split('.');
  const fontSize = amount.length > LARGE_AMOUNT ? 60 : 80;
  return [
    line(whole, { fontSize, fontWeight: 600 }),
    line(`.${cents}`, { fontSize, fontWeight: 600, color: css(SOFT) }),
    line(unit, { fontSize: 36, marginLeft: 16 }),
  ];
}

/** A line over the double rule of the site. */
function ruled(nodes: readonly Node[]): Node {
  const rule = `5px solid ${css(PINE)}`;
  return column({}, [
    row({ alignItems: 'baseline' }, nodes),
    column({ marginTop: 8, height: 16, borderTop: rule, borderBottom: rule }, []),
  ]);
}

/** One line; what does not fit is cut with an ellipsis. */
function line(text: string, style: Style): Node {
  return { type: 'text', text, style: { lineHeight: 1.2, lineClamp: 1, textOverflow: 'ellipsis', ...style } };
}

/** CSS, with numbers in pixels. */
type Style = Record<string, string | number>;

function column(style: Style, children: readonly Node[]): ContainerNode {
  return {
    type: 'container',
    style: { display: 'flex', flexDirection: 'column', ...style },
    children: [...children],
  };
}

function row(style: Style, children: readonly Node[]): ContainerNode {
  return column({ flexDirection: 'row', ...style }, children);
}

function mix(colour: Colour, share: number): Colour {
  const [red, green, blue] = PAPER.map((part, at) => Math.round(part + ((colour[at] ?? 0) - part) * share));
  return [red ?? 0, green ?? 0, blue ?? 0];
}

function css(colour: Colour): string {
  return `rgb(${colour.join(' ')})`;
}
