import { fieldName, messageOf } from '@shebao/declaration-rules'
import type { FieldPath } from 'react-hook-form'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import type { ChangeForm } from './change-form.ts'
import { changeMessages } from './change-messages.ts'
import type { ChangeEditing } from './use-change-editor.ts'

/** A field with its name, what the rules warn of, and what a file said there that nobody could read. */
export function useChangeField({ control, issues, unread, form }: ChangeEditing) {
  const t = useMessages(changeMessages)
  const { language } = useLanguage()
  return (name: FieldPath<ChangeForm> & keyof ChangeForm) => {
    const warning = issues.find((issue) => issue.severity === 'warning' && issue.field === name)
    const text = unread[name]
    return {
      control,
      name,
      label: fieldName(name, language),
      warning: warning && messageOf(warning, language),
      ...(text !== undefined && form[name] === null ? { hint: t('unread', { text }) } : {}),
    }
  }
}
