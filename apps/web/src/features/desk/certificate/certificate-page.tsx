import { Button } from '@mantine/core'
import { addMonths, civilDateAt, period } from '@shebao/kernel'
import { useState, type ReactNode } from 'react'
import { useForm } from 'react-hook-form'
import { Link } from 'react-router'
import { useLazyQuery } from '../../../shared/data/hooks.tsx'
import { MonthField } from '../../../shared/forms/index.ts'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { useDerivation } from '../../../shared/lib/use-derivation.ts'
import { useFormat } from '../../../shared/lib/use-format.ts'
import { DerivationPopover } from '../../../shared/ui/derivation-popover.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { PageHeader } from '../../../shared/ui/page-header.tsx'
import { CertificateOutlookDocument } from './certificate.generated.ts'
import type { CertificateOutlookQuery, CertificateProblem } from './certificate.generated.ts'
import style from './certificate-page.module.css'
import { messages } from './messages.ts'

interface Months {
  from: string
  to: string
}

const fieldOf: Record<CertificateProblem, keyof Months> = {
  FROM_MISSING: 'from',
  TO_MISSING: 'to',
  FROM_AFTER_TO: 'from',
  TO_IN_FUTURE: 'to',
  TOO_LONG: 'from',
  NOTHING_RECORDED: 'from',
}

export function UnitCertificatePage() {
  const t = useMessages(messages)
  return (
    <div className={style.page}>
      <PageHeader
        title={t('title')}
        lead={t('leadEmployer')}
        above={<Link to="/employer/bills">{t('backEmployer')}</Link>}
      />
      <Certificate />
    </div>
  )
}

export function OwnCertificatePage() {
  const t = useMessages(messages)
  return (
    <div className={style.page}>
      <PageHeader title={t('title')} lead={t('leadMe')} above={<Link to="/me/record">{t('backMe')}</Link>} />
      <Certificate />
    </div>
  )
}

/** The last twelve months that are over in China, which most certificates are about: this one cannot be paid for yet. */
function lastYear(): Months {
  const to = addMonths(period(civilDateAt(new Date()).slice(0, 7)), -1)
  return { from: addMonths(to, -11), to }
}

type Found = Months & { outlook: CertificateOutlookQuery['certificateOutlook'] }

/** Months first, then what the paper will hold, then the paper. */
function Certificate() {
  const t = useMessages(messages)
  const { control, handleSubmit, setError } = useForm<Months>({ defaultValues: lastYear() })
  const [ask, { loading }] = useLazyQuery(CertificateOutlookDocument, { fetchPolicy: 'network-only' })
  const [found, setFound] = useState<Found>()
  const [failed, setFailed] = useState(false)
  const look = handleSubmit(async (typed) => {
    const months = { from: typed.from.trim(), to: typed.to.trim() }
    setFailed(false)
    setFound(undefined)
    try {
      const { data } = await ask({ variables: months })
      const outlook = data?.certificateOutlook
      if (!outlook) setFailed(true)
      else if (outlook.problem)
        setError(fieldOf[outlook.problem], { message: t(outlook.problem) }, { shouldFocus: true })
      else setFound({ ...months, outlook })
    } catch {
      setFailed(true)
    }
  })
  return (
    <>
      <form className={style.form} noValidate onSubmit={(event) => void look(event)} aria-label={t('title')}>
        {(['from', 'to'] as const).map((name) => (
          <MonthField key={name} control={control} name={name} label={t(name)} hint={t('hint')} required />
        ))}
        <div>
          <Button type="submit" loading={loading} variant={found ? 'default' : 'filled'}>
            {t('look')}
          </Button>
        </div>
      </form>
      {failed ? <Notice tone="refused">{t('failed')}</Notice> : null}
      {found ? <Outlook found={found} /> : null}
    </>
  )
}

function Outlook({ found: { from, to, outlook } }: { found: Found }) {
  const t = useMessages(messages)
  const format = useFormat()
  const { language } = useLanguage()
  const derive = useDerivation()
  const personal = outlook.months !== null
  const amount = (fen: number, figure: 'PAID' | 'OWED') => (
    <DerivationPopover fen={fen} sign explanation={derive({ certificate: { from, to, figure } }, 'ANEW')} />
  )
  const rows: [string, ReactNode][] = [
    [t('range'), `${format.period(from)} – ${format.period(to)}`],
    personal
      ? [t('months'), t('monthsCount', { count: outlook.months ?? 0 })]
      : [t('notices'), t('noticesCount', { count: outlook.lines })],
    [t(personal ? 'paidMe' : 'paidEmployer'), amount(outlook.paid ?? 0, 'PAID')],
    ...(outlook.owed === null
      ? []
      : [[t('owed'), outlook.owed === 0 ? t('noDebt') : amount(outlook.owed, 'OWED')] satisfies [string, ReactNode]]),
    [
      t('gaps'),
      outlook.gaps.length === 0 ? t('noGaps') : outlook.gaps.map((month) => format.period(month)).join(' · '),
    ],
  ]
  const address = `/documents/certificate.pdf?${new URLSearchParams({ from, to, lang: language }).toString()}`
  return (
    <section className={style.result} aria-live="polite">
      <h2>{t('result')}</h2>
      <dl>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div>
        <Button component="a" href={address} target="_blank" rel="noreferrer">
          {t('download')}
        </Button>
      </div>
      <p className={style.soft}>{t('downloadNote')}</p>
    </section>
  )
}
