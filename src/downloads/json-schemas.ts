import { z } from 'zod';
import {
  PublishedDisclosureSchema,
  PublishedProjectSchema,
  PublishedResultSchema,
} from '../record/published-disclosure.ts';

/** JSON Schemas of the published JSON by the names of their files, `/schemas/<name>.json`. Draft 2020-12. */
export const jsonSchemas = {
  project: {
    ...z.toJSONSchema(PublishedProjectSchema),
    title: '项目',
    description: '一个项目，即一张《项目绩效目标表》；text 都是原文，其余是从原文读出的，没有读懂的是 null。',
  },
  disclosure: {
    // Results are in files of their own.
    ...z.toJSONSchema(PublishedDisclosureSchema.omit({ results: true })),
    title: '公开的绩效目标',
    description: '若干项目，和程序核对时写下的提示。',
  },
};

/** Those that only a site with results has. */
export const resultSchemas = {
  result: {
    ...z.toJSONSchema(PublishedResultSchema),
    title: '自评',
    description:
      '一个项目一年的自评，即一张《项目支出绩效自评表》；text 都是原文，其余是从原文读出的，没有读懂的是 null。',
  },
};
