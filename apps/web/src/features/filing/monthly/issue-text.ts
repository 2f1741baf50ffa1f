import { fieldName, messageOf } from '@shebao/declaration-rules'
import type { Issue } from '@shebao/declaration-rules'
import type { Language } from '../../../shared/lib/language.ts'

/** What is wrong and what would be right, with its field where the sentence does not name it itself. */
export function issueText(issue: Issue, language: Language): string {
  const [field, text] = [fieldName(issue.field, language), messageOf(issue, language)]
  if (text.includes(field)) return text
  return language === 'zh-CN' ? `${field}：${text}` : `${field}: ${text}`
}
