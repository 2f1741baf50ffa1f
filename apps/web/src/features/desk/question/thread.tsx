import { Button } from '@mantine/core'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { questionWords } from './messages.ts'
import type { QuestionWholeFragment } from './question.generated.ts'
import style from './question.module.css'

/** What was written on a question by either side, in order. */
export function Thread({ entries }: Pick<QuestionWholeFragment, 'entries'>) {
  const t = useMessages(questionWords)
  const format = useFormat()
  return (
    <ol className={style.thread} aria-label={t('thread')}>
      {entries.map(({ kind, at, text, proposed, correctedIn }, index) => (
        <li key={`${at}-${index}`}>
          <strong>{t(`entry${kind}`)}</strong>{' '}
          <time dateTime={at} className={style.soft}>
            {format.instant(at)}
          </time>
          <p className={style.text}>{text}</p>
          {proposed ? <p className={style.text}>{t('proposed', { text: proposed })}</p> : null}
          {correctedIn ? <p className={style.text}>{t('correctedIn', { text: correctedIn })}</p> : null}
        </li>
      ))}
    </ol>
  )
}

/** The transfer in writing: which office has it now, and why (SIL 82). */
export function TransferPaper({ question, reader }: { question: QuestionWholeFragment; reader: 'PERSON' | 'STAFF' }) {
  const t = useMessages(questionWords)
  const format = useFormat()
  const { language } = useLanguage()
  const { id, number, handedTo, handedToAddress, answeredAt, entries } = question
  if (handedTo === null) return null
  const address = `/documents/question-transfer.pdf?${new URLSearchParams({ question: id, lang: language }).toString()}`
  return (
    <section className={style.paper} aria-labelledby="transfer">
      <h2 id="transfer">{t('transferTitle')}</h2>
      <p className={style.soft}>
        {number}
        {answeredAt ? ` · ${format.instant(answeredAt)}` : ''}
      </p>
      <p>{t(`transferText${reader}`)}</p>
      <p>
        <strong>{handedTo}</strong>
        <br />
        {handedToAddress}
      </p>
      <p className={style.text}>{entries.findLast(({ kind }) => kind === 'HANDED_OVER')?.text}</p>
      <div>
        <Button component="a" href={address} target="_blank" rel="noreferrer" variant="default">
          {t('print')}
        </Button>
      </div>
    </section>
  )
}
