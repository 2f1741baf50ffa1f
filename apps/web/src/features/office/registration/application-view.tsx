import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { sendOperation } from '../../../shared/lib/send-operation.ts'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { Facts } from '../../../shared/ui/facts.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import type { Application } from './application.ts'
import { forgetDraft, type ApplicationKey } from './kept-application.ts'
import { messages } from './messages.ts'
import { OpenFirstAccountDocument, WithdrawRegistrationDocument } from './registration.generated.ts'
import { RegistrationForm } from './registration-form.tsx'
import style from './registration.module.css'
import { useRefusalWords } from './use-refusal-words.ts'

interface ApplicationViewProps {
  /** What opens it: `key` is React's own. */
  opens: ApplicationKey
  application: Application
  fresh: boolean
  onChanged: (application: Application) => void
  onLeave: () => void
}

/** One application: what became of it, and what its holder does next. */
export function ApplicationView({ opens, application, fresh, onChanged, onLeave }: ApplicationViewProps) {
  const t = useMessages(messages)
  const { number, state, version, versions } = application
  const refusal = versions.find((one) => one.version === version)
  const open = state === 'OPENED' || state === 'REFUSED'
  return (
    <>
      {fresh ? (
        <Notice tone="warning">
          <strong>{t('key')}</strong>
          <Facts
            facts={[
              [t('number'), number],
              [t('secret'), <code key="secret">{opens.secret}</code>],
            ]}
          />
          <p>{t('keyText')}</p>
        </Notice>
      ) : null}
      {state === 'SUBMITTED' ? (
        <Notice tone="info">
          <strong>{t('sent', { number, version })}</strong>
          <p>{t('sentText')}</p>
        </Notice>
      ) : null}
      {state === 'REFUSED' ? (
        <Notice tone="refused">
          <strong>{t('refused', { note: refusal?.note ?? '' })}</strong>
          <p>{t('refusedText')}</p>
        </Notice>
      ) : null}
      {state === 'APPROVED' ? <Approved opens={opens} opensAccount={application.opensAccount} /> : null}
      {state === 'WITHDRAWN' ? <Notice tone="info">{t('withdrawn')}</Notice> : null}
      {open ? (
        <section className={style.section}>
          <h2>{t('form')}</h2>
          <RegistrationForm
            opens={opens}
            application={application}
            notes={state === 'REFUSED' ? (refusal?.fieldNotes ?? []) : []}
            onSent={(sent) => {
              forgetDraft()
              onChanged(sent)
            }}
          />
        </section>
      ) : null}
      <div className={style.deeds}>
        {open || state === 'SUBMITTED' ? <Withdraw opens={opens} onChanged={onChanged} /> : null}
        <Button variant="subtle" onClick={onLeave}>
          {t('leave')}
        </Button>
      </div>
    </>
  )
}

function Withdraw({ opens, onChanged }: Pick<ApplicationViewProps, 'opens' | 'onChanged'>) {
  const t = useMessages(messages)
  const words = useRefusalWords()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const carryOut = async () => {
    setBusy(true)
    try {
      const { withdrawRegistration: outcome } = await sendOperation(WithdrawRegistrationDocument, { key: opens })
      if (outcome.__typename === 'RegistrationApplication') return onChanged(outcome)
      setProblem(words(outcome))
    } catch {
      setProblem(t('failed'))
    }
    setBusy(false)
    setAsking(false)
  }
  return (
    <>
      {problem ? <Notice tone="refused">{problem}</Notice> : null}
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('withdraw')}
      </Button>
      {asking ? (
        <ConfirmDialog
          opened
          grave
          title={t('withdrawTitle', { number: opens.number })}
          consequence={t('withdrawText')}
          verb={t('withdraw')}
          busy={busy}
          onCancel={() => setAsking(false)}
          onConfirm={() => void carryOut()}
        />
      ) : null}
    </>
  )
}

function Approved({ opens, opensAccount }: Pick<ApplicationViewProps, 'opens'> & { opensAccount: boolean }) {
  const t = useMessages(messages)
  const words = useRefusalWords()
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const open = async () => {
    setBusy(true)
    try {
      const { openFirstAccount: outcome } = await sendOperation(OpenFirstAccountDocument, { key: opens })
      if (outcome.__typename === 'RegistrationFirstLink') return window.location.assign(outcome.url)
      setProblem(outcome.reason === 'NOT_NOW' ? t('accountReady') : words(outcome))
    } catch {
      setProblem(t('failed'))
    }
    setBusy(false)
  }
  return (
    <>
      <Notice tone="done">
        <strong>{t('approved')}</strong>
        <p>{t(opensAccount ? 'approvedNew' : 'approvedKnown')}</p>
      </Notice>
      {problem ? <Notice tone="info">{problem}</Notice> : null}
      <div className={style.deeds}>
        {opensAccount ? (
          <Button loading={busy} onClick={() => void open()}>
            {t('openAccount')}
          </Button>
        ) : null}
        <Link to="/sign-in/employer">{t('signIn')}</Link>
      </div>
    </>
  )
}
