import { defineMessages } from '../../../shared/lib/messages.ts'

/** What the pension months lead to. */
export const messages = defineMessages(
  {
    title: '到退休还差多少',
    lead: '养老保险缴费满最低年限，退休后才能按月领取养老金（社会保险法第十六条）。',
    MALE: '男职工',
    FEMALE_50: '女职工（原 50 岁退休岗位）',
    FEMALE_55: '女职工（原 55 岁退休岗位）',
    womenHint: '女职工的退休年龄按岗位确定，登记中没有岗位，所以两种都列出。',
    meter: '养老保险缴费月数',
    ofNeeded: '{paid} / {needed} 个月',
    retires: '法定退休',
    retiresText: '{period}',
    delayed: '比改革前晚 {count} 个月',
    missing: '还差',
    missingText: '{count} 个月',
    reached: '已满最低年限',
    inTime: '从本月起不断缴，{period}缴满，在退休之前。',
    tooLate:
      '从本月起不断缴，要到{period}才缴满，已在退休之后。届时不满的，可以继续缴到满最低年限（社会保险法第十六条）。',
    basis:
      '依据：渐进式延迟法定退休年龄的办法（2025 年 1 月 1 日起）；最低缴费 180 个月，2030 年起每年增加 6 个月，到 240 个月为止。',
  },
  {
    title: 'Until retirement',
    lead: 'A monthly pension needs a minimum of paid months (Social Insurance Law, art. 16).',
    MALE: 'Men',
    FEMALE_50: 'Women, posts that used to retire at 50',
    FEMALE_55: 'Women, posts that used to retire at 55',
    womenHint: 'A woman’s age follows from her post, which the register does not know, so both stand here.',
    meter: 'Pension months',
    ofNeeded: '{paid} of {needed} months',
    retires: 'Retirement',
    retiresText: '{period}',
    delayed: '{count|# month|# months} later than before the reform',
    missing: 'Missing',
    missingText: '{count|# month|# months}',
    reached: 'The minimum is reached',
    inTime: 'With every month from now on paid it is reached in {period}, before retirement.',
    tooLate:
      'With every month from now on paid it is reached only in {period}, after retirement. Whoever is short of it may pay on until they have it (Social Insurance Law, art. 16).',
    basis:
      'By the rules on raising the retirement age from 1 January 2025; 180 months, and from 2030 six more each year, up to 240.',
  },
)
