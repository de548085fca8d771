/** One page a project and one list, as plain as the other peers. */
export default function configure(eleventy) {
  eleventy.addGlobalData('layout', 'project.liquid');
  eleventy.addCollection('projects', (pages) => pages.getFilteredByGlob('content/**/*.md'));
}

export const config = {
  dir: { input: '.', output: '_site' },
  templateFormats: ['md', 'liquid'],
  // The projects' text is text.
  markdownTemplateEngine: false,
};
