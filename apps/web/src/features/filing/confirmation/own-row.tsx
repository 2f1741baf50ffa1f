import { Button } from '@mantine/core'
import { useState } from 'react'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { sendOperation } from '../../../shared/lib/send-operation.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { insuranceWords } from '../../../shared/ui/insurance-words.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import type { Closed } from './closed-link.tsx'
import { confirmMessages } from './confirm-messages.ts'
import { AnswerConfirmationLinkDocument } from './confirm.generated.ts'
import type { AnswerConfirmationLinkMutationVariables, DisputedField } from './confirm.generated.ts'
import { DisputeForm } from './dispute-form.tsx'
import type { Content } from './own-content.ts'
import { OwnChanges } from './own-changes.tsx'
import { useFieldWords } from './field-words.ts'
import { SignForm } from './sign-form.tsx'
import style from './confirm.module.css'

interface OwnRowProps {
  code: string
  idEnd: string
  content: Content
  onAnswered: (answer: 'CONFIRMED' | 'DISAGREED') => void
  onClosed: (closed: Closed) => void
}

const disputable = ({ period, firstMonthWage }: Content): readonly DisputedField[] =>
  period === null
    ? ['NAME', 'ID_NUMBER', 'WAGES', 'MONTHS', ...(firstMonthWage === null ? [] : (['FIRST_WAGE'] as const)), 'BASES']
    : ['NAME', 'ID_NUMBER', 'MONTHLY_WAGE', 'BASES']

/** What is declared of the holder of the link, and the two answers to it. */
export function OwnRow({ code, idEnd, content, onAnswered, onClosed }: OwnRowProps) {
  const t = useMessages(confirmMessages)
  const format = useFormat()
  const [choice, setChoice] = useState<'sign' | 'dispute'>()
  const [problem, setProblem] = useState<string>()
  const [sending, setSending] = useState(false)
  const send = async (
    answer: Pick<AnswerConfirmationLinkMutationVariables, 'signer' | 'signature' | 'disagreements'>,
  ) => {
    setSending(true)
    setProblem(undefined)
    try {
      const { answerConfirmationLink: done } = await sendOperation(AnswerConfirmationLinkDocument, {
        code,
        idEnd,
        ...answer,
      })
      if (done.__typename === 'ConfirmationAnswered') return onAnswered(done.answer)
      if (done.__typename === 'ConfirmationLinkClosed') return onClosed(done)
      setProblem(t('nameDiffers'))
    } catch {
      setProblem(t('connectionFailed'))
    }
    return setSending(false)
  }
  const turn = (to: typeof choice) => {
    setProblem(undefined)
    setChoice(to)
  }
  return (
    <>
      <PageHeader
        title={t('ownTitle')}
        lead={
          content.period === null
            ? t('ownLead', { employer: content.employerName, year: String(content.year) })
            : t('ownLeadMonth', { employer: content.employerName, period: format.period(content.period) })
        }
      />
      <Reply content={content} />
      {content.period === null ? <Row content={content} /> : <OwnChanges content={content} />}
      {choice === undefined ? (
        <div className={style.choices}>
          <Button size="lg" onClick={() => turn('sign')}>
            {t('allRight')}
          </Button>
          <Button size="lg" variant="default" onClick={() => turn('dispute')}>
            {t('notRight')}
          </Button>
        </div>
      ) : null}
      {choice === 'sign' ? (
        <SignForm
          name={content.name}
          problem={problem}
          sending={sending}
          onSign={(signed) => void send({ ...signed, disagreements: [] })}
          onBack={() => turn(undefined)}
        />
      ) : null}
      {choice === 'dispute' ? (
        <DisputeForm
          fields={disputable(content)}
          ofMonth={content.period !== null}
          problem={problem}
          sending={sending}
          onSend={(disagreements) => void send({ disagreements })}
          onBack={() => turn(undefined)}
        />
      ) : null}
    </>
  )
}

/** What the employer said to what the person said before. */
function Reply({ content: { taken, kept, reason } }: { content: Content }) {
  const t = useMessages(confirmMessages)
  const { language } = useLanguage()
  const fieldWord = useFieldWords()
  const list = (fields: Content['taken']) =>
    fields.map((field) => fieldWord(field)).join(language === 'en' ? ', ' : '、')
  return (
    <>
      {taken.length > 0 ? <Notice tone="done">{t('taken', { fields: list(taken) })}</Notice> : null}
      {kept.length > 0 ? (
        <Notice tone="warning">
          <p className={style.tight}>{t('kept', { fields: list(kept) })}</p>
          <blockquote className={style.reason}>{reason}</blockquote>
          <p className={style.tight}>{t('keptThen')}</p>
        </Notice>
      ) : null}
    </>
  )
}

function Row({ content }: { content: Content }) {
  const t = useMessages(confirmMessages)
  const words = useMessages(insuranceWords)
  const format = useFormat()
  const { name, idMasked, wagesLastYear, monthsWorkedLastYear, firstMonthWage, insurances } = content
  const yuan = (fen: number | null) => (fen === null ? t('unknown') : format.yuan(fen))
  const facts: [string, string][] = [
    [t('name'), name || t('unknown')],
    [t('idNumber'), idMasked],
    [t('wages'), yuan(wagesLastYear)],
    [t('months'), monthsWorkedLastYear === null ? t('unknown') : t('monthsValue', { months: monthsWorkedLastYear })],
    ...(firstMonthWage === null ? [] : [[t('firstWage'), format.yuan(firstMonthWage)] satisfies [string, string]]),
  ]
  return (
    <section className={style.row} aria-label={t('ownTitle')}>
      <dl className={style.facts}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2 className={style.subhead}>{t('bases')}</h2>
      <dl className={style.facts}>
        {insurances.map(({ insurance, participates, base }) => (
          <div key={insurance}>
            <dt>{words(insurance)}</dt>
            <dd>{participates === false ? t('notInsured') : yuan(base)}</dd>
          </div>
        ))}
      </dl>
      <p className={style.soft}>{t('baseNote')}</p>
    </section>
  )
}
