import { defineMessages } from '../../../shared/lib/messages.ts'

/** The months a unit has declared, as its page for staff shows them. */
export const monthMessages = defineMessages(
  {
    title: '月度申报',
    months: '已申报的月份',
    month: '所属期',
    state: '状态',
    changes: '变动',
    submitted: '提交',
    version: '第 {version} 版',
    counts: '增 {joins}、减 {stops}、其他 {others}',
    none: '该单位还没有提交月度申报。',
    carryForward: '只报变动：没有变动的月份不用申报。',
    monthlySelf: '逐月自行申报：没有变动也要申报。',
    notFiled: '未申报的月份：{months}。逾期未报的，按上月应缴额的 110% 核定（社会保险法第 62 条）。',
    and: '、',
    notYet: '{month}的申报还没有提交。',
    more: '更早的月份',
    failed: '没有取到数据，请检查网络后重试。',
  },
  {
    title: 'Monthly declarations',
    months: 'Months declared',
    month: 'Month',
    state: 'State',
    changes: 'Changes',
    submitted: 'Submitted',
    version: 'Version {version}',
    counts: '{joins|# join|# joins}, {stops|# stop|# stops}, {others|# other|# others}',
    none: 'This unit has handed in no monthly declaration yet.',
    carryForward: 'Changes only: a month without changes needs no filing.',
    monthlySelf: 'Every month is declared by itself, changes or not.',
    notFiled:
      'Months not declared: {months}. A month that is not declared is assessed at 110% of the last one payable (Social Insurance Law, art. 62).',
    and: ', ',
    notYet: '{month} has not been handed in yet.',
    more: 'Earlier months',
    failed: 'The data did not arrive. Check the connection and try again.',
  },
)
