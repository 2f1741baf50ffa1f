import type { Language } from '@shebao/kernel'

/** How an agent ends a call. */
export const wrapUps = [
  'SETTLED',
  'INFORMED',
  'QUESTION_TAKEN',
  'CALL_BACK',
  'TO_WINDOW',
  'OTHER_OFFICE',
  'NOT_IDENTIFIED',
  'CUT_OFF',
  'NUISANCE',
] as const
export type WrapUp = (typeof wrapUps)[number]
/** Of these alone there may be nothing to write down. */
export const withoutNote: readonly WrapUp[] = ['NOT_IDENTIFIED', 'CUT_OFF', 'NUISANCE']
/** Only where a question was written down in the call. */
export const withQuestion: readonly WrapUp[] = ['QUESTION_TAKEN', 'CALL_BACK']
/** Of the word about a call, in characters. */
export const noteLength = [2, 500] as const

/** How a call ended: by an agent's word, or by itself. BLOCKED: too many details that did not fit, from this number or about this card. */
export const callOutcomes = [...wrapUps, 'SELF_SERVED', 'BLOCKED', 'SILENT', 'HUNG_UP'] as const
export type CallOutcome = (typeof callOutcomes)[number]

/** On the screen and in a file. */
export const callOutcomeNames: Readonly<Record<Language, Readonly<Record<CallOutcome, string>>>> = {
  'zh-CN': {
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
  en: {
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
}
