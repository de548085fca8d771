import { siteFeed } from '../metadata/feeds.ts';

export const GET = siteFeed;
