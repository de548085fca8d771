import { getCollection } from 'astro:content';

/** The list of all projects. */
export async function GET() {
  const items = (await getCollection('docs')).map(
    ({ id, data }) => `<li><a href="/${id}/">${escape(data.title)}</a> ${data.yuan}</li>`,
  );
  return new Response(
    `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>全部项目</title></head><body><header><a href="/">绩效目标</a></header><main><h1>全部项目</h1><ul>${items.join('')}</ul></main></body></html>`,
  );
}

function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
