import { defineMessages } from '../../../shared/lib/messages.ts'
import type { StatusTone } from '../../../shared/ui/status-badge.tsx'
import type { EmployerReportKind, EmployerReportState } from './reports.generated.ts'

export const reportTones: Record<EmployerReportState, StatusTone> = {
  RECEIVED: 'open',
  CHECKING: 'waiting',
  SUBSTANTIATED: 'done',
  NOT_SUBSTANTIATED: 'idle',
  HANDED_OVER: 'done',
  WITHDRAWN: 'idle',
}

export const reportWords = defineMessages(
  {
    UNDERPAID: '没有缴费或少缴',
    UNREGISTERED: '没有给我参保登记',
    WRONG_BASE: '缴费基数不对',
    RECEIVED: '已收到',
    CHECKING: '核查中',
    SUBSTANTIATED: '查实',
    NOT_SUBSTANTIATED: '未查实',
    HANDED_OVER: '已移送',
    WITHDRAWN: '已撤回',
  } satisfies Record<EmployerReportKind | EmployerReportState, string>,
  {
    UNDERPAID: 'Premiums not paid, or not in full',
    UNREGISTERED: 'I was not registered',
    WRONG_BASE: 'The base is wrong',
    RECEIVED: 'Received',
    CHECKING: 'Being checked',
    SUBSTANTIATED: 'Substantiated',
    NOT_SUBSTANTIATED: 'Not substantiated',
    HANDED_OVER: 'Handed over',
    WITHDRAWN: 'Withdrawn',
  },
)
