import { readSite } from '../../../../site/site.ts';
import { originalRoute } from '../../../../site/source-routes.ts';

export const { getStaticPaths, GET } = originalRoute(async () => (await readSite()).bodies);
