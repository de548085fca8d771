import { routeParams } from '../identity/ids.ts';
import { cacheKey, keyOfBody } from './cache-key.ts';
import type { BodyYear } from './site.ts';

/** The static paths of the pages that other sites show in frames. */
export function embedPaths(bodies: readonly BodyYear[]) {
  return bodies.flatMap((body) => {
    const bodyKey = cacheKey(keyOfBody(body));
    return body.projects.map((project) => ({
      params: routeParams(project.id),
      props: { project, body },
      cacheKey: cacheKey(bodyKey, project.id),
    }));
  });
}
