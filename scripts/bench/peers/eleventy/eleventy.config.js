/** One page per project and one list, like the other generators. */
export default function configure(eleventy) {
  eleventy.addGlobalData('layout', 'project.liquid');
  eleventy.addCollection('projects', (pages) => pages.getFilteredByGlob('content/**/*.md'));
}

export const config = {
  dir: { input: '.', output: '_site' },
  templateFormats: ['md', 'liquid'],
  // Don't interpret the projects' text as a template.
  markdownTemplateEngine: false,
};
