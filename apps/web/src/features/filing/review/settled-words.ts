import type { Language } from '../../../shared/lib/language.ts'

const words: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  MISSING_IN_UNIT: ['花名册有、名单无', 'On the roster, not on the list'],
  EXTRA_IN_UNIT: ['名单有、花名册无', 'On the list, not on the roster'],
  NAME_DIFF: ['姓名不一致', 'Other name'],
  WAGE_OR_BASE_DIFF: ['工资或基数不一致', 'Other wage or base'],
  PARTICIPATION_DIFF: ['险种不一致', 'Other insurances'],
  DUPLICATE: ['重复', 'Repeated'],
  INVALID_ID: ['证件号码有误', 'Invalid ID number'],
  STOP: ['停保', 'Stop'],
  RESTORE: ['恢复到名单', 'Restored to the list'],
  ADD: ['新参保', 'Enrol'],
  REMOVE: ['从名单删除', 'Removed from the list'],
  CORRECT_OURS: ['更正名单', 'List corrected'],
  INFO_CHANGE: ['变更登记', 'Register to change'],
  ACCEPT_BUREAU: ['以登记为准', 'Register kept'],
  ACCEPT_UNIT: ['以申报为准', 'Declaration kept'],
  FIX: ['已更正', 'Corrected'],
}

/** Kinds of difference, and their resolutions, as the comparison names them. */
export function settledWords(code: string, language: Language): string {
  return words[code]?.[language === 'en' ? 1 : 0] ?? code
}
