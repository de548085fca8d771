import { downloadRoute } from '../../downloads/download-route.ts';

export const { getStaticPaths, GET } = downloadRoute('.xlsx');
