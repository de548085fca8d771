import type { FormInput } from '../form-schema.ts';

/** 广东省项目绩效目标表: a target for the whole period beside the year's, in one row. */
export const guangdongForm: FormInput = {
  name: '广东省项目绩效目标表',
};
