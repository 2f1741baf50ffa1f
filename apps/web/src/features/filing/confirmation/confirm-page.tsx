import { Button, TextInput } from '@mantine/core'
import { useCallback, useEffect, useRef, useState, type FormEvent } from 'react'
import { useLocation } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { sendOperation } from '../../../shared/lib/send-operation.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { ClosedLink } from './closed-link.tsx'
import type { Closed } from './closed-link.tsx'
import { confirmMessages } from './confirm-messages.ts'
import { OpenConfirmationLinkDocument, ReadConfirmationLinkDocument } from './confirm.generated.ts'
import type { ReadConfirmationLinkMutation } from './confirm.generated.ts'
import { OwnRow } from './own-row.tsx'
import type { Content } from './own-content.ts'
import style from './confirm.module.css'

type Waiting = Extract<ReadConfirmationLinkMutation['readConfirmationLink'], { __typename: 'ConfirmationLinkWaiting' }>
type Stage =
  | { at: 'reading' }
  | { at: 'offline' }
  | { at: 'waiting'; link: Waiting }
  | { at: 'open'; idEnd: string; content: Content }
  | { at: 'answered'; answer: 'CONFIRMED' | 'DISAGREED' }
  | { at: 'closed'; closed: Closed }

/**
 * Where the link in a text message leads: an employee checks what is declared of them. The code stands behind the number sign, which a
 * browser sends nowhere; it asks nothing of the person before the end of their own number.
 */
export function ConfirmPage() {
  const t = useMessages(confirmMessages)
  const code = useLocation().hash.slice(1)
  const [stage, setStage] = useState<Stage>({ at: 'reading' })
  const read = useCallback(async () => {
    setStage({ at: 'reading' })
    try {
      const { readConfirmationLink: link } = await sendOperation(ReadConfirmationLinkDocument, { code })
      setStage(link.__typename === 'ConfirmationLinkWaiting' ? { at: 'waiting', link } : { at: 'closed', closed: link })
    } catch {
      setStage({ at: 'offline' })
    }
  }, [code])
  const asked = useRef<string>(undefined)
  useEffect(() => {
    if (asked.current === code) return
    asked.current = code
    void read()
  })
  const close = (closed: Closed) => setStage({ at: 'closed', closed })
  return (
    <div className={style.page}>
      {stage.at === 'reading' ? (
        <>
          <PageHeader title={t('title')} lead={t('reading')} />
          <Skeleton lines={4} />
        </>
      ) : null}
      {stage.at === 'offline' ? (
        <>
          <PageHeader title={t('title')} />
          <Notice tone="refused">{t('connectionFailed')}</Notice>
          <Button size="lg" onClick={() => void read()}>
            {t('again')}
          </Button>
        </>
      ) : null}
      {stage.at === 'waiting' ? (
        <ProveForm
          code={code}
          link={stage.link}
          onOpened={(idEnd, content) => setStage({ at: 'open', idEnd, content })}
          onClosed={close}
        />
      ) : null}
      {stage.at === 'open' ? (
        <OwnRow
          code={code}
          idEnd={stage.idEnd}
          content={stage.content}
          onAnswered={(answer) => setStage({ at: 'answered', answer })}
          onClosed={close}
        />
      ) : null}
      {stage.at === 'answered' ? (
        <>
          <PageHeader title={t(stage.answer === 'CONFIRMED' ? 'confirmedTitle' : 'disagreedTitle')} />
          <Notice tone="done">{t(stage.answer === 'CONFIRMED' ? 'confirmed' : 'disagreed')}</Notice>
        </>
      ) : null}
      {stage.at === 'closed' ? <ClosedLink {...stage.closed} /> : null}
    </div>
  )
}

interface ProveProps {
  code: string
  link: Waiting
  onOpened: (idEnd: string, content: Content) => void
  onClosed: (closed: Closed) => void
}

function ProveForm({ code, link, onOpened, onClosed }: ProveProps) {
  const t = useMessages(confirmMessages)
  const format = useFormat()
  const lead =
    link.period === null
      ? t('asks', { employer: link.employerName, year: String(link.year) })
      : t('asksMonth', { employer: link.employerName, period: format.period(link.period) })
  const [idEnd, setIdEnd] = useState('')
  const [problem, setProblem] = useState<string>()
  const [sending, setSending] = useState(false)
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (idEnd.trim() === '') return setProblem(t('idEndMissing'))
    setSending(true)
    setProblem(undefined)
    try {
      const { openConfirmationLink: opened } = await sendOperation(OpenConfirmationLinkDocument, { code, idEnd })
      if (opened.__typename === 'ConfirmationContent') return onOpened(idEnd, opened)
      if (opened.problem !== 'WRONG_NUMBER') return onClosed(opened)
      setProblem(t('wrongNumber', { left: opened.triesLeft ?? 0 }))
    } catch {
      setProblem(t('connectionFailed'))
    }
    return setSending(false)
  }
  return (
    <>
      <PageHeader title={t('title')} lead={lead} />
      <form className={style.form} noValidate onSubmit={(event) => void submit(event)}>
        <p className={style.soft}>{t('why')}</p>
        <TextInput
          name="idEnd"
          size="lg"
          label={t('idEnd')}
          description={t('idEndHint')}
          error={problem}
          value={idEnd}
          onChange={(event) => setIdEnd(event.currentTarget.value)}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={30}
          required
          withAsterisk={false}
        />
        <Button type="submit" size="lg" loading={sending}>
          {t('open')}
        </Button>
        <p className={style.soft}>{t('until', { until: format.instant(link.expiresAt) })}</p>
      </form>
    </>
  )
}
