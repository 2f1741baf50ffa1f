import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { fileMessages } from './file-messages.ts'
import style from './bring-files.module.css'
import { sampleCamt, sampleStatement, sampleTreasury } from './sample-files.ts'

/** What a file must hold, with the total line that nobody would guess, and samples to compare with. */
export function FileFormats() {
  const t = useMessages(fileMessages)
  const { language } = useLanguage()
  const samples = [
    ['sampleBank', 'statement.csv', 'text/csv', `\uFEFF${sampleStatement(language)}`],
    ['sampleTreasury', 'treasury.csv', 'text/csv', `\uFEFF${sampleTreasury(language)}`],
    ['sampleCamt', 'camt053.xml', 'application/xml', sampleCamt],
  ] as const
  return (
    <details className={style.formats}>
      <summary>{t('formats')}</summary>
      <p>{t('formatsText')}</p>
      <ul>
        {samples.map(([name, file, type, text]) => (
          <li key={name}>
            <a href={`data:${type};charset=utf-8,${encodeURIComponent(text)}`} download={file}>
              {t(name)}
            </a>
          </li>
        ))}
      </ul>
    </details>
  )
}
