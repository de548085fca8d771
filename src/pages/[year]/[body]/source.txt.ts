import { readSite } from '../../../site/site.ts';
import { sourceRoute } from '../../../site/source-routes.ts';

export const { getStaticPaths, GET } = sourceRoute(async () => (await readSite()).bodies);
