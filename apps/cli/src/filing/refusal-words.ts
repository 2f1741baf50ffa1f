import type { Wording } from '@shebao/kernel'
import type { Language } from '../language.ts'

/** Why the office did not do something, by its code; one that is not here is said by its code and the office's own sentence. */
const REFUSALS: Readonly<Record<string, Wording>> = {
  UNAUTHENTICATED: {
    'zh-CN': '令牌无效、已过期或已吊销。',
    en: 'The token is not known, has run out, or was revoked.',
  },
  SCOPE_MISSING: { 'zh-CN': '令牌缺少范围：', en: 'The token lacks a scope: ' },
  FORBIDDEN: { 'zh-CN': '令牌不能办理此事。', en: 'The token may not do this.' },
  NOT_FOUND: { 'zh-CN': '没有这样的记录。', en: 'There is no such record.' },
  TOO_MANY_REQUESTS: { 'zh-CN': '请求过多，请稍后再试：', en: 'Too many requests; try again later: ' },
  IDEMPOTENCY_KEY_USED: {
    'zh-CN': '该幂等键已用于其他内容，请换用新的 --key。',
    en: 'This key was used for another content; give a new --key.',
  },
  WINDOW_NOT_OPEN: { 'zh-CN': '申报期尚未开始：', en: 'The filing window has not opened: ' },
  WINDOW_CLOSED: { 'zh-CN': '申报期已结束：', en: 'The filing window has closed: ' },
  PERIOD_AHEAD: { 'zh-CN': '该所属期尚未开放，现可申报：', en: 'This month is not open yet; declared now: ' },
  PERIOD_CLOSED: {
    'zh-CN': '该所属期截止日已过，草稿保留。不写 --month 重新运行，即申报到现在开放的所属期。',
    en: 'The cut-off of this month has passed; the draft is kept. Run it again without --month: it is declared in the month that is open.',
  },
  TOO_OLD: { 'zh-CN': '该所属期过早，请办理补缴。', en: 'This month is too old: it is declared by a back payment.' },
  NOTHING_TO_REVISE: {
    'zh-CN': '该所属期没有已核定的申报，无可更正。',
    en: 'Nothing of this month was accepted, so there is nothing to revise.',
  },
  REGULAR_FIRST: {
    'zh-CN': '该所属期的正常申报还在填写，请先提交。',
    en: 'The regular declaration of this month is still being written; file it first.',
  },
  EARLIER_MONTH: {
    'zh-CN': '文件中都是已截止的所属期，是以前月份的文件，没有保存。行号：',
    en: 'This is a file of an earlier month: every month in it has closed, and nothing was saved. Rows: ',
  },
  TOO_MANY_CHANGES: { 'zh-CN': '变更条数超过上限。', en: 'There are more changes than one declaration may have.' },
  NOTHING_TO_FILE: {
    'zh-CN': '没有变更，无需申报。',
    en: 'There is no change, and without one nothing is filed.',
  },
  TRUTH_NOT_DECLARED: { 'zh-CN': '没有声明内容真实。', en: 'The truth was not declared.' },
  KEY_REUSED: {
    'zh-CN': '该幂等键已用于另一次提交，请换用新的 --key。',
    en: 'This key belongs to another submission; give a new --key.',
  },
  PAPER_LATE: {
    'zh-CN': '以前申报的纸质材料逾期未送交，网上申报暂停。',
    en: 'Papers of an earlier declaration are late, and filing is paused until they come.',
  },
  ALREADY_SUBMITTED: { 'zh-CN': '已经提交，不能再修改。', en: 'It was submitted and cannot be changed.' },
  UNDER_REVIEW: { 'zh-CN': '正在审核，不能修改。', en: 'It is under review and cannot be changed.' },
  FINISHED: { 'zh-CN': '已办结。', en: 'It is finished.' },
  ROW_REPEATED: { 'zh-CN': '行号重复：', en: 'Rows are repeated: ' },
  TOO_MANY_PEOPLE: { 'zh-CN': '人数超过上限。', en: 'There are more people than one list may have.' },
  LIST_EMPTY: { 'zh-CN': '名单为空，无法比对。', en: 'The list is empty: there is nothing to compare.' },
  ROSTER_STALE: {
    'zh-CN': '经办机构名册已变化，请重新运行。',
    en: 'The bureau’s roster has changed meanwhile; run it again.',
  },
  NOT_ALLOWED: { 'zh-CN': '这类差异不能这样处理。', en: 'Differences of this kind cannot be settled so.' },
  NOT_IN_BULK: {
    'zh-CN': '这类差异不能成批处理，请在网页上逐条处理。',
    en: 'These cannot be settled all at once; settle them one by one on the site.',
  },
  REASON_MISSING: { 'zh-CN': '请用 --reason 写明理由。', en: 'Give a reason with --reason.' },
  STOP_REASON_MISSING: {
    'zh-CN': '停保须写明原因：KIND=STOP:原因。',
    en: 'A stop needs its reason: KIND=STOP:REASON.',
  },
  CONFLICT: { 'zh-CN': '同时有人修改了草稿，请重新运行。', en: 'Somebody changed the draft meanwhile; run it again.' },
}

export function wordRefusal(code: string, detail: string, language: Language): string {
  const words = REFUSALS[code]
  if (!words) return `[${code}] ${detail}`
  const open = /[:：]\s*$/u.test(words[language])
  return `[${code}] ${words[language]}${open ? detail : ''}`
}
