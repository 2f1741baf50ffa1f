import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import style from './parameter-file-field.module.css'
import { proposalMessages } from './proposal-messages.ts'

interface ParameterFileFieldProps {
  onChange: (file: File | null) => void
  wrong: boolean
  error: string | undefined
}

/** The file a proposal is read from. */
export function ParameterFileField({ onChange, wrong, error }: ParameterFileFieldProps) {
  const t = useMessages(proposalMessages)
  const { language } = useLanguage()
  return (
    <div className={style.file}>
      <label htmlFor="parameter-file">{t('file')}</label>
      <p id="parameter-file-hint">{t('fileHint')}</p>
      <p>
        {t('template')} <a href={`/policy/parameter-template.xlsx?language=${language}`}>XLSX</a>{' '}
        <a href={`/policy/parameter-template.csv?language=${language}`}>CSV</a>
      </p>
      <input
        id="parameter-file"
        type="file"
        accept=".xlsx,.csv,.ods,.txt,.yaml,.yml,.json"
        aria-describedby="parameter-file-hint"
        onChange={(event) => onChange(event.currentTarget.files?.[0] ?? null)}
        {...(wrong ? { 'data-wrong': true } : {})}
      />
      {error ? <p className={style.wrong}>{error}</p> : null}
    </div>
  )
}
