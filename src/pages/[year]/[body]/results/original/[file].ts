import { readResults } from '../../../../../site/results.ts';
import { originalRoute } from '../../../../../site/source-routes.ts';

export const { getStaticPaths, GET } = originalRoute(async () => (await readResults()).files);
