/** `3 个项目`, `3 个项目、2 张自评表`, `2 张自评表`. */
export function countTables({
  projects,
  results,
}: {
  projects: readonly unknown[];
  results: readonly unknown[];
}): string {
  const ofProjects = `${projects.length} 个项目`;
  if (results.length === 0) return ofProjects;
  const ofResults = `${results.length} 张自评表`;
  return projects.length === 0 ? ofResults : `${ofProjects}、${ofResults}`;
}
