import type { Language } from '@shebao/kernel'
import type { DueKind } from '../home/index.ts'

interface Words {
  readonly calendar: string
  /** Of what concerns a year or a month. */
  readonly summary: Readonly<Record<DueKind, (concerning: string) => string>>
  readonly description: (date: string) => string
}

const monthZh = (period: string) => `${period.slice(0, 4)}年${Number(period.slice(5))}月`

/** What a calendar says: what is to be done and where, no amount and no name of anybody. */
export const deadlineWords: Readonly<Record<Language, Words>> = {
  'zh-CN': {
    calendar: '社会保险办理期限',
    summary: {
      FILE_INSPECTION: (year) => `提交${year}年度社会保险年检`,
      FIX_RETURNED: (year) => `更正并重新提交${year}年度年检`,
      FIX_MONTHLY: (period) => `更正并重新提交${monthZh(period)}月度申报`,
      FILE_MONTHLY: (period) => `提交${monthZh(period)}月度申报`,
      REPORT_UNEMPLOYED: () => '报送失业人员名单',
      PAY_NOTICE: (period) => `缴纳${monthZh(period)}社会保险费`,
      OVERDUE_NOTICE: (period) => `${monthZh(period)}社会保险费逾期未缴`,
      FILE_PAPER: (year) => `报送${year}年度年检纸质材料`,
    },
    description: (date) => `最后一日：${date}。登录社保服务办理。`,
  },
  en: {
    calendar: 'Social insurance deadlines',
    summary: {
      FILE_INSPECTION: (year) => `Submit the annual inspection ${year}`,
      FIX_RETURNED: (year) => `Correct and resubmit the inspection ${year}`,
      FIX_MONTHLY: (period) => `Correct and resubmit the monthly declaration for ${period}`,
      FILE_MONTHLY: (period) => `Submit the monthly declaration for ${period}`,
      REPORT_UNEMPLOYED: () => 'Report the unemployed list',
      PAY_NOTICE: (period) => `Pay social insurance for ${period}`,
      OVERDUE_NOTICE: (period) => `Social insurance for ${period} is overdue`,
      FILE_PAPER: (year) => `Hand in the paper of the inspection ${year}`,
    },
    description: (date) => `Last day: ${date}. Sign in to do it.`,
  },
}

/** Where each is done. */
export const deadlinePaths: Readonly<Record<DueKind, string>> = {
  FILE_INSPECTION: '/employer/inspection',
  FIX_RETURNED: '/employer/inspection',
  FIX_MONTHLY: '/employer/monthly',
  FILE_MONTHLY: '/employer/monthly',
  REPORT_UNEMPLOYED: '/employer/monthly',
  PAY_NOTICE: '/employer/bills',
  OVERDUE_NOTICE: '/employer/bills',
  FILE_PAPER: '/employer/inspection/print',
}
