import { defineMessages } from '../lib/messages.ts'

/** What the places of the staff are gathered under. */
export const groupMessages = defineMessages(
  { FILING: '申报与单位', MONEY: '征缴', PEOPLE: '参保人', RULES: '参数与数据', OFFICE: '系统管理' },
  {
    FILING: 'Filing and employers',
    MONEY: 'Money',
    PEOPLE: 'Insured people',
    RULES: 'Rules and data',
    OFFICE: 'Office',
  },
)
