/** How a value reads with the columns beside it. It is derived: it stands beside the published text, in a hand of its own. */
export function toReading(reading: string): HTMLSpanElement {
  const span = document.createElement('span');
  span.className = 'reading';
  span.append(`即\u00A0${reading}`);
  return span;
}
