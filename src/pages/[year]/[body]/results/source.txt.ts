import { readResults } from '../../../../site/results.ts';
import { sourceRoute } from '../../../../site/source-routes.ts';

export const { getStaticPaths, GET } = sourceRoute(async () => (await readResults()).files);
