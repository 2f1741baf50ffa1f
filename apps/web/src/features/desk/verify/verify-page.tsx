import { Button } from '@mantine/core'
import { useMemo } from 'react'
import { useForm } from 'react-hook-form'
import { useNavigate, useParams } from 'react-router'
import { TextField } from '../../../shared/forms/index.ts'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Unanswered } from '../../../shared/lib/send-operation.ts'
import { useSent } from '../../../shared/lib/use-sent.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { StatusBadge } from '../../../shared/ui/status-badge.tsx'
import { codeIn } from './code-in.ts'
import { messages } from './messages.ts'
import { isDocumentNumber } from './document-number.ts'
import { VerifyDocumentDocument, type VerifyDocumentQuery } from './verify.generated.ts'
import style from './verify-page.module.css'

/** Papers of a person, who is masked. */
const ofPerson: ReadonlySet<string> = new Set([
  'PERSONAL_CERTIFICATE',
  'RIGHTS_STATEMENT',
  'TRANSFER_VOUCHER',
  'TRANSFER_ACCEPTANCE',
  'QUESTION_TRANSFER',
])

/** Anyone who holds a printed document sees whether the office issued it, and whether it still holds. */
export function VerifyPage() {
  const t = useMessages(messages)
  const { code } = useParams()
  return (
    <div className={style.page}>
      <PageHeader title={t('title')} lead={t('lead')} />
      {code ? isDocumentNumber(code) ? <IsNumber number={code} /> : <Answer code={code} /> : null}
      <CodeForm key={code ?? ''} again={code !== undefined} />
      <Offline />
    </div>
  )
}

/** The whole content of a square code, as a scanner types it. */
const longestScan = 2_000

function CodeForm({ again }: { again: boolean }) {
  const t = useMessages(messages)
  const navigate = useNavigate()
  const { control, handleSubmit } = useForm<{ code: string }>({
    defaultValues: { code: '' },
    resolver: (values) =>
      values.code.trim() === ''
        ? { values: {}, errors: { code: { type: 'required', message: t('needCode') } } }
        : { values, errors: {} },
  })
  const go = handleSubmit(({ code }) => navigate(`/verify/${encodeURIComponent(codeIn(code))}`))
  return (
    <form
      className={style.form}
      noValidate
      onSubmit={(event) => void go(event)}
      aria-label={again ? t('another') : t('title')}
    >
      {again ? <h2>{t('another')}</h2> : null}
      <TextField
        control={control}
        name="code"
        label={t('code')}
        hint={t('codeHint')}
        required
        autoComplete="off"
        maxLength={longestScan}
        spellCheck={false}
      />
      <div>
        <Button type="submit" variant={again ? 'default' : 'filled'}>
          {t('check')}
        </Button>
      </div>
    </form>
  )
}

/** The page that checks signatures without a network. */
function Offline() {
  const t = useMessages(messages)
  return (
    <section className={style.offline}>
      <h2>{t('offline')}</h2>
      <p>{t('offlineText')}</p>
      <Button component="a" href="/documents/offline-verifier.html" download variant="default">
        {t('offlineGet')}
      </Button>
    </section>
  )
}

function IsNumber({ number }: { number: string }) {
  const t = useMessages(messages)
  return (
    <Notice tone="info">
      <strong>{t('isNumber')}</strong>
      <p>{t('isNumberText', { number })}</p>
    </Notice>
  )
}

function Answer({ code }: { code: string }) {
  const t = useMessages(messages)
  const asked = useMemo(() => ({ code }), [code])
  const { data, error } = useSent(VerifyDocumentDocument, asked)
  if (error instanceof Unanswered && error.code === 'TOO_MANY_REQUESTS')
    return (
      <Notice tone="refused">
        <strong>{t('tooMany')}</strong>
        <p>{t('tooManyText')}</p>
      </Notice>
    )
  if (error && !data) throw error
  if (!data) return <Skeleton lines={5} />
  if (!data.verifyDocument)
    return (
      <Notice tone="refused">
        <strong>{t('notFound')}</strong>
        <p>{t('notFoundText')}</p>
      </Notice>
    )
  return <Issued document={data.verifyDocument} />
}

type Verified = NonNullable<VerifyDocumentQuery['verifyDocument']>
const tones = { CURRENT: 'done', SUPERSEDED: 'warning', WITHDRAWN: 'refused' } as const

function Issued({ document }: { document: Verified }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { status, concerning } = document
  const receipt = document.kind === 'PAYMENT_RECEIPT'
  const about = (part: string) => {
    if (receipt) return format.date(part)
    return part.length === 7 ? format.period(part) : part
  }
  const rows: [string, string][] = [
    [t('kind'), t(`kind${document.kind}`)],
    [t('number'), document.number],
    [t('version'), String(document.version)],
    [t(ofPerson.has(document.kind) ? 'holder' : 'unit'), document.unitName],
    [t(receipt ? 'receivedOn' : 'concerning'), concerning.split('/').map(about).join(' – ')],
    [t('issuedAt'), format.instant(document.issuedAt)],
    ...(document.people === null ? [] : [[t('people'), format.count(document.people)] satisfies [string, string]]),
    ...(document.total === null ? [] : [[t('total'), format.yuan(document.total)] satisfies [string, string]]),
  ]
  return (
    <section className={style.answer} data-status={status}>
      <div className={style.verdict}>
        <StatusBadge tone={tones[status]}>{t(`status${status}`)}</StatusBadge>
      </div>
      <p>
        {t(status === 'WITHDRAWN' && (receipt || document.kind === 'PAYMENT_VOUCHER') ? 'textVoided' : `text${status}`)}
      </p>
      <dl>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t('hash')}</dt>
          <dd>
            <code>{document.contentHash}</code>
            <br />
            <small>{t('hashText')}</small>
          </dd>
        </div>
        <div>
          <dt>{t('signature')}</dt>
          <dd data-signature={document.signature.state}>
            {t(`signature${document.signature.state}`, { key: document.signature.keyId ?? '' })}
          </dd>
        </div>
      </dl>
    </section>
  )
}
