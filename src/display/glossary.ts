/** A word of the form and what it means, for readers. */
export interface GlossaryTerm {
  term: string;
  meaning: string;
}

/** The words of the form, by the part of it they stand in. */
export const glossary = {
  表头: [
    { term: '项目名称', meaning: '这笔钱对应的项目。一个项目一张表。' },
    {
      term: '项目类型',
      meaning:
        '按预算管理的分类，例如“其他运转类”是维持机关运转的支出，“其他特定目标类”是为完成特定任务的支出。括号里是更细的分类。',
    },
    { term: '项目等级', meaning: '一级项目由若干二级项目组成；各单位公开的多是二级项目。' },
    { term: '主管部门', meaning: '管理这个单位的部门，预算由它汇总。' },
    { term: '用款单位', meaning: '实际花这笔钱的单位。' },
    { term: '实施周期', meaning: '项目从哪一年到哪一年。到期年度写 2099 的，是长期项目，没有定下结束年度。' },
    { term: '预算金额', meaning: '这一年安排给项目的钱，以元计。' },
    { term: '实施周期总目标', meaning: '整个周期要达到的目标。' },
    { term: '年度目标', meaning: '这一年要达到的目标。' },
  ],
  一级指标: [
    {
      term: '产出指标',
      meaning: '项目直接做出来的东西：做多少（数量）、做得怎样（质量）、什么时候做完（时效）。',
    },
    { term: '效益指标', meaning: '事情做完以后带来什么变化：社会、经济、生态方面的影响。' },
    { term: '满意度指标', meaning: '服务对象或受益人对结果是否满意。' },
    { term: '成本指标', meaning: '为此要花的钱或其他代价。它应当与预算金额对得上。' },
  ],
  二级指标: [
    { term: '数量指标', meaning: '做多少：次数、人数、件数。' },
    { term: '质量指标', meaning: '做得怎样：合格率、达标率。' },
    { term: '时效指标', meaning: '什么时候做完，是否及时。' },
    { term: '社会效益', meaning: '对公众、对社会的影响。' },
    { term: '经济效益', meaning: '带来的收入或节省的支出。' },
    { term: '生态效益', meaning: '对环境的影响。' },
    { term: '可持续影响', meaning: '项目结束后影响能持续多久。' },
    { term: '服务对象满意度', meaning: '直接接受服务的人的满意程度。' },
    { term: '经济成本指标', meaning: '花的钱，例如费用总额。' },
    { term: '社会成本指标', meaning: '对社会造成的负面影响，应当控制在一定限度内。' },
    { term: '生态环境成本指标', meaning: '对环境造成的负面影响，应当控制在一定限度内。' },
  ],
  指标表的列: [
    { term: '三级指标', meaning: '具体用来检验的那一项，例如“参训率”。' },
    { term: '年度指标值', meaning: '这一年要达到的值。' },
    { term: '实施周期指标值', meaning: '整个周期要达到的值。' },
  ],
} satisfies Record<string, readonly GlossaryTerm[]>;

export type GlossaryPart = keyof typeof glossary;

const meanings = new Map(
  Object.values(glossary)
    .flat()
    .map(({ term, meaning }) => [term, meaning]),
);

/** What a word of the form means; undefined for an office's own words. */
export function meaningOf(term: string): string | undefined {
  return meanings.get(term);
}
