import { defineMessages } from '../../../shared/lib/messages.ts'

export const messages = defineMessages(
  {
    kind: '类别',
    kindALL: '全部',
    kindANNUAL_INSPECTION: '年检',
    kindMONTHLY: '月度',
    peopleCount: '{count} 人',
    unit: '用人单位',
    people: '人数',
    warnings: '提示',
    form: '表号',
    late: '逾期申报',
    loadFailed: '没有取到数据，请检查网络后重试。',
  },
  {
    kind: 'Kind',
    kindALL: 'All',
    kindANNUAL_INSPECTION: 'Annual',
    kindMONTHLY: 'Monthly',
    peopleCount: '{count|# person|# people}',
    unit: 'Unit',
    people: 'People',
    warnings: 'Warnings',
    form: 'Form',
    late: 'Submitted late',
    loadFailed: 'The data did not arrive. Check the connection and try again.',
  },
)
