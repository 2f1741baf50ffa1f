import { defineMessages } from '../lib/messages.ts'

export const monthMessages = defineMessages(
  {
    monthFormat: '格式：2026-03',
    pickMonth: '选择月份',
    yearBefore: '上一年',
    yearAfter: '下一年',
  },
  {
    monthFormat: 'As 2026-03',
    pickMonth: 'Choose a month',
    yearBefore: 'Year before',
    yearAfter: 'Year after',
  },
)
