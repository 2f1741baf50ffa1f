import { defineMessages } from '../../../shared/lib/messages.ts'
import type { HotlineOutcome } from './hotline.generated.ts'

export const outcomes = [
  'SETTLED',
  'INFORMED',
  'QUESTION_TAKEN',
  'CALL_BACK',
  'TO_WINDOW',
  'OTHER_OFFICE',
  'NOT_IDENTIFIED',
  'CUT_OFF',
  'NUISANCE',
  'SELF_SERVED',
  'BLOCKED',
  'SILENT',
  'HUNG_UP',
] as const satisfies readonly HotlineOutcome[]

/** How a call ended: by an agent's word, or by itself. */
export const outcomeMessages = defineMessages<Record<HotlineOutcome, string>>(
  {
    SETTLED: '已办妥',
    INFORMED: '已答复',
    QUESTION_TAKEN: '已代录咨询',
    CALL_BACK: '已登记回电',
    TO_WINDOW: '请到窗口办理',
    OTHER_OFFICE: '属其他部门职责',
    NOT_IDENTIFIED: '身份无法核实',
    CUT_OFF: '电话中断',
    NUISANCE: '骚扰或误拨',
    SELF_SERVED: '自助办理',
    BLOCKED: '错误过多被拒',
    SILENT: '无应答结束',
    HUNG_UP: '来电人挂断',
  },
  {
    SETTLED: 'Settled',
    INFORMED: 'Answered',
    QUESTION_TAKEN: 'Question written down',
    CALL_BACK: 'Call back agreed',
    TO_WINDOW: 'Sent to a window',
    OTHER_OFFICE: 'Another office’s matter',
    NOT_IDENTIFIED: 'Not identified',
    CUT_OFF: 'Cut off',
    NUISANCE: 'Nuisance or wrong number',
    SELF_SERVED: 'Served by the machine',
    BLOCKED: 'Too many wrong details',
    SILENT: 'Fell silent',
    HUNG_UP: 'Hung up',
  },
)
