import { downloadRoute } from '../../data/download-route.ts';

export const { getStaticPaths, GET } = downloadRoute('.csv');
