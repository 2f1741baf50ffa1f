import { checkPersonIdentifier, PERSON_ID_TYPES } from '@shebao/identifiers'
import { isOneOf } from '@shebao/kernel'
import { idTypeWords, sexWords } from '@shebao/roster'
import { DateField, SelectField, TextField } from '../../../shared/forms/index.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import type { ChangeKind } from './change-form.ts'
import { changeMessages } from './change-messages.ts'
import style from './change-panel.module.css'
import type { ChangeEditing } from './use-change-editor.ts'
import { useChangeField } from './use-change-field.ts'
import { useOptions } from './use-options.ts'

interface IdentityFieldsProps {
  kind: ChangeKind
  editing: ChangeEditing
  today: string
}

/** Who it is; sex and day of birth are read from the number where it tells them. */
export function IdentityFields({ kind, editing, today }: IdentityFieldsProps) {
  const t = useMessages(changeMessages)
  const { language } = useLanguage()
  const format = useFormat()
  const options = useOptions()
  const field = useChangeField(editing)
  const { idType, idNumber } = editing.form
  const read =
    idNumber === null
      ? undefined
      : checkPersonIdentifier(isOneOf(PERSON_ID_TYPES, idType) ? idType : undefined, idNumber, today)
  const facts = read?.ok === true ? read.facts : undefined
  const word = facts?.sex && sexWords[facts.sex]
  const asksMore = kind === 'join' && read?.ok === true && (facts?.sex === undefined || facts.birthDate === undefined)
  return (
    <fieldset className={style.group}>
      <legend>{t('identity')}</legend>
      <TextField {...field('name')} required maxLength={60} autoComplete="off" />
      <SelectField {...field('idType')} hint={t('idTypeHint')} options={options(idTypeWords)} />
      <TextField {...field('idNumber')} required maxLength={40} autoComplete="off" spellCheck={false} />
      {word && facts?.birthDate ? (
        <p className={style.derived}>
          {t('derived', { sex: language === 'zh-CN' ? word.zh : word.en, birth: format.date(facts.birthDate) })}
        </p>
      ) : null}
      {asksMore ? <SelectField {...field('sex')} required options={options(sexWords)} /> : null}
      {asksMore ? <DateField {...field('birthDate')} required /> : null}
    </fieldset>
  )
}
