// Draws the pages of a PDF under the cells that were found on them. Where that fails, the table stays.

const place = document.querySelector('[data-pdf]');
const files = (folder) => `${document.body.dataset.base}/pdfjs/${folder}/`;
// Pixels of a canvas side: more is not sharper on any screen.
const SHARPEST = 2_400;

try {
  const { getDocument, GlobalWorkerOptions } = await import(`${files('legacy/build')}pdf.min.mjs`);
  GlobalWorkerOptions.workerSrc = `${files('legacy/build')}pdf.worker.min.mjs`;
  const response = await fetch(place.dataset.pdf);
  const { promise } = getDocument({
    data: await response.arrayBuffer(),
    cMapUrl: files('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: files('standard_fonts'),
    // Glyphs are drawn as outlines, for no font is added to the page. Fonts that the file lacks come from the system.
    disableFontFace: true,
    useSystemFonts: true,
    wasmUrl: files('wasm'),
    // The desk's pages may not compile any.
    useWasm: false,
    verbosity: 0,
  });
  const pdf = await promise;
  for (const canvas of place.querySelectorAll('canvas')) await draw(pdf, canvas);
  place.hidden = false;
  document.querySelector('.as-table').open = false;
  place.dataset.drawn = '';
} catch {
  // The table says the same.
}

async function draw(pdf, canvas) {
  const page = await pdf.getPage(Number(canvas.dataset.page));
  const rotation = Number(canvas.dataset.rotation);
  const { width, height } = page.getViewport({ scale: 1, rotation });
  const scale = Math.min(SHARPEST / Math.max(width, height), 3);
  const viewport = page.getViewport({ scale, rotation });
  [canvas.width, canvas.height] = [Math.round(viewport.width), Math.round(viewport.height)];
  await page.render({ canvas, viewport }).promise;
}
